"""Telling a customer by telephone, on the wire."""

from pydantic import Field

from shared.protocol.base import Message, Request


class WantNotice(Request):
    """POST notice: tell me by text message when I am called, and a little before."""

    number: str = Field(
        min_length=6,
        max_length=20,
        pattern=r"^\+?[0-9][0-9 ()-]{4,18}$",
        repr=False,
        description="telephone number; sealed, and destroyed at the end of the day",
    )


class NoticeState(Message):
    """Answer to it."""

    is_wanted: bool
