"""How many are needed with each skill in each half-hour, so that a sort of day keeps its standard.

It begins with what every half-hour by itself would need (SIPP: stationary, independent period by
period, M/M/c), adds one where most customers wait too long until the simulation keeps the standard,
and takes one an hour away again, at lunch first and round by round, as long as it is kept.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from shared.metrics.visit import HALF_HOUR_US
from simulator.experiment.load import expected_customers
from simulator.experiment.theory import erlang_c
from simulator.model.class_time import service_time
from simulator.model.demand import rates
from simulator.model.plan import Plan
from simulator.model.scenario_staff import Staffing
from simulator.planning.clock import clock, minute_of
from simulator.planning.rostering.judge import Judge, Lines, over_limit
from simulator.planning.rostering.month import Day, Month
from simulator.planning.rostering.need import DayNeed
from simulator.planning.tally import Real

HALF_HOUR_MIN = 30
#: (Skill, half-hour as minutes from midnight) -> people.
Needs = dict[tuple[str, int], int]


@dataclass(frozen=True)
class Sort:
    """One sort of day, and whom it can use. ``skills`` have counters."""

    judge: Judge
    day: Day
    should_stop: Callable[[], bool] = lambda: False

    @property
    def month(self) -> Month:
        """The month of the day."""
        return self.judge.month

    @property
    def plan(self) -> Plan:
        """What the day brings."""
        return self.judge.plan(self.day)

    @property
    def skills(self) -> list[str]:
        """Skills with counters."""
        return [skill.id for skill in self.month.file.skills if skill.counters]

    @property
    def half_hours(self) -> range:
        """From opening to the last ticket, as minutes from midnight."""
        last = self.plan.last_ticket_us // (60 * 1_000_000)
        return range(self.day.opens_min, int(last), HALF_HOUR_MIN)

    def serves(self, skill: str) -> set[str]:
        """The services of the counters of a skill."""
        counters = self.month.skill[skill].counters
        return {s for c in self.plan.profile.counters if c.id in counters for s in c.services}

    def alone(self, skill: str) -> set[str]:
        """The services that no other skill serves."""
        others = [self.serves(other) for other in self.skills if other != skill]
        return self.serves(skill) - set().union(*others)

    def room(self, skill: str) -> int:
        """The counters of a skill, as far as there are people for them."""
        people = sum(skill in person.skills for person in self.month.file.people)
        return min(len(self.month.skill[skill].counters), people)

    def least(self, skill: str) -> int:
        """One, where customers come whom nobody else can serve."""
        asked = {service for (service, _), n in expected_customers(self.plan).items() if n > 0}
        return 1 if self.alone(skill) & asked and self.room(skill) else 0

    def lines(self, needs: Needs) -> Lines:
        """The first counters of each skill, open as long as they are needed."""
        found = []
        for skill in self.skills:
            for place, counter in enumerate(self.month.skill[skill].counters):
                is_open = [at for at in self.half_hours if needs[skill, at] > place]
                found += [
                    Staffing(counter=counter, opens=clock(begins), closes=clock(self._end(ends)))
                    for begins, ends in _runs(is_open)
                ]
        return tuple(found)

    def _end(self, minute: int) -> int:
        """Whoever is needed until the last ticket stays until everybody is served."""
        return self.day.closes_min if minute >= self.half_hours.stop else minute


def needs_of(kept: object) -> Needs:
    """Needs as they were written into a journal: skill, half-hour, people."""
    assert isinstance(kept, list)
    return {(skill, at): people for skill, at, people in kept}


def find_needs(sort: Sort) -> Needs:
    """The needs of a sort of day; where everybody is not enough, everybody."""
    needs = start(sort)
    while sort.judge.shortfall(sort.day, sort.lines(needs)) > 0:
        if sort.should_stop() or not raise_one(sort, needs):
            return needs
    is_spared = True
    while is_spared and not sort.should_stop():
        is_spared = sum(_spared(sort, needs, hour) for hour in _hours(sort)) > 0
    return needs


def _spared(sort: Sort, needs: Needs, hour: Sequence[tuple[str, int]]) -> bool:
    """Whether one less in this hour still keeps the standard; then the needs are so."""
    before = {place: needs[place] for place in hour}
    for skill, at in hour:
        needs[skill, at] = max(needs[skill, at] - 1, min(sort.least(skill), needs[skill, at]))
    if all(needs[place] == people for place, people in before.items()):
        return False
    is_kept = sort.judge.shortfall(sort.day, sort.lines(needs)) <= 0
    if not is_kept:
        needs.update(before)
    return is_kept


def start(sort: Sort) -> Needs:
    """What each half-hour needs by itself for the first limit of the standard.

    The work of a service goes to the first skill in the file that serves it.
    """
    first = sort.judge.targets(sort.day)[0]
    work = _work(sort)
    needs: Needs = {}
    for skill in sort.skills:
        for number, at in enumerate(sort.half_hours):
            arrivals, mean_min = work[skill][number]
            wanted = _servers(arrivals, mean_min, first.within_s / 60, first.share)
            needs[skill, at] = min(max(wanted, sort.least(skill)), sort.room(skill))
    return needs


def _work(sort: Sort) -> dict[str, list[tuple[float, float]]]:
    """By skill and half-hour: arrivals a minute, and their mean service time in minutes."""
    plan, taken = sort.plan, set[str]()
    expected = expected_customers(plan)
    shares = _half_hour_shares(plan, len(sort.half_hours))
    found = {}
    for skill in sort.skills:
        own = sort.serves(skill) - taken
        taken |= own
        lines = [
            (n, service_time(plan, *cls).mean_min) for cls, n in expected.items() if cls[0] in own
        ]
        customers = sum(n for n, _ in lines)
        mean = sum(n * minutes for n, minutes in lines) / customers if customers else 0.0
        found[skill] = [(share * customers / HALF_HOUR_MIN, mean) for share in shares]
    return found


def _half_hour_shares(plan: Plan, count: int) -> list[float]:
    """Which part of the day's arrivals falls into each half-hour; fixed arrivals: evenly."""
    if plan.scenario.demand.times_min is not None:
        return [1 / count] * count
    begins_us, ends_us, per_hour = rates(plan)
    shares = np.zeros(count)
    for begins, ends, rate in zip(begins_us, ends_us, per_hour, strict=True):
        for number in range(count):
            low = plan.opens_us + number * HALF_HOUR_US
            inside = min(ends, low + HALF_HOUR_US) - max(begins, low)
            shares[number] += max(0, inside) * rate
    return list(shares / max(shares.sum(), 1e-9))


