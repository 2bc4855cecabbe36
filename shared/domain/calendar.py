"""Which type each date is, and when the branch is open again.

One written order; the first line that knows a date gives its type:

1. an explicit date,
2. a holiday: closed,
3. a make-up day (a Saturday or Sunday that works, 调休),
4. the weekday, if the branch is closed on it,
5. the last open day before a holiday,
6. a pay day,
7. the weekday; ordinary when nothing is said.

A pay day that falls on a closed day moves to the last open day before it, and so does the day
before a holiday. If that day has its type from line 1 or 3, it keeps it. Neither moves over more
than ``LONGEST_CLOSURE_DAYS`` closed days.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

ORDINARY = "ordinary"
CLOSED = "closed"

#: A closure longer than this is no long weekend: pay days and eves do not move across it. The
#: longest public holiday in China, Spring Festival, is about nine days; this leaves room.
LONGEST_CLOSURE_DAYS = 31


@dataclass(frozen=True)
class Calendar:
    """The calendar of a branch. Dates are ISO text such as 2026-10-01, types are names.

    ``holidays`` are first and last days, both included. ``pay_days`` are days of the month; one
    that a month does not have is that month's last day. ``weekdays`` begin with Monday.
    ``before_holiday_type`` and ``pay_day_type`` empty: such days are like others.
    """

    dates: Mapping[str, str] = field(default_factory=dict)
    holidays: tuple[tuple[str, str], ...] = ()
    make_up_days: frozenset[str] = frozenset()
    make_up_type: str = ORDINARY
    before_holiday_type: str = ""
    pay_days: frozenset[int] = frozenset()
    pay_day_type: str = ""
    weekdays: tuple[str, ...] = (ORDINARY,) * 7
    closed_types: frozenset[str] = frozenset({CLOSED})

    def __post_init__(self) -> None:
        """Days that move onto open days cannot close them."""
        if {self.before_holiday_type, self.pay_day_type} & self.closed_types:
            raise ValueError("pay days and days before a holiday are open days")

    def day_type(self, iso_date: str) -> str:
        """The type of this date.

        Raises:
            ValueError: not a date such as 2026-10-01.
        """
        day = date.fromisoformat(iso_date)
        usual = self._usual(day)
        if self._is_fixed(day) or usual in self.closed_types:
            return usual
        moved = [day, *self._closure_after(day)]
        if self.before_holiday_type and any(self._is_holiday(d) for d in moved[1:]):
            return self.before_holiday_type
        if self.pay_day_type and any(self._is_pay_day(d) for d in moved):
            return self.pay_day_type
        return usual

    def is_open(self, iso_date: str) -> bool:
        """Whether tickets are given on this date."""
        return self._is_open(date.fromisoformat(iso_date))

    def next_open_day(self, iso_date: str, within_days: int) -> str | None:
        """The first open day after this date, at most so many days later; None if there is none."""
        for day in _days_after(date.fromisoformat(iso_date), within_days):
            if self._is_open(day):
                return day.isoformat()
        return None

    def _usual(self, day: date) -> str:
        """The type without what moves: explicit, holiday, make-up day, weekday."""
        name = day.isoformat()
        if name in self.dates:
            return self.dates[name]
        if self._is_holiday(day):
            return CLOSED
        return self.make_up_type if name in self.make_up_days else self.weekdays[day.weekday()]

    def _is_fixed(self, day: date) -> bool:
        """Whether a line above the weekday gives the type."""
        name = day.isoformat()
        return name in self.dates or name in self.make_up_days or self._is_holiday(day)

    def _is_open(self, day: date) -> bool:
        return self._usual(day) not in self.closed_types

    def _is_holiday(self, day: date) -> bool:
        name = day.isoformat()
        return any(first <= name <= last for first, last in self.holidays)

    def _is_pay_day(self, day: date) -> bool:
        last = monthrange(day.year, day.month)[1]
        return day.day in {min(number, last) for number in self.pay_days}

    def _closure_after(self, day: date) -> list[date]:
        """The closed days between this day and the next open one."""
        closed: list[date] = []
        for later in _days_after(day, LONGEST_CLOSURE_DAYS + 1):
            if self._is_open(later):
                return closed
            closed.append(later)
        return []


def _days_after(day: date, count: int) -> Iterator[date]:
    """The days after this one, so many of them; the year 9999 is the last."""
    first = day.toordinal() + 1
    for ordinal in range(first, min(first + count, date.max.toordinal() + 1)):
        yield date.fromordinal(ordinal)
