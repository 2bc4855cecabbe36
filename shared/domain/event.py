"""Events: what happened, in the order in which the branch recorded it.

Events hold surrogate identifiers only, never a name, a telephone number or a customer reference.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

SCHEMA_VERSION: Final = 1

DAY_OPENED: Final = "day.opened"
TICKET_ISSUED: Final = "ticket.issued"
TICKET_CALLED: Final = "ticket.called"
TICKET_RECALLED: Final = "ticket.recalled"
TICKET_STARTED: Final = "ticket.started"
TICKET_CLOSED: Final = "ticket.closed"
TICKET_NO_SHOW: Final = "ticket.no_show"
TICKET_RETURNED: Final = "ticket.returned"
TICKET_CANCELLED: Final = "ticket.cancelled"
TICKET_EXPIRED: Final = "ticket.expired"
TICKET_RATED: Final = "ticket.rated"
COUNTER_OPENED: Final = "counter.opened"
COUNTER_STANDBY: Final = "counter.standby"
COUNTER_PAUSED: Final = "counter.paused"
COUNTER_RESUMED: Final = "counter.resumed"
COUNTER_CLOSED: Final = "counter.closed"
HELP_ASKED: Final = "help.asked"

KINDS: Final = (
    DAY_OPENED,
    TICKET_ISSUED,
    TICKET_CALLED,
    TICKET_RECALLED,
    TICKET_STARTED,
    TICKET_CLOSED,
    TICKET_NO_SHOW,
    TICKET_RETURNED,
    TICKET_CANCELLED,
    TICKET_EXPIRED,
    TICKET_RATED,
    COUNTER_OPENED,
    COUNTER_STANDBY,
    COUNTER_PAUSED,
    COUNTER_RESUMED,
    COUNTER_CLOSED,
    HELP_ASKED,
)

Value = str | int | bool | None | list[str] | list[int]
NOTHING: Final[Mapping[str, Value]] = {}


class Event(NamedTuple):
    """One thing that happened.

    ``at_us`` is when it was true, ``recorded_us`` when the branch learned of it; both are
    microseconds of the branch's clock (UTC epoch live, from midnight in a simulated day). They
    differ for an implied start and for tickets that an offline kiosk reports later. Recorded
    times of one branch never run backwards.
    """

    kind: str
    at_us: int
    recorded_us: int
    ticket: str = ""
    counter: str = ""
    staff: str = ""
    data: Mapping[str, Value] = NOTHING


def whole(event: Event, key: str) -> int:
    """An integer of the event's data; TypeError when the log holds something else there."""
    value = event.data[key]
    if not isinstance(value, int):
        raise TypeError(f"{event.kind}: {key} is {value!r}, not a whole number")
    return value


def names(event: Event, key: str) -> list[str]:
    """A list of identifiers of the event's data; TypeError when it is no list."""
    value = event.data[key]
    if not isinstance(value, list):
        raise TypeError(f"{event.kind}: {key} is {value!r}, not a list")
    return [str(item) for item in value]
