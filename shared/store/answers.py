"""What was answered under Idempotency-Keys, kept and told to the other server of the branch.

One key has one outcome, whichever of the two servers is asked (decision 0025). An answer belongs to
a place in the log: the last event of its command, or the end of the log at its refusal.
"""

import json
from collections.abc import Collection, Iterable
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, delete, select

from shared.domain.event import TICKET_CALLED, TICKET_ISSUED
from shared.protocol.stand_in import CopiedAnswer
from shared.store.engine import Database, store_errors
from shared.store.tables import METADATA

ANSWER: Final = METADATA.tables["answer"]
EVENT: Final = METADATA.tables["event"]
#: How many values a statement names at most.
NAMED_MAX: Final = 500


class KeptAnswer(NamedTuple):
    """What was answered under an Idempotency-Key."""

    digest: str
    body: str


class NewAnswer(NamedTuple):
    """An answer to keep under its Idempotency-Key.

    ``first`` to ``place``: its command's events; of a refusal there are none.
    """

    branch: str
    key: str
    digest: str
    body: str
    made_us: int
    first: int
    place: int

    def copied(self) -> CopiedAnswer:
        """As the other server is told of it."""
        found = self._asdict()
        del found["branch"], found["first"]
        return CopiedAnswer.model_construct(**found)


@store_errors()
def all_answers(database: Database, branch: str) -> list[CopiedAnswer]:
    """Every answer that is kept, in the order of the log.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        return list(answers_between(connection, branch, 0, 2**62))


def answers_between(
    connection: Connection, branch: str, first: int, last: int
) -> Iterable[CopiedAnswer]:
    """Those whose place lies there, both ends included, in the order of the log."""
    found = (
        select(ANSWER)
        .where(ANSWER.c.branch == branch, ANSWER.c.place.between(first, last))
        .order_by(ANSWER.c.place, ANSWER.c.made_us, ANSWER.c.key)
    )
    for row in connection.execute(found):
        yield CopiedAnswer.model_construct(
            **{name: getattr(row, name) for name in CopiedAnswer.model_fields}
        )


def write_answers(connection: Connection, branch: str, told: Iterable[CopiedAnswer]) -> None:
    """Keep what the other server has answered; under its keys nothing else was said."""
    rows: dict[str, dict[str, Any]] = {a.key: {"branch": branch, **a.model_dump()} for a in told}
    for some in _bundles(rows):
        mine = (ANSWER.c.branch == branch) & ANSWER.c.key.in_(some)
        connection.execute(delete(ANSWER).where(mine))
    if rows:
        connection.execute(ANSWER.insert(), list(rows.values()))


def forget_before(connection: Connection, made_us: int) -> None:
    """Old keys are not repeated any more."""
    connection.execute(delete(ANSWER).where(ANSWER.c.made_us < made_us))


def forget_taken_back(
    connection: Connection, branch: str, fork: int, tickets: Collection[str]
) -> None:
    """Answers that told of a call after ``fork`` which has been taken back: nobody heard them.

    One that told of a new ticket as well stays: the ticket is there. So does one that was given
    right after a call which the clock made, or another server told of.
    """
    called = _answered(connection, branch, fork, tickets, TICKET_CALLED)
    issued = _answered(connection, branch, fork, tickets, TICKET_ISSUED)
    for some in _bundles(called - issued):
        mine = (ANSWER.c.branch == branch) & ANSWER.c.key.in_(some)
        connection.execute(delete(ANSWER).where(mine))


def _answered(
    connection: Connection, branch: str, fork: int, tickets: Collection[str], kind: str
) -> set[str]:
    """The keys of this server's commands after ``fork`` that did this to one of the tickets."""
    found: set[str] = set()
    for some in _bundles(tickets):
        lines = select(EVENT.c.sequence, EVENT.c.data).where(
            EVENT.c.branch == branch,
            EVENT.c.sequence > fork,
            EVENT.c.kind == kind,
            EVENT.c.ticket.in_(some),
        )
        for line in connection.execute(lines).all():
            if "via" in json.loads(line.data):
                continue
            of_command = select(ANSWER.c.key).where(
                ANSWER.c.branch == branch,
                ANSWER.c.first.between(fork + 1, line.sequence),
                ANSWER.c.place >= line.sequence,
            )
            found.update(connection.execute(of_command).scalars())
    return found


def _bundles(names: Iterable[str]) -> Iterable[list[str]]:
    """As many at once as one statement takes."""
    whole = list(names)
    return (whole[first : first + NAMED_MAX] for first in range(0, len(whole), NAMED_MAX))
