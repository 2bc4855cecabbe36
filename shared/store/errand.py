"""What head office wants of its branches: one line for each errand, from the wish to the report.

    open ──told to the branch──> told ──report──> done | refused
      │                            │
      └──too late──> expired       └──too late──> withdrawing ──report──> withdrawn

An errand that was never told is over when its time is. One that was told and not confirmed in time
may have been carried out: whoever asked was told that it failed, so the branch has to take it back.
A profile is not taken back: it stays ``told`` until the branch says what became of it. What a
customer wants of an appointment by its code becomes ``unsure`` instead of ``withdrawing``: whoever
has the code can look. Such errands hold that code, so their words are deleted once they are over.
"""

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, and_, delete, func, insert, or_, select, update

from shared.domain.errors import KeyReused
from shared.domain.reach import BranchBusy, ErrandUnknown
from shared.store.branch import locked
from shared.store.engine import Database, store_errors
from shared.store.tables import METADATA

ERRAND: Final = METADATA.tables["errand"]
#: So many may wait for one branch; more would only expire.
WAITING_MAX: Final = 100
#: An answer tells a code; it is kept for a repeated request for as long as in the branch.
ANSWERS_KEPT_US: Final = 10 * 60 * 1_000_000
ENDED_KEPT_US: Final = 30 * 24 * 3600 * 1_000_000
TOLD_AT_ONCE: Final = 20
OPEN, TOLD, DONE, REFUSED = "open", "told", "done", "refused"
EXPIRED, WITHDRAWING, WITHDRAWN, UNSURE = "expired", "withdrawing", "withdrawn", "unsure"
#: By a customer's code.
BY_CODE: Final = ("find", "move", "cancel")
#: Nothing was changed in the branch, so that a repeated request may try once more.
WITHOUT_EFFECT: Final = (EXPIRED, WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Wish:
    """An errand to be: valid for the branch until ``valid_us``, given up at ``expires_us``.

    ``key`` and ``digest`` are those of the request, empty where it may not be repeated.
    """

    id: str
    branch: str
    kind: str
    body: dict[str, Any]
    valid_us: int
    expires_us: int
    key: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class ErrandRecord:
    """How an errand stands; times in microseconds of head office's clock."""

    id: str
    branch: str
    kind: str
    state: str
    made_us: int
    valid_us: int
    expires_us: int
    body: dict[str, Any] = field(repr=False)
    answer: dict[str, Any] = field(repr=False)
    problem: dict[str, Any]


class ErrandTable:
    """The errands of this database.

    Every method raises StoreUnavailable when the database cannot be used.
    """

    def __init__(self, database: Database) -> None:
        """Nothing is read yet."""
        self._database = database

    @store_errors()
    def wish(self, wish: Wish, now_us: int) -> ErrandRecord:
        """Write an errand down; the one of the same key where that still counts.

        Raises:
            KeyReused: another request has this key. BranchBusy: too many wait already.
        """
        with self._database.transaction() as connection:
            connection.execute(locked(wish.branch))
            _pass_time(connection, wish.branch, now_us)
            found = _of_key(connection, wish) if wish.key else None
            if found is not None:
                return found
            if _waiting(connection, wish.branch) >= WAITING_MAX:
                raise BranchBusy(wish.branch)
            connection.execute(insert(ERRAND).values(**_row(wish, now_us)))
            return _find(connection, wish.branch, wish.id)

    @store_errors()
    def tell(self, branch: str, now_us: int) -> list[ErrandRecord]:
        """What the branch has to do now, oldest first; from here on it may have been done.

        What was told before and not reported is told again.
        """
        with self._database.transaction() as connection:
            connection.execute(locked(branch))
            _pass_time(connection, branch, now_us)
            fresh = and_(ERRAND.c.state == OPEN, ERRAND.c.valid_us > now_us)
            due = or_(fresh, ERRAND.c.state.in_((TOLD, WITHDRAWING)))
            query = select(ERRAND).where(ERRAND.c.branch == branch, due)
            rows = connection.execute(query.order_by(ERRAND.c.made_us).limit(TOLD_AT_ONCE))
            found = [_record(row) for row in rows.mappings()]
            told = [errand.id for errand in found if errand.state == OPEN]
            connection.execute(_where(branch, told).values(state=TOLD))
            return found

    @store_errors()
    def report(
        self,
        branch: str,
        errand: str,
        answer: dict[str, Any],
        problem: dict[str, Any] | None,
        now_us: int,
    ) -> ErrandRecord:
        """What came of it. Too late, or said twice, it changes nothing.

        Raises:
            ErrandUnknown.
        """
        with self._database.transaction() as connection:
            connection.execute(locked(branch))
            _pass_time(connection, branch, now_us)
            found = _find(connection, branch, errand)
            if found.state == TOLD:
                said = {"answer": json.dumps(answer), "problem": json.dumps(problem or {})}
                state = REFUSED if problem else DONE
                connection.execute(_where(branch, [errand]).values(state=state, **said))
                _forget_codes(connection, branch, now_us)
            return _find(connection, branch, errand)

    @store_errors()
    def withdrawn(self, branch: str, errand: str) -> ErrandRecord:
        """The branch has taken it back, or had never done it.

        Raises:
            ErrandUnknown.
        """
        with self._database.transaction() as connection:
            if _find(connection, branch, errand).state == WITHDRAWING:
                connection.execute(_where(branch, [errand]).values(state=WITHDRAWN))
            return _find(connection, branch, errand)

    @store_errors()
    def look_up(self, branch: str, errand: str, now_us: int) -> ErrandRecord:
        """How it stands at this time; once it is over it stays over.

        Raises:
            ErrandUnknown.
        """
        with self._database.transaction() as connection:
            connection.execute(locked(branch))
            _pass_time(connection, branch, now_us)
            return _find(connection, branch, errand)

    @store_errors()
    def peek(self, branch: str, errand: str) -> ErrandRecord:
        """How it stood last, without a lock.

        Raises:
            ErrandUnknown.
        """
        with self._database.reading.begin() as connection:
            return _find(connection, branch, errand)

    @store_errors()
    def waiting(self) -> dict[str, int]:
        """By branch, how many wait to be told or taken back."""
        due = ERRAND.c.state.in_((OPEN, WITHDRAWING))
        query = select(ERRAND.c.branch, func.count()).where(due).group_by(ERRAND.c.branch)
        with self._database.reading.begin() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}


