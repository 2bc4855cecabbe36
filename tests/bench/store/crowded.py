"""A SQLite file with a thousand branches and a million tickets of the day before, made in bulk.

Tickets and lines of the log are made by SQL alone; hashes are random, so that such a log does not
verify. Each branch ends with a real opening of its day, from which a server rebuilds its lobby.
"""

import sqlite3
from pathlib import Path
from typing import Any, Final

from shared.services.attendance import open_day
from shared.services.lobby import Entry, Lobby
from shared.store.branch import Days, claim_branches
from shared.store.chain import to_line
from shared.store.engine import Database
from shared.store.migrate import migrate
from tests.bench.store.place import profile_of
from tests.support.server import local_us

YESTERDAY: Final = "2026-11-19"
#: One line for each ticket: number n of branch b.
TICKETS: Final = """
INSERT INTO ticket (id, branch, day, series, ordinal, number, service, segment, language, state,
    arrived_us, issued_us, counter, staff, recalls, returns, overtaken, outcome, needs, items,
    defers, pool, bound_counter, bound_person, joined_to, appointment)
SELECT lower(hex(randomblob(16))), branch.id, :day, 'A', n, printf('A%03d', n), 'cash', 'ordinary',
    'zh', 'closed', :at + n * 1000000, :at + n * 1000000, '1', 't1', 0, 0, 0, 'served', '["cash"]',
    1, 0, '', '', '', '', ''
FROM branch, (WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < :count)
    SELECT n FROM up)
"""
LINES: Final = """
INSERT INTO event (branch, sequence, schema_version, kind, at_us, recorded_us, ticket, number,
    counter, staff, data, prev_hash, hash)
SELECT branch, ordinal, 1, 'ticket.issued', issued_us, issued_us, id, number, '', '', :data,
    lower(hex(randomblob(32))), lower(hex(randomblob(32)))
FROM ticket
"""
DATA: Final = '{"language":"zh","number":"A001","people_ahead":12,"segment":"ordinary"}'


def crowd(path: Path, branches: tuple[str, ...], tickets: int) -> int:
    """Fill a new file with so many tickets of these branches in equal parts; gives how many."""
    database = Database(path)
    migrate(database)
    claim_branches(database, branches, Days.PRACTICE)
    database.close()
    count = tickets // len(branches)
    at_us = local_us(f"{YESTERDAY}T09:30")
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA synchronous = OFF")
        file.execute("PRAGMA cache_size = -400000")
        file.execute(TICKETS, {"day": YESTERDAY, "at": at_us, "count": count})
        file.execute(LINES, {"data": DATA})
        lines = [_opening(branch, count + 1, at_us) for branch in branches]
        names = ", ".join(lines[0])
        marks = ", ".join(f":{name}" for name in lines[0])
        file.executemany(f"INSERT INTO event ({names}) VALUES ({marks})", lines)
        file.execute("UPDATE branch SET last_sequence = ?, last_hash = '0'", (count + 1,))
    file.close()
    return count * len(branches)


def _opening(branch: str, sequence: int, at_us: int) -> dict[str, Any]:
    (event,) = open_day(_LOBBY, at_us)
    line = to_line(branch, Entry(sequence, event, "", YESTERDAY, None))
    return {**line, "prev_hash": "0", "hash": "0"}


_LOBBY: Final = Lobby(profile_of("crowded"))
