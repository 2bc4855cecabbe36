"""What ``data`` holds for each kind of event. Optional fields stand only where they say something.

Logs of schema version 1 (the first release) lack those that are marked "since 2".
"""

from collections.abc import Mapping
from typing import Final

from shared.domain import event as kinds
from shared.domain.case_fields import CASES
from shared.domain.draft_fields import DRAFTS
from shared.domain.event_field import Field, maybe
from shared.domain.notice_fields import NOTICES
from shared.domain.staff_fields import STAFF
from shared.domain.survey_fields import SURVEYS

NEEDS: Final = Field("array", "services that are still needed, the present one first")
BY: Final = Field("string", "staff number of who decided it, or empty")
INCIDENT: Final = Field("string", "identifier of the incident")
TO_COUNTER: Final = maybe("string", "only this counter may call it")
TO_PERSON: Final = maybe("string", "only this member of staff may call it")
CUSTOMER: Final = maybe("string", "pseudonym of the customer")
SOURCE: Final = Field("string", "name of the journal")
APPOINTMENT: Final = Field("string", "identifier of the appointment")
PRINT: Final = {
    "device": Field("string", "identifier of the device that prints"),
    "copy": Field("integer", "1: the slip that came with the ticket; from 2 on a reprint"),
}
REASON: Final = {"reason": Field("string", "code of the reason: printer_paper_out ...")}
DEVICE: Final = {
    "device": Field("string", "identifier of the device"),
    "name": Field("string", "where it stands, as it was enrolled"),
    "role": Field("string", "what it was enrolled as"),
}

BOOKING: Final = {
    "appointment": APPOINTMENT,
    "code_digest": Field("string", "stands for the confirmation code"),
    "service": Field("string", "service of the profile"),
    "segment": Field("string", "segment of the profile"),
    "language": Field("string", "language of the customer"),
    "day": Field("string", "local date, ISO 8601"),
    "due_us": Field("integer", "booked time, microseconds"),
    "person": Field("string", "staff number of a chosen adviser, or empty"),
    "customer": Field("string", "pseudonym of the customer, or empty"),
}

