"""A small bank for days in tests: two cash desks, two advisers' desks, five services."""

from typing import Any, Final

from shared.dispatch.layout import NOBODY, OVERLOAD_NONE
from shared.domain.counter import CounterSpec
from shared.domain.rules import AppointmentRules, Discipline, Rules, Segment, Service, VisitRules

MINUTE_US: Final = 60_000_000
CASHIER: Final = 0b00111  # cash, card, exchange
ADVISER: Final = 0b11000  # wealth, loan


def clock(text: str) -> int:
    """Microseconds from midnight of "09:30"."""
    hour, minute = text.split(":")
    return (int(hour) * 60 + int(minute)) * MINUTE_US


def first_come(cap: int = NOBODY) -> Discipline:
    """Everybody in the order of arrival, with an overtaking cap if it is given."""
    return Discipline(((0, 1000, 0, NOBODY, cap),) * 10, name="first come", hash="first")


def priority_first() -> Discipline:
    """Priority customers before ordinary ones, whatever happens."""
    rows = ((0, 1000, 0, NOBODY, NOBODY), (2_000_000, 1000, 0, NOBODY, NOBODY)) * 5
    return Discipline(rows, name="priority first", hash="priority")


def bank(**changes: Any) -> Rules:
    """Two cash desks (1 and 2) and two advisers' desks (3 and 4); first come, first served."""
    given: dict[str, Any] = {
        "branch": "test",
        "services": (
            Service("cash", 0, "A"),
            Service("card", 1, "B"),
            Service("exchange", 2, "C"),
            Service("wealth", 3, "D"),
            Service("loan", 4, "E"),
        ),
        "segments": (Segment("ordinary", 0), Segment("priority", 1, "P")),
        "counters": (
            CounterSpec("1", 0, CASHIER, 0b11, 0),
            CounterSpec("2", 1, CASHIER, 0b11, 1),
            CounterSpec("3", 2, ADVISER, 0b11, 2),
            CounterSpec("4", 3, ADVISER, 0b11, 3),
        ),
        "discipline": first_come(),
        "outcomes": ("done", "documents"),
        "pause_reasons": ("lunch", "break"),
        "visit": VisitRules(return_credit_us=10 * MINUTE_US, call_reasons=("lead", "help")),
    }
    return Rules(**(given | changes))


def with_appointments(**changes: Any) -> Rules:
    """Wealth has slots of 30 minutes for two; the booked time is guaranteed."""
    guaranteed = (0, OVERLOAD_NONE, 1000, 1, 2)
    given: dict[str, Any] = {
        "discipline": Discipline(first_come().policy, guaranteed, name="first", hash="first"),
        "appointments": {
            "wealth": AppointmentRules(
                slot_us=30 * MINUTE_US, capacity=2, from_us=clock("09:00"), to_us=clock("17:00")
            )
        },
        "appointment_series": "Z",
    }
    return bank(**(given | changes))
