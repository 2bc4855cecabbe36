"""A recorded day verifies, and whoever changes it afterwards is found out, however thoroughly."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from shared.config.fingerprint import profile_hash
from shared.store.chain import canonical, line_hash
from shared.store.engine import Database
from shared.store.replaying import Replay
from shared.store.tables import METADATA
from shared.store.verification import Verification
from shared.store.verify import verify_branch
from tests.support.lobby import BRANCH, running_writer
from tests.support.recorded_day import BOOKABLE, DAY, NOON, record

EVENT, TICKET, HEAD = (METADATA.tables[name] for name in ("event", "ticket", "branch"))
HAPPENED = {
    "ticket.held",
    "ticket.resumed",
    "ticket.transferred",
    "ticket.deferred",
    "ticket.joined",
    "ticket.split",
    "ticket.reclassified",
    "ticket.diverted",
    "ticket.no_show",
    "ticket.returned",
    "incident.declared",
    "incident.ended",
    "appointment.checked_in",
    "counter.paused",
}


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the day."""
    path = tmp_path_factory.mktemp("day") / "b.db"
    with running_writer(path, profile=BOOKABLE) as running:
        list(record(running))
        with running.database.writing.connect() as connection:
            connection.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture
def day(recorded: Path, tmp_path: Path) -> Iterator[Database]:
    """A copy of it to spoil."""
    shutil.copy(recorded, tmp_path / "copy.db")
    database = Database(tmp_path / "copy.db")
    yield database
    database.close()


def test_the_day_verifies(recorded: Path) -> None:
    database = Database(recorded)
    result = verify_branch(database, BRANCH)
    kinds = {line["kind"] for line in lines_of(database)}
    rules = {json.loads(line["data"]).get("rule") for line in calls_of(database)}
    database.close()
    assert result.sentences == []
    assert kinds >= HAPPENED
    assert "picked" in rules
    assert (result.events > 300, result.calls > 50, result.tickets > 60) == (True, True, True)


def test_one_day_of_the_log_verifies_alone(recorded: Path) -> None:
    database = Database(recorded)
    whole, part = verify_branch(database, BRANCH), verify_branch(database, BRANCH, DAY)
    database.close()
    assert (part.sentences, part.calls, part.tickets) == ([], whole.calls, whole.tickets)
    assert (part.last, part.last_hash) == (whole.last, whole.last_hash)


