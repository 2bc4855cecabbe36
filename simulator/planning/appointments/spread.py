"""How to spread so many appointments over the slots of a day, with everything else that happens."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shared.config.rules import to_rules
from shared.domain.errors import InputInvalid
from shared.metrics.visit import SECOND_US
from shared.rollout import columns as c
from shared.rollout.day import Ints
from shared.rollout.run import live_many
from simulator.experiment.interval import Interval, mean_interval
from simulator.model.arrays import plan_hall
from simulator.model.booked import places
from simulator.model.class_time import service_time
from simulator.model.course import draw_courses
from simulator.model.customer import NEVER
from simulator.model.distribution import Exponential
from simulator.model.plan import Plan
from simulator.planning.appointments.exact import (
    Costs,
    Schedule,
    Session,
    best_schedule,
    even_schedule,
    outcome,
)
from simulator.planning.appointments.offer import offered, services_of
from simulator.planning.journal import Journal
from simulator.planning.search import OnStep, Score
from simulator.planning.tally import Real
from simulator.planning.trial import Trial, fresh_seed

MINUTE_US = 60 * SECOND_US
Mask = NDArray[np.bool_]
USUAL: Final = Costs()


class NotSpread(InputInvalid):
    """These appointments cannot be spread."""

    code = "appointments_not_spread"
    sentence = "The appointments cannot be spread over the slots: %1"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is spread, and how long is searched.

    ``is_exact``: where the session can be worked out exactly, that answer is taken.
    """

    service: str
    people: int
    at_once: int = 3
    days: int = 400
    fresh_days: int = 1000
    seed: int = 1
    most: int = 2000
    costs: Costs = USUAL
    is_exact: bool = True


@dataclass(frozen=True)
class SpreadFound:
    """The schedule found beside the even one; costs of fresh days, paired.

    ``exact_cost`` and ``best_cost`` are there where the session can be worked out exactly (one
    counter, exponential services, nobody without an appointment, everybody on time or away).
    """

    plan: Plan
    wanted: Wanted
    slots_us: tuple[int, ...]
    schedule: Schedule
    even: Schedule
    tried: int
    is_cut_short: bool
    cost: Interval
    difference: Interval
    exact_cost: float | None
    best_cost: float | None


class Spread:
    """A day whose slots can be filled as one likes: same people, some of whom have no place."""

    def __init__(self, plan: Plan, wanted: Wanted, days: int, seed: int) -> None:
        """Draw everybody who may be given a place."""
        self.plan, self.wanted = opened(plan, wanted), wanted
        self.trial = Trial(self.plan, days, seed)
        due = np.unique(places(self.plan, wanted.service))
        self.slots_us = tuple(due.tolist())
        people = self.trial.people
        if (people[:, c.P_SECOND] >= 0).any():
            raise NotSpread("people who go to a machine are not told apart here. Leave these out.")
        self._day = np.repeat(np.arange(days), np.diff(self.trial.first))
        service = self.plan.rules.service_index[wanted.service]
        self._mine = (people[:, c.P_SERVICE] == service) & (people[:, c.P_BOOKED_US] >= 0)
        self._slot = np.searchsorted(due, people[:, c.P_BOOKED_US])
        self._rank = _ranks(self._day, self._slot, self._mine)
        self._courses = draw_courses(self.plan, seed, range(days))

    def costs(self, schedule: Schedule) -> Real:
        """The cost of each day under a schedule."""
        limit = np.asarray(schedule)[np.minimum(self._slot, len(schedule) - 1)]
        people = self.trial.people.copy()
        people[self._mine & (self._rank >= limit), c.P_ARRIVAL_US] = NEVER
        arrival_us = people[:, c.P_ARRIVAL_US]
        order = np.lexsort((arrival_us, arrival_us == NEVER, self._day))
        people, mine = people[order], self._mine[order]
        out = live_many(
            plan_hall(self.plan, self._courses),
            people,
            self.trial.first,
            limits_us=(),
            keeps_outcomes=True,
        ).out
        return self._cost(people, mine, out)

    def _cost(self, people: Ints, mine: Mask, out: Ints) -> Real:
        days = self.trial.days
        is_called = mine & (out[:, c.O_CALLED_US] >= 0)
        begins = np.maximum(out[:, c.O_TICKET_US], people[:, c.P_BOOKED_US])
        wait = np.where(is_called, out[:, c.O_CALLED_US] - begins, 0) / MINUTE_US
        work = np.where(is_called, out[:, c.O_ENDED_US] - out[:, c.O_STARTED_US], 0) / MINUTE_US
        begins_us, ends_us = self.session_us
        last = np.full(days, ends_us)
        np.maximum.at(last, self._day[is_called], out[is_called, c.O_ENDED_US])
        overtime = (last - ends_us) / MINUTE_US
        session = (ends_us - begins_us) / MINUTE_US
        busy = np.bincount(self._day, work, days)
        idle = np.maximum(session * self.counters + overtime - busy, 0)
        costs = self.wanted.costs
        waiting = np.bincount(self._day, wait, days)
        found = costs.waiting * waiting + costs.idle * idle + costs.overtime * overtime
        return np.asarray(found, dtype=np.float64)

    @property
    def counters(self) -> int:
        """How many counters serve these appointments."""
        service = self.wanted.service
        ids = {shift.counter for shift in self.plan.shifts}
        return sum(
            service in counter.services and counter.id in ids
            for counter in self.plan.profile.counters
        )

    @property
    def session_us(self) -> tuple[int, int]:
        """From the first slot to the end of the last, microseconds from midnight."""
        slot_us = offered(self.plan.profile, self.wanted.service).slot_min * MINUTE_US
        return self.slots_us[0], self.slots_us[-1] + slot_us

    def session(self) -> Session | None:
        """The same as a session that can be worked out exactly; None where it is none."""
        plan, service = self.plan, self.wanted.service
        lines = plan.scenario.appointments
        time = service_time(plan, lines[0].service, lines[0].segment)
        is_plain = (
            len(lines) == 1
            and len(self.trial.people) == self.trial.days * len(places(plan, service))
            and lines[0].lateness_mean_min == lines[0].lateness_sd_min == 0
            and self.counters == 1
            and isinstance(time, Exponential)
            and plan.scenario.kiosk.count == 0
        )
        if not is_plain:
            return None
        slot_min = offered(plan.profile, service).slot_min
        return Session(len(self.slots_us), slot_min, time.mean_min, 1 - lines[0].no_show_share)