DAY: Final[dict[str, dict[str, Field]]] = {
    kinds.DAY_OPENED: {
        "day": Field("string", "local date, ISO 8601"),
        "midnight_us": Field("integer", "local midnight on the branch's clock, microseconds"),
        "day_type": maybe("string", "type of the day by the profile's calendar; since 2"),
    },
    kinds.DAY_CLOSED: {"inside": Field("integer", "customers who are still inside")},
    kinds.PROFILE_PUBLISHED: {
        "profile": Field("string", "fingerprint of the whole profile, 16 hexadecimal digits"),
        "version": Field("string", "the bank's own name for this state of the profile"),
        "policy": Field("string", "name of the policy"),
        "policy_hash": Field("string", "fingerprint of the policy"),
    },
    kinds.LOG_RESTORED: {
        "log": Field("string", "name of the log from here on"),
        "series": Field("array", "letters of the numbers"),
        "last": Field("array", "for each letter the number after which today goes on"),
    },
    kinds.NUMBERS_LENT: {
        "holder": Field("string", "device that gives them when no server answers"),
        "first": Field("integer", "first ordinal, in every series and on every day"),
        "last": Field("integer", "last ordinal"),
    },
    kinds.JOURNAL_TAKEN: {
        "source": SOURCE,
        "first": Field("integer", "place of the first entry in it that was new here"),
        "last": Field("integer", "place of the last entry"),
        "taken": Field("integer", "entries that became events"),
        "known": Field("integer", "entries that had happened already"),
        "kept": Field("integer", "entries that contradict the log"),
    },
    kinds.JOURNAL_KEPT: {
        "source": SOURCE,
        "place": Field("integer", "place of the entry in it"),
        "what": Field("string", "kind of the entry"),
        "about": Field("string", "its ticket, or empty"),
        "at_counter": Field("string", "its counter, or empty"),
        "by": Field("string", "its member of staff, or empty"),
        "said": Field("string", "its data, canonical JSON"),
    },
    kinds.CHARGE_TAKEN: {
        "terms": maybe("array", "terms of the stand-in that are not waited for any more"),
    },
    kinds.INCIDENT_DECLARED: {
        "incident": INCIDENT,
        "reason": Field("string", "kind of incident of the profile"),
        "services": Field("array", "what is suspended"),
        "clock": Field("string", "whether the standards' clocks run or stop meanwhile"),
        "told": Field("array", "tickets whose customers are told"),
        "by": BY,
    },
    kinds.INCIDENT_ENDED: {
        "incident": INCIDENT,
        "told": Field("array", "tickets whose customers are told"),
        "by": BY,
    },
    kinds.SERVICE_SUSPENDED: {
        "incident": INCIDENT,
        "service": Field("string", "what is not served"),
    },
    kinds.SERVICE_RESUMED: {
        "incident": INCIDENT,
        "service": Field("string", "what is served again"),
        "told": maybe("array", "tickets whose customers are told"),
        "by": maybe("string", "staff number of who decided it, or empty"),
    },
    kinds.HELP_ASKED: {
        "device": Field("string", "which device"),
        "screen": Field("string", "what it showed"),
    },
    kinds.HELP_ANSWERED: {
        "asked": Field("integer", "number of the event that asked"),
        "waited_us": Field("integer", "how long nobody went, microseconds"),
        "by": BY,
    },
    kinds.ENQUIRY_BEGUN: {
        "topic": Field("string", "service of the profile that it is about, or empty"),
        "by": BY,
    },
    kinds.ENQUIRY_ANSWERED: {
        "asked": Field("integer", "number of the event that began it"),
        "waited_us": Field("integer", "from the question to its answer, microseconds"),
        "by": BY,
    },
    kinds.COUNTER_ASKED: {
        "is_on": Field("boolean", "somebody is wanted there; false: not any more"),
        "by": BY,
    },
    kinds.ADVICE_GIVEN: {
        "service": Field("string", "service of the profile"),
        "segment": Field("string", "segment of the profile"),
        "offered": Field("array", "ways that were shown, in their order"),
        "taken": Field("string", "the way that was chosen, or empty: none"),
        "missing": maybe("array", "documents that were not at hand"),
        "saves_min": maybe("integer", "minutes that the chosen way was said to save"),
    },
    kinds.BOARD_NOTICE: {
        "notice": Field("string", "notice of the profile"),
        "until_us": Field("integer or null", "shown till then, microseconds; null: taken down"),
        "by": BY,
    },
    kinds.RUSH_CHANGED: {
        "is_on": Field("boolean", "kiosks give tickets at one touch from now on"),
        "cause": Field("string", "lead: by a person, rate: so many tickets in a short time"),
        "until_us": Field("integer or null", "then it is over by itself, microseconds"),
        "by": BY,
    },
}

TICKET: Final[dict[str, dict[str, Field]]] = {
    kinds.TICKET_ISSUED: {
        "day": Field("string", "business day"),
        "series": Field("string", "letter of the number"),
        "ordinal": Field("integer", "position in the series, from 1 each day"),
        "number": Field("string", "what the customer reads"),
        "service": Field("string", "service of the profile"),
        "segment": Field("string", "segment of the profile"),
        "language": Field("string", "language of the slip"),
        "people_ahead": maybe(
            "integer", "who would have been called before, at that moment; a kiosk alone cannot say"
        ),
        "needs": maybe("array", "all services that are needed, where there are several"),
        "items": maybe("integer", "transactions, where there are several"),
        "customer": CUSTOMER,
        "also": maybe("array", "other tickets of this customer that are still good"),
        "to_counter": TO_COUNTER,
        "to_person": TO_PERSON,
        "appointment": maybe("string", "the appointment that is kept"),
        "booked_us": maybe("integer", "its booked time, microseconds"),
        "due_us": maybe("integer", "the same, while it is kept in time"),
        "senior_us": maybe("integer", "seniority, where it is not the arrival, microseconds"),
        "split_from": maybe("string", "the ticket that it was split off"),
        "is_visual": maybe("boolean", "the customer does not hear well: call visibly"),
    },
    kinds.TICKET_CALLED: {
        "rule": Field("string", "why this ticket: a name of shared.dispatch.reason"),
        "score": Field("integer", "thousandths of a point times microseconds per minute"),
        "passed_over": Field("array", "tickets that were senior and eligible there"),
        "why_not": maybe("array", "for each of them the level that put it behind; since 2"),
        "candidates": maybe("array", "the best tickets by score, at most ten; since 2"),
        "scores": maybe("array", "their scores; since 2"),
        "waiting": Field("integer", "how many this counter could have called, this one included"),
        "policy": Field("string", "name of the policy"),
        "policy_hash": Field("string", "fingerprint of the policy"),
        "counter_index": Field("integer", "the counter's place in the profile"),
        "state": maybe("array", "state of ratio rules and turns after the call"),
        "reason": maybe("string", "of a call out of order: call reason of the profile"),
        "by": maybe("string", "of a call out of order: who decided it"),
    },
    kinds.TICKET_RECALLED: {"attempt": Field("integer", "1 for the first recall")},
    kinds.TICKET_STARTED: {"is_implied": Field("boolean", "nobody pressed a key for it")},
    kinds.TICKET_CLOSED: {"outcome": Field("string", "outcome of the profile")},
    kinds.TICKET_NO_SHOW: {
        "recalls": Field("integer", "how often it was recalled before"),
        "has_looked": maybe("boolean", "somebody went and looked for the customer"),
    },
    kinds.TICKET_RETURNED: {
        "senior_us": Field("integer", "seniority after the profile's credit, microseconds")
    },
    kinds.TICKET_CANCELLED: {"reason": Field("string", "customer, left ...")},
    kinds.TICKET_EXPIRED: {
        "state": Field("string", "where the ticket stood when the day ended"),
        "reason": maybe("string", "closing: the branch closed with the customer inside"),
    },
    kinds.TICKET_NOTED: {
        "is_visual": Field("boolean", "the customer does not hear well: call visibly"),
    },
    kinds.TICKET_LOOKED: {"by": BY},
    kinds.TICKET_RATED: {"score": Field("integer", "1 very poor to 5 very good")},
    kinds.TICKET_REMARKED: {"reasons": Field("array", "what the mark was about, of the profile")},
}

