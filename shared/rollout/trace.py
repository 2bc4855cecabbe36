"""The kernel's log: which of the events of a branch a simulated day brings about."""

from typing import Final

from shared.domain import event as kinds

#: Event kinds by their code in the trace.
KINDS: Final = (
    kinds.DAY_OPENED,
    kinds.DAY_CLOSED,
    kinds.COUNTER_OPENED,
    kinds.COUNTER_RESUMED,
    kinds.COUNTER_STANDBY,
    kinds.COUNTER_PAUSED,
    kinds.COUNTER_CLOSED,
    kinds.TICKET_ISSUED,
    kinds.TICKET_CALLED,
    kinds.TICKET_STARTED,
    kinds.TICKET_CLOSED,
    kinds.TICKET_CANCELLED,
    kinds.TICKET_EXPIRED,
    kinds.APPOINTMENT_CHECKED_IN,
    kinds.APPOINTMENT_NO_SHOW,
    kinds.TICKET_CANCELLED,
    kinds.TICKET_DIVERTED,
    kinds.TICKET_RECALLED,
    kinds.TICKET_NO_SHOW,
    kinds.TICKET_RETURNED,
    kinds.TICKET_TRANSFERRED,
    kinds.TICKET_CONTINUED,
    kinds.TICKET_HELD,
    kinds.TICKET_RESUMED,
    kinds.TICKET_RELEASED,
    kinds.COUNTER_SERVICES,
    kinds.INCIDENT_DECLARED,
    kinds.INCIDENT_ENDED,
    kinds.SERVICE_SUSPENDED,
    kinds.SERVICE_RESUMED,
)

DAY_OPENED: Final = 0
DAY_CLOSED: Final = 1
COUNTER_OPENED: Final = 2
COUNTER_RESUMED: Final = 3
COUNTER_STANDBY: Final = 4
COUNTER_PAUSED: Final = 5
COUNTER_CLOSED: Final = 6
TICKET_ISSUED: Final = 7
TICKET_CALLED: Final = 8
TICKET_STARTED: Final = 9
TICKET_CLOSED: Final = 10
TICKET_CANCELLED: Final = 11
TICKET_EXPIRED: Final = 12
CHECKED_IN: Final = 13
NO_SHOW: Final = 14
TICKET_BALKED: Final = 15  # cancelled at once
TICKET_DIVERTED: Final = 16
TICKET_RECALLED: Final = 17
TICKET_ABSENT: Final = 18
TICKET_RETURNED: Final = 19
TICKET_TRANSFERRED: Final = 20
TICKET_CONTINUED: Final = 21
TICKET_HELD: Final = 22
TICKET_RESUMED: Final = 23
TICKET_RELEASED: Final = 24
COUNTER_SERVICES: Final = 25
INCIDENT_DECLARED: Final = 26
INCIDENT_ENDED: Final = 27
SERVICE_SUSPENDED: Final = 28  # the customer of this event and the next is the service
SERVICE_RESUMED: Final = 29
