"""Rounds: the yardsticks and the server by turns, so that whatever else the machine does hits all.

In a round the bare transaction, the empty endpoint, tickets and calls each get a turn. Tickets and
calls take turns of 96, so that the hall goes up from 2 waiting to 98 and down again: 50 on average.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from sqlalchemy import func, select

from shared.domain.event import TICKET_CALLED
from shared.metrics.quantile import quantile
from shared.store.tables import METADATA
from tests.bench.store.asker import NS_PER_MS, Answers, Asker, Shot
from tests.bench.store.bare_process import BareProcess
from tests.bench.store.place import DESKS, Place

TURN = 96
#: Who waits at the end of a turn of calls, so that no counter ever stands by.
LEAST = 2
EVENT, TICKET = METADATA.tables["event"], METADATA.tables["ticket"]


@dataclass
class Series:
    """What the rounds gave for one kind of request: a rate a round, the time of every answer."""

    rates: list[float] = field(default_factory=list)
    took_ns: list[int] = field(default_factory=list)
    found: list[str] = field(default_factory=list)

    def note(self, answers: Sequence[Answers]) -> None:
        """The turns of one round."""
        took_s = sum(each.took_s for each in answers)
        self.rates.append(sum(len(each.took_ns) for each in answers) / took_s)
        for each in answers:
            self.took_ns += each.took_ns
            self.found += each.found

    @property
    def per_s(self) -> float:
        """The middle of the rounds."""
        return median(self.rates)

    def ms(self, share: float) -> float:
        """A quantile of all answers' times."""
        return quantile(sorted(self.took_ns), share) / NS_PER_MS


@dataclass
class Found:
    """The series of one number of clients."""

    clients: int
    empty: Series = field(default_factory=Series)
    tickets: Series = field(default_factory=Series)
    calls: Series = field(default_factory=Series)
    bare: list[float] = field(default_factory=list)

    @property
    def bare_per_s(self) -> float:
        """The bare transactions, the middle of the rounds; 0 where none were measured."""
        return median(self.bare) if self.bare else 0.0


class Rounds:
    """Rounds on one server."""

    def __init__(self, asker: Asker, place: Place, bare: BareProcess | None = None) -> None:
        """Open every counter; let two customers more wait in each branch than will be called."""
        self._asker, self._place, self._bare = asker, place, bare
        self._issued: list[str] = []
        self._called: list[str] = []
        desks = place.counters(DESKS, "open")
        asker.ask(place.server, desks, times=len(desks))
        self.fill(LEAST * len(place.branches))

    def fill(self, waiting: int) -> None:
        """So many customers more."""
        self._turn(self._place.tickets(8), waiting, "id", self._issued)

    def run(self, clients: int, seconds: float, rounds: int, found: Found | None = None) -> Found:
        """So many rounds, each with so many seconds for each of four turns; added to ``found``."""
        found = Found(clients) if found is None else found
        for _ in range(rounds):
            if self._bare is not None:
                found.bare.append(self._bare.per_s(seconds))
            empty = self._place.empty(clients)
            found.empty.note([self._asker.ask(self._place.server, empty, seconds=seconds)])
            self._hall(found, clients, seconds)
        return found

    def _hall(self, found: Found, clients: int, seconds: float) -> None:
        """Fill the hall and empty it until the time is up, once at least."""
        tickets: list[Answers] = []
        calls: list[Answers] = []
        while sum(each.took_s for each in (*tickets, *calls)) < 2 * seconds:
            shots = self._place.tickets(clients)
            tickets.append(self._turn(shots, TURN, "id", self._issued))
            shots = self._place.counters(clients, "next")
            calls.append(self._turn(shots, TURN, "ticket.id", self._called))
        found.tickets.note(tickets)
        found.calls.note(calls)

    def _turn(self, shots: list[Shot], times: int, wanted: str, kept: list[str]) -> Answers:
        answers = self._asker.ask(self._place.server, shots, times=times, wanted=wanted)
        assert len(answers.found) == times, "a counter stood by, or the minute was over"
        kept += answers.found
        return answers

    def doubled(self) -> int:
        """What went wrong: numbers given twice, tickets called twice, acknowledged ones missing."""
        with self._place.database.reading.begin() as connection:
            issued = set(connection.execute(select(TICKET.c.id)).scalars())
            number = (TICKET.c.branch, TICKET.c.day, TICKET.c.number)
            twice = select(func.count()).select_from(
                select(*number).group_by(*number).having(func.count() > 1).subquery()
            )
            numbers = connection.execute(twice).scalar_one()
            called = select(EVENT.c.ticket).where(EVENT.c.kind == TICKET_CALLED)
            calls = connection.execute(called).scalars().all()
        lost = len(set(self._issued) - issued) + len(set(self._called) - set(calls))
        in_answers = sum(len(each) - len(set(each)) for each in (self._issued, self._called))
        return numbers + len(calls) - len(set(calls)) + in_answers + lost
