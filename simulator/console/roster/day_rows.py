"""The rows of a day: everybody of the staff file, and whoever else is on the roster; no Qt."""

from dataclasses import dataclass
from typing import Final

from simulator.console.roster.book import HALF_HOUR, Book
from simulator.console.roster.words import person_name, place_name, short
from simulator.console.staffing.gaps import Axis
from simulator.planning.clock import clock
from simulator.planning.rostering.check_person import paid_min
from simulator.planning.rostering.month import Day
from simulator.planning.rostering.roster import Duty

#: Between two short words of one row.
BETWEEN: Final = ", "


@dataclass(frozen=True, slots=True)
class Row:
    """One person's day: the duty (None: off), paid hours, and what is wrong in a few words."""

    person: str
    name: str
    duty: Duty | None
    place: str
    paid_h: float
    wrong: str

    @property
    def words(self) -> str:
        """The row as it is read aloud."""
        duty = self.duty
        span = f"{clock(duty.begins_min)}–{clock(duty.ends_min)} {self.place}" if duty else "–"
        return f"{self.name} {span}" + (f" ! {self.wrong}" if self.wrong else "")


def rows_of(book: Book, day: Day) -> list[Row]:
    """In the order of the staff file; somebody who is on the roster twice has two rows."""
    on_day: dict[str, list[Duty | None]] = {person: [] for person in book.month.person}
    for duty in book.roster.on(day.iso):
        on_day.setdefault(duty.person, []).append(duty)
    return [
        _row(book, day, person, duty)
        for person, duties in on_day.items()
        for duty in (duties or [None])
    ]


def _row(book: Book, day: Day, person: str, duty: Duty | None) -> Row:
    wrong = dict.fromkeys(short(each) for each in book.of_row(day.iso, person, duty))
    return Row(
        person,
        person_name(book.month, person),
        duty,
        place_name(book.month, duty) if duty else "",
        paid_min(duty, book.month) / 60 if duty else 0.0,
        BETWEEN.join(words for words in wrong if words),
    )


def axis_of(book: Book, day: Day) -> Axis:
    """From the work before opening to that after closing, and wherever a duty goes beyond."""
    duties = book.roster.on(day.iso)
    begins = min([day.opens_min - book.month.file.opening_min, *(d.begins_min for d in duties)])
    ends = max([day.closes_min + book.month.file.closing_min, *(d.ends_min for d in duties)])
    first = begins // HALF_HOUR * HALF_HOUR
    return Axis(first, max(1, -(-(ends - first) // HALF_HOUR)))
