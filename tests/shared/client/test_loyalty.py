"""Whom a program listens to: the rule, for every history of bytes, words and silence."""

from hypothesis import given
from hypothesis import strategies as st

from shared.client.loyalty import BRANCH, HANDED_BACK, STAND_IN, Loyalty
from shared.protocol.base import ServerKind

ADDRESS = "http://counter-2.example:8100"


class Time:
    """Seconds that a test lets pass."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_it_begins_at_the_branch_server() -> None:
    time = Time()
    loyalty = Loyalty(ADDRESS, monotonic_s=time)
    assert (loyalty.at, loyalty.left_s()) == (BRANCH, 15.0)


def test_fifteen_silent_seconds_turn_it_and_turn_it_back() -> None:
    time = Time()
    loyalty = Loyalty(ADDRESS, monotonic_s=time)
    time.now_s += 14.9
    assert not loyalty.look()
    time.now_s += 0.1
    assert loyalty.look()
    assert loyalty.at == STAND_IN
    assert not loyalty.look()
    time.now_s += 15
    assert loyalty.look()
    assert loyalty.at == BRANCH


def test_a_byte_of_the_other_server_does_not_count() -> None:
    time = Time()
    loyalty = Loyalty(ADDRESS, monotonic_s=time)
    time.now_s += 10
    loyalty.heard(STAND_IN)
    assert loyalty.left_s() == 5.0
    loyalty.heard(BRANCH)
    assert loyalty.left_s() == 15.0


def test_without_a_stand_in_nothing_changes() -> None:
    time = Time()
    loyalty = Loyalty(monotonic_s=time)
    time.now_s += 3600
    assert not loyalty.look()
    assert not loyalty.told(BRANCH, HANDED_BACK)
    assert (loyalty.at, loyalty.left_s()) == (BRANCH, None)


def test_a_server_that_has_handed_back_is_left_at_once() -> None:
    time = Time()
    loyalty = Loyalty(ADDRESS, monotonic_s=time)
    time.now_s += 15
    loyalty.look()
    assert not loyalty.told(BRANCH, HANDED_BACK)  # not the one that we listen to
    assert not loyalty.told(STAND_IN, "not_in_charge")  # that may change: only silence tells
    assert loyalty.at == STAND_IN
    assert loyalty.told(STAND_IN, HANDED_BACK)
    assert loyalty.at == BRANCH


STEPS = st.lists(
    st.tuples(
        st.floats(0, 20, allow_nan=False),
        st.sampled_from(["branch", "stand_in", "look", "refused", "handed_back"]),
    ),
    max_size=60,
)


@given(steps=STEPS)
def test_it_never_leaves_a_server_that_has_just_spoken(
    steps: list[tuple[float, str]],
) -> None:
    time = Time()
    loyalty = Loyalty(ADDRESS, monotonic_s=time)
    last_byte: dict[ServerKind, float] = {BRANCH: time.now_s, STAND_IN: 0.0}
    for pause_s, what in steps:
        time.now_s += pause_s
        before = loyalty.at
        if what in ("branch", "stand_in"):
            server: ServerKind = BRANCH if what == "branch" else STAND_IN
            loyalty.heard(server)
            last_byte[server] = time.now_s
        elif what == "look":
            if loyalty.look():
                assert time.now_s - last_byte[before] >= 15
        elif what == "refused":
            assert not loyalty.told(before, "not_in_charge")
        else:
            assert loyalty.told(before, HANDED_BACK)
        if loyalty.at != before:
            assert what in ("look", "handed_back")
            last_byte[loyalty.at] = time.now_s
