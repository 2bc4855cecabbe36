"""The staff file (TOML): people, contracts, shifts, and the rules that a roster has to keep.

Clock times are whole steps (``step_min``). What is said of a kind of day holds for every date of
that kind; which date is of which kind is settled in ``month``.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Field, model_validator

from shared.config.profile import ClockTime, Identifier, Table, Text
from simulator.planning.rostering.staff_people import Contract, Person

#: Days of a period; half a year is planned in parts.
MOST_DAYS: Final = 62
MOST_PEOPLE: Final = 200

Names = Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=99)]
Minutes = Annotated[int, Field(ge=0, le=480)]


class Weekday(StrEnum):
    """Days of the week, in the order of ``date.weekday``."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


WEEK: Final = tuple(Weekday)


class Skill(Table):
    """What somebody can do. One without counters and seats is an authority, such as keys.

    Counters are given out in this order: name those first that the branch can least do without.
    """

    id: Identifier
    name: Text
    counters: tuple[Identifier, ...] = Field(default=(), max_length=99)
    seats: int = Field(
        default=0, ge=0, le=99, description="so many more may do it without a counter"
    )


class Break(Table):
    """A break in a shift: so long, at a time within a window. Whoever has it is away."""

    minutes: int = Field(ge=5, le=180)
    begins: ClockTime = Field(description="not before")
    ends: ClockTime = Field(description="over by then")
    reason: Identifier = Field(default="lunch", description="of the pauses of the profile")
    is_paid: bool = False


class Shift(Table):
    """One of the shifts that may be worked."""

    id: Identifier
    name: Text
    begins: ClockTime
    ends: ClockTime
    breaks: tuple[Break, ...] = Field(default=(), max_length=3, description="in their order")
    kinds: Names | None = Field(default=None, description="of days; default: every kind")

    @model_validator(mode="after")
    def _order(self) -> "Shift":
        if self.begins >= self.ends:
            raise ValueError(f"{self.begins} is not before {self.ends}")
        return self


class Kind(Table):
    """Days that are worked in one way. The first table that fits a date counts."""

    id: Identifier
    weekdays: tuple[Weekday, ...] | None = Field(default=None, description="default: all")
    day_types: Names | None = Field(
        default=None, description="types of the profile's calendar; default: all"
    )
    is_closed: bool = Field(default=False, description="nobody works")
    scenario: str | None = Field(
        default=None, min_length=1, max_length=400, description="default: that of the file"
    )
    demand: float = Field(default=1.0, gt=0, le=10, description="times the scenario's arrivals")


class When(StrEnum):
    """During what a presence is asked for."""

    OPEN = "open"
    CASH = "cash"
    OPENING = "opening"
    CLOSING = "closing"


class Presence(Table):
    """At least so many people in the building and not on a break.

    ``open``: while the branch is open; ``cash``: while somebody works at a cash counter;
    ``opening`` and ``closing``: during the work before opening and after closing.
    """

    id: Identifier
    name: Text
    when: When
    people: int = Field(ge=1, le=99)
    skill: Identifier | None = Field(default=None, description="who has it; default: anybody")
    cash_limit: float | None = Field(
        default=None, gt=0, description="who may approve at least so much; default: anybody"
    )


class Need(Table):
    """At least so many at work with a skill, besides what the simulation asks for."""

    skill: Identifier
    begins: ClockTime
    ends: ClockTime
    people: int = Field(ge=1, le=99)
    kinds: Names | None = Field(default=None, description="of days; default: every open day")


class Fair(Table):
    """Work that is to be shared out: nobody much above or below their part of it.

    A person's part is by the days on which they could do it. ``apart_most`` 1: with a part of 2.4
    somebody does 1 to 4.
    """

    id: Identifier
    name: Text
    weekdays: tuple[Weekday, ...] | None = Field(default=None, description="default: all")
    shifts: Names | None = Field(default=None, description="default: all")
    people: tuple[str, ...] | None = Field(default=None, description="default: everybody")
    apart_most: int = Field(default=1, ge=0, le=31)


class Prices(Table):
    """What things cost, in one currency; only their relation matters to the roster."""

    hour: float = Field(default=60.0, ge=0, le=100_000, description="of paid work")
    missing_half_hour: float = Field(
        default=100.0, ge=0, le=100_000, description="of one person who is needed and not there"
    )


class StaffFile(Table):
    """A whole staff file."""

    schema_version: int = Field(default=1, ge=1, le=1)
    name: Text
    scenario: str = Field(
        min_length=1,
        max_length=400,
        description="demand of a usual day: a shipped scenario's name, or a path relative to "
        "this file. Its profile is the branch.",
    )
    first_day: date
    days: int = Field(ge=1, le=MOST_DAYS)
    step_min: Literal[15, 30] = Field(default=30, description="shifts and breaks begin on these")
    opening_min: Minutes = Field(default=0, description="work before opening")
    closing_min: Minutes = Field(default=0, description="work after closing")
    lunch_away_most: int | None = Field(
        default=None, ge=1, le=99, description="so many may have a break at once; default: any"
    )
    absent: float = Field(
        default=0.0, ge=0, lt=1, description="share of duties that somebody falls ill for"
    )
    cash_counters: tuple[Identifier, ...] = Field(default=(), max_length=99)
    skills: tuple[Skill, ...] = Field(min_length=1, max_length=60)
    shifts: tuple[Shift, ...] = Field(min_length=1, max_length=40)
    contracts: tuple[Contract, ...] = Field(min_length=1, max_length=60)
    people: tuple[Person, ...] = Field(min_length=1, max_length=MOST_PEOPLE)
    kinds: tuple[Kind, ...] = Field(default=(), max_length=40)
    presence: tuple[Presence, ...] = Field(default=(), max_length=40)
    needs: tuple[Need, ...] = Field(default=(), max_length=400)
    fairness: tuple[Fair, ...] = Field(default=(), max_length=20)
    prices: Prices = Prices()
