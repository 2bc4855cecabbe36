"""Changes of one duty by hand: earlier, longer, another break, another counter, a day off; no Qt.

They make what a person asks for, also where a rule forbids it: the check says so then.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from simulator.planning.clock import minute_of
from simulator.planning.rostering.month import Day, Month
from simulator.planning.rostering.roster import Duty, Roster, roster_of
from simulator.planning.rostering.staff_file import Shift

DAY_MIN: Final = 24 * 60
#: A duty that nobody has drawn yet, where the staff file has no shift for the person.
PLAIN_MIN: Final = 4 * 60


def exchanged(roster: Roster, old: Duty | None, new: Duty | None) -> Roster:
    """Another duty in the place of one; None: there was none, or it is a day off now."""
    duties = list(roster.duties)
    if old is not None:
        duties.remove(old)
    return roster_of(duties if new is None else [*duties, new])


def moved(duty: Duty, by_min: int) -> Duty | None:
    """The whole duty with its breaks; None where the day is over."""
    begins, ends = duty.begins_min + by_min, duty.ends_min + by_min
    if begins < 0 or ends > DAY_MIN:
        return None
    breaks = tuple((at + by_min, until + by_min) for at, until in duty.breaks)
    return replace(duty, begins_min=begins, ends_min=ends, breaks=breaks)


def stretched(duty: Duty, by_min: int, step_min: int, *, at_end: bool) -> Duty | None:
    """Only one end of it; breaks that do not fit any more are gone."""
    begins = duty.begins_min + (0 if at_end else by_min)
    ends = duty.ends_min + (by_min if at_end else 0)
    if begins < 0 or ends > DAY_MIN or ends - begins < step_min:
        return None
    breaks = tuple(each for each in duty.breaks if begins < each[0] and each[1] < ends)
    return replace(duty, begins_min=begins, ends_min=ends, breaks=breaks)


def break_moved(duty: Duty, number: int, by_min: int) -> Duty | None:
    """One break earlier or later, inside the duty and beside the other breaks."""
    if number >= len(duty.breaks):
        return None
    at, until = (edge + by_min for edge in duty.breaks[number])
    others = duty.breaks[:number] + duty.breaks[number + 1 :]
    is_inside = duty.begins_min < at and until < duty.ends_min
    if not is_inside or any(at < other[1] and other[0] < until for other in others):
        return None
    return replace(duty, breaks=tuple(sorted((*others, (at, until)))))


def places(month: Month, person: str) -> list[tuple[str, str]]:
    """Skill and counter of every place where somebody may work."""
    known = month.person.get(person)
    skills = [month.skill[name] for name in known.skills] if known else list(month.file.skills)
    found = [(skill.id, counter) for skill in skills for counter in skill.counters]
    return found + [(skill.id, "") for skill in skills if skill.seats]


def next_place(duty: Duty, month: Month, by: int = 1) -> Duty | None:
    """The same hours at the next counter of what the person can do."""
    all_places = places(month, duty.person)
    if not all_places:
        return None
    here = (duty.skill, duty.counter)
    number = all_places.index(here) + by if here in all_places else 0
    skill, counter = all_places[number % len(all_places)]
    return replace(duty, skill=skill, counter=counter)


def first_duty(roster: Roster, month: Month, day: Day, person: str) -> Duty | None:
    """The first shift that the person may work on this day, at the first place that is free."""
    shift = next(_shifts(month, day, person), None)
    begins, ends = (
        (minute_of(shift.begins), minute_of(shift.ends))
        if shift
        else (day.opens_min, min(day.opens_min + PLAIN_MIN, day.closes_min))
    )
    all_places = places(month, person)
    if not all_places or begins >= ends:
        return None
    taken = {
        duty.counter
        for duty in roster.on(day.iso)
        if duty.counter and duty.begins_min < ends and begins < duty.ends_min
    }
    free = (place for place in all_places if place[1] not in taken)
    skill, counter = next(free, all_places[0])
    breaks = tuple(
        (minute_of(each.begins), minute_of(each.begins) + each.minutes)
        for each in (shift.breaks if shift else ())
    )
    return Duty(day.iso, person, begins, ends, skill, counter, breaks)


def _shifts(month: Month, day: Day, person: str) -> Iterator[Shift]:
    earliest = day.opens_min - month.file.opening_min
    latest = day.closes_min + month.file.closing_min
    contract = month.contract.get(person)
    for shift in month.file.shifts:
        is_his = contract is None or contract.shifts is None or shift.id in contract.shifts
        is_todays = shift.kinds is None or day.kind in shift.kinds
        is_inside = earliest <= minute_of(shift.begins) and minute_of(shift.ends) <= latest
        if is_his and is_todays and is_inside:
            yield shift
