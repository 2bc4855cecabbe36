"""The tables of the staff file that are about one person: contract, leave, wishes."""

from datetime import date
from typing import Annotated

from pydantic import Field, model_validator

from shared.config.profile import Identifier, Table

Names = Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=99)]
#: No signs with which a spreadsheet would begin a formula.
Name = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[^=+\-@\s\x00-\x1f].*$")]
StaffNumber = Annotated[str, Field(pattern=r"^[0-9A-Za-z]{1,16}$")]


class Contract(Table):
    """What people of one kind of contract may work. Weeks begin on Monday; hours are paid ones.

    The least hours hold for weeks that lie in the period as a whole, less ``leave_day_h`` for each
    open day of leave and each holiday of that week.
    """

    id: Identifier
    hours_week_least: float = Field(default=0.0, ge=0, le=100)
    hours_week_most: float = Field(default=40.0, gt=0, le=100)
    days_week_most: int = Field(default=5, ge=1, le=7)
    days_in_a_row_most: int = Field(default=6, ge=1, le=31)
    rest_h: float = Field(default=11.0, ge=0, le=48, description="between two days of work")
    stretch_h_most: float = Field(default=24.0, gt=0, le=24, description="of work without a break")
    leave_day_h: float = Field(default=8.0, ge=0, le=24)
    shifts: Names | None = Field(default=None, description="default: all of them")

    @model_validator(mode="after")
    def _order(self) -> "Contract":
        if self.hours_week_least > self.hours_week_most:
            raise ValueError(
                f"hours_week_least {self.hours_week_least:g} is above hours_week_most "
                f"{self.hours_week_most:g}"
            )
        return self


class Leave(Table):
    """Days on which somebody does not work, both included."""

    first: date
    last: date | None = Field(default=None, description="default: that one day")

    @model_validator(mode="after")
    def _order(self) -> "Leave":
        if self.last is not None and self.last < self.first:
            raise ValueError(f"{self.last} is before {self.first}")
        return self

    def holds(self, day: date) -> bool:
        """Whether this day is one of them."""
        return self.first <= day <= (self.last or self.first)


class Wish(Table):
    """What somebody would like on some days: to be off, or certain shifts."""

    first: date
    last: date | None = Field(default=None, description="default: that one day")
    shifts: Names | None = Field(default=None, description="one of these; default: a day off")
    weight: int = Field(default=1, ge=1, le=10)

    def holds(self, day: date) -> bool:
        """Whether it is about this day."""
        return self.first <= day <= (self.last or self.first)


class Person(Table):
    """Somebody who can be on the roster."""

    id: StaffNumber
    name: Name
    contract: Identifier
    skills: Names
    cash_limit: float = Field(default=0.0, ge=0, description="may approve so much cash")
    leave: tuple[Leave, ...] = Field(default=(), max_length=99)
    wishes: tuple[Wish, ...] = Field(default=(), max_length=99)

    def is_on_leave(self, day: date) -> bool:
        """Whether this person has leave on this day."""
        return any(leave.holds(day) for leave in self.leave)
