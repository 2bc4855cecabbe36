"""What one duty breaks by itself: who, when, where, and its breaks."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from simulator.planning.clock import clock, minute_of
from simulator.planning.rostering.broken import Broken, Rule
from simulator.planning.rostering.month import Day, Month
from simulator.planning.rostering.roster import Duty
from simulator.planning.rostering.staff_file import Shift


def duty_breaks(duty: Duty, month: Month) -> Iterator[Broken]:
    """Every rule that this duty breaks by itself."""
    person, day = month.person.get(duty.person), month.by_day.get(duty.day)
    if person is None:
        yield Broken(Rule.PERSON, duty.day, duty.person)
        return
    if day is None or not day.is_open:
        yield Broken(Rule.CLOSED, duty.day, duty.person)
        return
    if person.is_on_leave(date.fromisoformat(duty.day)):
        yield Broken(Rule.LEAVE, duty.day, duty.person)
    if not _has_skill(duty, month):
        place = f"{duty.skill} ({duty.counter})" if duty.counter else duty.skill
        yield Broken(Rule.SKILL, duty.day, duty.person, what=place)
    yield from _times(duty, day, month)
    yield from _stretches(duty, month)


def _has_skill(duty: Duty, month: Month) -> bool:
    """Whether the person has the skill, and the counter (or seat) is one of this skill."""
    skill = month.skill.get(duty.skill)
    if skill is None or duty.skill not in month.person[duty.person].skills:
        return False
    return duty.counter in skill.counters if duty.counter else skill.seats > 0


def _times(duty: Duty, day: Day, month: Month) -> Iterator[Broken]:
    """The duty is one of the shifts that this person may work that day, breaks and all."""
    shifts = month.shifts_at.get((duty.begins_min, duty.ends_min), ())
    span = f"{clock(duty.begins_min)}-{clock(duty.ends_min)}"
    earliest = day.opens_min - month.file.opening_min
    latest = day.closes_min + month.file.closing_min
    is_inside = earliest <= duty.begins_min and duty.ends_min <= latest
    if not is_inside or not any(_may_work(shift, duty, day, month) for shift in shifts):
        yield Broken(Rule.SHIFT, duty.day, duty.person, duty.begins_min, duty.ends_min, what=span)
    if shifts and not any(_breaks_fit(duty, shift) for shift in shifts):
        told = " ".join(f"{clock(begins)}-{clock(ends)}" for begins, ends in duty.breaks)
        yield Broken(Rule.BREAKS, duty.day, duty.person, what=told)


def _may_work(shift: Shift, duty: Duty, day: Day, month: Month) -> bool:
    allowed = month.contract[duty.person].shifts
    return (allowed is None or shift.id in allowed) and (
        shift.kinds is None or day.kind in shift.kinds
    )


def _breaks_fit(duty: Duty, shift: Shift) -> bool:
    """As many breaks as the shift has, each so long, in its window, one after another."""
    if len(duty.breaks) != len(shift.breaks):
        return False
    for (begins, ends), rule in zip(duty.breaks, shift.breaks, strict=True):
        if ends - begins != rule.minutes:
            return False
        if begins < minute_of(rule.begins) or ends > minute_of(rule.ends):
            return False
    edges = [duty.begins_min, *(edge for each in duty.breaks for edge in each), duty.ends_min]
    return all(one < other for one, other in pairwise(edges))


def _stretches(duty: Duty, month: Month) -> Iterator[Broken]:
    """The longest time at work without a break."""
    edges = [duty.begins_min, *(edge for each in duty.breaks for edge in each), duty.ends_min]
    longest_h = max((edges[n + 1] - edges[n]) / 60 for n in range(0, len(edges), 2))
    most_h = month.contract[duty.person].stretch_h_most
    if longest_h > most_h:
        yield Broken(Rule.STRETCH, duty.day, duty.person, found=round(longest_h, 2), wanted=most_h)
