"""The port to the bank's own knowledge of its customers: which segment, and nothing else.

A kiosk reads a card, a code or a telephone number and asks. What comes back is a segment and an
opaque reference: no name, no account. Nobody has to be known; without an answer the customer is an
ordinary one.
"""

from typing import NamedTuple, Protocol

from shared.protocol.customer import CustomerView, FindCustomer
from shared.services.lobby import Lobby


class Customer(NamedTuple):
    """What the branch may know: the segment of the profile, and an opaque key of the customer."""

    segment: str
    reference: str


class CustomerDirectory(Protocol):
    """Where customers are looked up; called in a thread that may wait a few seconds."""

    def find(self, branch: str, reference: str) -> Customer | None:
        """The customer of a card, code or number; None: unknown, or nobody answers."""
        ...

    def close(self) -> None:
        """Let go of files and lines."""
        ...


def plain_reference(request: FindCustomer) -> str:
    """The part of what a reader sends that stands for the customer.

    A magnetic stripe's second track (ISO/IEC 7813) has the number between ``;`` and ``=``; the rest
    of it is nobody's business. Spaces and hyphens are for readers.
    """
    text = request.reference
    if ";" in text and "=" in text:
        text = text.partition(";")[2].partition("=")[0]
    return text.replace(" ", "").replace("-", "")


def customer_view(lobby: Lobby, found: Customer | None) -> CustomerView:
    """The answer to a kiosk; a segment that the branch does not have is no answer."""
    segments = {segment.id for segment in lobby.profile.segments}
    if found is None or found.segment not in segments:
        return CustomerView(is_known=False)
    return CustomerView(is_known=True, segment=found.segment, customer_ref=found.reference)
