"""A lobby in memory and a writer on a file, for tests of use cases and store without HTTP."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition

from shared.config.database_address import PostgresAddress
from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.protocol.command import IssueTicket
from shared.protocol.lobby import TicketIssued
from shared.server.clock import ManualClock
from shared.server.ids import RandomIds
from shared.services import attendance, ticketing
from shared.services.actor import Actor
from shared.services.decision import Decide, Decision
from shared.services.lobby import Entry, Lobby
from shared.store.branch import Days, claim_branch
from shared.store.engine import Database
from shared.store.job import Command, Done
from shared.store.listener import Listener
from shared.store.migrate import migrate
from shared.store.writer import Writer
from tests.support.server import morning

BRANCH = "renmin"
MINUTE_US = 60_000_000
Address = Path | PostgresAddress
ANNA = Actor("device-1", "teller", "anna", "teller")
BERT = Actor("device-2", "teller", "bert", "teller")
LEAD = Actor("device-3", "lead", "lena", "lead")


def address_words(address: Address) -> list[str]:
    """The option that names this database; a child process is given the password too."""
    return ["--database", address.url if isinstance(address, PostgresAddress) else str(address)]


def open_lobby(clock: ManualClock | None = None) -> Lobby:
    """The neighbourhood branch with its day opened and every counter closed."""
    lobby = Lobby(load_profile("neighbourhood"), {"anna": "Anna"})
    lobby.take(attendance.open_day(lobby, (clock or morning()).now_us()))
    return lobby


def carry_out(lobby: Lobby, decision: Decision) -> object:
    """Apply a decision the way the writer does; its answer."""
    lobby.take(decision.events)
    return decision.answer(lobby)


def issue(service: str = "cash", segment: str | None = None) -> Decide:
    """The command that issues a ticket."""
    request = IssueTicket(service=service, segment=segment)
    return lambda lobby, now_us: ticketing.issue(
        lobby, now_us, request, RandomIds(), lambda token: f"https://lobby.example/t/{token}"
    )


def issued(lobby: Lobby, now_us: int, service: str = "cash", segment: str | None = None) -> str:
    """Issue a ticket in memory; its identifier."""
    answer = carry_out(lobby, issue(service, segment)(lobby, now_us))
    assert isinstance(answer, TicketIssued)
    return answer.id


@dataclass
class RunningWriter:
    """A writer at work, its file, and what it has published."""

    writer: Writer
    database: Database
    clock: ManualClock
    published: list[Entry] = field(default_factory=list)
    news: Condition = field(default_factory=Condition)

    def run(self, decide: Decide, key: str = "", digest: str = "") -> Done:
        """The answer of one command."""
        return self.writer.submit(Command(BRANCH, decide, key, digest)).result(10)

    def lobby(self) -> Lobby:
        """The lobby in memory. Only look at it while no command is under way."""
        found: Lobby = self.writer.look(BRANCH, lambda lobby, _now: lobby).result(10)
        return found


@contextmanager
def running_writer(
    address: Address,
    clock: ManualClock | None = None,
    profile: Profile | None = None,
) -> Iterator[RunningWriter]:
    """A writer on this file or server; run it twice there to see a restart.

    The profile is the neighbourhood's unless another one is given.
    """
    with closing(Database(address)) as database:
        migrate(database)
        given = profile or load_profile("neighbourhood")
        claim_branch(database, BRANCH, Days.PRACTICE)
        published: list[Entry] = []
        used = clock or morning()
        news = Condition()

        def hear(_branch: str, entries: list[Entry]) -> None:
            with news:
                published.extend(entries)
                news.notify_all()

        writer = Writer(database, {BRANCH: given}, used, hear, {})
        writer.load()
        writer.start()
        listener = None
        if isinstance(address, PostgresAddress):
            listener = Listener(address, [BRANCH], writer.hear)
            listener.start()
        try:
            yield RunningWriter(writer, database, used, published, news)
        finally:
            if listener is not None:
                listener.stop()
            writer.stop()
