"""Which segment a customer belongs to, on the wire. No name ever travels here."""

from pydantic import Field

from shared.protocol.base import Message, Request


class FindCustomer(Request):
    """POST customers/find: what a card, a code or a telephone number stands for."""

    reference: str = Field(
        min_length=4,
        max_length=128,
        repr=False,
        description="as it was read or typed; it is looked up and not stored",
    )


class CustomerView(Message):
    """Answer to POST customers/find."""

    is_known: bool
    segment: str | None = Field(default=None, description="segment of the profile")
    customer_ref: str | None = Field(
        default=None, repr=False, description="opaque; for the ticket's customer_ref"
    )
