"""A command whose rows the database refuses: it alone fails, the others of its group succeed."""

import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing

import pytest
from sqlalchemy.exc import IntegrityError

from shared.config.database_address import PostgresAddress
from shared.domain.errors import NotRecordable, StoreUnavailable
from shared.domain.event import TICKET_ISSUED
from shared.server.clock import ManualClock
from shared.services.decision import Decide, Decision
from shared.services.lobby import Lobby
from shared.store import blame
from shared.store.branch import Days, claim_branches
from shared.store.engine import Database
from shared.store.job import Command, Done
from shared.store.migrate import migrate
from shared.store.verify import verify_branch
from shared.store.writer import Writer
from tests.support.branch_houses import NORTH, SOUTH, two_branches
from tests.support.lobby import Address, issue
from tests.support.server import morning

DAY_US = 24 * 3600 * 1_000_000
TAKEN = "0" * 32


def with_ticket(ticket: str) -> Decide:
    """Issues a ticket under this identifier, as a journal may ask for it."""

    def decide(lobby: Lobby, now_us: int) -> Decision:
        events = [
            e._replace(ticket=ticket) if e.kind == TICKET_ISSUED else e
            for e in issue()(lobby, now_us).events
        ]
        return Decision(events, lambda _after: None)

    return decide


def with_ordinal(ordinal: int) -> Decide:
    """Issues a ticket with this place in its series."""

    def decide(lobby: Lobby, now_us: int) -> Decision:
        events = [
            e._replace(data={**e.data, "ordinal": ordinal}) if e.kind == TICKET_ISSUED else e
            for e in issue()(lobby, now_us).events
        ]
        return Decision(events, lambda _after: None)

    return decide


class Bench:
    """A writer of two branches at work."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock: ManualClock = morning()
        shelf = two_branches()
        claim_branches(database, tuple(shelf), Days.PRACTICE)
        self.writer = Writer(database, shelf, self.clock, lambda _branch, _entries: None, {})

    def group(self, *commands: Command) -> "list[Future[Done]]":
        """What comes of commands that were decided together."""
        is_full, began = threading.Event(), threading.Event()

        def wait(_lobby: Lobby, _now_us: int) -> None:
            began.set()
            assert is_full.wait(10)

        self.writer.look(NORTH, wait)
        assert began.wait(10)
        futures = [self.writer.submit(command) for command in commands]
        is_full.set()
        return futures

    def numbers(self, branch: str) -> list[str]:
        """The tickets that wait there."""
        found: list[str] = self.writer.look(
            branch, lambda lobby, _now: [ticket.number for ticket in lobby.branch.waiting]
        ).result(10)
        return found


@pytest.fixture
def bench(address: Address) -> Iterator[Bench]:
    with closing(Database(address)) as database:
        migrate(database)
        made = Bench(database)
        made.writer.load()
        made.writer.start()
        try:
            yield made
        finally:
            made.writer.stop()


@pytest.mark.parametrize("where", [NORTH, SOUTH])
def test_identifier_of_yesterday_harms_nobody_else(bench: Bench, where: str) -> None:
    (first,) = bench.group(Command(where, with_ticket(TAKEN)))
    first.result(10)
    bench.clock.advance(DAY_US)
    done = bench.group(
        Command(NORTH, issue()),
        Command(where, with_ticket(TAKEN), "key-0001", "request"),
        Command(NORTH, issue()),
        Command(SOUTH, issue()),
    )
    with pytest.raises(NotRecordable, match="Nothing was changed"):
        done[1].result(10)
    assert ['"number":' in (done[n].result(10).body or "") for n in (0, 2, 3)] == [True] * 3
    assert [bench.numbers(branch) for branch in (NORTH, SOUTH)] == [["A001", "A002"], ["A001"]]
    assert [verify_branch(bench.database, b).faults for b in (NORTH, SOUTH)] == [[], []]


@pytest.mark.parametrize(
    ("decide", "engines"),
    [
        (with_ordinal(2**31), [PostgresAddress]),
        (with_ordinal(2**63), [PostgresAddress, object]),
        (with_ticket("a\0b"), [PostgresAddress]),
    ],
    ids=["32 bits", "64 bits", "NUL"],
)
def test_value_that_has_no_room_harms_nobody_else(
    bench: Bench, decide: Decide, engines: list[type]
) -> None:
    """SQLite takes some of them; then the command counts."""
    done = bench.group(Command(SOUTH, issue()), Command(SOUTH, decide), Command(NORTH, issue()))
    refused = done[1].exception(10)
    is_refused = isinstance(bench.database.address, tuple(engines))
    assert isinstance(refused, NotRecordable) == is_refused
    assert ['"number":' in (done[n].result(10).body or "") for n in (0, 2)] == [True] * 2
    assert bench.numbers(NORTH) == ["A001"]


def test_command_that_fails_alone_is_refused_with_its_own_code(bench: Bench) -> None:
    for expected in (None, "not_recordable", "not_recordable"):
        (done,) = bench.group(Command(NORTH, with_ticket(TAKEN)))
        error = done.exception(10)
        assert getattr(error, "code", None) == expected
        bench.clock.advance(DAY_US)


def test_log_that_clashes_is_no_fault_of_the_command() -> None:
    told = sqlite3.IntegrityError("UNIQUE constraint failed")
    statements = ["INSERT INTO event (branch) VALUES (?)", "INSERT INTO ticket (id) VALUES (?)"]
    blamed = [blame.refusal_of(IntegrityError(words, {}, told)) for words in statements]
    assert [type(refusal) for refusal in blamed] == [type(None), NotRecordable]


def test_database_that_is_away_is_no_fault_of_the_command() -> None:
    assert blame.refusal_of(StoreUnavailable("gone")) is None
