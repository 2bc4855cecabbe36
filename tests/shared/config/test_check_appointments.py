"""Contradictions in appointments: what is refused, with the figure and the way out."""

import pytest

from shared.config.check import problems
from shared.config.load import load_profile
from shared.config.profile import Profile

GOOD = load_profile("neighbourhood")
CITY = load_profile("city")
#: Counter 4 alone serves it; 18 minutes on average.
WEALTH: dict[str, object] = {"service": "wealth", "begins": "09:30", "ends": "16:30"}
LOAN = WEALTH | {"service": "loan"}


def sentences(*tables: dict[str, object], profile: Profile = GOOD, **changes: object) -> list[str]:
    """What is wrong with a profile that has these appointments."""
    raw = profile.model_dump() | {"appointments": tables} | changes
    return list(problems(Profile.model_validate(raw)))


def of(**changes: object) -> list[str]:
    """What is wrong with the adviser's appointments, changed like this."""
    return sentences(WEALTH | changes)


def test_sound_appointments() -> None:
    assert of() == []


def test_an_unknown_service() -> None:
    assert of(service="welth") == [
        "appointments “welth”: there is no service “welth”. Did you mean “wealth”?"
    ]


def test_a_service_twice() -> None:
    assert sentences(WEALTH, WEALTH | {"slot_min": 60})[0] == (
        "appointments: “wealth” stands there twice. Give each its own id."
    )


def test_an_end_before_the_beginning() -> None:
    assert of(begins="15:00", ends="10:00") == [
        "appointments “wealth”: ends 10:00 is not after begins 15:00. Exchange the two."
    ]


def test_no_slot_between_beginning_and_end() -> None:
    assert of(begins="10:00", ends="10:20") == [
        "appointments “wealth”: no slot of 30 min fits between 10:00 and 10:20. "
        "Write slot_min = 20, or a later end."
    ]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"begins": "07:30"}, "begins 07:30 lies before the branch ever opens. Write 09:00."),
        ({"ends": "19:00"}, "ends 19:00 lies after the branch has closed. Write 17:00."),
    ],
)
def test_slots_outside_all_opening_hours(changes: dict[str, object], sentence: str) -> None:
    assert of(**changes) == [f"appointments “wealth”: {sentence}"]


def test_slots_between_the_hours_of_two_kinds_of_day() -> None:
    raw = GOOD.model_dump()
    raw["hours"] = {"opens": "08:00", "last_ticket": "11:00", "closes": "12:00"}
    evening = {"opens": "16:00", "last_ticket": "17:45", "closes": "18:00"}
    raw["calendar"]["types"] = [raw["calendar"]["types"][0] | {"hours": evening}]
    raw["calendar"] |= {"pay_days": (), "pay_day_type": None}
    raw["appointments"] = [WEALTH | {"begins": "12:00", "ends": "16:00"}]
    assert list(problems(Profile.model_validate(raw))) == [
        "appointments “wealth”: no slot lies within the opening hours of any day. "
        "The branch is open from 08:00 to 18:00."
    ]


def test_a_queue_without_doors_has_no_opening_hours() -> None:
    assert sentences(WEALTH | {"begins": "07:30"}, hours={"lasts_min": 600}, calendar={}) == []


def test_late_after_the_appointment_has_lapsed() -> None:
    assert of(late_min=20, no_show_min=15) == [
        "appointments “wealth”: late_min 20 is more than no_show_min 15, so nobody could come "
        "late. Write late_min = 15 or less."
    ]


@pytest.mark.parametrize(("ahead_days", "lead_min", "most"), [(1, 2000, "1440"), (0, 600, "420")])
def test_lead_longer_than_one_may_book_ahead(ahead_days: int, lead_min: int, most: str) -> None:
    assert of(ahead_days=ahead_days, lead_min=lead_min) == [
        f"appointments “wealth”: lead_min {lead_min} is longer than the {ahead_days} days "
        f"(ahead_days) that may be booked. Write lead_min = {most} or less."
    ]


def test_walk_ins_keep_their_share() -> None:
    kept = "30 % is kept for customers without an appointment."
    assert of(slot_min=60, capacity=3) == [
        f"appointments “wealth”: capacity 3 takes 90 % of the time of its one counter, and {kept} "
        "Write capacity = 2."
    ]
    assert of(slot_min=20) == [
        f"appointments “wealth”: capacity 1 takes 90 % of the time of its one counter, and {kept} "
        "Write slot_min = 26."
    ]


@pytest.mark.parametrize(("changes"), [{"slot_min": 60, "capacity": 2}, {"slot_min": 26}])
def test_the_value_that_is_proposed_is_right(changes: dict[str, object]) -> None:
    assert of(**changes) == []


def test_nothing_fits() -> None:
    assert of(walk_in_share=0.99, slot_min=240)[0].endswith(
        "Lower walk_in_share, or add a counter."
    )


def test_a_counter_for_some_segments_counts_where_no_other_serves() -> None:
    """The VIP room takes no ordinary customer, so it does not carry appointments of everybody."""
    raw = CITY.model_dump()
    raw["appointments"] = [WEALTH | {"slot_min": 30, "capacity": 3}]
    assert list(problems(Profile.model_validate(raw))) == [
        "appointments “wealth”: capacity 3 takes 100 % of the time of 2 counters, and 30 % is kept "
        "for customers without an appointment. Write capacity = 2."
    ]


def test_services_that_share_counters_count_together() -> None:
    assert sentences(WEALTH, LOAN, profile=CITY) == [
        "appointments “wealth”, “loan”: together they take 75 % of the time of 2 counters, and "
        "30 % is kept for customers without an appointment. Write slot_min = 35 for “loan”."
    ]
    assert sentences(WEALTH, LOAN | {"slot_min": 35}, profile=CITY) == []


def test_services_at_different_times_of_day_do_not() -> None:
    loan = LOAN | {"begins": "13:00"}
    assert sentences(WEALTH | {"ends": "13:00"}, loan, profile=CITY) == []


def test_letter_of_other_tickets() -> None:
    assert sentences(WEALTH, appointment_series="P") == [
        "appointment_series: “P” stands on other tickets too, so nobody could tell appointments "
        "from walk-ins. Write “Y”, which is free."
    ]
