"""The case: what a customer told the bank, who answers it, and by when.

Complaints go through every state (docs/requirements.md R8): received, investigated, a solution is
proposed, a supervisor approves it, it is carried out, the customer is told. Everything else
(suggestions, praise, low marks, enquiries) may be answered at once (R7).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from shared.dispatch.layout import MINUTE_US

HOUR_US: Final = 60 * MINUTE_US
DAY_US: Final = 24 * HOUR_US


class CaseState(StrEnum):
    """Where a case stands."""

    RECEIVED = "received"
    INVESTIGATING = "investigating"
    PROPOSED = "proposed"
    APPROVED = "approved"
    CARRIED_OUT = "carried_out"
    ANSWERED = "answered"
    CLOSED = "closed"
    MERGED = "merged"


class CaseKind(StrEnum):
    """What the customer came with."""

    COMPLAINT = "complaint"
    LOW_MARK = "low_mark"
    TALK = "talk"
    SUGGESTION = "suggestion"
    PRAISE = "praise"
    ENQUIRY = "enquiry"


class Channel(StrEnum):
    """How it reached the bank; staff enter what came by telephone, letter or other programs."""

    RATING = "rating"
    PHONE_PAGE = "phone_page"
    FORM = "form"
    COUNTER = "counter"
    TELEPHONE = "telephone"
    EMAIL = "email"
    SOCIAL = "social"
    LETTER = "letter"


class Extension(StrEnum):
    """A longer time to solve it, granted by a supervisor."""

    NONE = ""
    COMPLEX = "complex"
    SPECIAL = "special"


class Lateness(StrEnum):
    """Which deadline passed."""

    FIRST_ANSWER = "first_answer"
    SOLUTION = "solution"


#: Somebody goes to the customer, who is still in the hall.
HASTY: Final = frozenset({CaseKind.LOW_MARK, CaseKind.TALK})
#: Somebody still has to do something.
OPEN_STATES: Final = frozenset(CaseState) - {
    CaseState.ANSWERED,
    CaseState.CLOSED,
    CaseState.MERGED,
}


@dataclass(frozen=True, slots=True)
class CaseRules:
    """The written deadlines, and the words under which cases are sorted.

    First answer within 24 hours is our standard (R6); 15 days, 30 for complex cases and 30 more for
    special ones are those of the national rule on complaints of 2020 (R8). A low mark, and a wish
    to speak to somebody, is followed up within minutes, while the customer is still in the hall;
    ``low_mark`` is the highest mark of that kind.
    """

    first_answer_us: int = 24 * HOUR_US
    follow_up_us: int = 15 * MINUTE_US
    solution_us: int = 15 * DAY_US
    complex_us: int = 30 * DAY_US
    special_us: int = 30 * DAY_US
    reopen_us: int = 30 * DAY_US
    kept_us: int = 400 * DAY_US
    low_mark: int = 2
    categories: tuple[str, ...] = ()
    root_causes: tuple[str, ...] = ()

    def first_due_us(self, kind: CaseKind, received_us: int) -> int:
        """Until when the customer has to hear from somebody."""
        within = self.follow_up_us if kind in HASTY else self.first_answer_us
        return received_us + within

    def due_us(self, received_us: int, extension: Extension) -> int:
        """Until when it has to be solved."""
        if extension is Extension.NONE:
            return received_us + self.solution_us
        more_us = self.special_us if extension is Extension.SPECIAL else 0
        return received_us + self.complex_us + more_us


#: Of a profile that says nothing.
USUAL_CASES: Final = CaseRules()


@dataclass(slots=True)
class Case:
    """A case as its events left it. Texts stand elsewhere, under a key that can be destroyed.

    ``about`` are the members of staff whom it is about: none of them handles or approves it.
    ``handled`` are all who had it, ``reopened`` counts how often the answer did not do.
    """

    id: str
    number: str
    kind: CaseKind
    channel: Channel
    received_us: int
    opened_us: int
    first_due_us: int
    due_us: int
    ticket: str = ""
    customer: str = ""
    language: str = "zh_CN"
    opened_by: str = ""
    about: tuple[str, ...] = ()
    state: CaseState = CaseState.RECEIVED
    category: str = ""
    root_cause: str = ""
    owner: str = ""
    handled: list[str] = field(default_factory=list)
    proposed_by: str = ""
    approved_by: str = ""
    first_answered_us: int | None = None
    answered_us: int | None = None
    closed_us: int | None = None
    extension: Extension = Extension.NONE
    late: list[Lateness] = field(default_factory=list)
    is_content: bool | None = None
    merged_into: str = ""
    reopened: int = 0

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.state in OPEN_STATES

    @property
    def needs_approval(self) -> bool:
        """Only the solution of a complaint is approved by somebody else."""
        return self.kind is CaseKind.COMPLAINT


def deadlines(case: Case) -> Iterator[tuple[int, Lateness]]:
    """What is still to be done by when, of which nobody has said yet that it is late."""
    if not case.is_open:
        return
    if case.first_answered_us is None and Lateness.FIRST_ANSWER not in case.late:
        yield case.first_due_us, Lateness.FIRST_ANSWER
    if Lateness.SOLUTION not in case.late:
        yield case.due_us, Lateness.SOLUTION
