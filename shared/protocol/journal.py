"""What happened while the branch server was away, on its way into the log."""

from typing import Annotated

from pydantic import Field

from shared.domain.event import Value
from shared.protocol.base import Message, Request
from shared.protocol.times import Moment

ENTRIES_MAX = 200
#: The name of a counter or a number of staff: no control characters, which a database refuses.
Name = Annotated[str, Field(max_length=64, pattern=r"^[^\x00-\x1f\x7f]*$")]
Source = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[\x21-\x7e]+$")]


class JournalEntry(Request):
    """One thing that happened, told like an event of the log; ``at`` is when it was true.

    Kiosks tell of ``ticket.issued`` (number out of their lease), counters of what became of the
    customer who stood there, a stand-in of everything that it decided.
    """

    kind: str = Field(max_length=64)
    at: Moment
    ticket: str = Field(default="", max_length=64, pattern=r"^[A-Za-z0-9_.-]*$")
    counter: Name = ""
    staff: Name = ""
    data: dict[str, Value] = Field(default_factory=dict)
    page: str = Field(
        default="",
        pattern=r"^([0-9a-f]{64})?$",
        description="of a new ticket: SHA-256 of the token of its phone page",
    )


class Journal(Request):
    """POST journals: entries of one source in their order; ``first`` is the place of the first.

    Sent again it is taken once: what lies before the place that was taken last is known already.
    """

    source: Source = Field(description="name of this journal, never used for another")
    first: int = Field(ge=1)
    entries: tuple[JournalEntry, ...] = Field(max_length=ENTRIES_MAX)


class JournalTaken(Message):
    """Answer to POST journals: the source may forget everything up to place ``last``."""

    last: int
    taken: int = Field(description="entries that are part of the log now")
    known: int = Field(description="entries that had happened already")
    kept: int = Field(description="entries that contradict the log; kept in it, changing nothing")


class LeaseNumbers(Request):
    """POST number-leases: a block of numbers for the time when no server answers."""

    count: int = Field(default=50, ge=1, le=200)


class NumberLease(Message):
    """The block: these ordinals are this device's, in every series and on every day."""

    first: int
    last: int
    day: str = Field(default="", description="today's business day")
    given: dict[str, int] = Field(
        default_factory=dict,
        description="by series the highest of them that is known to be given today",
    )
