"""The branch lived ahead many times under its own policy: when who is called.

Somebody who takes a ticket now would change what follows, so each class that counters treat
differently gets runs of its own with one customer more; classes that no counter tells apart share
them. All have the same draws besides. Runs end with those who are inside at a horizon, since later
arrivals hardly matter to earlier calls; whatever reaches too near to it is looked at again with
twice as far a one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from shared.dispatch.layout import C_SEGMENTS, C_SERVICES, C_SPEED, MINUTE_US
from shared.domain.branch import Branch
from shared.rollout import columns as c
from shared.rollout.branch_arrays import Work
from shared.rollout.day import Ints
from shared.rollout.run import Hall, live_many
from shared.rollout.snapshot import Snapshot, lacks, snapshot
from shared.rollout.windows.at_once import is_called_at_once
from shared.rollout.windows.call_times import CallTimes, call_times
from shared.rollout.windows.demand import Class, Demand
from shared.rollout.windows.inside import draw_inside
from shared.rollout.windows.outside import draw_outside
from shared.rollout.windows.work_ahead import work_ahead

RUNS: Final = 192
#: Nobody comes later than this in the first runs, and than the last one in any.
HORIZONS_US: Final = tuple(minutes * MINUTE_US for minutes in (40, 80, 160, 320))
#: A window has to end in this share of the horizon, in which nearly everybody has come who matters.
NEAR_0_1: Final = 0.7


@dataclass(frozen=True)
class Ahead:
    """What one look ahead found. Times are microseconds from midnight.

    ``next_ones``: of somebody who takes a ticket now, by class; ``waiting``: of those who wait, by
    ticket.
    """

    at_us: int
    next_ones: dict[Class, CallTimes]
    waiting: dict[str, CallTimes]


@dataclass(frozen=True)
class Futures:
    """Everything that was drawn, run by run: known customers first, then who comes."""

    hall: Hall
    taken: Snapshot
    people: Ints
    first: Ints
    ends_us: Ints

    @property
    def runs(self) -> int:
        """How many."""
        return len(self.first) - 1


def look_ahead(
    branch: Branch,
    demand: Demand,
    now_us: int,
    classes: Iterable[Class],
    *,
    seed: int = 0,
    runs: int = RUNS,
    with_waiting: bool = True,
) -> Ahead | None:
    """The times of calls from ``now_us`` (from midnight) on; None where the kernel cannot say.

    Compiles at its first use on a machine.
    """
    if lacks(branch):
        return None
    groups = alike_classes(branch, classes)
    found: dict[Class, CallTimes] = {}
    waiting: dict[str, CallTimes] = {}
    asks_waiting = with_waiting and bool(branch.waiting)
    if not groups and not asks_waiting:  # at night: nothing to work out
        return Ahead(now_us, {}, {})
    for horizon_us in HORIZONS_US:
        drawn = draw_futures(branch, demand, now_us, now_us + horizon_us, seed=seed, runs=runs)
        is_last = horizon_us == HORIZONS_US[-1]
        near_us = c.FAR if is_last else now_us + int(NEAR_0_1 * horizon_us)
        if asks_waiting:
            waiting = _waiting(drawn, branch)
            asks_waiting = any(times.high_us > near_us for times in waiting.values())
        later = []
        for alike in groups:
            times = _next_one(branch, drawn, alike[0], now_us)
            found |= dict.fromkeys(alike, times)
            if times.high_us > near_us:
                later.append(alike)
        groups = later
        if not groups and not asks_waiting:
            break
    return Ahead(now_us, found, waiting)


def draw_futures(
    branch: Branch,
    demand: Demand,
    now_us: int,
    until_us: int,
    *,
    seed: int,
    runs: int,
    work: tuple[tuple[Work, ...], ...] | None = None,
) -> Futures:
    """So many futures of the branch, in which nobody comes from ``until_us`` on.

    ``work`` None: who works where is what stands and is usual.

    Raises:
        ValueError: its state is nothing for the kernel.
    """
    taken = snapshot(branch, now_us, work or work_ahead(branch, now_us, demand.roster))
    stream = np.random.default_rng([seed, 0])
    inside = draw_inside(branch, taken, demand, now_us, runs, stream)
    coming, counts = draw_outside(branch, demand, now_us, until_us, runs, stream)
    known = len(taken.known)
    first = np.concatenate([[0], np.cumsum(counts + known)]).astype(np.int64)
    people = np.zeros((int(first[-1]), taken.people.shape[1]), dtype=np.int64)
    is_known = np.zeros(len(people), dtype=np.bool_)
    is_known[(first[:-1, None] + np.arange(known)).ravel()] = True
    people[is_known] = inside.people.reshape(-1, people.shape[1])
    people[~is_known, : c.PERSON_WIDTH] = coming
    hall = Hall(branch.rules, branch.today, taken.work, kiosks=0)
    return Futures(hall, taken, people, first, inside.ends_us)


def alike_classes(branch: Branch, classes: Iterable[Class]) -> list[list[Class]]:
    """Classes in groups that no counter and no rule tells apart."""
    groups: dict[object, list[Class]] = {}
    for each in classes:
        groups.setdefault(_treatment(branch, each), []).append(each)
    return list(groups.values())


def _treatment(branch: Branch, which: Class) -> object:
    """Everything of a class that decides when it is called."""
    service, segment = which
    rules, discipline = branch.rules, branch.today.discipline
    row = discipline.policy[service * len(rules.segments) + segment]
    desks = tuple(
        (
            desk.spec.may_serve(service, segment),
            desk.spec.services_mask >> service & desk.spec.segments_mask >> segment & 1,
            desk.row[C_SERVICES] >> service & desk.row[C_SEGMENTS] >> segment & 1,
            desk.services_mask >> service & 1,
            desk.row[C_SPEED + service],
        )
        for desk in branch.counters.values()
    )
    is_suspended = rules.services[service].id in branch.suspended
    return row, desks, is_suspended, which if discipline.ratios else None


def _next_one(branch: Branch, drawn: Futures, which: Class, now_us: int) -> CallTimes:
    """When somebody of this class is called who takes a ticket now and stays."""
    if is_called_at_once(branch, which):
        return CallTimes(now_us, now_us, now_us, 0.0)
    known, runs = len(drawn.taken.known), drawn.runs
    places = drawn.first[:-1] + known + np.arange(runs)
    people = np.insert(drawn.people, drawn.first[:-1] + known, 0, axis=0)
    mine = np.zeros((runs, people.shape[1]), dtype=np.int64)
    mine[:, c.P_SERVICE], mine[:, c.P_SEGMENT] = which
    mine[:, c.P_ARRIVAL_US] = now_us
    mine[:, c.P_PATIENCE_US] = mine[:, c.P_BOOKED_US] = mine[:, c.P_SECOND] = -1
    mine[:, c.P_PEOPLE], mine[:, c.P_SPEED_MM_S] = 1, 1000
    people[places] = mine
    out = lived(drawn, people, drawn.first + np.arange(runs + 1))
    called_us = out[places, c.O_CALLED_US]
    return call_times(np.where(called_us < 0, c.FAR, called_us), called_us >= 0)


def _waiting(drawn: Futures, branch: Branch) -> dict[str, CallTimes]:
    """When those are called who wait now, each as if they stayed."""
    out = lived(drawn, drawn.people, drawn.first)
    return {
        ticket.id: _of_waiting(out[drawn.first[:-1] + drawn.taken.known.index(ticket.id)])
        for ticket in branch.waiting
        if ticket.called_us is None
    }


def _of_waiting(rows: Ints) -> CallTimes:
    """From one customer's outcomes in all runs."""
    called_us, ended_us = rows[:, c.O_CALLED_US], rows[:, c.O_ENDED_US]
    has_left = rows[:, c.O_STATE] == c.LEFT
    not_called_us = np.where(has_left, ended_us, c.FAR)
    return call_times(np.where(called_us < 0, not_called_us, called_us), called_us >= 0)


def lived(drawn: Futures, people: Ints, first: Ints) -> Ints:
    """What became of everybody in all runs."""
    start = drawn.taken.start._replace(ends_us=drawn.ends_us)
    return live_many(drawn.hall, people, first, start=start, keeps_outcomes=True).out


def classes_of(branch: Branch, wanted: Sequence[str] = ()) -> list[Class]:
    """What is offered at the kiosk: pairs that some counter serves, of these services or of all."""
    return [
        (service.index, segment.index)
        for service, segment in branch.rules.offers.values()
        if not wanted or service.id in wanted
    ]
