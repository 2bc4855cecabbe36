"""Looks at a finished roster and says which rules it breaks. Quick enough for every keystroke.

It shares nothing with the search (``model``) but the words of the staff file: it goes through the
days by the minute at which something begins or ends, where the search works on steps.
"""

from collections.abc import Sequence

from simulator.planning.rostering.broken import SHORTAGES, Broken
from simulator.planning.rostering.check_day import day_breaks
from simulator.planning.rostering.check_duty import duty_breaks
from simulator.planning.rostering.check_person import fair_breaks, person_breaks
from simulator.planning.rostering.month import Month
from simulator.planning.rostering.need import DayNeed, written_needs
from simulator.planning.rostering.roster import Duty, Roster


def check(roster: Roster, month: Month, needs: Sequence[DayNeed] = ()) -> tuple[Broken, ...]:
    """Every rule that the roster breaks, by rule and day; nothing: it keeps them all.

    ``needs`` come on top of those of the staff file: what the simulation found. Duties before the
    first day count for rest and days in a row only.
    """
    first = month.days[0].iso
    inside = [duty for duty in roster.duties if duty.day >= first]
    found = [broken for duty in inside for broken in duty_breaks(duty, month)]
    own: dict[str, list[Duty]] = {person: [] for person in month.person}
    on_day: dict[str, list[Duty]] = {day.iso: [] for day in month.days}
    for duty in roster.duties:
        own.get(duty.person, []).append(duty)
        on_day.get(duty.day, []).append(duty)
    for person, duties in own.items():
        found += person_breaks(person, duties, month)
    found += fair_breaks([duty for duty in inside if duty.person in own], month)
    wanted: dict[str, list[DayNeed]] = {}
    for need in (*written_needs(month), *needs):
        wanted.setdefault(need.day, []).append(need)
    for day in month.days:
        found += day_breaks(day, on_day[day.iso], wanted.get(day.iso, []), month)
    return tuple(sorted(set(found)))


def shortages(broken: Sequence[Broken]) -> tuple[Broken, ...]:
    """Of what is broken, where people are missing: day, time, for what, how many."""
    return tuple(each for each in broken if each.rule in SHORTAGES)