VISIT: Final[dict[str, dict[str, Field]]] = {
    kinds.TICKET_HELD: {
        "pool": Field("string", "reason to hold, of the profile"),
        "until_us": Field("integer or null", "then it waits again by itself, microseconds"),
    },
    kinds.TICKET_RESUMED: {
        "reason": Field("string", "asked, or time"),
        "to_counter": TO_COUNTER,
        "to_person": TO_PERSON,
    },
    kinds.TICKET_DEFERRED: {"until_us": Field("integer", "not called before, microseconds")},
    kinds.TICKET_TRANSFERRED: {
        "needs": NEEDS,
        "reason": Field("string", "sent_on, next_need or next_turn"),
        "items": maybe("integer", "transactions that are left"),
        "to_counter": TO_COUNTER,
        "to_person": TO_PERSON,
        "senior_us": maybe("integer", "new seniority, microseconds; without it the old one"),
    },
    kinds.TICKET_CONTINUED: {
        "needs": NEEDS,
        "items": maybe("integer", "transactions that are left"),
        "done": maybe("string", "the service that is done"),
    },
    kinds.TICKET_RELEASED: {
        "from_counter": Field("string", "the counter that it waited for, or empty"),
        "from_person": Field("string", "the member of staff that it waited for, or empty"),
    },
    kinds.TICKET_REQUEUED: {"reason": Field("string", "unheard: nobody learned of the call")},
    kinds.TICKET_RECLASSIFIED: {
        "needs": NEEDS,
        "segment": Field("string", "segment from now on"),
        "was_service": Field("string", "service before"),
        "was_segment": Field("string", "segment before"),
        "by": BY,
    },
    kinds.TICKET_JOINED: {
        "companion": Field("string", "ticket that is served with this one"),
        "needs": NEEDS,
        "added": Field("array", "what the companion brought"),
        "items": maybe("integer", "transactions of both"),
    },
    kinds.TICKET_SPLIT: {
        "needs": NEEDS,
        "items": maybe("integer", "transactions that are left"),
        "companion": maybe("string", "ticket that goes alone again"),
        "new_ticket": maybe("string", "ticket that takes a need over"),
    },
    kinds.TICKET_DIVERTED: {
        "way": Field("string", "machine, adviser, later ..."),
        "by": BY,
    },
    kinds.PROMISE_MADE: {
        "from_us": Field("integer", "the call is expected from, microseconds"),
        "until_us": Field("integer", "to, microseconds"),
        "basis": Field("integer", "number of the event that it stands on"),
        "service": maybe("string", "service of the ticket then"),
        "segment": maybe("string", "its segment"),
        "likely_us": maybe("integer", "the middle of the forecast, microseconds"),
        "raw_us": maybe("array", "its 10 %, 50 % and 90 % before the correction, microseconds"),
        "plain_us": maybe("integer", "the call by the plain estimate, microseconds"),
        "method": maybe("string", "name and version of how it was worked out"),
    },
    kinds.PROMISE_WITHDRAWN: {
        "reason": Field("string", "kind of incident, deferred or reclassified")
    },
}

