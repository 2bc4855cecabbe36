"""Pauses that are planned at the counters as they stand: the roster from now on, with them."""

from collections.abc import Sequence

from shared.domain.branch import Branch
from shared.domain.counter import Counter, CounterState
from shared.rollout.branch_arrays import Work


def with_plans(
    branch: Branch, now_us: int, work: Sequence[Sequence[Work]]
) -> tuple[tuple[Work, ...], ...]:
    """The stints of each counter, the present one ended by what is planned there.

    ``now_us`` counts from midnight. Somebody whose pause has an end comes back then for the rest of
    the stint; without one, or where the counter closes, the next stint of the roster is the next.
    """
    counters = branch.counters.values()
    return tuple(
        _planned(branch, counter, now_us, tuple(work[counter.spec.index])) for counter in counters
    )


def _planned(
    branch: Branch, counter: Counter, now_us: int, stints: tuple[Work, ...]
) -> tuple[Work, ...]:
    plan = counter.plan
    if plan is None or counter.state is not CounterState.OPEN or not stints:
        return stints
    present, *later = stints
    at_us = max(now_us, branch.since_midnight(plan.at_us))
    if 0 <= present.to_us <= at_us:
        return stints
    first = present._replace(to_us=at_us, is_pause_after=bool(plan.reason))
    if not plan.reason or plan.until_us is None:
        return (first, *later)
    back_us = branch.since_midnight(plan.until_us)
    if 0 <= present.to_us <= back_us:
        return (first, *later)
    return (first, present._replace(from_us=back_us), *later)
