"""Plans that a branch hands to head office: one line each, from the proposal to the decision.

    proposed ──somebody else says yes──> approved
        │ └────somebody else says no───> declined
        └──────whoever handed it in────> withdrawn

What is decided stays as it was handed in, with its prediction: that is what comes true or does not.
"""

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, func, insert, select, update

from shared.domain.errors import KeyReused
from shared.domain.planning import OwnPlan, PlanDecided, PlanUnknown, TooManyPlans
from shared.store.branch import locked
from shared.store.engine import Database, store_errors
from shared.store.tables import METADATA

PLAN: Final = METADATA.tables["plan"]
PROPOSED, APPROVED, DECLINED, WITHDRAWN = "proposed", "approved", "declined", "withdrawn"
#: So many of one branch may wait for a decision.
WAITING_MAX: Final = 50
LISTED_MAX: Final = 200
#: The columns of the list: all but the file.
SHORT: Final = [column for column in PLAN.columns if column.name != "text"]


@dataclass(frozen=True, slots=True)
class NewPlan:
    """A plan as it is handed in. ``key`` and ``digest`` are those of the request, or empty."""

    id: str
    branch: str
    kind: str
    title: str
    proposed_by: str
    starts_on: str
    note: str
    text: str = field(repr=False)
    predicted: list[dict[str, Any]]
    key: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """A plan and how it stands; times in microseconds of head office's clock, 0: not yet."""

    id: str
    branch: str
    kind: str
    title: str
    state: str
    proposed_by: str
    proposed_us: int
    starts_on: str
    note: str
    predicted: list[dict[str, Any]]
    decided_by: str
    decided_us: int
    reason: str
    text: str = field(default="", repr=False)


class PlanTable:
    """The plans of this database. Every method raises StoreUnavailable when it cannot be used."""

    def __init__(self, database: Database) -> None:
        """Nothing is read yet."""
        self._database = database

    @store_errors()
    def propose(self, plan: NewPlan, now_us: int) -> PlanRecord:
        """Take a plan in; the one of the same key where the request is repeated.

        Raises:
            KeyReused: another request has this key. TooManyPlans: too many wait already.
        """
        with self._database.transaction() as connection:
            connection.execute(locked(plan.branch))
            known = _of_key(connection, plan) if plan.key else None
            if known is not None:
                return known
            if _waiting(connection, plan.branch) >= WAITING_MAX:
                raise TooManyPlans(WAITING_MAX, plan.branch)
            undecided = {"state": PROPOSED, "decided_by": "", "decided_us": 0, "reason": ""}
            written = asdict(plan) | {"predicted": json.dumps(plan.predicted)}
            connection.execute(insert(PLAN).values(**written, **undecided, proposed_us=now_us))
            return _find(connection, plan.branch, plan.id)

    @store_errors()
    def decide(
        self, branch: str, plan: str, state: str, by: str, reason: str, now_us: int
    ) -> PlanRecord:
        """Approve or decline a plan; the same decision of the same person again changes nothing.

        Raises:
            PlanUnknown; PlanDecided: something else was decided. OwnPlan.
        """
        with self._database.transaction() as connection:
            connection.execute(locked(branch))
            found = _find(connection, branch, plan)
            if (found.state, found.decided_by) == (state, by):
                return found
            if found.state != PROPOSED:
                raise PlanDecided(found.state)
            if _same_person(found.proposed_by, by):
                raise OwnPlan(found.proposed_by)
            return _decided(connection, found, state, by, reason, now_us)

    @store_errors()
    def withdraw(self, branch: str, plan: str, now_us: int) -> PlanRecord:
        """Take a plan back that nobody has decided about.

        Raises:
            PlanUnknown, PlanDecided.
        """
        with self._database.transaction() as connection:
            connection.execute(locked(branch))
            found = _find(connection, branch, plan)
            if found.state == WITHDRAWN:
                return found
            if found.state != PROPOSED:
                raise PlanDecided(found.state)
            return _decided(connection, found, WITHDRAWN, found.proposed_by, "", now_us)

    @store_errors()
    def plan(self, branch: str, plan: str) -> PlanRecord:
        """One plan with its file; of whichever branch where none is named.

        Raises:
            PlanUnknown.
        """
        with self._database.reading.begin() as connection:
            return _find(connection, branch, plan)

    @store_errors()
    def plans(self, branch: str = "") -> list[PlanRecord]:
        """The plans of a branch, or of all, newest first and without their files."""
        query = select(*SHORT).order_by(PLAN.c.proposed_us.desc(), PLAN.c.id).limit(LISTED_MAX)
        if branch:
            query = query.where(PLAN.c.branch == branch)
        with self._database.reading.begin() as connection:
            return [_record(row) for row in connection.execute(query).mappings()]


def _same_person(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _of_key(connection: Connection, plan: NewPlan) -> PlanRecord | None:
    query = select(PLAN).where(PLAN.c.branch == plan.branch, PLAN.c.key == plan.key)
    row = connection.execute(query).mappings().first()
    if row is not None and row["digest"] != plan.digest:
        raise KeyReused()
    return None if row is None else _record(row)


def _waiting(connection: Connection, branch: str) -> int:
    waits = (PLAN.c.branch == branch, PLAN.c.state == PROPOSED)
    return connection.execute(select(func.count()).where(*waits)).scalar_one()


def _decided(
    connection: Connection, plan: PlanRecord, state: str, by: str, reason: str, now_us: int
) -> PlanRecord:
    decision = {"state": state, "decided_by": by, "decided_us": now_us, "reason": reason}
    connection.execute(update(PLAN).where(PLAN.c.id == plan.id).values(**decision))
    return _find(connection, plan.branch, plan.id)


def _find(connection: Connection, branch: str, plan: str) -> PlanRecord:
    query = select(PLAN).where(PLAN.c.id == plan)
    if branch:
        query = query.where(PLAN.c.branch == branch)
    row = connection.execute(query).mappings().first()
    if row is None:
        raise PlanUnknown(plan)
    return _record(row)


def _record(row: RowMapping) -> PlanRecord:
    values = {name: row[name] for name in row if name in PlanRecord.__dataclass_fields__}
    return PlanRecord(**values | {"predicted": json.loads(row["predicted"])})