COUNTER: Final[dict[str, dict[str, Field]]] = {
    kinds.COUNTER_OPENED: {
        "services": Field("array", "what is served there now"),
        "mentor": maybe("string", "staff number of who sits beside a trainee"),
        "uncertified": maybe("array", "services left out because a certificate is missing"),
    },
    kinds.COUNTER_PLANNED: {
        "reason": maybe("string", "pause reason of the profile; empty: the counter closes"),
        "until_us": maybe("integer or null", "planned return, microseconds"),
        "at_us": maybe("integer", "not before, microseconds; 0: after the present customer"),
        "is_off": maybe("boolean", "no pause after all"),
    },
    kinds.COUNTER_PAUSED: {
        "reason": Field("string", "pause reason of the profile"),
        "until_us": Field("integer or null", "planned return, microseconds"),
    },
    kinds.COUNTER_SERVICES: {
        "services": Field("array", "what is served there from now on"),
        "skills": maybe("array", "where that changed: all that the person there may serve"),
        "cause": maybe("string", "certificate: one has ended, was withdrawn or given"),
    },
}

APPOINTMENTS: Final[dict[str, dict[str, Field]]] = {
    kinds.APPOINTMENT_BOOKED: BOOKING,
    kinds.APPOINTMENT_CHANGED: {
        **BOOKING,
        "booked_us": Field("integer", "when it was booked first, microseconds"),
        "changes": Field("integer", "how often it was changed"),
    },
    kinds.APPOINTMENT_CANCELLED: {
        "appointment": APPOINTMENT,
        "by": Field("string", "customer, or staff number"),
    },
    kinds.APPOINTMENT_CHECKED_IN: {
        "appointment": APPOINTMENT,
        "is_late": Field("boolean", "too late to keep the booked time"),
    },
    kinds.APPOINTMENT_NO_SHOW: {"appointment": APPOINTMENT},
}

PRINTS: Final[dict[str, dict[str, Field]]] = {
    kinds.PRINT_REQUESTED: PRINT,
    kinds.PRINT_STARTED: PRINT,
    kinds.PRINT_DONE: PRINT,
    kinds.PRINT_FAILED: {**PRINT, **REASON},
    kinds.PRINT_UNKNOWN: {**PRINT, **REASON},
    kinds.DEVICE_REPORTED: {
        **DEVICE,
        "problems": Field("array", "codes of what it lacks; empty: nothing any more"),
    },
    kinds.DEVICE_UNLOCKED: DEVICE,
    kinds.DEVICE_UNLOCK_REFUSED: {
        **DEVICE,
        "reason": Field("string", "code of the refusal; not who was meant to be let in"),
    },
}

#: What an event of any kind has that came into the log with a journal; since 3.
VIA: Final = {"via": maybe("string", "name of the journal that told it")}

#: Kind -> field.
DATA: Final[dict[str, dict[str, Field]]] = {
    kind: {**fields, **VIA}
    for part in (
        DAY,
        TICKET,
        VISIT,
        COUNTER,
        APPOINTMENTS,
        PRINTS,
        CASES,
        NOTICES,
        STAFF,
        DRAFTS,
        SURVEYS,
    )
    for kind, fields in part.items()
}

_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "array": (list,),
    "integer or null": (int, type(None)),
}


def is_complete(kind: str, data: Mapping[str, kinds.Value]) -> bool:
    """Whether an event of this kind has what it needs, each of its type, and nothing else."""
    fields = DATA.get(kind, VIA)
    return all(name in data for name, field in fields.items() if field.is_required) and all(
        name in fields and _is_of(value, fields[name].type) for name, value in data.items()
    )


def _is_of(value: kinds.Value, type_name: str) -> bool:
    is_yes_or_no = isinstance(value, bool)
    return isinstance(value, _TYPES[type_name]) and is_yes_or_no == (type_name == "boolean")
