"""From a solved program to duties: who of several alike has which break and which counter."""

from collections.abc import Callable, Sequence

from ortools.sat.python import cp_model

from simulator.planning.rostering.model import Crew, Program
from simulator.planning.rostering.month import Day
from simulator.planning.rostering.pattern import Breaks
from simulator.planning.rostering.roster import Duty, Roster, roster_of

Value = Callable[[cp_model.IntVar], int]


def placed(program: Program, value: Value) -> Roster:
    """The duties of a solution."""
    kept = {who for who, variable in program.of.kept.items() if value(variable)}
    found = [program.present[who] for who in sorted(kept)]
    for number, day in enumerate(program.open_days):
        new = _with_breaks(program, day, number, kept, value)
        here = [duty for duty in found if duty.day == day.iso]
        found += _with_counters(program, here, new)
    return roster_of(found)


def _with_breaks(
    program: Program, day: Day, number: int, kept: set[tuple[str, str]], value: Value
) -> list[Duty]:
    """Everybody new on this day; breaks go round among those alike from day to day."""
    crews: dict[Crew, list[str]] = {}
    for (person, iso, shift_id, skill), works in program.on_day(day.iso):
        if value(works) and (person, iso) not in kept:
            crews.setdefault((iso, shift_id, skill, program.alike_of[person]), []).append(person)
    ways: dict[Crew, list[Breaks]] = {}
    for (crew, way), count in program.ways_on(day.iso):
        ways.setdefault(crew, []).extend([way] * value(count))
    found = []
    for crew, people in crews.items():
        _, shift_id, skill, _ = crew
        shift = program.shift[shift_id]
        turned = people[number % len(people) :] + people[: number % len(people)]
        breaks = ways.get(crew, [()] * len(people))
        found += [
            Duty(day.iso, person, shift.begins_min, shift.ends_min, skill, "", way)
            for person, way in zip(turned, breaks, strict=True)
        ]
    return found


def _with_counters(program: Program, here: Sequence[Duty], new: Sequence[Duty]) -> list[Duty]:
    """Who begins first gets the first counter of the skill that is free all the while."""
    taken = list(here)
    found = []
    for duty in sorted(new, key=lambda each: (each.begins_min, -each.ends_min, each.person)):
        counters = program.month.skill[duty.skill].counters
        free = (c for c in counters if not any(_collide(duty, c, other) for other in taken))
        placed_at = Duty(
            duty.day,
            duty.person,
            duty.begins_min,
            duty.ends_min,
            duty.skill,
            next(free, ""),
            duty.breaks,
        )
        taken.append(placed_at)
        found.append(placed_at)
    return found


def _collide(duty: Duty, counter: str, other: Duty) -> bool:
    overlap = duty.begins_min < other.ends_min and other.begins_min < duty.ends_min
    return overlap and other.counter == counter
