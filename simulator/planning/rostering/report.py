"""What a roster comes to: on days that no search has seen, with absences, for each person."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from simulator.planning.rostering.broken import Broken
from simulator.planning.rostering.check import check
from simulator.planning.rostering.check_person import paid_min
from simulator.planning.rostering.demand import absent_share, alike, lived, plan_with_absences
from simulator.planning.rostering.judge import Judge, Lines, shortfall
from simulator.planning.rostering.loop import Planned
from simulator.planning.rostering.month import Day, Month
from simulator.planning.rostering.need import DayNeed
from simulator.planning.rostering.prices import expected_missing
from simulator.planning.rostering.roster import Change, Duty, Roster, changes, roster_of
from simulator.planning.tally import Tally
from simulator.planning.target import Target, limits_of
from simulator.planning.trial import fresh_tally


@dataclass(frozen=True, slots=True)
class DayResult:
    """A day of the roster on fresh days: everybody's shares within the limits of its standard.

    ``shares_absent`` are those when each duty is not done with the staff file's share of absences.
    """

    day: Day
    people: int
    paid_h: float
    targets: tuple[Target, ...]
    shares: tuple[float, ...]
    shares_absent: tuple[float, ...]
    mean_wait_s: float
    mean_wait_absent_s: float
    is_kept: bool


@dataclass(frozen=True, slots=True)
class PersonResult:
    """What one person has in the period."""

    person: str
    name: str
    days: int
    paid_h: float
    saturdays: int
    shifts: dict[str, int]
    wishes: int
    wishes_granted: int


@dataclass(frozen=True, slots=True)
class Report:
    """A planned roster with everything that people want to know of it.

    ``broken`` are the rules that are broken, and on days that do not keep their standard on fresh
    days who is missing of those needed. ``missing_half_hours`` is how many person-half-hours are
    missing on average in the period because somebody is absent, ``missing_cost`` what they cost
    by the staff file's price.
    """

    month: Month
    planned: Planned
    broken: tuple[Broken, ...]
    days: tuple[DayResult, ...]
    people: tuple[PersonResult, ...]
    changes: tuple[Change, ...] | None
    absent: float
    missing_half_hours: float
    missing_cost: float
    fresh_days: int

    @property
    def is_kept(self) -> bool:
        """No rule is broken, and every day keeps its standard on fresh days."""
        return not self.broken and all(day.is_kept for day in self.days)


def report_of(
    month: Month,
    planned: Planned,
    judge: Judge,
    fresh_days: int,
    present: Roster | None = None,
    on_step: Callable[[str, int, int], None] = lambda _what, _done, _of: None,
) -> Report:
    """The figures of a roster; ``judge`` is that of the search, whose seed fresh days avoid."""
    absent = absent_share(month)
    seen: dict[tuple[object, Lines], DayResult] = {}
    found = []
    opened = [day for day in month.days if day.is_open]
    for number, day in enumerate(opened):
        duties = planned.roster.on(day.iso)
        found.append(_day(day, duties, judge, fresh_days, absent, seen))
        on_step("check", number + 1, len(opened))
    missing = _missing(planned.roster, planned.needs, month, absent)
    return Report(
        month=month,
        planned=planned,
        broken=_broken(planned, month, found, present),
        days=tuple(found),
        people=tuple(_person(who.id, planned.roster, month) for who in month.file.people),
        changes=None if present is None else _changes(present, planned.roster, month),
        absent=absent,
        missing_half_hours=missing,
        missing_cost=missing * month.file.prices.missing_half_hour,
        fresh_days=fresh_days,
    )


def _broken(
    planned: Planned, month: Month, days: Sequence[DayResult], present: Roster | None
) -> tuple[Broken, ...]:
    """Of the checker: with what people worked before, and the needs of days that are not kept."""
    first = month.days[0].iso
    before = [duty for duty in present.duties if duty.day < first] if present else []
    not_kept = {result.day.iso for result in days if not result.is_kept}
    needs = [need for need in planned.needs if need.day in not_kept]
    return check(roster_of([*before, *planned.roster.duties]), month, needs)


def _changes(present: Roster, roster: Roster, month: Month) -> tuple[Change, ...]:
    """Of the period only."""
    return tuple(each for each in changes(present, roster) if each.day in month.by_day)


def _day(
    day: Day,
    duties: Sequence[Duty],
    judge: Judge,
    fresh_days: int,
    absent: float,
    seen: dict[tuple[object, Lines], DayResult],
) -> DayResult:
    """Days alike with the same people at the same counters are lived once."""
    lines = judge.lines(day, duties)
    paid_h = sum(paid_min(duty, judge.month) for duty in duties) / 60
    key = alike(day), lines
    if key not in seen:
        seen[key] = _lived(day, lines, judge, fresh_days, absent)
    return replace(seen[key], day=day, people=len(duties), paid_h=paid_h)


def _lived(day: Day, lines: Lines, judge: Judge, fresh_days: int, absent: float) -> DayResult:
    targets = judge.targets(day)
    plan = lived(judge.plan(day), lines)
    nobody = (0.0,) * len(targets)
    if plan is None:
        never = float("nan")
        return DayResult(day, 0, 0.0, targets, nobody, nobody, never, never, False)
    limits, seed = limits_of(targets), judge.standard.seed
    found = fresh_tally(plan, fresh_days, seed, "service", limits)
    away = found
    if absent:
        away = fresh_tally(plan_with_absences(plan, absent), fresh_days, seed, "service", limits)
    return DayResult(
        day,
        len(lines),
        0.0,
        targets,
        shares(found),
        shares(away),
        found.mean_wait_s(),
        away.mean_wait_s(),
        shortfall(found, targets) <= 0,
    )


def shares(tally: Tally) -> tuple[float, ...]:
    """Everybody's share called within each limit, all days together."""
    within, counted = tally.within.sum(axis=(0, 1, 2)), tally.counted.sum(axis=(0, 1, 2))
    return tuple(
        float(one) / max(float(all_), 1.0) for one, all_ in zip(within, counted, strict=True)
    )


def _missing(roster: Roster, needs: Sequence[DayNeed], month: Month, absent: float) -> float:
    """Person-half-hours that are missing on average when each is absent by chance."""
    step, total = month.file.step_min, 0.0
    for need in needs:
        own = [duty for duty in roster.on(need.day) if duty.skill == need.skill]
        for minute in range(need.begins_min, need.ends_min, step):
            there = sum(duty.is_at_work(minute) for duty in own)
            usual = expected_missing(there, need.people, 0.0)
            total += (expected_missing(there, need.people, absent) - usual) * step / 30
    return total


def _person(person: str, roster: Roster, month: Month) -> PersonResult:
    own = [duty for duty in roster.of(person) if duty.day in month.by_day]
    names = [
        shift.id
        for duty in own
        for shift in month.shifts_at.get((duty.begins_min, duty.ends_min), ())[:1]
    ]
    by_day = dict(zip((duty.day for duty in own), names, strict=False))
    wishes = [
        (wish.shifts is None and day.iso not in by_day)
        or (wish.shifts is not None and by_day.get(day.iso) in wish.shifts)
        for wish in month.person[person].wishes
        for day in month.days
        if day.is_open and wish.holds(date.fromisoformat(day.iso))
    ]
    return PersonResult(
        person,
        month.person[person].name,
        len(own),
        sum(paid_min(duty, month) for duty in own) / 60,
        sum(month.by_day[duty.day].weekday == "sat" for duty in own),
        {name: names.count(name) for name in dict.fromkeys(s.id for s in month.file.shifts)},
        len(wishes),
        sum(wishes),
    )
