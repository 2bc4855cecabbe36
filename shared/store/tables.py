"""Every table. Times of the core are integer microseconds; administrative times are aware UTC.

Personal things (staff names, secrets of phone pages) stand in tables of their own, so that they can
be erased while the event log still verifies. ``METADATA`` knows those of ``tables_beside`` as well.
"""

from datetime import datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import JSON
from sqlmodel import Field

from shared.domain.ticket import TicketState
from shared.store import tables_beside as tables_beside
from shared.store.table_base import METADATA as METADATA
from shared.store.table_base import Table
from shared.store.utc import UtcTime

STATES = ", ".join(f"'{state}'" for state in TicketState)


class BranchRow(Table, table=True):
    """A branch of this database: where its log ends, and by which clock it is written."""

    __tablename__ = "branch"

    id: str = Field(primary_key=True)
    last_sequence: int = Field(default=0, sa_type=BigInteger)
    last_hash: str = ""
    clock: str = Field(default="", description="live or practice, set by the first event")
    log_id: str = Field(default="", description="name of this log; a restored one gets another")


class ProfileVersionRow(Table, table=True):
    """A profile that was published for a branch; the log says when which of them held."""

    __tablename__ = "profile_version"

    branch: str = Field(primary_key=True, foreign_key="branch.id")
    hash: str = Field(primary_key=True, description="shared.config.fingerprint of the body")
    version: str = Field(description="the bank's own name for it")
    body: str = Field(sa_type=Text, description="canonical JSON")
    published_us: int = Field(
        sa_type=BigInteger, description="first publication; 0: holds from the log's beginning"
    )


class EventRow(Table, table=True):
    """One event of the log. ``hash`` covers the line and ``prev_hash`` (SHA-256)."""

    __tablename__ = "event"
    __table_args__ = (Index(None, "branch", "kind", "sequence"),)

    branch: str = Field(primary_key=True, foreign_key="branch.id")
    sequence: int = Field(primary_key=True, sa_type=BigInteger)
    schema_version: int
    kind: str
    at_us: int = Field(sa_type=BigInteger)
    recorded_us: int = Field(sa_type=BigInteger)
    ticket: str = Field(default="", index=True)
    number: str = ""
    counter: str = ""
    staff: str = ""
    data: str = Field(sa_type=Text, description="canonical JSON")
    prev_hash: str
    hash: str


class SealRow(Table, table=True):
    """A keyed digest over the log up to ``last``, made with what was written from ``first`` on."""

    __tablename__ = "seal"

    branch: str = Field(primary_key=True, foreign_key="branch.id")
    last: int = Field(primary_key=True, sa_type=BigInteger)
    first: int = Field(sa_type=BigInteger)
    key_id: str = Field(description="which key of the seal file")
    digest: str = Field(description="shared.store.seal.seal_digest, hexadecimal")


class TicketRow(Table, table=True):
    """A ticket as it stands. Its number is unique per branch, day and series."""

    __tablename__ = "ticket"
    __table_args__ = (
        UniqueConstraint("branch", "day", "series", "ordinal"),
        CheckConstraint(f"state IN ({STATES})", name="state"),
        CheckConstraint("rating IS NULL OR rating BETWEEN 1 AND 5", name="rating"),
    )

    id: str = Field(primary_key=True)
    branch: str = Field(foreign_key="branch.id")
    day: str
    series: str
    ordinal: int
    number: str
    service: str
    segment: str
    language: str
    state: str
    arrived_us: int = Field(sa_type=BigInteger)
    issued_us: int = Field(sa_type=BigInteger)
    called_us: int | None = Field(default=None, sa_type=BigInteger)
    started_us: int | None = Field(default=None, sa_type=BigInteger)
    ended_us: int | None = Field(default=None, sa_type=BigInteger)
    counter: str = ""
    staff: str = ""
    recalls: int = 0
    returns: int = 0
    overtaken: int = 0
    outcome: str = ""
    rating: int | None = None
    needs: str = Field(default="[]", sa_type=Text, description="JSON, the present one first")
    items: int = 1
    until_us: int | None = Field(default=None, sa_type=BigInteger, description="of a held ticket")
    defers: int = 0
    pool: str = ""
    bound_counter: str = ""
    bound_person: str = ""
    joined_to: str = ""
    appointment: str = ""


class AnswerRow(Table, table=True):
    """The answer given under an Idempotency-Key, so that a repeated request gets it again."""

    __tablename__ = "answer"

    branch: str = Field(primary_key=True, foreign_key="branch.id")
    key: str = Field(primary_key=True)
    digest: str = Field(description="SHA-256 of the request: another request, same key, is refused")
    body: str = Field(sa_type=Text, description="JSON, or empty")
    made_us: int = Field(sa_type=BigInteger, index=True)
    first: int = Field(
        default=0,
        sa_type=BigInteger,
        sa_column_kwargs={"server_default": "0"},
        description="the command's first event, beyond place when it was refused; 0: another's",
    )
    place: int = Field(
        default=0,
        sa_type=BigInteger,
        sa_column_kwargs={"server_default": "0"},
        description="the command's last event, or where the log stood when it was refused",
    )


