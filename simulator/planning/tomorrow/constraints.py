"""What every plan for tomorrow keeps, and the errands that somebody has to go on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from shared.config.naming import suggestion
from shared.domain.phrase import phrase
from simulator.model.plan import Plan
from simulator.planning.clock import minute_of
from simulator.planning.tomorrow.people import PeopleInvalid, Person

#: Lunches and errands begin on this grid, minutes.
GRID_MIN: Final = 15
WINDOW: Final = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Constraints:
    """What every plan keeps.

    ``at_least`` counters are open at any time. Where one is open that serves one of ``dual``,
    two people who can do it are at counters. ``may_borrow``: one person may be lent.
    """

    at_least: int = 2
    dual: frozenset[str] = frozenset()
    may_borrow: bool = True


@dataclass(frozen=True, slots=True)
class Errand:
    """Somebody is away from the counter for a while: the cash van.

    It lies between two times (minutes from midnight) and lasts so long; ``able`` are the places of
    those who may go among the people who are in.
    """

    begins: int
    ends: int
    lasts: int
    able: tuple[int, ...]

    def slots(self) -> range:
        """When it may begin."""
        return range(self.begins, self.ends - self.lasts + 1, GRID_MIN)


def constraints_of(plan: Plan, at_least: int, dual: str | None, may_borrow: bool) -> Constraints:
    """The constraints as they are named on a command line.

    Raises:
        PeopleInvalid: no such service.
    """
    named = [name for name in (dual or "").replace(" ", "").split(",") if name]
    for name in named:
        _check_service(plan, name)
    return Constraints(at_least, frozenset(named), may_borrow)


def errands_of(
    plan: Plan,
    people: Sequence[Person],
    windows: Sequence[str],
    lasts_min: int,
    by: str | None,
    skill: str,
) -> tuple[Errand, ...]:
    """The cash vans as they are named on a command line: a window each, and who may go.

    Raises:
        PeopleInvalid: a window that is none, a stranger, or nobody who may go.
    """
    if not windows:
        return ()
    _check_service(plan, skill)
    numbers = [person.number for person in people]
    if by is not None and by not in numbers:
        reason = phrase("Nobody who is in has the number “%1”. %2", by, suggestion(by, numbers))
        raise PeopleInvalid(reason)
    able = tuple(
        place
        for place, person in enumerate(people)
        if (skill in person.skills if by is None else person.number == by)
    )
    if not able:
        reason = phrase("Nobody who is in does “%1”, so nobody may go to the cash van.", skill)
        raise PeopleInvalid(reason)
    return tuple(Errand(*_window(text, lasts_min), lasts_min, able) for text in windows)


def _window(text: str, lasts_min: int) -> tuple[int, int]:
    found = text.replace(" ", "")
    if not WINDOW.fullmatch(found):
        reason = phrase("“%1” is no time for the cash van. Write it as 10:00-11:30.", text)
        raise PeopleInvalid(reason)
    begins, ends = map(minute_of, found.split("-"))
    if ends - begins < lasts_min:
        reason = phrase(
            "%1 is too short for a cash van of %2 minutes. Allow more time.", text, lasts_min
        )
        raise PeopleInvalid(reason)
    return begins, ends


def _check_service(plan: Plan, name: str) -> None:
    services = [service.id for service in plan.profile.services]
    if name not in services:
        nearest = suggestion(name, services)
        raise PeopleInvalid(phrase("There is no service “%1”. %2", name, nearest))
