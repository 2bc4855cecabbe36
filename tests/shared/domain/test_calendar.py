"""Which type a date is: the order of precedence, what moves, and the next open day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.calendar import LONGEST_CLOSURE_DAYS, Calendar

WEEK = ("ordinary",) * 5 + ("short", "closed")  # Saturday short, Sunday closed
NATIONAL_DAY = ("2026-10-01", "2026-10-07")  # Thursday to Wednesday
BRANCH = Calendar(
    dates={"2026-12-31": "short"},
    holidays=(NATIONAL_DAY,),
    make_up_days=frozenset({"2026-09-20", "2026-10-10"}),  # a Sunday, a Saturday
    make_up_type="make-up",
    before_holiday_type="eve",
    pay_days=frozenset({10, 15}),
    pay_day_type="pay-day",
    weekdays=WEEK,
)


@pytest.mark.parametrize(
    ("day", "kind", "because"),
    [
        ("2026-11-20", "ordinary", "a Friday"),
        ("2026-11-21", "short", "a Saturday"),
        ("2026-11-22", "closed", "a Sunday"),
        ("2026-12-31", "short", "it is named"),
        ("2026-10-01", "closed", "first day of the holiday"),
        ("2026-10-07", "closed", "last day of the holiday"),
        ("2026-10-08", "ordinary", "the holiday is over"),
        ("2026-09-30", "eve", "a holiday follows"),
        ("2026-09-20", "make-up", "a Sunday that works"),
        ("2026-10-10", "make-up", "a make-up day goes before a pay day"),
        ("2026-12-10", "pay-day", "the tenth"),
        ("2026-08-15", "pay-day", "a pay day goes before a Saturday"),
        ("2026-11-14", "pay-day", "Saturday before a Sunday, the fifteenth"),
        ("2026-11-15", "closed", "its pay day was on Saturday"),
    ],
)
def test_type_of_a_day(day: str, kind: str, because: str) -> None:
    assert BRANCH.day_type(day) == kind, because


def test_a_calendar_that_says_nothing_has_ordinary_days_only() -> None:
    assert {Calendar().day_type(f"2026-02-{day:02}") for day in range(1, 29)} == {"ordinary"}


def test_an_explicit_date_opens_a_holiday() -> None:
    opened = replace(BRANCH, dates={"2026-10-03": "short"})
    kinds = [opened.day_type(f"2026-10-0{day}") for day in (2, 3, 4)]
    assert kinds == ["closed", "short", "closed"]


def test_the_eve_of_a_holiday_that_begins_after_a_closed_sunday_is_saturday() -> None:
    monday = replace(BRANCH, holidays=(("2026-06-22", "2026-06-22"),))
    kinds = [monday.day_type(f"2026-06-{day}") for day in (19, 20, 21, 22, 23)]
    assert kinds == ["ordinary", "eve", "closed", "closed", "ordinary"]


def test_two_holidays_in_a_row_have_one_eve() -> None:
    row = replace(BRANCH, holidays=(("2026-10-01", "2026-10-03"), ("2026-10-04", "2026-10-07")))
    eves = [d for d in range(21, 31) if row.day_type(f"2026-09-{d}") == "eve"]
    assert eves == [30]


def test_an_eve_goes_before_the_pay_day_that_moves_onto_it() -> None:
    both = replace(BRANCH, pay_days=frozenset({1}))
    assert both.day_type("2026-09-30") == "eve"
    assert replace(both, before_holiday_type="").day_type("2026-09-30") == "pay-day"


def test_a_pay_day_stops_at_a_day_that_has_its_type_from_higher_up() -> None:
    """It is no pay day then, and the day before does not become one either."""
    saturday = replace(BRANCH, dates={"2026-11-14": "short"})
    kinds = [saturday.day_type(f"2026-11-{day}") for day in (13, 14, 15)]
    assert kinds == ["ordinary", "short", "closed"]


@pytest.mark.parametrize(
    ("number", "day"),
    [(31, "2026-04-30"), (31, "2026-02-28"), (29, "2026-02-28"), (29, "2028-02-29")],
)
def test_a_pay_day_that_the_month_does_not_have_is_its_last_day(number: int, day: str) -> None:
    calendar = Calendar(pay_days=frozenset({number}), pay_day_type="pay-day")
    month = day[:8]
    last = int(day[8:])
    found = [n for n in range(1, last + 1) if calendar.day_type(f"{month}{n:02}") == "pay-day"]
    assert found == [last]


@pytest.mark.parametrize(("closed_days", "kind"), [(31, "pay-day"), (32, "ordinary")])
def test_nothing_moves_over_a_long_closure(closed_days: int, kind: str) -> None:
    first = date(2026, 3, 1)
    last = first + timedelta(days=closed_days - 1)
    calendar = Calendar(
        holidays=((first.isoformat(), last.isoformat()),),
        pay_days=frozenset({10}),
        pay_day_type="pay-day",
    )
    assert LONGEST_CLOSURE_DAYS == 31
    assert calendar.day_type("2026-02-28") == kind


@pytest.mark.parametrize(
    ("day", "within_days", "expected"),
    [
        ("2026-11-20", 7, "2026-11-21"),
        ("2026-11-21", 7, "2026-11-23"),  # over Sunday
        ("2026-09-30", 14, "2026-10-08"),
        ("2026-09-30", 8, "2026-10-08"),
        ("2026-09-30", 7, None),
        ("2026-11-20", 0, None),
        ("9999-12-31", 7, None),
    ],
)
def test_next_open_day(day: str, within_days: int, expected: str | None) -> None:
    assert BRANCH.next_open_day(day, within_days) == expected


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="day"):
        BRANCH.day_type("2026-02-30")


def test_a_closed_type_for_pay_days_is_refused() -> None:
    with pytest.raises(ValueError, match="open days"):
        replace(BRANCH, pay_day_type="closed")


# ---------------------------------------------------------------- any calendar, any date

TYPES = ("ordinary", "closed", "short", "inventory", "eve", "pay-day", "make-up")
DATES = st.dates(date(2026, 1, 1), date(2026, 4, 30)).map(date.isoformat)
RANGES = st.tuples(DATES, DATES).map(lambda pair: (min(pair), max(pair)))
CALENDARS = st.builds(
    Calendar,
    dates=st.dictionaries(DATES, st.sampled_from(TYPES), max_size=4),
    holidays=st.lists(RANGES, max_size=2).map(tuple),
    make_up_days=st.frozensets(DATES, max_size=4),
    make_up_type=st.sampled_from(TYPES),
    before_holiday_type=st.sampled_from(["", "eve"]),
    pay_days=st.frozensets(st.integers(1, 31), max_size=3),
    pay_day_type=st.sampled_from(["", "pay-day"]),
    weekdays=st.tuples(*[st.sampled_from(TYPES)] * 7),
    closed_types=st.just(frozenset({"closed", "inventory"})),
)


@given(CALENDARS, st.dates())
def test_every_date_has_one_type_that_somebody_named(calendar: Calendar, day: date) -> None:
    kind = calendar.day_type(day.isoformat())
    assert kind in TYPES
    assert calendar.day_type(day.isoformat()) == kind
    assert calendar.is_open(day.isoformat()) == (kind not in calendar.closed_types)


@given(CALENDARS)
def test_an_explicit_date_always_wins(calendar: Calendar) -> None:
    assert {day: calendar.day_type(day) for day in calendar.dates} == calendar.dates


@given(CALENDARS, DATES, st.integers(0, 40))
def test_the_next_open_day_is_open_and_nothing_between_is(
    calendar: Calendar, day: str, within_days: int
) -> None:
    found = calendar.next_open_day(day, within_days)
    later = [
        (date.fromisoformat(day) + timedelta(days=n)).isoformat() for n in range(1, within_days + 1)
    ]
    open_days = [d for d in later if calendar.day_type(d) not in calendar.closed_types]
    assert found == (open_days[0] if open_days else None)


@given(CALENDARS, st.dates(date(2026, 1, 1), date(2026, 4, 30)))
def test_pay_days_and_eves_open_and_close_nothing(calendar: Calendar, day: date) -> None:
    """They change what an open day is like, never whether it is open."""
    plain = replace(calendar, before_holiday_type="", pay_day_type="")
    name = day.isoformat()
    assert calendar.is_open(name) == plain.is_open(name)
    assert calendar.day_type(name) in {plain.day_type(name), "eve", "pay-day"}
