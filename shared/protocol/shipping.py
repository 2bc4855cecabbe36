"""The log on its way to another server, line by line as it was written: nothing is made anew."""

from typing import Annotated

from pydantic import Field

from shared.protocol.base import Message, Request

LINES_MAX = 500
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$|^$")]


class LogLine(Message):
    """One line of the event table; ``hash`` covers all of it and ``prev_hash``."""

    sequence: int = Field(ge=1)
    schema_version: int = Field(ge=1)
    kind: str
    at_us: int
    recorded_us: int
    ticket: str = ""
    number: str = ""
    counter: str = ""
    staff: str = ""
    data: str = Field(description="canonical JSON, to the letter: the hash covers it")
    prev_hash: Hash
    hash: Hash


class Lines(Request):
    """POST lines: what follows on what the receiver has, oldest first."""

    log: str = Field(max_length=64, description="name of the log")
    lines: tuple[LogLine, ...] = Field(max_length=LINES_MAX)
    profiles: dict[str, str] = Field(
        default_factory=dict, description="by fingerprint, the canonical body of those they name"
    )


class Position(Message):
    """How far a copy of a log goes; ``log`` is empty where there is none yet."""

    log: str = ""
    last: int = 0
    last_hash: Hash = ""