def _pass_time(connection: Connection, branch: str, now_us: int) -> None:
    """What is over by now; codes in old answers are forgotten."""
    over = and_(ERRAND.c.branch == branch, ERRAND.c.expires_us <= now_us)
    never_told = and_(over, ERRAND.c.state == OPEN)
    connection.execute(update(ERRAND).where(never_told).values(state=EXPIRED))
    unsure = and_(over, ERRAND.c.state == TOLD, ERRAND.c.kind == "appointment")
    connection.execute(update(ERRAND).where(unsure).values(state=WITHDRAWING))
    open_end = and_(over, ERRAND.c.state == TOLD, ERRAND.c.kind.in_(BY_CODE))
    connection.execute(update(ERRAND).where(open_end).values(state=UNSURE))
    _forget_codes(connection, branch, now_us)
    old = and_(ERRAND.c.branch == branch, ERRAND.c.made_us < now_us - ANSWERS_KEPT_US)
    known = and_(old, ERRAND.c.state == DONE, ERRAND.c.answer != "{}")
    connection.execute(update(ERRAND).where(known).values(answer="{}", key=""))
    ended = ERRAND.c.state.in_((DONE, REFUSED, EXPIRED, WITHDRAWN))
    ancient = and_(ERRAND.c.branch == branch, ERRAND.c.expires_us < now_us - ENDED_KEPT_US)
    connection.execute(delete(ERRAND).where(ancient, ended))


def _forget_codes(connection: Connection, branch: str, now_us: int) -> None:
    """Of errands by code that are over the code goes at once, the rest after minutes."""
    mine = and_(ERRAND.c.branch == branch, ERRAND.c.kind.in_(BY_CODE))
    is_over = ERRAND.c.state.not_in((OPEN, TOLD))
    connection.execute(update(ERRAND).where(mine, is_over, ERRAND.c.body != "{}").values(body="{}"))
    old = ERRAND.c.made_us < now_us - ANSWERS_KEPT_US
    connection.execute(delete(ERRAND).where(mine, is_over, old))


def _of_key(connection: Connection, wish: Wish) -> ErrandRecord | None:
    """The errand of a repeated request, unless it came to nothing."""
    query = (
        select(ERRAND)
        .where(ERRAND.c.branch == wish.branch, ERRAND.c.key == wish.key)
        .order_by(ERRAND.c.made_us.desc())
        .limit(1)
    )
    row = connection.execute(query).mappings().first()
    if row is None:
        return None
    if row["digest"] != wish.digest:
        raise KeyReused()
    return None if row["state"] in WITHOUT_EFFECT else _record(row)


def _waiting(connection: Connection, branch: str) -> int:
    due = ERRAND.c.state.in_((OPEN, TOLD, WITHDRAWING))
    query = select(func.count()).where(ERRAND.c.branch == branch, due)
    return connection.execute(query).scalar_one()


def _row(wish: Wish, now_us: int) -> dict[str, Any]:
    unsaid = {"answer": "{}", "problem": "{}"}
    written = asdict(wish) | {"body": json.dumps(wish.body)}
    return {**written, **unsaid, "state": OPEN, "made_us": now_us}


def _where(branch: str, errands: list[str]) -> Any:
    return update(ERRAND).where(ERRAND.c.branch == branch, ERRAND.c.id.in_(errands))


def _find(connection: Connection, branch: str, errand: str) -> ErrandRecord:
    query = select(ERRAND).where(ERRAND.c.branch == branch, ERRAND.c.id == errand)
    row = connection.execute(query).mappings().first()
    if row is None:
        raise ErrandUnknown(errand)
    return _record(row)


def _record(row: RowMapping) -> ErrandRecord:
    texts = {name: json.loads(row[name]) for name in ("body", "answer", "problem")}
    plain = ("id", "branch", "kind", "state", "made_us", "valid_us", "expires_us")
    return ErrandRecord(**{name: row[name] for name in plain}, **texts)