def opened(plan: Plan, wanted: Wanted) -> Plan:
    """The plan with room for ``at_once`` in every slot of the service, all of it taken.

    Raises:
        NothingBooked, NotSpread.
    """
    services_of(plan, wanted.service)
    tables = tuple(
        t.model_copy(update={"capacity": wanted.at_once} if t.service == wanted.service else {})
        for t in plan.profile.appointments
    )
    lines = [line for line in plan.scenario.appointments if line.service == wanted.service]
    if len(lines) > 1:
        raise NotSpread("several lines of the scenario share them. Keep one.")
    others = [line for line in plan.scenario.appointments if line.service != wanted.service]
    full = (lines[0].model_copy(update={"filled": 1.0}), *others)
    profile = plan.profile.model_copy(update={"appointments": tables})
    scenario = plan.scenario.model_copy(update={"appointments": full})
    found = replace(plan, profile=profile, rules=to_rules(profile), scenario=scenario)
    room = len(places(found, wanted.service))
    if wanted.people > room:
        raise NotSpread(f"{wanted.people} do not fit into {room} places. Allow more at once.")
    return found


def _ranks(day: Ints, slot: Ints, mine: Mask) -> Ints:
    """The place of each appointment within its slot: 0, 1 ..."""
    found = np.zeros(len(day), dtype=np.int64)
    rows = np.flatnonzero(mine)
    key = day[rows] * (int(slot.max(initial=0)) + 1) + slot[rows]
    order = np.argsort(key, kind="stable")
    sizes = np.unique(key, return_counts=True)[1]
    found[rows[order]] = np.concatenate([np.arange(size) for size in sizes])
    return found


def find_spread(
    plan: Plan,
    wanted: Wanted,
    journal: Journal | None = None,
    on_step: OnStep | None = None,
    should_stop: Callable[[], bool] = lambda: False,
) -> SpreadFound:
    """The schedule that costs least: exactly, or by moving one at a time until none helps.

    Raises:
        NothingBooked, NotSpread.
    """
    spread = Spread(plan, wanted, wanted.days, wanted.seed)
    session = spread.session()
    best, best_cost = None, None
    if session is not None:
        best, best_cost = best_schedule(wanted.people, session, wanted.costs)
    looks = _Looks(spread, journal or Journal(None, {}), on_step, should_stop)
    even = even_schedule(wanted.people, len(spread.slots_us))
    if best is None or not wanted.is_exact or max(best) > wanted.at_once:
        best = looks.descend(even)
    fresh = Spread(plan, wanted, wanted.fresh_days, fresh_seed(wanted.seed))
    mine, its = fresh.costs(best), fresh.costs(even)
    return SpreadFound(
        plan=plan,
        wanted=wanted,
        slots_us=spread.slots_us,
        schedule=best,
        even=even,
        tried=len(looks.seen),
        is_cut_short=looks.is_cut_short,
        cost=mean_interval(mine.tolist()),
        difference=mean_interval((mine - its).tolist()),
        exact_cost=None if session is None else wanted.costs.of(outcome(best, session)),
        best_cost=best_cost,
    )


class _Looks:
    """Schedules that have been looked at, with their costs on the days of the search."""

    def __init__(
        self,
        spread: Spread,
        journal: Journal,
        on_step: OnStep | None,
        should_stop: Callable[[], bool],
    ) -> None:
        self.spread, self.journal = spread, journal
        self.on_step, self.should_stop = on_step, should_stop
        self.seen: dict[Schedule, float] = {}
        self.is_cut_short = False

    def cost(self, schedule: Schedule) -> float:
        """The mean cost, from the journal where it is there."""
        if schedule not in self.seen:
            self.seen[schedule] = self.journal.number(
                json.dumps(schedule), lambda: float(self.spread.costs(schedule).mean())
            )
            if self.on_step is not None:
                best = Score(0, min(self.seen.values()))
                self.on_step(len(self.seen), self.spread.wanted.most, best)
        return self.seen[schedule]

    def descend(self, start: Schedule) -> Schedule:
        """The best neighbour again and again."""
        best, centre = start, None
        self.cost(start)
        while best != centre and not self.is_cut_short:
            centre = best
            for schedule in _moved(centre, self.spread.wanted.at_once):
                if len(self.seen) >= self.spread.wanted.most or self.should_stop():
                    self.is_cut_short = True
                    break
                if self.cost(schedule) < self.cost(best):
                    best = schedule
        return best


def _moved(schedule: Schedule, at_once: int) -> Iterator[Schedule]:
    """One appointment from one slot to another."""
    for giver, taker in np.ndindex(len(schedule), len(schedule)):
        if giver != taker and schedule[giver] > 0 and schedule[taker] < at_once:
            found = list(schedule)
            found[giver] -= 1
            found[taker] += 1
            yield tuple(found)
