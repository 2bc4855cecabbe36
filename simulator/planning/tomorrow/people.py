"""Who is in tomorrow, and what may be asked of them."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from shared.config.naming import suggestion
from shared.config.profile import CounterTable
from shared.domain.errors import FileUnreadable, InputInvalid
from simulator.model.plan import Plan
from simulator.model.scenario_staff import Staffing


class PeopleInvalid(InputInvalid):
    """Who is said to be in or away is not in the staffing."""

    code = "tomorrow_people_invalid"
    sentence = "%1"


@dataclass(frozen=True, slots=True)
class Person:
    """One line of the staffing with the staff number; ``skills`` are services.

    Somebody can do what the counters where they usually sit serve, or the line's own services.
    """

    number: str
    line: Staffing
    skills: frozenset[str]


def people_of(plan: Plan) -> tuple[Person, ...]:
    """Everybody in the plan's staffing, one for each line; every counter where it has none."""
    counters = {counter.id: counter for counter in plan.profile.counters}
    lines = plan.scenario.staffing or tuple(Staffing(counter=name) for name in counters)
    numbers = [shift.staff for shift in plan.shifts]
    own: dict[str, set[str]] = {}
    for number, line in zip(numbers, lines, strict=True):
        own.setdefault(number, set()).update(line.services or served_at(counters[line.counter]))
    return tuple(
        Person(number, line, frozenset(own[number]))
        for number, line in zip(numbers, lines, strict=True)
    )


def served_at(counter: CounterTable) -> tuple[str, ...]:
    """The services of a counter, those that overflow to it included."""
    over = counter.overflow.services if counter.overflow and counter.overflow.services else ()
    return (*counter.services, *over)


def without(people: Sequence[Person], absent: Sequence[str]) -> tuple[Person, ...]:
    """Those who are in.

    Raises:
        PeopleInvalid: somebody who is said to be away is not in the staffing, or nobody is left.
    """
    numbers = [person.number for person in people]
    for number in absent:
        if number not in numbers:
            raise PeopleInvalid(f"Nobody has the number “{number}”. {suggestion(number, numbers)}")
    found = tuple(person for person in people if person.number not in absent)
    if not found:
        raise PeopleInvalid("Nobody is left to open the branch. Name fewer who are away.")
    return found


def read_present(path: Path, people: Sequence[Person]) -> tuple[str, ...]:
    """Who is away, from a CSV of who is in: a column ``person`` with staff numbers.

    Raises:
        FileUnreadable: it cannot be read.
        PeopleInvalid: there is no such column, or somebody in it is not in the staffing.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except OSError as error:
        raise FileUnreadable(path, error.strerror or error) from error
    if not rows or "person" not in rows[0]:
        raise PeopleInvalid(f"{path.name}: there is no column “person”. Write one line for each.")
    present = {(row["person"] or "").strip() for row in rows}
    strangers = present - {person.number for person in people}
    if strangers:
        without(people, sorted(strangers))
    return tuple(dict.fromkeys(p.number for p in people if p.number not in present))


def away(people: Sequence[Person], absent: str | None, present: Path | None) -> tuple[str, ...]:
    """Who is away: named with commas, or whoever a CSV of who is in does not name.

    Raises:
        FileUnreadable, PeopleInvalid: as ``read_present``.
    """
    named = tuple(n for n in (absent or "").replace(" ", "").split(",") if n)
    others = read_present(present, people) if present is not None else ()
    return tuple(dict.fromkeys((*named, *others)))
