"""Waiting times and shares within limits."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.metrics.folding import visits
from shared.metrics.standard import Limit, verdicts
from shared.metrics.visit import Visit
from shared.metrics.waiting import (
    by_half_hour,
    by_segment,
    by_service,
    waiting,
    waiting_by,
    within_limit,
)
from tests.shared.metrics.days import (
    absent,
    called,
    closed,
    expired,
    issued,
    left,
    opened,
    returned,
    started,
)

DAY = [
    opened(),
    issued("1", 32_400),
    called("1", 32_400),
    issued("2", 32_460, segment="priority"),
    issued("3", 32_500, service="account"),
    issued("4", 34_200),
    started("1", 32_415),
    closed("1", 32_700),
    called("2", 32_700),
    left("3", 33_200),
    closed("2", 33_000),
]


def test_a_small_day() -> None:
    """Waits 0 and 240 s; ticket 3 left after 700 s, ticket 4 still waits."""
    found = waiting(visits(DAY), [200, 600, 800])
    assert (found.arrived, found.called, found.left, found.waiting) == (4, 2, 1, 1)
    assert (found.mean_s, found.p50_s, found.max_s) == (120, 120, 240)
    assert found.p90_s == pytest.approx(216)
    assert found.share_left == 0.25
    assert [(w.within, w.counted) for w in found.within] == [(1, 3), (2, 3), (2, 2)]


def test_groups() -> None:
    found = visits(DAY)
    segments = waiting_by(found, by_segment)
    assert {name: w.arrived for name, w in segments.items()} == {"ordinary": 3, "priority": 1}
    assert waiting_by(found, by_service)["account"].left == 1
    assert {k: w.arrived for k, w in waiting_by(found, by_half_hour).items()} == {18: 3, 19: 1}


def test_a_missed_call_counts_from_arrival_to_the_first_call() -> None:
    events = [opened(), issued("1", 0), called("1", 60), absent("1", 180), returned("1", 600)]
    (visit,) = visits([*events, called("1", 700), started("1", 710), closed("1", 800)])
    assert (visit.wait_s, visit.service_s, visit.absences, visit.returns) == (60, 90, 1, 1)
    assert visit.state == "closed"


def test_nobody() -> None:
    found = waiting([], [600])
    assert math.isnan(found.mean_s)
    assert math.isnan(found.share_left)
    assert math.isnan(found.within[0].share)


def test_verdict_says_how_many_are_missing() -> None:
    """Two of three within 600 s; 80 % of three are 2.4 customers, so one is missing."""
    kept, missed, open_ = (
        *verdicts(visits(DAY), [Limit(600, 0.6), Limit(600, 0.8)]),
        *verdicts([], [Limit(600, 0.8)]),
    )
    assert (kept.is_kept, kept.missing) == (True, 0)
    assert (missed.is_kept, missed.missing) == (False, 1)
    assert (open_.is_kept, open_.missing) == (None, 0)


BASE = Visit("2026-01-05", "1", "A001", "cash", "ordinary", 0, 0, 0)
SECONDS = st.integers(0, 4000)


@st.composite
def visit_records(draw: st.DrawFn) -> Visit:
    """A visit that was called, left, or still waits."""
    visit = replace(
        BASE, service=draw(st.sampled_from("abc")), segment=draw(st.sampled_from("xyz"))
    )
    match draw(st.sampled_from(["closed", "cancelled", "waiting"])):
        case "closed":
            return replace(visit, state="closed", called_us=draw(SECONDS) * 1_000_000)
        case "cancelled":
            return replace(visit, state="cancelled", ended_us=draw(SECONDS) * 1_000_000)
        case _:
            return visit


RECORDS = st.lists(visit_records(), max_size=40)


@given(RECORDS)
def test_groups_add_up_to_everybody(records: list[Visit]) -> None:
    """Counts, sums of waits and counts within limits of the classes make those of the total."""
    everybody = waiting(records, [600, 1200])
    for key in (by_segment, by_service):
        groups = waiting_by(records, key, [600, 1200]).values()
        assert sum(g.arrived for g in groups) == everybody.arrived
        assert sum(g.called for g in groups) == everybody.called
        assert sum(g.left for g in groups) == everybody.left
        for index, total in enumerate(everybody.within):
            assert sum(g.within[index].within for g in groups) == total.within
            assert sum(g.within[index].counted for g in groups) == total.counted
        sums_s = sum(g.mean_s * g.called for g in groups if g.called)
        assert sums_s == pytest.approx(
            everybody.mean_s * everybody.called if everybody.called else 0
        )


@given(RECORDS, SECONDS, SECONDS)
def test_the_share_within_never_falls_when_the_limit_grows(
    records: list[Visit], one: int, other: int
) -> None:
    low, high = sorted((one, other))
    small, large = within_limit(records, low), within_limit(records, high)
    if small.counted and large.counted:
        assert small.share <= large.share + 1e-12


def test_whoever_is_never_called_has_waited_too_long_all_the_same() -> None:
    """One called at once; one expires after an hour; one still waits after ten minutes."""
    day = [
        opened(),
        issued("1", 32_400),
        called("1", 32_400),
        issued("2", 32_400),
        issued("3", 35_400),
        expired("2", 36_000),
    ]
    found = visits(day)
    assert [within_limit(found, limit_s).counted for limit_s in (300, 1200, 4000)] == [3, 2, 1]
    assert [within_limit(found, limit_s).within for limit_s in (300, 1200, 4000)] == [1, 1, 1]
