"""Each broken calendar gives its one sentence, with a way out."""

import tomllib
from pathlib import Path

import pytest

from shared.config.calendar_rules import to_calendar
from shared.config.check_calendar import calendar_problems
from shared.config.load import SHIPPED, load_profile, profile_path
from shared.config.profile import Profile
from shared.domain.calendar import Calendar
from shared.domain.errors import ProfileInvalid

GOOD = load_profile("neighbourhood")
SHORT = {"id": "short", "name": {"zh": "短日", "en": "Short day"}}
HOLIDAY = {"name": {"zh": "国庆节", "en": "National Day"}, "date": "2026-10-01"}


def profile_with(**calendar: object) -> Profile:
    """The neighbourhood profile with this calendar."""
    return Profile.model_validate(GOOD.model_dump() | {"calendar": calendar})


def of_type(**values: object) -> dict[str, object]:
    """A calendar whose only type has these values."""
    return {"types": [SHORT | values]}


BROKEN: list[tuple[str, dict[str, object], str]] = [
    (
        "weekday of an unknown type",
        {"types": [SHORT], "weekdays": {"sat": "shrot"}},
        "calendar.weekdays.sat: there is no day type “shrot”. Did you mean “short”?",
    ),
    (
        "date of an unknown type",
        {"dates": {"2026-12-31": "stocktaking"}},
        "calendar.dates.2026-12-31: there is no day type “stocktaking”. "
        "Choose one of: ordinary, closed.",
    ),
    (
        "pay days of an unknown type",
        {"types": [SHORT], "pay_days": [10], "pay_day_type": "pay-day"},
        "calendar.pay_day_type: there is no day type “pay-day”. "
        "Choose one of: ordinary, closed, short.",
    ),
    (
        "eves of an unknown type",
        {"before_holiday_type": "ordinry"},
        "calendar.before_holiday_type: there is no day type “ordinry”. Did you mean “ordinary”?",
    ),
    (
        "make-up days of an unknown type",
        {"make_up_type": "clsoed"},
        "calendar.make_up_type: there is no day type “clsoed”. Did you mean “closed”?",
    ),
    (
        "pay days that are closed",
        {"types": [SHORT | {"is_closed": True}], "pay_days": [10], "pay_day_type": "short"},
        "calendar.pay_day_type: “short” is closed, and this is a working day. "
        "Name an open type, or close single days with dates.",
    ),
    (
        "pay days without a type",
        {"pay_days": [10, 15]},
        "calendar.pay_day_type: this key is missing, and pay_days are given. Add it.",
    ),
    (
        "pay day 0",
        {"pay_days": [0], "pay_day_type": "ordinary"},
        "calendar.pay_days: 0 is no day of a month. Write 1.",
    ),
    (
        "pay day 32",
        {"pay_days": [32], "pay_day_type": "ordinary"},
        "calendar.pay_days: 32 is no day of a month. Write 31 for its last day.",
    ),
    (
        "hours that run backwards",
        of_type(hours={"opens": "09:00", "last_ticket": "15:00", "closes": "12:00"}),
        "calendar.types “short” hours: opens 09:00, last_ticket 15:00, closes 12:00 "
        "do not follow one another. Put them in this order.",
    ),
    (
        "hours without doors",
        of_type(hours={"lasts_min": 60}),
        "calendar.types “short” hours: lasts_min is for a queue without doors. "
        "Give opens, last_ticket and closes.",
    ),
    (
        "closed with limits",
        of_type(is_closed=True, limit_factor=2),
        "calendar.types “short”: is_closed leaves no use for hours, waits and limit_factor. "
        "Remove them, or is_closed.",
    ),
    (
        "limits whose shares fall",
        of_type(waits=[{"within_min": 20, "share": 0.5}, {"within_min": 10, "share": 0.8}]),
        "calendar.types “short” waits: share 0.5 within 20 min is less than 0.8 within 10 min. "
        "Write at least 0.8.",
    ),
    (
        "the same minutes twice",
        of_type(waits=[{"within_min": 10, "share": 0.5}, {"within_min": 10, "share": 0.8}]),
        "calendar.types “short” waits: 10 min stands there twice. Keep one.",
    ),
    (
        "a type called ordinary",
        {"types": [SHORT | {"id": "ordinary"}]},
        "calendar.types “ordinary”: this type is always there. "
        "Remove it, or give yours another id.",
    ),
    (
        "two types of one id",
        {"types": [SHORT, SHORT]},
        "calendar.types: “short” stands there twice. Give each its own id.",
    ),
    (
        "never open",
        {"weekdays": dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "closed")},
        "calendar.weekdays: all seven are closed. Open at least one, such as mon.",
    ),
    (
        "holiday that ends before it begins",
        {"holidays": [HOLIDAY | {"date": "2026-10-07", "until": "2026-10-01"}]},
        "calendar.holidays 1: until 2026-10-01 lies before 2026-10-07. Exchange the two dates.",
    ),
    (
        "holiday of ten years",
        {"holidays": [HOLIDAY | {"until": "2036-10-07"}]},
        "calendar.holidays 1: 2026-10-01 until 2036-10-07 are 3660 days. Correct the dates, or "
        "close longer with several holidays of at most 60 days.",
    ),
    (
        "holiday and make-up day",
        {
            "weekdays": {"sat": "closed"},
            "holidays": [HOLIDAY | {"until": "2026-10-07"}],
            "make_up_days": ["2026-10-03"],
        },
        "calendar.make_up_days: 2026-10-03 lies in holidays 1 (“National Day”). "
        "Remove it from one of them.",
    ),
    (
        "make-up day on a Tuesday",
        {"make_up_days": ["2026-10-13"]},
        "calendar.make_up_days: 2026-10-13 is a weekday (tue) and open anyway. "
        "Remove it, or write the weekend day that is meant, such as 2026-10-11.",
    ),
    (
        "make-up day on a Thursday",
        {"make_up_days": ["2026-10-15"]},
        "calendar.make_up_days: 2026-10-15 is a weekday (thu) and open anyway. "
        "Remove it, or write the weekend day that is meant, such as 2026-10-17.",
    ),
    (
        "no such day",
        {"holidays": [HOLIDAY | {"date": "2026-02-30"}]},
        "calendar.holidays 1: “2026-02-30” is no date. Write it like 2026-02-28.",
    ),
    (
        "no such month",
        {"dates": {"2026-13-1": "closed"}},
        "calendar.dates: “2026-13-1” is no date. Write it like 2026-12-01.",
    ),
    (
        "no date at all",
        {"make_up_days": ["next Sunday"]},
        "calendar.make_up_days: “next Sunday” is no date. Write it like 2026-10-01.",
    ),
]