def _servers(arrivals: float, mean_min: float, within_min: float, share: float) -> int:
    """The fewest of whom so many keep the standard in steady state (Erlang C)."""
    if not arrivals or not mean_min:
        return 0
    servers = math.floor(arrivals * mean_min) + 1
    while erlang_c(arrivals, 1 / mean_min, servers).p_wait_over(within_min) > 1 - share:
        servers += 1
    return servers


def raise_one(sort: Sort, needs: Needs) -> bool:
    """One more where most wait too long, for an hour; False when nobody more can be used.

    Whoever waits too long came when the queue was there already: the half-hour before counts too.
    """
    tally = sort.judge.tally(sort.day, sort.lines(needs))
    free = [place for place in needs if needs[place] < sort.room(place[0])]
    if not free:
        return False
    if tally is None:
        worst = free[0]
    else:
        over = over_limit(tally, sort.judge.targets(sort.day))
        names = list(tally.grid.names)
        weight = {place: _waiting(sort, over, names, place, needs) for place in free}
        worst = max(free, key=lambda place: weight[place])
    skill, at = worst
    for place in (worst, (skill, at + HALF_HOUR_MIN)):
        if place in needs and needs[place] < sort.room(skill):
            needs[place] += 1
    return True


def _waiting(
    sort: Sort, over: Real, names: list[str], place: tuple[str, int], needs: Needs
) -> float:
    """Customers over the limit whom one more would serve, per person who is there already."""
    skill, at = place
    number = (at - sort.day.opens_min) // HALF_HOUR_MIN
    served = [names.index(service) for service in sort.serves(skill) if service in names]
    rows = over[number : number + 2, :][:, served]
    return float(rows.sum()) / (1 + needs[place])


def _hours(sort: Sort) -> Iterator[list[tuple[str, int]]]:
    """Whole hours of each skill: those in which breaks may be, then the others."""
    windows = [
        (minute_of(rule.begins), minute_of(rule.ends))
        for shift in sort.month.file.shifts
        for rule in shift.breaks
    ]
    begins = range(sort.half_hours.start, sort.half_hours.stop, 2 * HALF_HOUR_MIN)
    at_lunch = [at for at in begins if any(b <= at < e for b, e in windows)]
    for at in (*at_lunch, *(at for at in begins if at not in at_lunch)):
        half_hours = [each for each in (at, at + HALF_HOUR_MIN) if each in sort.half_hours]
        yield from ([(skill, each) for each in half_hours] for skill in sort.skills)


def day_needs(day: Day, needs: Needs) -> tuple[DayNeed, ...]:
    """The needs of a date, neighbouring half-hours with the same number as one."""
    found: list[DayNeed] = []
    for (skill, at), people in sorted(needs.items()):
        last = found[-1] if found else None
        if people and last and (last.skill, last.ends_min, last.people) == (skill, at, people):
            found[-1] = DayNeed(day.iso, skill, last.begins_min, at + HALF_HOUR_MIN, people)
        elif people:
            found.append(DayNeed(day.iso, skill, at, at + HALF_HOUR_MIN, people))
    return tuple(found)


def _runs(half_hours: list[int]) -> Iterator[tuple[int, int]]:
    """Begin and end of neighbouring half-hours."""
    begins: int | None = None
    for place, at in enumerate(half_hours):
        begins = at if begins is None else begins
        if place + 1 == len(half_hours) or half_hours[place + 1] != at + HALF_HOUR_MIN:
            yield begins, at + HALF_HOUR_MIN
            begins = None
