"""What the duties of one person break together: hours, days, rest, more than a fair part."""

import math
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from simulator.planning.rostering.broken import Broken, Rule
from simulator.planning.rostering.month import Day, Month
from simulator.planning.rostering.roster import Duty
from simulator.planning.rostering.staff_file import Fair

DAYS_OF_A_WEEK = 7


def person_breaks(person: str, duties: Sequence[Duty], month: Month) -> Iterator[Broken]:
    """Every rule about one person; ``duties`` are theirs, also those before the first day."""
    first = month.days[0].iso
    by_day: dict[str, list[Duty]] = {}
    for duty in duties:
        by_day.setdefault(duty.day, []).append(duty)
    for day, on_it in by_day.items():
        if len(on_it) > 1 and day >= first:
            yield Broken(Rule.TWICE, day, person, found=len(on_it), wanted=1)
    yield from _weeks(person, [duty for duty in duties if duty.day >= first], month)
    yield from _rests(person, duties, month)
    yield from _rows(person, sorted(by_day), month)


def paid_min(duty: Duty, month: Month) -> int:
    """Minutes of a duty that are paid: all but the breaks that its shift does not pay."""
    minutes = duty.ends_min - duty.begins_min
    for number, (begins, ends) in enumerate(duty.breaks):
        if not _is_paid(duty, number, month):
            minutes -= ends - begins
    return minutes


def _is_paid(duty: Duty, number: int, month: Month) -> bool:
    for shift in month.shifts_at.get((duty.begins_min, duty.ends_min), ()):
        if len(shift.breaks) == len(duty.breaks):
            return shift.breaks[number].is_paid
    return False


def _weeks(person: str, duties: Sequence[Duty], month: Month) -> Iterator[Broken]:
    contract = month.contract[person]
    weeks: dict[str, list[Day]] = {}
    for day in month.days:
        weeks.setdefault(day.week, []).append(day)
    for week, days in weeks.items():
        isos = {day.iso for day in days}
        own = [duty for duty in duties if duty.day in isos]
        hours = sum(paid_min(duty, month) for duty in own) / 60
        worked = len({duty.day for duty in own})
        least = least_hours(person, days, month)
        if hours > contract.hours_week_most:
            yield Broken(
                Rule.HOURS_MOST, week, person, found=hours, wanted=contract.hours_week_most
            )
        if hours < least:
            yield Broken(Rule.HOURS_LEAST, week, person, found=hours, wanted=least)
        if worked > contract.days_week_most:
            yield Broken(Rule.DAYS_MOST, week, person, found=worked, wanted=contract.days_week_most)


def least_hours(person: str, days: Sequence[Day], month: Month) -> float:
    """The least hours of a week: none of a part of one, less for leave and holidays."""
    contract = month.contract[person]
    if len(days) < DAYS_OF_A_WEEK:
        return 0.0
    who = month.person[person]
    off = [
        day
        for day in days
        if day.is_holiday or (day.is_open and who.is_on_leave(date.fromisoformat(day.iso)))
    ]
    return max(0.0, contract.hours_week_least - contract.leave_day_h * len(off))


def _rests(person: str, duties: Sequence[Duty], month: Month) -> Iterator[Broken]:
    """Rest between the end of a day's work and the next beginning, a day or more later."""
    first, rest_h = month.days[0].iso, month.contract[person].rest_h
    ordered = sorted(duties)
    for before, after in pairwise(ordered):
        nights = (date.fromisoformat(after.day) - date.fromisoformat(before.day)).days
        found_h = (nights * 1440 + after.begins_min - before.ends_min) / 60
        if nights > 0 and found_h < rest_h and after.day >= first:
            yield Broken(Rule.REST, after.day, person, found=round(found_h, 2), wanted=rest_h)


def _rows(person: str, days: Sequence[str], month: Month) -> Iterator[Broken]:
    """Runs of days that are longer than the contract allows, named at their last day."""
    most, first = month.contract[person].days_in_a_row_most, month.days[0].iso
    run = 0
    for number, day in enumerate(days):
        run += 1
        tomorrow = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
        if number + 1 == len(days) or days[number + 1] != tomorrow:
            if run > most and day >= first:
                yield Broken(Rule.IN_A_ROW, day, person, found=run, wanted=most)
            run = 0


def fair_breaks(duties: Sequence[Duty], month: Month) -> Iterator[Broken]:
    """Whoever has more or less of some work than a fair part of it."""
    for fair in month.file.fairness:
        weights = fair_weights(fair, month)
        counts = {
            person: sum(_counts(duty, fair, month) for duty in duties if duty.person == person)
            for person in weights
        }
        together, all_of_it = sum(weights.values()), sum(counts.values())
        for person, weight in weights.items():
            part = all_of_it * weight / together if together else 0.0
            low = math.floor(part + 1e-9) - fair.apart_most
            high = math.ceil(part - 1e-9) + fair.apart_most
            if weight and not low <= counts[person] <= high:
                yield Broken(
                    Rule.FAIR,
                    person=person,
                    what=fair.id,
                    found=counts[person],
                    wanted=round(part, 2),
                )


def fair_weights(fair: Fair, month: Month) -> dict[str, int]:
    """By whom such work can be done: open days of it without leave x days a week of the contract.

    Whoever may work none of its shifts is left out.
    """
    found = {}
    for person in month.file.people:
        contract = month.contract[person.id]
        shifts = {s.id for s in month.file.shifts if fair.shifts is None or s.id in fair.shifts}
        able = contract.shifts is None or bool(shifts & set(contract.shifts))
        if able and (fair.people is None or person.id in fair.people):
            days = [
                day
                for day in month.days
                if day.is_open
                and (fair.weekdays is None or day.weekday in fair.weekdays)
                and not person.is_on_leave(date.fromisoformat(day.iso))
            ]
            found[person.id] = len(days) * contract.days_week_most
    return found


def _counts(duty: Duty, fair: Fair, month: Month) -> bool:
    day = month.by_day.get(duty.day)
    if day is None or (fair.weekdays is not None and day.weekday not in fair.weekdays):
        return False
    return fair.shifts is None or any(
        shift.id in fair.shifts
        for shift in month.shifts_at.get((duty.begins_min, duty.ends_min), ())
    )
