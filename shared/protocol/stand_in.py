"""What a branch server and its stand-in say to each other; the branch server begins everything."""

from typing import Annotated, Literal

from pydantic import Field

from shared.protocol.base import Message, Request
from shared.protocol.device import Said
from shared.protocol.journal import JournalEntry
from shared.protocol.shipping import (
    Days,
    Fingerprint,
    Hash,
    Lines,
    LogLine,
    Position,
    Whole,
    Word,
)

Digest = Annotated[str, Field(max_length=200, repr=False)]
Day = Annotated[str, Field(max_length=10, pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]


class Beat(Request):
    """POST stand-in/beat: the branch server lives."""

    beat: Said


class CopyStart(Beat):
    """PUT copy: today begins anew; lines follow.

    ``carried`` are lines from before today that still matter, and today's first one; with many of
    them it is sent in parts, ``is_first`` the first one.
    """

    log: Word
    clock: Days = "live"
    day: Day
    last: int = Field(ge=0, lt=2**53, description="the newest line of all, when this was made")
    absorbed: tuple[Said, ...] = Field(default=(), max_length=50)
    is_first: bool = True
    carried: tuple[LogLine, ...] = Field(default=(), max_length=500)
    profiles: dict[Fingerprint, str] = Field(default_factory=dict)
    held: Fingerprint | Literal[""] = Field(default="", description="that holds before today")


class CopiedAnswer(Request):
    """What was answered under an Idempotency-Key, or refused; without secrets of phone pages.

    ``place``: the command's last event, or where the log stood when it was refused.
    """

    key: str = Field(max_length=128)
    digest: str = Field(max_length=64)
    body: str = Field(repr=False)
    made_us: Whole
    place: int = Field(ge=0, lt=2**53)


class CopyLines(Beat):
    """POST copy/lines: what follows, each command's answer together with its last line.

    ``answers_from_us``: older answers are not repeated any more.
    """

    lines: Lines
    answers: tuple[CopiedAnswer, ...] = Field(default=(), max_length=1000)
    answers_from_us: Whole = -(2**63)


class CopiedDevice(Request):
    """A device as the stand-in knows it: no key, only its digest."""

    id: str
    name: str
    role: str
    key_hash: Digest
    branch: str = ""


class CopiedPerson(Request):
    """Somebody who works here; the PIN is a slow salted hash."""

    id: str
    name: str
    role: str
    pin_hash: Digest
    skills: tuple[str, ...] | None = None


class CopiedSession(Request):
    """Somebody is signed in on a device."""

    token_hash: Digest
    staff: str
    device: str
    counter: str = ""
    opened_us: int
    expires_us: int


class Credentials(Beat):
    """PUT copy/credentials: all there are; whoever is not among them has none here either.

    ``request_key``: with it both servers see whether a request under a known key is the same one;
    ``code_key``: with it both know whose appointment a code is.
    """

    devices: tuple[CopiedDevice, ...]
    staff: tuple[CopiedPerson, ...]
    sessions: tuple[CopiedSession, ...]
    request_key: Hash = Field(default="", repr=False)
    code_key: Hash = Field(default="", repr=False)


class StandInState(Message):
    """What the stand-in answers to the branch server.

    ``beat`` is the one that it heard. ``term`` is empty while it has decided nothing that is not
    absorbed; ``known`` is how far it goes in the branch server's own log. ``ended``, told with
    beats: sessions that were ended there and that the branch server listed last (digests of
    tokens).
    """

    beat: str
    term: str = ""
    known: Position
    day: str = ""
    is_whole: bool = Field(default=False, description="every line that it was told of is there")
    ended: tuple[Hash, ...] = ()


class TermJournal(Message):
    """What the stand-in decided in one term, and what it answered and refused."""

    term: str
    entries: tuple[JournalEntry, ...]
    answers: tuple[CopiedAnswer, ...] = ()


class CopiedPage(Message):
    """A phone page: the SHA-256 of its token, and its ticket."""

    digest: str
    ticket: str


class HandOver(Message):
    """POST stand-in/hand-back: it has stopped deciding; what it did, in its order.

    ``fork`` is the last line that it took from the branch server's log, ``sessions`` are those
    that were opened there since, ``ended`` those that were ended there (digests of tokens).
    ``pages`` are the phone pages made there, also of tickets from before.
    """

    beat: str
    fork: int
    fork_hash: Hash
    journals: tuple[TermJournal, ...]
    sessions: tuple[CopiedSession, ...] = ()
    ended: tuple[Hash, ...] = ()
    pages: tuple[CopiedPage, ...] = ()
