"""Every roster of a tiny week, one after another: what the search is held against."""

from collections.abc import Iterator
from itertools import product

from simulator.planning.clock import minute_of
from simulator.planning.rostering.broken import Rule
from simulator.planning.rostering.check import check
from simulator.planning.rostering.month import Month
from simulator.planning.rostering.need import DayNeed
from simulator.planning.rostering.roster import NOBODY, Duty, Roster, changes, roster_of
from simulator.planning.rostering.score import score

#: What may be broken at a price; everything else may not be.
PRICED = {Rule.PRESENCE, Rule.NEED, Rule.HOURS_LEAST, Rule.BREAKS_AT_ONCE, Rule.FAIR}


def every_roster(month: Month) -> Iterator[Roster]:
    """Each person, each open day: off, or a shift with its break anywhere in its window."""
    days = [day.iso for day in month.days if day.is_open]
    people = [person.id for person in month.file.people]
    choices = [None, *_shifts(month)]
    cells = [(day, person) for day in days for person in people]
    for chosen in product(choices, repeat=len(cells)):
        duties = []
        for (day, person), choice in zip(cells, chosen, strict=True):
            if choice is not None:
                begins, ends, breaks = choice
                place = str(1 + people.index(person))
                duties.append(Duty(day, person, begins, ends, "teller", place, breaks))
        yield roster_of(duties)


def _shifts(month: Month) -> list[tuple[int, int, tuple[tuple[int, int], ...]]]:
    found: list[tuple[int, int, tuple[tuple[int, int], ...]]] = []
    for shift in month.file.shifts:
        begins, ends = minute_of(shift.begins), minute_of(shift.ends)
        if not shift.breaks:
            found.append((begins, ends, ()))
        for rule in shift.breaks:
            last = minute_of(rule.ends) - rule.minutes
            starts = range(minute_of(rule.begins), last + 1, month.file.step_min)
            found += [(begins, ends, ((at, at + rule.minutes),)) for at in starts]
    return found


def least_cost(
    month: Month,
    needs: tuple[DayNeed, ...] = (),
    present: Roster | None = None,
    changes_most: int | None = None,
) -> float:
    """What the best of all rosters costs; with a most of changes these cost nothing."""
    best = float("inf")
    priced = present if changes_most is None else None
    for roster in every_roster(month):
        near = present is None or changes_most is None
        if not near and len(changes(present or NOBODY, roster)) > (changes_most or 0):
            continue
        if all(broken.rule in PRICED for broken in check(roster, month, needs)):
            best = min(best, score(roster, month, needs, priced).total)
    return best
