"""The edges of the day: closing with people inside, midnight, pay days, holidays."""

import pytest

from shared.dispatch.layout import NOBODY
from shared.domain.calendar import CLOSED, ORDINARY, Calendar
from shared.domain.errors import BranchClosed
from shared.domain.refused import DayClosed
from shared.domain.rules import DayHours, DayRules, Discipline
from shared.domain.slots import slots
from tests.support.bank import MINUTE_US, bank, clock, first_come, with_appointments
from tests.support.day import Day

HOURS = DayHours(clock("09:00"), clock("16:45"), clock("17:00"))


def twenty_inside(*, serves_inside: bool) -> Day:
    """16:44: two people at counters, eighteen waiting, one of them held for a form."""
    day = Day(bank(hours=HOURS, serves_inside_at_closing=serves_inside), at="16:40")
    day.open("1")
    day.open("2")
    for number in range(20):
        day.issue(f"P{number:02d} wants cash")
        day.passes(minutes=0.2)
    day.next("1")
    day.hold("P00")
    day.next("1")
    day.next("2")
    return day


def test_twenty_inside_at_closing_are_all_served() -> None:
    day = twenty_inside(serves_inside=True)
    day.comes("17:00")
    [closed] = day.happened("day.closed")
    assert (closed.at_us, closed.data["inside"]) == (clock("17:00"), 20)
    day.resume("P00")
    for _ in range(12):
        day.passes(minutes=2)
        day.next("1")
        day.next("2")
    assert {day.state(f"P{n:02d}") for n in range(20)} == {"closed"}
    with pytest.raises(BranchClosed):
        day.issue("Late wants cash")


def test_in_another_profile_whoever_waits_at_closing_expires_and_who_is_served_is_finished() -> (
    None
):
    day = twenty_inside(serves_inside=False)
    day.comes("17:00")
    expired = [event.ticket for event in day.happened("ticket.expired")]
    assert len(expired) == 18
    assert {e.at_us for e in day.happened("ticket.expired")} == {clock("17:00")}
    assert (day.state("P01"), day.state("P02")) == ("called", "called")
    assert day.next("1") == ""
    assert (day.state("P01"), day.state("P00")) == ("closed", "expired")


def test_the_last_ticket_is_given_before_the_branch_closes() -> None:
    day = Day(bank(hours=HOURS), at="16:45")
    assert day.issue("Anna wants cash") == "A001"
    day.passes(us=1)
    with pytest.raises(BranchClosed):
        day.issue("Bob wants cash")


def test_midnight_with_people_inside_ends_the_old_day_and_begins_with_number_one() -> None:
    day = Day(bank(hours=HOURS), at="16:00")
    day.open("1")
    day.open("2")
    for sentence in ("Anna wants cash", "Bob wants cash", "Carl wants cash", "Dora wants cash"):
        day.issue(sentence)
    day.next("1")
    day.hold("Anna")
    day.next("1")
    day.next("2")
    day.start("Bob")
    inside = ("Anna", "Bob", "Carl", "Dora")
    day.next_day("09:00")
    expired = {e.ticket: e.data["state"] for e in day.happened("ticket.expired")}
    assert expired == dict(zip(inside, ("held", "serving", "called", "waiting"), strict=True))
    assert [day.counter_state(counter) for counter in ("1", "2")] == ["closed", "closed"]
    assert day.issue("Eva wants cash") == "A001"


def test_an_appointment_that_nobody_kept_is_known_the_next_morning() -> None:
    day = Day(with_appointments())
    day.book("Anna", "wealth", "16:00")
    day.next_day("09:00")  # the server was off from 09:00 on
    [missed] = day.happened("appointment.no_show")
    assert missed.data["appointment"] == "Anna"


def waiting_limit(minutes: float) -> Discipline:
    """Priority first, but nobody ordinary waits longer than this."""
    ordinary = (0, 1000, 0, round(minutes * MINUTE_US), NOBODY)
    priority = (2_000_000, 1000, 0, NOBODY, NOBODY)
    return Discipline((ordinary, priority) * 5, name=f"limit {minutes}", hash=str(minutes))


@pytest.mark.parametrize(
    ("on", "called", "rule"),
    [
        ("2026-11-20", "Anna", "max_wait"),  # an ordinary Friday: 20 minutes
        ("2026-11-25", "Vera", "highest_score"),  # pay day: 40 minutes
    ],
)
def test_the_limit_of_waiting_is_that_of_the_day_type(on: str, called: str, rule: str) -> None:
    rules = bank(
        discipline=waiting_limit(20),
        calendar=Calendar(pay_days=frozenset({25}), pay_day_type="pay_day"),
        days={"pay_day": DayRules(waiting_limit(40))},
    )
    day = Day(rules, on=on)
    day.open("1")
    day.issue("Anna wants cash")
    day.passes(minutes=25)
    day.issue("Vera wants cash", segment="priority")
    assert day.next("1") == called
    assert day.why(called) == rule
    assert day.happened("ticket.called")[0].data["policy"] == (
        "limit 20" if rule == "max_wait" else "limit 40"
    )


def test_a_pay_day_has_its_own_hours() -> None:
    rules = bank(
        hours=HOURS,
        calendar=Calendar(pay_days=frozenset({25}), pay_day_type="pay_day"),
        days={"pay_day": DayRules(first_come(), DayHours(clock("08:00"), *[clock("19:00")] * 2))},
    )
    assert Day(rules, on="2026-11-25", at="18:00").issue("Anna wants cash") == "A001"
    with pytest.raises(BranchClosed):
        Day(rules, on="2026-11-24", at="18:00").issue("Anna wants cash")


def test_on_a_closed_holiday_no_tickets_are_given_and_no_appointments() -> None:

    calendar = Calendar(
        holidays=(("2026-10-01", "2026-10-03"),), weekdays=(ORDINARY,) * 6 + (CLOSED,)
    )
    day = Day(with_appointments(calendar=calendar, hours=HOURS), on="2026-10-01", at="10:00")
    with pytest.raises(DayClosed):
        day.issue("Anna wants cash")
    offered = slots(
        day.branch, day.now_us, service="wealth", day="2026-10-02", midnight_us=24 * 60 * MINUTE_US
    )
    assert offered == []
    day.comes("23:00")
    assert day.happened("day.closed") == []


def test_two_kiosks_in_one_microsecond_give_two_numbers_in_the_order_of_the_log() -> None:
    day = Day()
    numbers = [day.issue("Anna wants cash"), day.issue("Bob wants cash")]
    assert numbers == ["A001", "A002"]
    issued = day.happened("ticket.issued")
    assert issued[0].at_us == issued[1].at_us
    day.open("1")
    assert (day.next("1"), day.next("1")) == ("Anna", "Bob")
    assert (day.overtaken("Anna"), day.overtaken("Bob")) == (0, 0)


def test_a_ticket_of_a_kiosk_that_was_cut_off_comes_late_into_the_log_and_keeps_its_place() -> None:
    day = Day(at="09:30")
    day.issue("Bob wants cash")
    day.passes(minutes=5)
    day.issue("Anna wants cash", arrived_us=clock("09:10"))
    day.open("1")
    assert day.next("1") == "Anna"
    assert day.overtaken("Bob") == 0
