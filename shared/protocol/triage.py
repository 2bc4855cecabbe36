"""The ways that are open to a customer now, on the wire."""

from datetime import datetime

from pydantic import Field

from shared.protocol.base import Message


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