@pytest.mark.parametrize(
    ("calendar", "sentence"), [(c, s) for _, c, s in BROKEN], ids=[name for name, _, _ in BROKEN]
)
def test_a_broken_calendar_gives_its_one_sentence(
    calendar: dict[str, object], sentence: str
) -> None:
    assert list(calendar_problems(profile_with(**calendar))) == [sentence]


def test_a_broken_calendar_is_refused_when_the_profile_is_loaded(tmp_path: Path) -> None:
    text = profile_path("neighbourhood").read_text(encoding="utf-8")
    path = tmp_path / "mine.toml"
    path.write_text(text.replace('sat = "saturday"', 'sat = "satuday"'), encoding="utf-8")
    with pytest.raises(ProfileInvalid) as caught:
        load_profile(path)
    assert str(caught.value) == (
        "Profile mine.toml: calendar.weekdays.sat: there is no day type “satuday”. "
        "Did you mean “saturday”?"
    )


def test_the_limits_of_the_standard_must_not_contradict_one_another_either() -> None:
    waits = [{"within_min": 10, "share": 0.95}, {"within_min": 20, "share": 0.8}]
    profile = Profile.model_validate(GOOD.model_dump() | {"standards": {"waits": waits}})
    assert list(calendar_problems(profile)) == [
        "standards waits: share 0.8 within 20 min is less than 0.95 within 10 min. "
        "Write at least 0.95."
    ]


def test_a_branch_that_is_closed_on_mondays_may_make_up_on_one() -> None:
    profile = profile_with(weekdays={"mon": "closed"}, make_up_days=["2026-10-12"])
    assert list(calendar_problems(profile)) == []


def test_toml_dates_with_and_without_quotes_are_the_same() -> None:
    written = 'make_up_days = [2026-10-10, "2026-10-11"]\n[dates]\n2026-12-31 = "closed"\n'
    table = profile_with(**tomllib.loads(written)).calendar
    assert table.make_up_days == ("2026-10-10", "2026-10-11")
    assert table.dates == {"2026-12-31": "closed"}


def test_the_core_gets_the_calendar_as_the_profile_says_it() -> None:
    inventory = SHORT | {"id": "inventory", "is_closed": True}
    profile = profile_with(
        types=[SHORT, inventory],
        weekdays={"sat": "short", "sun": "closed"},
        pay_days=[10, 31],
        pay_day_type="short",
        holidays=[HOLIDAY, HOLIDAY | {"date": "2027-10-01", "until": "2027-10-07"}],
        before_holiday_type="short",
        make_up_days=["2026-10-10"],
        make_up_type="ordinary",
        dates={"2026-12-31": "inventory"},
    )
    assert list(calendar_problems(profile)) == []
    assert to_calendar(profile) == Calendar(
        dates={"2026-12-31": "inventory"},
        holidays=(("2026-10-01", "2026-10-01"), ("2027-10-01", "2027-10-07")),
        make_up_days=frozenset({"2026-10-10"}),
        make_up_type="ordinary",
        before_holiday_type="short",
        pay_days=frozenset({10, 31}),
        pay_day_type="short",
        weekdays=("ordinary",) * 5 + ("short", "closed"),
        closed_types=frozenset({"closed", "inventory"}),
    )


def test_a_profile_without_calendar_has_ordinary_days_only() -> None:
    assert to_calendar(profile_with()) == Calendar()


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_profiles_are_ordinary_on_the_days_of_demo_and_studies(name: str) -> None:
    calendar = to_calendar(load_profile(name))
    days = ("2026-01-05", "2026-11-19", "2026-11-20", "2026-11-23", "2026-11-24")
    assert {day: calendar.day_type(day) for day in days} == dict.fromkeys(days, "ordinary")


@pytest.mark.parametrize(
    ("name", "eve"), [("neighbourhood", "ordinary"), ("city", "before-holiday")]
)
def test_shipped_profiles_know_pay_days_and_national_day(name: str, eve: str) -> None:
    calendar = to_calendar(load_profile(name))
    kinds = [calendar.day_type(f"2026-{day}") for day in ("09-30", "10-01", "10-15", "11-10")]
    assert kinds == [eve, "closed", "pay-day", "pay-day"]
    assert calendar.next_open_day("2026-09-30", 14) == "2026-10-08"
