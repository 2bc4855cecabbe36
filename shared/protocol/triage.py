"""The ways that are open to a customer now, and what became of the advice, on the wire."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from shared.protocol.base import Message, Request
from shared.protocol.command import Identifier

Way = Literal["counter", "machine", "adviser", "appointment", "later"]


class Words(Message):
    """One sentence in both languages."""

    zh: str
    en: str


class DocumentView(Message):
    """A document to have ready."""

    id: str
    name: Words
    hint: Words | None = None
    is_missing: bool = False


class OfferView(Message):
    """One way. What is not known is left out, never estimated."""

    way: str = Field(description="counter, machine, adviser, appointment or later")
    reason: str = Field(description="a name of shared.domain.triage.Reason")
    words: Words
    is_recommended: bool = False
    machine: str | None = None
    at: datetime | None = Field(default=None, description="of the appointment or the other hour")
    saves_min: float | None = Field(default=None, description="against the counter, if known")
    missing: tuple[str, ...] = Field(default=(), description="documents this way needs")


class TriageView(Message):
    """GET triage: best way first, the recommended one; never empty."""

    service: str
    segment: str
    asks_documents: bool = Field(description="whether screens ask what is at hand")
    documents: tuple[DocumentView, ...]
    offers: tuple[OfferView, ...]


class NoteAdvice(Request):
    """POST advice: ways were shown to somebody, and one of them was taken, or none."""

    service: Identifier
    segment: Identifier | None = Field(default=None, description="default: the ordinary one")
    offered: tuple[Way, ...] = Field(min_length=1, max_length=9, description="in their order")
    taken: Way | None = Field(default=None, description="none: the customer left")
    ticket: Identifier | None = Field(default=None, description="what it led to at the counter")
    missing: tuple[Identifier, ...] = Field(
        default=(), max_length=6, description="documents that were not at hand"
    )
    saves_min: int | None = Field(
        default=None, ge=0, le=1440, description="as it was said of the way that was taken"
    )


class AdviceNoted(Message):
    """Answer to POST advice (202)."""

    sequence: int