class PhoneTokenRow(Table, table=True):
    """Which ticket a phone page shows. Only a digest of the token is kept."""

    __tablename__ = "phone_token"

    token_hash: str = Field(primary_key=True)
    branch: str = Field(foreign_key="branch.id")
    ticket: str = Field(index=True)


class SecretRow(Table, table=True):
    """A secret key, by what it is for; customers' by month too (``shared.services.pseudonym``)."""

    __tablename__ = "secret"

    name: str = Field(primary_key=True)
    value: str = Field(description="hexadecimal", repr=False)


class HoldRow(Table, table=True):
    """A legal hold: nothing of these days is destroyed while it lasts. It is never deleted."""

    __tablename__ = "hold"

    id: str = Field(primary_key=True)
    branch: str = Field(foreign_key="branch.id")
    from_day: str = Field(description="ISO date, itself held")
    to_day: str = Field(description="ISO date, itself held")
    reason: str = Field(description="identifier of the case, no free text")
    placed_at: datetime = Field(sa_type=UtcTime)
    released_at: datetime | None = Field(default=None, sa_type=UtcTime)


class StaffRow(Table, table=True):
    """A person who works here."""

    __tablename__ = "staff"

    id: str = Field(primary_key=True)
    name: str
    role: str
    pin_hash: str
    skills: list[str] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    wrong_pins: int = 0
    locked_until_us: int = Field(default=0, sa_type=BigInteger)
    added_at: datetime = Field(sa_type=UtcTime)


class DeviceRow(Table, table=True):
    """An enrolled device. Only a digest of its key is kept."""

    __tablename__ = "device"

    id: str = Field(primary_key=True)
    name: str
    role: str
    key_hash: str = Field(unique=True)
    enrolled_at: datetime = Field(sa_type=UtcTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcTime)
    seen_us: int | None = Field(default=None, sa_type=BigInteger, description="last heartbeat")
    program: str = Field(default="", description="name and version, as it said")
    problems: str = Field(default="[]", sa_type=Text, description="JSON, codes as it said")
    branch: str = Field(default="", description="where it may ask; empty: everywhere, or new")
    profile: str = Field(default="", description="fingerprint of the profile it runs, as it said")


class InvitationRow(Table, table=True):
    """A one-time code for a device to come. Only a keyed digest of the code is kept."""

    __tablename__ = "invitation"

    code_hash: str = Field(primary_key=True)
    role: str
    name: str
    expires_us: int = Field(sa_type=BigInteger)
    device: str = Field(default="", description="who came with it; empty: nobody yet")
    branch: str = Field(default="", description="of the device to come")


class SessionRow(Table, table=True):
    """Somebody signed in on a device. Only a digest of the token is kept."""

    __tablename__ = "session"

    token_hash: str = Field(primary_key=True)
    staff: str = Field(foreign_key="staff.id")
    device: str = Field(foreign_key="device.id")
    counter: str = ""
    opened_us: int = Field(sa_type=BigInteger)
    expires_us: int = Field(sa_type=BigInteger)


class EndedSessionRow(Table, table=True):
    """A session that was ended before its time, until it would have expired (decision 0025)."""

    __tablename__ = "ended_session"

    token_hash: str = Field(primary_key=True)
    expires_us: int = Field(sa_type=BigInteger)


class CaseTextRow(Table, table=True):
    """What was written about a case, sealed (``shared.services.case_text``)."""

    __tablename__ = "case_text"

    id: str = Field(primary_key=True)
    branch: str = Field(foreign_key="branch.id")
    key: str = Field(description="name of the key; without it nobody reads the text")
    sealed: bytes = Field(sa_type=LargeBinary)


class ContactRow(Table, table=True):
    """A telephone number that a ticket's customer left, sealed with a key of its day."""

    __tablename__ = "contact"

    ticket: str = Field(primary_key=True)
    branch: str = Field(foreign_key="branch.id", index=True)
    key: str = Field(description="name of the key, with the day")
    sealed: bytes = Field(sa_type=LargeBinary)


class NoticeRow(Table, table=True):
    """A message to a customer's telephone; of each call and of each "soon" there is one."""

    __tablename__ = "notice"
    __table_args__ = (
        UniqueConstraint("branch", "ticket", "about", "place"),
        Index(None, "state", "due_us"),
    )

    id: str = Field(primary_key=True)
    branch: str = Field(foreign_key="branch.id")
    ticket: str
    about: str = Field(description="called or soon")
    place: int = Field(sa_type=BigInteger, description="the call's event; 0: soon")
    state: str = Field(description="waiting, sent or failed")
    tries: int
    due_us: int = Field(sa_type=BigInteger, description="not before; of one being sent: again")
    made_us: int = Field(sa_type=BigInteger)


class NoticePlaceRow(Table, table=True):
    """Up to which event the calls of a branch have become messages."""

    __tablename__ = "notice_place"

    branch: str = Field(primary_key=True, foreign_key="branch.id")
    sequence: int = Field(sa_type=BigInteger)
