"""Random halls with every kind of claim, for the properties of dispatch."""

from dataclasses import dataclass

from hypothesis import strategies as st

from shared.dispatch import layout as col
from shared.dispatch.eligibility import is_eligible
from shared.dispatch.reason import NAMES
from shared.dispatch.select import select_ticket, why_passed
from shared.dispatch.standing import F_HAS_OWN, F_TURN, NOT_HERE, Facts, survey
from tests.shared.dispatch.oracle import Oracle

SERVICES, SEGMENTS = 2, 3
UNIT_US = 5 * col.MINUTE_US
NOW_US = 12 * UNIT_US


@dataclass
class Scene:
    """One hall at one counter."""

    hall: list[list[int]]
    counter: list[int]
    policy: list[list[int]]
    house: list[int]
    ratios: list[list[int]]
    state: list[int]
    now_us: int = NOW_US

    @property
    def oracle(self) -> Oracle:
        """The naive rules of the same hall."""
        return Oracle(
            self.hall,
            self.counter,
            self.policy,
            self.house,
            self.ratios,
            self.state,
            self.now_us,
        )


@dataclass
class Choice:
    """What dispatch decided: the row, the reason's name, and why for each passed-over row."""

    row: int
    reason: str
    claims: list[int]
    points: list[int]
    facts: Facts
    why_not: dict[int, str]


def choose(scene: Scene) -> Choice:
    """The decision of dispatch."""
    count = len(scene.hall)
    claims, points = [NOT_HERE] * count, [0] * count
    facts = survey(
        scene.hall,
        count,
        scene.counter,
        scene.policy,
        scene.house,
        scene.ratios,
        scene.state,
        scene.now_us,
        claims,
        points,
    )
    row, reason = select_ticket(scene.hall, count, claims, points, facts)
    for ticket, claim in zip(scene.hall, claims, strict=True):
        able = is_eligible(ticket, scene.counter, facts[F_HAS_OWN], scene.now_us)
        assert able == (claim != NOT_HERE)
    why_not = {
        i: NAMES[why_passed(claims[row], claims[i], facts[F_TURN])]
        for i in range(count)
        if claims[i] != NOT_HERE and i != row
    }
    return Choice(row, NAMES[reason], claims, points, facts, why_not)


units = st.integers(0, 12)
few = st.integers(-1, 3)
masks = st.sampled_from([0b01, 0b10, 0b11, 0b11])
groups = st.sampled_from([0b001, 0b010, 0b100, 0b011, 0b110, 0b111])


@st.composite
def tickets(draw: st.DrawFn, order: int) -> list[int]:
    """One waiting ticket; half of them are nothing special."""
    service, segment = draw(st.integers(0, 1)), draw(st.integers(0, 2))
    class_ = service * SEGMENTS + segment
    senior_us = draw(units) * UNIT_US
    row = [class_, service, segment, senior_us, senior_us, 0, -1, -1, -1, order, 0, 1 << service]
    if draw(st.booleans()):
        row[col.T_OVERTAKEN] = draw(st.integers(0, 3))
        row[col.T_DUE_US] = draw(st.sampled_from([-1, senior_us, NOW_US, NOW_US + UNIT_US]))
        row[col.T_COUNTER] = draw(st.sampled_from([-1, -1, 0, 1]))
        row[col.T_PERSON] = draw(st.sampled_from([-1, -1, 0, 1]))
        row[col.T_CONTINUES] = draw(st.integers(0, 1))
    return row


@st.composite
def ratio_tables(draw: st.DrawFn) -> list[list[int]]:
    """None to four rules of two or three groups each."""
    return [
        [rule, draw(masks), draw(groups), draw(st.integers(1, 3))]
        for rule in range(draw(st.integers(0, col.RATIO_RULES_MAX)))
        for _ in range(draw(st.integers(2, 3)))
    ]


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    """A hall of up to nine; limits, caps, weights, overflow, ratios and overload of all kinds."""
    weight = draw(st.sampled_from([0, 0, 700]))
    policy = [
        [
            draw(st.sampled_from([0, 0, 10_000, 2_000_000])),
            draw(st.sampled_from([0, 1000, 2000])),
            draw(st.sampled_from([0, weight, 2 * weight])),
            draw(st.sampled_from([-1, 0, 4 * UNIT_US, 8 * UNIT_US])),
            draw(few),
        ]
        for _ in range(SERVICES * SEGMENTS)
    ]
    over = draw(st.sampled_from([0, 0, 0b11]))
    counter = [
        0, draw(st.integers(-1, 1)), draw(masks), draw(groups), 0,
        over, draw(groups), draw(st.integers(0, 6)) * UNIT_US,
        draw(st.sampled_from([500, 1000, 4000])), 1000,
    ]  # fmt: skip
    house = [
        draw(st.sampled_from([-1, 0, UNIT_US])),
        draw(st.sampled_from([0, 0, 1, 2, 3])),
        draw(st.sampled_from([100, 500, 1000])),
        draw(st.integers(1, 3)),
        draw(st.integers(1, 3)),
    ]
    ratios = draw(ratio_tables())
    state = [
        draw(st.integers(0, house[col.H_OVERLOAD_ONE_IN] - 1)),
        *(draw(st.integers(0, row[col.R_SHARE])) for row in ratios),
    ]
    hall = [draw(tickets(order)) for order in range(draw(st.integers(0, 9)))]
    return Scene(hall, counter, policy, house, ratios, state)
