"""What holds of a page of the kiosk: where its buttons lead, how long it stays.

Each errand (``ticket_errand``, ``help_errand`` ...) names its pages to ``FlowState.add_page``.
"""

from collections.abc import Callable
from dataclasses import dataclass

WAIT, AWAY, START, GROUP, TICKET, REFUSED, HELP = (
    "wait", "away", "start", "group", "ticket", "refused", "help"
)  # fmt: skip
WAYS, MISSING, ADVICE = "ways", "missing", "advice"
BOOKINGS, BOOKING, SLOTS, BOOKED, NOTE = "bookings", "booking", "slots", "booked", "note"
TELEPHONE, CODE = "telephone", "code"
NEEDS = "needs"
OUT_OF_ORDER = "out_of_order"
STAFF_NUMBER, PIN, STAFF, STAFF_REFUSED, PANEL_TEST = (
    "staff_number", "pin", "staff", "staff_refused", "panel_test"
)  # fmt: skip
FOR_STAFF = frozenset({STAFF_NUMBER, PIN, STAFF, STAFF_REFUSED, PANEL_TEST})
"""Pages that no customer sees."""

NOTICE_S = 20
"""Seconds that a page stays which says one thing."""


def notice_seconds() -> int:
    """A page that says one thing."""
    return NOTICE_S


@dataclass(frozen=True)
class Page:
    """The rules of one page.

    ``back``: what Back in the bar does; None: Back is grey. ``leave``: what its button does, and
    its end when the seconds are over; None: the visit is over. ``seconds``: how long it stays once
    its count was started (``FlowState.count_down``); None: it stays while somebody is there.
    ``needs_server``: without one it gives way to the page that says so.
    """

    back: Callable[[], object] | None = None
    leave: Callable[[], object] | None = None
    seconds: Callable[[], int] | None = None
    needs_server: bool = True
