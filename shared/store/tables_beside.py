"""Tables that stand beside the log: work between servers, and what was worked out from the log."""

from sqlalchemy import BigInteger, Index, Text
from sqlmodel import Field

from shared.store.table_base import Table


class ErrandRow(Table, table=True):
    """Head office: something for a branch to carry out, and what came of it."""

    __tablename__ = "errand"
    __table_args__ = (Index(None, "branch", "state"),)

    id: str = Field(primary_key=True)
    branch: str = Field(foreign_key="branch.id")
    kind: str = Field(description="shared.protocol.office.ErrandKind")
    state: str = Field(description="shared.store.errand")
    made_us: int = Field(sa_type=BigInteger)
    valid_us: int = Field(sa_type=BigInteger, description="later the branch may not begin with it")
    expires_us: int = Field(
        sa_type=BigInteger, description="then whoever asked hears that it failed"
    )
    key: str = Field(default="", description="digest of caller and Idempotency-Key")
    digest: str = Field(default="", description="of the request: another one is refused")
    body: str = Field(sa_type=Text, repr=False, description="JSON")
    answer: str = Field(sa_type=Text, repr=False, description="JSON; forgotten after minutes")
    problem: str = Field(sa_type=Text, description="JSON, where the branch refused")


class PlanRow(Table, table=True):
    """Head office: a plan that a branch handed in, and what was decided."""

    __tablename__ = "plan"
    __table_args__ = (Index(None, "branch", "state"),)

    id: str = Field(primary_key=True)
    branch: str = Field(foreign_key="branch.id")
    kind: str = Field(description="scenario, roster or profile")
    title: str
    state: str = Field(description="shared.store.plan")
    proposed_by: str
    proposed_us: int = Field(sa_type=BigInteger)
    starts_on: str = Field(default="", description="date, or nothing")
    note: str = Field(default="", sa_type=Text)
    text: str = Field(sa_type=Text, repr=False, description="the file")
    predicted: str = Field(sa_type=Text, description="JSON")
    decided_by: str = ""
    decided_us: int = Field(default=0, sa_type=BigInteger)
    reason: str = Field(default="", sa_type=Text)
    key: str = Field(default="", description="digest of caller and Idempotency-Key")
    digest: str = Field(default="", description="of the request: another one is refused")


class StandingRow(Table, table=True):
    """What a server remembers of the other server of its branch (decision 0025).

    The branch server: ``confirmed`` and which ``terms`` were given up. The stand-in: the rest.
    """

    __tablename__ = "standing"

    branch: str = Field(primary_key=True, foreign_key="branch.id")
    confirmed: int = Field(
        default=0, sa_type=BigInteger, description="up to this event the stand-in has had the log"
    )
    wanted: int = Field(
        default=0, sa_type=BigInteger, description="the copy is whole from this event on"
    )
    day: str = Field(default="", description="of the copy")
    log_id: str = Field(default="", description="name of the branch server's log")
    fork: int = Field(default=0, sa_type=BigInteger, description="the copy's end, in a term")
    fork_hash: str = ""
    base: str = Field(default="[]", sa_type=Text, description="JSON, open counters at the fork")
    terms: str = Field(
        default="[]", sa_type=Text, description="JSON, terms and the event before each"
    )
    sworn: str = Field(
        default="[]",
        sa_type=Text,
        sa_column_kwargs={"server_default": "[]"},
        description="JSON, counters open at the fork that keep the newest term",
    )


class WindowScoreRow(Table, table=True):
    """What became of the windows that were promised on a business day."""

    __tablename__ = "window_score"

    branch: str = Field(primary_key=True, foreign_key="branch.id")
    day: str = Field(primary_key=True, description="ISO date")
    figures: str = Field(sa_type=Text, description="JSON, shared.reports.windows")


class DraftRow(Table, table=True):
    """A change to the profile as its author has written it; what became of it is in the log."""

    __tablename__ = "profile_draft"

    branch: str = Field(foreign_key="branch.id", primary_key=True)
    id: str = Field(primary_key=True)
    author: str = Field(description="staff number")
    title: str
    why: str = Field(default="", sa_type=Text)
    base: str = Field(description="fingerprint of the profile that it changes")
    text: str = Field(sa_type=Text, description="the whole profile, TOML")
    saved_us: int = Field(sa_type=BigInteger)
    note: str = Field(default="", sa_type=Text, description="said when it was decided")
