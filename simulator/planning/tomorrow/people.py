"""Who is in tomorrow, and what may be asked of them."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from shared.config.naming import suggestion
from shared.config.profile import CounterTable
from shared.domain.errors import FileUnreadable, InputInvalid
from shared.domain.phrase import phrase
from simulator.model.plan import Plan
from simulator.model.scenario_staff import Pause, Staffing
from simulator.planning.clock import minute_of


class PeopleInvalid(InputInvalid):
    """Who is said to be in or away is not in the staffing."""

    code = "tomorrow_people_invalid"
    sentence = "%1"


@dataclass(frozen=True)
class Person:
    """Who works tomorrow: the staff number, their lines of the staffing in order, their skills.

    Somebody can do what the counters where they usually sit serve, or the lines' own services.
    """

    number: str
    lines: tuple[Staffing, ...]
    skills: frozenset[str]

    @cached_property
    def lunch(self) -> Pause | None:
        """The first planned pause of the day."""
        return next((pause for line in self.lines for pause in line.pauses), None)

    @cached_property
    def lunch_min(self) -> int:
        """How long it lasts, minutes; 0 without one."""
        lunch = self.lunch
        return minute_of(lunch.ends) - minute_of(lunch.begins) if lunch else 0


def people_of(plan: Plan) -> tuple[Person, ...]:
    """Everybody in the plan's staffing; where it has none, somebody at every counter.

    Whoever stands in several lines moves during the day: one person with several lines.
    """
    counters = {counter.id: counter for counter in plan.profile.counters}
    lines = plan.scenario.staffing or tuple(Staffing(counter=name) for name in counters)
    own: dict[str, list[Staffing]] = {}
    for shift, line in zip(plan.shifts, lines, strict=True):
        own.setdefault(shift.staff, []).append(line)
    return tuple(
        Person(
            number,
            tuple(sorted(mine, key=lambda line: line.opens or "")),
            frozenset(s for x in mine for s in x.services or served_at(counters[x.counter])),
        )
        for number, mine in own.items()
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
            nearest = suggestion(number, numbers)
            raise PeopleInvalid(phrase("Nobody has the number “%1”. %2", number, nearest))
    found = tuple(person for person in people if person.number not in absent)
    if not found:
        raise PeopleInvalid(phrase("Nobody is left to open the branch. Name fewer who are away."))
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
        reason = phrase("%1: there is no column “person”. Write one line for each.", path.name)
        raise PeopleInvalid(reason)
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
