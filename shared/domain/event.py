"""Events: what happened, in the order in which the branch recorded it.

Events hold surrogate identifiers only, never a name, a telephone number or a customer reference.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

#: 1: the first release. 2: calls carry why each ticket was passed over and the best candidates.
#: 3: numbers are lent, journals are taken; events that came with one say so (``via``).
SCHEMA_VERSION: Final = 3

DAY_OPENED: Final = "day.opened"
DAY_CLOSED: Final = "day.closed"
PROFILE_PUBLISHED: Final = "profile.published"
LOG_RESTORED: Final = "log.restored"
NUMBERS_LENT: Final = "numbers.lent"
JOURNAL_TAKEN: Final = "journal.taken"
JOURNAL_KEPT: Final = "journal.kept"
CHARGE_TAKEN: Final = "charge.taken"
TICKET_ISSUED: Final = "ticket.issued"
TICKET_CALLED: Final = "ticket.called"
TICKET_RECALLED: Final = "ticket.recalled"
TICKET_STARTED: Final = "ticket.started"
TICKET_HELD: Final = "ticket.held"
TICKET_RESUMED: Final = "ticket.resumed"
TICKET_DEFERRED: Final = "ticket.deferred"
TICKET_TRANSFERRED: Final = "ticket.transferred"
TICKET_CONTINUED: Final = "ticket.continued"
TICKET_RELEASED: Final = "ticket.released"
TICKET_REQUEUED: Final = "ticket.requeued"
TICKET_RECLASSIFIED: Final = "ticket.reclassified"
TICKET_JOINED: Final = "ticket.joined"
TICKET_SPLIT: Final = "ticket.split"
TICKET_DIVERTED: Final = "ticket.diverted"
TICKET_NOTED: Final = "ticket.noted"
TICKET_LOOKED: Final = "ticket.looked"
TICKET_NO_SHOW: Final = "ticket.no_show"
TICKET_RETURNED: Final = "ticket.returned"
TICKET_CANCELLED: Final = "ticket.cancelled"
TICKET_EXPIRED: Final = "ticket.expired"
TICKET_CLOSED: Final = "ticket.closed"
TICKET_RATED: Final = "ticket.rated"
TICKET_REMARKED: Final = "ticket.remarked"
PROMISE_MADE: Final = "promise.made"
PROMISE_WITHDRAWN: Final = "promise.withdrawn"
COUNTER_OPENED: Final = "counter.opened"
COUNTER_STANDBY: Final = "counter.standby"
COUNTER_PLANNED: Final = "counter.pause_planned"
COUNTER_PAUSED: Final = "counter.paused"
COUNTER_RESUMED: Final = "counter.resumed"
COUNTER_SERVICES: Final = "counter.services_changed"
COUNTER_CLOSED: Final = "counter.closed"
INCIDENT_DECLARED: Final = "incident.declared"
INCIDENT_ENDED: Final = "incident.ended"
SERVICE_SUSPENDED: Final = "service.suspended"
SERVICE_RESUMED: Final = "service.resumed"
APPOINTMENT_BOOKED: Final = "appointment.booked"
APPOINTMENT_CHANGED: Final = "appointment.changed"
APPOINTMENT_CANCELLED: Final = "appointment.cancelled"
APPOINTMENT_CHECKED_IN: Final = "appointment.checked_in"
APPOINTMENT_NO_SHOW: Final = "appointment.no_show"
HELP_ASKED: Final = "help.asked"
HELP_ANSWERED: Final = "help.answered"
ENQUIRY_BEGUN: Final = "enquiry.begun"
ENQUIRY_ANSWERED: Final = "enquiry.answered"
COUNTER_ASKED: Final = "counter.asked"
NOTICE_WANTED: Final = "notice.wanted"
NOTICE_DROPPED: Final = "notice.dropped"
NOTICE_SENT: Final = "notice.sent"
NOTICE_FAILED: Final = "notice.failed"
ADVICE_GIVEN: Final = "advice.given"
PRINT_REQUESTED: Final = "print.requested"
PRINT_STARTED: Final = "print.started"
PRINT_DONE: Final = "print.done"
PRINT_FAILED: Final = "print.failed"
PRINT_UNKNOWN: Final = "print.unknown"
DEVICE_REPORTED: Final = "device.reported"
DEVICE_UNLOCKED: Final = "device.unlocked"
DEVICE_UNLOCK_REFUSED: Final = "device.unlock_refused"
RUSH_CHANGED: Final = "rush.changed"
BOARD_NOTICE: Final = "board.notice_changed"
STAFF_CERTIFIED: Final = "staff.certified"
STAFF_WITHDRAWN: Final = "staff.certificate_withdrawn"
STAFF_EXPIRED: Final = "staff.certificate_expired"
STAFF_TRAINED: Final = "staff.trained"
SURVEY_STARTED: Final = "survey.started"
SURVEY_ENDED: Final = "survey.ended"
SURVEY_ANSWERED: Final = "survey.answered"
CASE_OPENED: Final = "case.opened"
CASE_ASSIGNED: Final = "case.assigned"
CASE_FIRST_ANSWERED: Final = "case.first_answered"
CASE_NOTED: Final = "case.noted"
CASE_PROPOSED: Final = "case.proposed"
CASE_APPROVED: Final = "case.approved"
CASE_SENT_BACK: Final = "case.sent_back"
CASE_CARRIED_OUT: Final = "case.carried_out"
CASE_ANSWERED: Final = "case.answered"
CASE_CLOSED: Final = "case.closed"
CASE_REOPENED: Final = "case.reopened"
CASE_CLASSIFIED: Final = "case.classified"
CASE_EXTENDED: Final = "case.extended"
CASE_MERGED: Final = "case.merged"
CASE_ESCALATED: Final = "case.escalated"
CASE_ATTACHED: Final = "case.attached"
DRAFT_HANDED_IN: Final = "draft.handed_in"
DRAFT_APPROVED: Final = "draft.approved"
DRAFT_SENT_BACK: Final = "draft.sent_back"
DRAFT_WITHDRAWN: Final = "draft.withdrawn"
DRAFT_PUBLISHED: Final = "draft.published"
DRAFT_UNDONE: Final = "draft.undone"

#: In the order in which a case goes through them.
_CASES: Final = (
    CASE_OPENED,
    CASE_ASSIGNED,
    CASE_FIRST_ANSWERED,
    CASE_NOTED,
    CASE_PROPOSED,
    CASE_APPROVED,
    CASE_SENT_BACK,
    CASE_CARRIED_OUT,
    CASE_ANSWERED,
    CASE_CLOSED,
    CASE_REOPENED,
    CASE_CLASSIFIED,
    CASE_EXTENDED,
    CASE_MERGED,
    CASE_ESCALATED,
    CASE_ATTACHED,
)

KINDS: Final = (
    DAY_OPENED,
    DAY_CLOSED,
    PROFILE_PUBLISHED,
    LOG_RESTORED,
    NUMBERS_LENT,
    JOURNAL_TAKEN,
    JOURNAL_KEPT,
    CHARGE_TAKEN,
    TICKET_ISSUED,
    TICKET_CALLED,
    TICKET_RECALLED,
    TICKET_STARTED,
    TICKET_HELD,
    TICKET_RESUMED,
    TICKET_DEFERRED,
    TICKET_TRANSFERRED,
    TICKET_CONTINUED,
    TICKET_RELEASED,
    TICKET_REQUEUED,
    TICKET_RECLASSIFIED,
    TICKET_JOINED,
    TICKET_SPLIT,
    TICKET_DIVERTED,
    TICKET_NOTED,
    TICKET_LOOKED,
    TICKET_NO_SHOW,
    TICKET_RETURNED,
    TICKET_CANCELLED,
    TICKET_EXPIRED,
    TICKET_CLOSED,
    TICKET_RATED,
    TICKET_REMARKED,
    PROMISE_MADE,
    PROMISE_WITHDRAWN,
    COUNTER_OPENED,
    COUNTER_STANDBY,
    COUNTER_PLANNED,
    COUNTER_PAUSED,
    COUNTER_RESUMED,
    COUNTER_SERVICES,
    COUNTER_CLOSED,
    INCIDENT_DECLARED,
    INCIDENT_ENDED,
    SERVICE_SUSPENDED,
    SERVICE_RESUMED,
    APPOINTMENT_BOOKED,
    APPOINTMENT_CHANGED,
    APPOINTMENT_CANCELLED,
    APPOINTMENT_CHECKED_IN,
    APPOINTMENT_NO_SHOW,
    HELP_ASKED,
    HELP_ANSWERED,
    ENQUIRY_BEGUN,
    ENQUIRY_ANSWERED,
    COUNTER_ASKED,
    NOTICE_WANTED,
    NOTICE_DROPPED,
    NOTICE_SENT,
    NOTICE_FAILED,
    ADVICE_GIVEN,
    PRINT_REQUESTED,
    PRINT_STARTED,
    PRINT_DONE,
    PRINT_FAILED,
    PRINT_UNKNOWN,
    DEVICE_REPORTED,
    DEVICE_UNLOCKED,
    DEVICE_UNLOCK_REFUSED,
    RUSH_CHANGED,
    BOARD_NOTICE,
    STAFF_CERTIFIED,
    STAFF_WITHDRAWN,
    STAFF_EXPIRED,
    STAFF_TRAINED,
    SURVEY_STARTED,
    SURVEY_ENDED,
    SURVEY_ANSWERED,
    *_CASES,
    DRAFT_HANDED_IN,
    DRAFT_APPROVED,
    DRAFT_SENT_BACK,
    DRAFT_WITHDRAWN,
    DRAFT_PUBLISHED,
    DRAFT_UNDONE,
)

#: Kinds that outlive the business day on which they were recorded.
APPOINTMENT_KINDS: Final = frozenset(
    {
        APPOINTMENT_BOOKED,
        APPOINTMENT_CHANGED,
        APPOINTMENT_CANCELLED,
        APPOINTMENT_CHECKED_IN,
        APPOINTMENT_NO_SHOW,
    }
)

#: Of cases, which go on for weeks.
CASE_KINDS: Final = frozenset(_CASES)
#: What people may and have learnt; holds until it is taken back or over.
STAFF_KINDS: Final = frozenset({STAFF_CERTIFIED, STAFF_WITHDRAWN, STAFF_EXPIRED, STAFF_TRAINED})
#: Of changes to the profile: written, handed in, approved by somebody else, published.
DRAFT_KINDS: Final = frozenset(
    {
        DRAFT_HANDED_IN,
        DRAFT_APPROVED,
        DRAFT_SENT_BACK,
        DRAFT_WITHDRAWN,
        DRAFT_PUBLISHED,
        DRAFT_UNDONE,
    }
)
#: Kinds that hold beyond their day, whatever the profile: lent numbers, journals that were taken.
STANDING_KINDS: Final = (
    frozenset({NUMBERS_LENT, JOURNAL_TAKEN, LOG_RESTORED, SURVEY_STARTED, SURVEY_ENDED})
    | CASE_KINDS
    | STAFF_KINDS
    | DRAFT_KINDS
)
#: What goes on for weeks beside the hall: no call depends on it.
BESIDE_KINDS: Final = CASE_KINDS | DRAFT_KINDS
#: What only those in charge read: of cases, of people's papers, of what customers answered.
PRIVATE_KINDS: Final = CASE_KINDS | STAFF_KINDS | {SURVEY_ANSWERED}

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


def optional_text(event: Event, key: str) -> str:
    """A text of the event's data, empty when the event does not say."""
    value = event.data.get(key)
    return "" if value is None else str(value)


def others(event: Event) -> list[str]:
    """The tickets besides its own that this event changes: passed over, or the companion."""
    if event.kind == TICKET_CALLED:
        return names(event, "passed_over")
    if event.kind in (TICKET_JOINED, TICKET_SPLIT) and "companion" in event.data:
        return [str(event.data["companion"])]
    return []


def optional_whole(event: Event, key: str) -> int | None:
    """An integer of the event's data, None when the event does not say."""
    return None if event.data.get(key) is None else whole(event, key)


def wholes(event: Event, key: str) -> list[int]:
    """A list of integers of the event's data; TypeError when it is anything else."""
    value = event.data[key]
    if not isinstance(value, list) or not all(isinstance(item, int) for item in value):
        raise TypeError(f"{event.kind}: {key} is {value!r}, not a list of whole numbers")
    return [int(item) for item in value]
