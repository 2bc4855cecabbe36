"""Proof that a log is whole: numbers without gaps, the hash chain, unique numbers, states.

The log is replayed with the profiles that it names, each from its publication on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, select

from shared.config.rules import to_rules
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.event import DAY_OPENED, PROFILE_PUBLISHED, TICKET_ISSUED
from shared.domain.rules import Rules
from shared.store import profile_version
from shared.store.chain import line_hash, to_event
from shared.store.engine import Database, store_errors
from shared.store.log import last_sequence
from shared.store.tables import METADATA

EVENT: Final = METADATA.tables["event"]
TICKET: Final = METADATA.tables["ticket"]
BRANCH: Final = METADATA.tables["branch"]
COMPARED: Final = ("number", "state", "called_us", "started_us", "ended_us", "counter", "rating")


@dataclass
class Verification:
    """What was read and what is wrong; ``faults`` is empty for a sound log."""

    events: int = 0
    tickets: int = 0
    last_hash: str = ""
    faults: list[str] = field(default_factory=list)


@store_errors()
def verify_branch(database: Database, branch: str) -> Verification:
    """Read the whole log of a branch and check it against itself and the tables.

    Raises:
        StoreUnavailable.
    """
    result = Verification()
    states: dict[str, dict[str, Any]] = {}
    with database.reading.begin() as connection:
        replay = _start(result, connection, branch)
        for line in _lines(connection, branch):
            _check_line(result, line)
            if replay is not None:
                _replay(result, replay, line, states)
            result.events = line.sequence
            result.last_hash = line.hash
        _check_head(result, connection, branch)
        if replay is not None:
            _check_tickets(result, connection, branch, states)
    return result


def _start(result: Verification, connection: Connection, branch: str) -> Branch | None:
    """The branch before its first event; None when nothing says with which profile it began."""
    library: dict[str, Rules] = {}
    for version in profile_version.versions(connection, branch):
        try:
            library[version.hash] = to_rules(profile_version.read(branch, version))
        except profile_version.ProfileLost as error:
            result.faults.append(str(error))
    first = profile_version.held_after(connection, branch, 1)
    if first in library:
        return Branch(library[first], library)
    if last_sequence(connection, branch):
        named = f"profile {first}, which it began with" if first else "which profile it began with"
        result.faults.append(f"the log cannot be replayed: the database does not hold {named}")
    return None


def _lines(connection: Connection, branch: str) -> Iterator[Any]:
    query = select(EVENT).where(EVENT.c.branch == branch).order_by(EVENT.c.sequence)
    yield from connection.execute(query)


def _check_line(result: Verification, line: Any) -> None:
    """Sequence and hashes of one line."""
    expected = result.events + 1
    if line.sequence != expected:
        result.faults.append(f"event {expected} is missing before event {line.sequence}")
    if line.prev_hash != result.last_hash:
        result.faults.append(f"event {line.sequence} does not hold on to the one before")
    if line.hash != line_hash(line.prev_hash, dict(line._mapping)):
        result.faults.append(f"event {line.sequence} was changed after it was recorded")


def _replay(
    result: Verification, replay: Branch, line: Any, states: dict[str, dict[str, Any]]
) -> None:
    """Apply the event and note how its ticket stands afterwards."""
    event = to_event(line)
    if event.kind == PROFILE_PUBLISHED and event.data.get("profile") not in replay.library:
        named = f"{event.data.get('profile')} ({event.data.get('version')})"
        fault = f"event {line.sequence} publishes profile {named}, which the database does not hold"
        result.faults.append(fault)
        return
    if event.kind == TICKET_ISSUED and event.ticket in states:
        result.faults.append(f"event {line.sequence} issues ticket {event.ticket} again")
    try:
        apply(replay, (event,))
    except (KeyError, ValueError, TypeError) as error:
        result.faults.append(f"event {line.sequence} cannot be replayed: {error!r}")
        return
    if event.kind != DAY_OPENED and (ticket := replay.tickets.get(event.ticket)):
        states[ticket.id] = {column: getattr(ticket, column) for column in COMPARED}


def _check_head(result: Verification, connection: Connection, branch: str) -> None:
    head = connection.execute(select(BRANCH).where(BRANCH.c.id == branch)).one()
    if (head.last_sequence, head.last_hash) != (result.events, result.last_hash):
        result.faults.append(f"the log ends at {result.events}, not at {head.last_sequence}")


def _check_tickets(
    result: Verification, connection: Connection, branch: str, states: dict[str, dict[str, Any]]
) -> None:
    """The ticket table says what the replay says, and no number was given twice in a day."""
    numbers: set[tuple[str, str]] = set()
    for row in connection.execute(select(TICKET).where(TICKET.c.branch == branch)):
        result.tickets += 1
        if (row.day, row.number) in numbers:
            result.faults.append(f"number {row.number} was given twice on {row.day}")
        numbers.add((row.day, row.number))
        replayed = states.pop(row.id, None)
        if replayed is None:
            result.faults.append(f"ticket {row.number} of {row.day} is not in the log")
        elif differing := [c for c in COMPARED if replayed[c] != getattr(row, c)]:
            columns = ", ".join(differing)
            result.faults.append(f"ticket {row.number} of {row.day}: {columns} not as in the log")
    for ticket in states:
        result.faults.append(f"ticket {ticket} of the log is not in the table")
