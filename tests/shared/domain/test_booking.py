"""Bookings that outlive the day: what is known later on, and what lapses unseen."""

from shared.domain import booking
from shared.domain.apply import apply
from shared.domain.attendance import open_day
from shared.domain.branch import Branch
from shared.domain.event import APPOINTMENT_CHANGED, APPOINTMENT_NO_SHOW
from shared.domain.rules import AppointmentRules, Rules
from tests.support.branches import DAY, MINUTE_US, small_rules

HOUR_US = 60 * MINUTE_US
DAY_US = 24 * HOUR_US
NEXT, AFTER = "2026-11-21", "2026-11-22"
NINE_US, TEN_US = 9 * HOUR_US, 10 * HOUR_US


def rules() -> Rules:
    """Wealth by appointment: one each half hour from nine to five."""
    slots = AppointmentRules(30 * MINUTE_US, 1, NINE_US, 17 * HOUR_US)
    return small_rules(appointments={"wealth": slots}, appointment_series="Y")


def branch_with_bookings(*due_us: int) -> Branch:
    """A branch on its first day at nine, with these bookings of wealth."""
    branch = Branch(rules())
    apply(branch, open_day(branch, NINE_US, day=DAY, midnight_us=0))
    for number, at_us in enumerate(due_us):
        midnight_us = at_us // DAY_US * DAY_US
        events = booking.book(
            branch,
            NINE_US,
            appointment=f"a{number}",
            code_digest=f"d{number}",
            service="wealth",
            segment="key",
            day=(DAY, NEXT, AFTER)[midnight_us // DAY_US],
            midnight_us=midnight_us,
            due_us=at_us,
            customer="c1",
        )
        apply(branch, events)
    return branch


def test_a_change_says_all_that_was_booked() -> None:
    branch = branch_with_bookings(DAY_US + TEN_US)
    changed = booking.change(
        branch,
        NINE_US + 1,
        code_digest="d0",
        day=AFTER,
        midnight_us=2 * DAY_US,
        due_us=2 * DAY_US + TEN_US,
    )
    apply(branch, changed)
    later = Branch(rules())
    apply(later, open_day(later, DAY_US, day=NEXT, midnight_us=DAY_US))
    apply(later, changed)
    assert [e.kind for e in changed] == [APPOINTMENT_CHANGED]
    assert later.appointments == branch.appointments
    assert later.appointments["a0"].booked_us == NINE_US


def test_what_nobody_came_for_while_the_server_was_off_is_a_no_show() -> None:
    branch = branch_with_bookings(TEN_US, DAY_US + TEN_US, 2 * DAY_US + TEN_US)
    events = open_day(branch, 2 * DAY_US + NINE_US, day=AFTER, midnight_us=2 * DAY_US)
    missed = [e for e in events if e.kind == APPOINTMENT_NO_SHOW]
    quarter_us = 15 * MINUTE_US
    assert [(e.data["appointment"], e.at_us) for e in missed] == [
        ("a0", TEN_US + quarter_us),
        ("a1", DAY_US + TEN_US + quarter_us),
    ]
    apply(branch, events)
    assert list(branch.appointments) == ["a2"]
