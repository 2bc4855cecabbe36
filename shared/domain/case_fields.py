"""What ``data`` holds for events of cases."""

from typing import Final

from shared.domain import event as kinds
from shared.domain.event_field import Field, maybe

CASE: Final = Field("string", "identifier of the case")
CASE_TEXT: Final = maybe("string", "which text was written; it stands apart from the log")
CASE_BY: Final = Field("string", "staff number, or empty where the customer did it")
DUE: Final = Field("integer", "deadline of the solution, microseconds")
ABOUT: Final = Field("array", "staff numbers of whom it is about")
STEP: Final = {"case": CASE, "by": CASE_BY, "text": CASE_TEXT}

CASES: Final[dict[str, dict[str, Field]]] = {
    kinds.CASE_OPENED: {
        **STEP,
        "number": Field("string", "year and number within it"),
        "kind": Field("string", "complaint, low_mark, talk, suggestion, praise or enquiry"),
        "channel": Field("string", "how it came"),
        "received_us": Field("integer", "when it reached the bank, microseconds"),
        "first_due_us": Field("integer", "deadline of the first answer, microseconds"),
        "due_us": DUE,
        "of_ticket": Field("string", "the ticket it is about, or empty"),
        "customer": Field("string", "pseudonym of the customer, or empty"),
        "language": Field("string", "language of the customer"),
        "about": ABOUT,
        "category": Field("string", "category of the profile, or empty"),
    },
    kinds.CASE_ASSIGNED: {**STEP, "owner": Field("string", "staff number of who handles it")},
    kinds.CASE_FIRST_ANSWERED: STEP,
    kinds.CASE_NOTED: STEP,
    kinds.CASE_PROPOSED: STEP,
    kinds.CASE_APPROVED: STEP,
    kinds.CASE_SENT_BACK: STEP,
    kinds.CASE_CARRIED_OUT: STEP,
    kinds.CASE_ANSWERED: STEP,
    kinds.CASE_CLOSED: {
        **STEP,
        "is_content": maybe("boolean", "what the customer said to the answer"),
    },
    kinds.CASE_REOPENED: {**STEP, "due_us": DUE},
    kinds.CASE_CLASSIFIED: {
        **STEP,
        "kind": Field("string", "what it is"),
        "category": Field("string", "category of the profile, or empty"),
        "root_cause": Field("string", "root cause of the profile, or empty"),
    },
    kinds.CASE_EXTENDED: {
        **STEP,
        "extension": Field("string", "complex or special"),
        "due_us": DUE,
    },
    kinds.CASE_MERGED: {
        **STEP,
        "into": Field("string", "identifier of the case that goes on"),
        "first_due_us": Field("integer", "the other's deadline of the first answer from now on"),
        "due_us": DUE,
        "about": ABOUT,
    },
    kinds.CASE_ATTACHED: {
        **STEP,
        "file": Field("string", "which file; its content stands apart from the log"),
        "media": Field("string", "what it is, by its content"),
        "bytes": Field("integer", "size"),
    },
    kinds.CASE_ESCALATED: {
        "case": CASE,
        "deadline": Field("string", "first_answer or solution"),
    },
}