def test_every_altered_byte_is_named(day: Database) -> None:
    """One byte of every tenth line, each time in another column; also bytes that are no text."""
    columns = ("data", "kind", "ticket", "counter", "number", "staff")
    altered = {}
    with sqlite3.connect(day.path) as connection:
        for sequence in range(5, 300, 10):
            column = columns[sequence // 10 % len(columns)]
            query = f"SELECT CAST({column} AS BLOB) FROM event WHERE sequence = ?"
            (stored,) = connection.execute(query, (sequence,)).fetchone()
            change = f"UPDATE event SET {column} = CAST(? AS TEXT) WHERE sequence = ?"
            connection.execute(change, (spoilt(stored), sequence))
            altered[sequence] = column
    connection.close()
    faults = verify_branch(day, BRANCH).faults
    changed = [fault.event for fault in faults if fault.said == "was changed after it was recorded"]
    assert changed == list(altered)


def spoilt(stored: bytes) -> bytes:
    """The same with its middle byte changed into one that no text has; an empty one gets one."""
    place = len(stored) // 2
    middle = stored[place] ^ 0x81 if stored else 0x81
    return stored[:place] + bytes([middle]) + stored[place + 1 :]


def lines_of(database: Database) -> list[dict[str, Any]]:
    """The log as it lies in the table."""
    with database.reading.begin() as connection:
        rows = connection.execute(select(EVENT).order_by(EVENT.c.sequence))
        return [dict(row._mapping) for row in rows]


def calls_of(database: Database) -> list[dict[str, Any]]:
    """The calls among them."""
    return [line for line in lines_of(database) if line["kind"] == "ticket.called"]


def write_again(database: Database, lines: list[dict[str, Any]]) -> None:
    """What somebody does who may write the file: every hash anew, and the tables to match."""
    replay = Replay(
        Verification(),
        {profile_hash(profile): profile for profile in (BOOKABLE, NOON)},
        profile_hash(BOOKABLE),
    )
    prev_hash = ""
    with database.writing.begin() as connection:
        for line in lines:
            line["prev_hash"] = prev_hash
            prev_hash = line["hash"] = line_hash(prev_hash, line)
            where = EVENT.c.sequence == line["sequence"]
            connection.execute(update(EVENT).where(where).values(**line))
            replay.step(type("Line", (), line))
        for row in replay.tickets.values():
            connection.execute(update(TICKET).where(TICKET.c.id == row["id"]).values(**row))
        connection.execute(update(HEAD).values(last_hash=prev_hash))


def hide(data: dict[str, Any]) -> str:
    """Nobody shall see who was passed over."""
    data["passed_over"] = data["passed_over"][1:]
    data["why_not"] = data["why_not"][1:]
    return "passed_over is"


def lift(data: dict[str, Any]) -> str:
    data["score"] += 1
    return "score is"


def rename(data: dict[str, Any]) -> str:
    data["rule"] = "appointment"
    return "rule is"


def excuse(data: dict[str, Any]) -> str:
    data["why_not"] = ["bound", *data["why_not"][1:]]
    return "why_not is"


@pytest.mark.parametrize("lie", [hide, lift, rename, excuse])
def test_a_lie_about_a_call_is_named_though_every_hash_is_right(
    day: Database, lie: Callable[[dict[str, Any]], str]
) -> None:
    lines = lines_of(day)
    line = next(e for e in lines if '"passed_over":["' in e["data"])
    data = json.loads(line["data"])
    said = lie(data)
    line["data"] = canonical(data)
    write_again(day, lines)
    (first, *_) = verify_branch(day, BRANCH).faults
    assert (first.event, first.day) == (line["sequence"], DAY)
    assert said in first.said


def test_not_one_call_can_be_altered_unseen(day: Database) -> None:
    """Every call of the day says one who waited less; each of them is named, and nothing else."""
    lines = lines_of(day)
    altered = [line for line in lines if line["kind"] == "ticket.called"]
    for line in altered:
        data = json.loads(line["data"])
        line["data"] = canonical({**data, "waiting": data["waiting"] + 1})
    write_again(day, lines)
    faults = verify_branch(day, BRANCH).faults
    assert [fault.event for fault in faults] == [line["sequence"] for line in altered]
    assert {fault.said.split(": ")[1].split(" is ")[0] for fault in faults} == {"waiting"}


def test_another_called_instead_is_named_though_the_rest_of_the_day_agrees(day: Database) -> None:
    """From the call on the two change places in every line of the log."""
    lines = lines_of(day)
    line = next(
        e
        for e in lines
        if e["kind"] == "ticket.called"
        and '"picked"' not in e["data"]
        and len(json.loads(e["data"])["candidates"]) > 1
    )
    called = line["ticket"]
    favoured = next(t for t in json.loads(line["data"])["candidates"] if t != called)
    numbers = {e["ticket"]: e["number"] for e in lines if e["kind"] == "ticket.issued"}
    for later in lines[line["sequence"] - 1 :]:
        for one, other in ((called, favoured), (favoured, called)):
            if later["ticket"] == one:
                later["ticket"], later["number"] = other, numbers[other]
                break
        if later is not line:
            later["data"] = (
                later["data"]
                .replace(f'"{called}"', '"…"')
                .replace(f'"{favoured}"', f'"{called}"')
                .replace('"…"', f'"{favoured}"')
            )
    write_again(day, lines)
    (first, *_) = verify_branch(day, BRANCH).faults
    assert first.event == line["sequence"]
    assert first.said.startswith(f"calls ticket {numbers[favoured]} to counter {line['counter']}; ")
    assert f"by the rules it is {numbers[called]} " in first.said
    assert str(first).startswith(f"event {line['sequence']} ({DAY}, ")


def test_two_tickets_that_change_places_in_the_table_are_named(day: Database) -> None:
    """Their numbers are those of the day, each once; only who had which is a lie."""
    with day.writing.begin() as connection:
        one, other = connection.execute(
            select(TICKET.c.id, TICKET.c.number, TICKET.c.ordinal)
            .where(TICKET.c.series == "A")
            .limit(2)
        ).all()
        for ticket, ordinal, number in (
            (one.id, 9999, "A9999"),
            (other.id, one.ordinal, one.number),
            (one.id, other.ordinal, other.number),
        ):
            values = {"ordinal": ordinal, "number": number}
            connection.execute(update(TICKET).where(TICKET.c.id == ticket).values(**values))
    found = verify_branch(day, BRANCH).sentences
    assert sorted(found) == sorted(
        f"ticket {number} of {DAY}: ordinal, number not as in the log"
        for number in (one.number, other.number)
    )
