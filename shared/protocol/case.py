"""Cases on the wire: feedback of every channel, complaints and what becomes of them."""

from datetime import datetime
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from shared.domain.case import OPEN_STATES, CaseKind, CaseState, Channel, Extension, Lateness
from shared.protocol.base import Message, Request
from shared.protocol.command import CustomerRef, Identifier, Language
from shared.protocol.times import Moment

Said = Annotated[str, Field(min_length=1, max_length=4000)]
Contact = Annotated[str, Field(max_length=200)]


class OpenCase(Request):
    """POST cases: what a customer told somebody here, or by letter, telephone, e-mail."""

    kind: CaseKind
    channel: Channel
    text: Said = Field(repr=False)
    contact: Contact = Field(
        default="", repr=False, description="how the customer wants to be answered"
    )
    received_at: Moment | None = Field(default=None, description="default: now")
    ticket: Identifier | None = Field(default=None, description="the visit that it is about")
    about: tuple[Identifier, ...] = Field(
        default=(), max_length=8, description="staff numbers of whom it is about"
    )
    category: Identifier | None = None
    language: Language = "zh_CN"
    customer_ref: CustomerRef | None = Field(
        default=None, repr=False, description="the bank's own key of the customer; it is not stored"
    )


class AssignCase(Request):
    """POST cases/{case}/assign."""

    owner: Identifier | None = Field(default=None, description="staff number; default: oneself")


class GiveFeedback(Request):
    """POST /t/{token}/feedback: what the customer of a ticket writes on its phone page."""

    kind: Literal[CaseKind.COMPLAINT, CaseKind.SUGGESTION, CaseKind.PRAISE]
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
    contact: Contact = Field(
        default="", repr=False, description="how the customer wants to be answered"
    )


class FeedbackTaken(Message):
    """Answer to it (201)."""

    number: str = Field(description="of the case, by which one may ask about it")


class TalkAsked(Message):
    """Answer to POST tickets/{id}/talk (201): somebody comes."""

    number: str = Field(description="of the case")
    by: datetime = Field(description="somebody has been there by then")


class SayOfCase(Request):
    """POST cases/{case}/… with what is to be written."""

    text: Said = Field(repr=False)


class SayMaybe(Request):
    """POST cases/{case}/… where a step may go without words."""

    text: Said | None = Field(default=None, repr=False)


class CloseCase(Request):
    """POST cases/{case}/close."""

    is_content: bool | None = Field(default=None, description="what the customer said, if anything")


class ClassifyCase(Request):
    """POST cases/{case}/classify; what is left out stays."""

    kind: CaseKind | None = None
    category: Identifier | None = None
    root_cause: Identifier | None = None


class ExtendCase(Request):
    """POST cases/{case}/extend."""

    to: Extension
    text: Said = Field(repr=False)


class MergeCase(Request):
    """POST cases/{case}/merge."""

    into: Identifier


#: Megabytes of a file about a case.
FILE_MAX_MB: Final = 3


class AttachFile(Request):
    """POST cases/{case}/files."""

    name: str = Field(min_length=1, max_length=120, repr=False)
    content: str = Field(
        min_length=4, max_length=4_300_000, repr=False, description="the file in base64"
    )


class CaseFile(Message):
    """GET cases/{case}/files/{file}."""

    name: str = Field(repr=False)
    media: str
    content: str = Field(repr=False, description="the file in base64")


class CaseView(Message):
    """A case as it stands."""

    id: str
    number: str
    kind: CaseKind
    channel: Channel
    state: CaseState
    received_at: datetime
    first_answer_by: datetime
    first_answered_at: datetime | None = None
    solve_by: datetime
    answered_at: datetime | None = None
    closed_at: datetime | None = None
    owner: str | None = None
    owner_name: str | None = None
    about: tuple[str, ...] = ()
    category: str | None = None
    root_cause: str | None = None
    ticket: str | None = None
    language: str = "zh_CN"
    extension: Extension = Extension.NONE
    late: tuple[Lateness, ...] = ()
    is_content: bool | None = None
    merged_into: str | None = None
    reopened: int = 0

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.state in OPEN_STATES


class CaseList(Message):
    """GET cases: those that most need somebody first."""

    cases: tuple[CaseView, ...]
    in_all: int = Field(description="how many fit, of which ``cases`` are the first")
    open: int
    late: int
    handled_share: float | None = Field(
        default=None, description="of all that is kept: answered, closed or merged; none: no case"
    )


class CaseEntry(Message):
    """One step of a case: who did what when, and what was written."""

    kind: str = Field(description="kind of the event")
    at: datetime
    by: str | None = None
    by_name: str | None = None
    data: dict[str, str] = Field(default={}, description="what the step changed")
    text: str | None = None
    contact: str | None = None
    is_erased: bool = Field(default=False, description="its text was destroyed in time")


class CaseStep(Message):
    """What may be done now by who asks; with a refusal where it is their turn and not theirs."""

    name: str = Field(description="the last word of its address")
    code: str | None = Field(default=None, description="why this person may not, else nothing")
    params: tuple[str, ...] = ()


class Person(Message):
    """Somebody who may handle a case."""

    staff: str
    name: str


class CaseStory(Message):
    """GET cases/{case}: the case and everything that was done about it, oldest first.

    ``steps`` are the next ones that are allowed, ``handlers`` who may have it.
    """

    case: CaseView
    entries: tuple[CaseEntry, ...]
    steps: tuple[CaseStep, ...] = ()
    handlers: tuple[Person, ...] = ()


class FindCases(Request):
    """POST cases/find: cases with these words in them, or with this number, ticket or class."""

    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=64)] = (
        Field(repr=False)
    )
