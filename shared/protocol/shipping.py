"""The log on its way to another server, line by line as it was written: nothing is made anew."""

from typing import Annotated, Final, Literal

from pydantic import Field

from shared.protocol.base import Message, Request

LINES_MAX: Final = 500
#: Well below what a server reads of one request; a line that is larger travels alone.
BYTES_MAX: Final = 160_000
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$|^$")]
Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
#: Every database takes it, and a log that was written by this program holds nothing else.
NO_CONTROL: Final = r"^[^\x00-\x1f]*$"
Word = Annotated[str, Field(max_length=128, pattern=NO_CONTROL)]
Whole = Annotated[int, Field(ge=-(2**63), lt=2**63)]
Days = Literal["live", "practice"]


class LogLine(Message):
    """One line of the event table; ``hash`` covers all of it and ``prev_hash``."""

    sequence: int = Field(ge=1, lt=2**53)
    schema_version: int = Field(ge=1, lt=2**15)
    kind: Word
    at_us: Whole
    recorded_us: Whole
    ticket: Word = ""
    number: Word = ""
    counter: Word = ""
    staff: Word = ""
    data: str = Field(
        description="canonical JSON, to the letter: the hash covers it",
        pattern=NO_CONTROL,
    )
    prev_hash: Hash
    hash: Hash


class Lines(Request):
    """POST lines: what follows on what the receiver has, oldest first."""

    log: Word = Field(description="name of the log")
    clock: Days = Field(default="live", description="by which clock its days were recorded")
    held: Fingerprint | Literal[""] = Field(
        default="", description="with the first line: the profile that held before it, if any"
    )
    lines: tuple[LogLine, ...] = Field(max_length=LINES_MAX)
    profiles: dict[Fingerprint, str] = Field(
        default_factory=dict, description="by fingerprint, the canonical body of those they name"
    )


class Position(Message):
    """How far a copy of a log goes; ``log`` is empty where there is none yet."""

    log: str = ""
    clock: str = Field(default="", description="live or practice; empty where nothing is yet")
    last: int = 0
    last_hash: Hash = ""
