"""Who works where from now on."""

from dataclasses import replace

from shared.domain.branch import Branch
from shared.domain.counter import CounterState
from shared.rollout.branch_arrays import Work
from shared.rollout.windows.work_ahead import ALL_DAY, SOON_US, work_ahead
from tests.shared.rollout.windows.branches import HOUR_US, branch_at, plan

LUNCH = (
    Work(9 * HOUR_US, 12 * HOUR_US, is_pause_after=True),
    Work(13 * HOUR_US, -1, is_pause_after=False),
)


def at(hour: float) -> int:
    return round(hour * HOUR_US)


def first(branch: Branch, hour: float, usual: tuple[Work, ...] | None) -> tuple[Work, ...]:
    roster = None if usual is None else [usual] * len(branch.counters)
    return work_ahead(branch, at(hour), roster)[0]


def branch_with(state: CounterState, until_us: int | None = None) -> Branch:
    branch = branch_at(10)
    desk = next(iter(branch.counters.values()))
    desk.state, desk.pause_until_us, desk.since_us = state, until_us, at(10)
    return branch


def test_whoever_is_there_stays_as_long_as_usual() -> None:
    branch = branch_with(CounterState.OPEN)
    assert first(branch, 10, None) == (ALL_DAY,)
    assert first(branch, 10, LUNCH) == LUNCH
    # a little later than usual: after the present customer
    assert first(branch, 12.1, LUNCH) == (LUNCH[0]._replace(to_us=at(12.1)), LUNCH[1])
    # much later: another roster holds today
    assert first(branch, 12.9, LUNCH) == (LUNCH[1],)


def test_a_pause_ends_when_it_was_said_or_as_usual() -> None:
    told = branch_with(CounterState.PAUSED, at(10.5))
    assert first(told, 10, LUNCH)[0] == LUNCH[0]._replace(from_us=at(10.5))
    assert first(told, 10.6, LUNCH)[0].from_us == at(10.6) + SOON_US
    untold = branch_with(CounterState.PAUSED)
    assert first(untold, 12.2, LUNCH) == (LUNCH[1],)
    assert first(untold, 10, None)[0].from_us == at(10.25)


def test_a_closed_counter_opens_as_usual_or_not_at_all() -> None:
    branch = branch_with(CounterState.CLOSED)
    assert first(branch, 10, None) == ()
    assert first(branch, 12.5, LUNCH) == (LUNCH[1],)
    assert first(branch, 9.1, LUNCH)[0].from_us == at(9.1) + SOON_US
    assert first(branch, 15, LUNCH) == ()


def test_counters_have_stints_of_their_own() -> None:
    branch = branch_at(10)
    found = work_ahead(branch, at(10), None)
    assert len(found) == len(plan().rules.counters)
    assert replace(branch.rules).counters == plan().rules.counters
