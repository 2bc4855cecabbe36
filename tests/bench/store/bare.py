"""``python -m tests.bench.store.bare``: the bare Core transaction, in a process of its own.

The same rows as the server writes for a ticket (the event's line with its hash, the ticket, the
head of the branch), one ticket a transaction, with SQLAlchemy Core on the same engine: what is left
when rules, HTTP and everything else cost nothing. One thread for each branch.
"""

import json
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from sqlalchemy import insert, select, update

from shared.config.database_address import PostgresAddress
from shared.domain.ticket import Ticket
from shared.server.clock import ManualClock
from shared.services.attendance import open_day
from shared.services.lobby import Entry, Lobby
from shared.store.branch import Days, claim_branches
from shared.store.chain import chained
from shared.store.engine import Database
from shared.store.migrate import migrate
from shared.store.tables import METADATA
from shared.store.ticket_row import whole_row
from tests.bench.store.place import DAY, profile_of
from tests.support.lobby import issue
from tests.support.server import local_us

BRANCH, EVENT, TICKET = (METADATA.tables[name] for name in ("branch", "event", "ticket"))


class Bare:
    """One branch: its next ticket, in a transaction of its own."""

    def __init__(self, database: Database, branch: str, day: str) -> None:
        self._database, self._branch, self._day = database, branch, day
        self._template = template()
        self._ordinal = 0

    def ticket(self) -> None:
        """Read the head inside the lock, write line, ticket and head, commit."""
        self._ordinal += 1
        with self._database.writing.begin() as connection:
            head = connection.execute(
                select(BRANCH.c.last_sequence, BRANCH.c.last_hash)
                .where(BRANCH.c.id == self._branch)
                .with_for_update()
            ).one()
            ticket, entry = self._next(head.last_sequence + 1)
            (line,) = chained(self._branch, [entry], head.last_hash)
            connection.execute(insert(EVENT), line)
            connection.execute(insert(TICKET), whole_row(self._branch, self._day, ticket))
            connection.execute(
                update(BRANCH)
                .where(BRANCH.c.id == self._branch)
                .values(last_sequence=line["sequence"], last_hash=line["hash"])
            )

    def _next(self, sequence: int) -> tuple[Ticket, Entry]:
        """The next ticket with its event."""
        old, number = self._template, f"A{self._ordinal:03}"
        assert old.ticket is not None
        ticket = replace(old.ticket, id=uuid4().hex, ordinal=self._ordinal, number=number)
        data = {**old.event.data, "ordinal": self._ordinal, "number": number}
        event = old.event._replace(ticket=ticket.id, data=data)
        return ticket, Entry(sequence, event, number, self._day, ticket)


def template() -> Entry:
    """A ticket as the rules issue it, with its event."""
    clock = ManualClock(local_us(f"{DAY}T10:00"))
    lobby = Lobby(profile_of("bare"))
    lobby.take(open_day(lobby, clock.now_us()))
    decision = issue("cash")(lobby, clock.now_us())
    (entry,) = lobby.take(decision.events)
    return entry


def measure(address: Path | PostgresAddress, branches: Sequence[str], seconds: float) -> float:
    """Tickets a second of all branches together."""
    database = Database(address)
    day = f"bare-{uuid4().hex[:8]}"
    counts = [0] * len(branches)
    until_s = time.perf_counter() + seconds

    def run(number: int) -> None:
        bare = Bare(database, branches[number], day)
        while not counts[number] or time.perf_counter() < until_s:
            bare.ticket()
            counts[number] += 1

    began_s = time.perf_counter()
    threads = [threading.Thread(target=run, args=(n,)) for n in range(len(branches))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took_s = time.perf_counter() - began_s
    database.close()
    return sum(counts) / took_s


def main() -> None:
    """Measure as often as a line comes in; a line goes out with the rate."""
    given, branches = sys.argv[1], sys.argv[2].split(",")
    address = PostgresAddress(given) if "://" in given else Path(given)
    database = Database(address)
    migrate(database)
    claim_branches(database, branches, Days.PRACTICE)
    database.close()
    for line in sys.stdin:
        print(json.dumps(measure(address, branches, float(line))), flush=True)


if __name__ == "__main__":
    main()
