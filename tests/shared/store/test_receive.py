"""A copy of a log in another database: equal to the letter; whatever does not fit is refused."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from shared.config.fingerprint import fingerprint
from shared.domain.copies import (
    ClocksMixed,
    LineAltered,
    LinesMissing,
    LinesTooNew,
    LineUnsound,
    LogForked,
    ProfileBodyWrong,
)
from shared.protocol.shipping import Lines, LogLine
from shared.store.chain import line_hash
from shared.store.check_seals import check_seals
from shared.store.engine import Database
from shared.store.lines import hash_at, lines_after, position
from shared.store.migrate import migrate
from shared.store.receive import Receiver
from shared.store.seal import ready_seal_keys
from shared.store.tables import METADATA
from shared.store.verify import verify_branch
from tests.support.lobby import BRANCH, Address, issue, running_writer
from tests.support.recorded_day import BOOKABLE, record

EVENT, TICKET = (METADATA.tables[name] for name in ("event", "ticket"))


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A recorded day of a branch: two profiles, an incident, every kind of ticket."""
    path = tmp_path_factory.mktemp("day") / "branch.db"
    with running_writer(path, profile=BOOKABLE) as running:
        list(record(running))
    database = Database(path)
    yield database
    database.close()


@pytest.fixture
def copy(address: Address) -> Iterator[Database]:
    """Where the copy will be."""
    database = Database(address)
    migrate(database)
    yield database
    database.close()


@pytest.fixture
def short(tmp_path: Path) -> Iterator[Database]:
    """A log of some five lines."""
    path = tmp_path / "short.db"
    with running_writer(path) as running:
        for _ in range(3):
            running.run(issue())
    database = Database(path)
    yield database
    database.close()


def rows(database: Database, table: Any, order: str) -> list[dict[str, Any]]:
    with database.reading.begin() as connection:
        found = connection.execute(select(table).order_by(table.c[order]))
        return [dict(row._mapping) for row in found]


def ship(source: Database, receiver: Receiver, copy: Database, most: int = 500) -> None:
    """Everything that the copy lacks, so many lines at a time."""
    while (sent := lines_after(source, BRANCH, position(copy, BRANCH).last, most)).lines:
        receiver.receive(BRANCH, sent)


@pytest.mark.parametrize("most", [500, 37])
def test_copy_is_the_log_to_the_letter(day: Database, copy: Database, most: int) -> None:
    ship(day, Receiver(copy), copy, most)
    assert rows(copy, EVENT, "sequence") == rows(day, EVENT, "sequence")
    assert rows(copy, TICKET, "id") == rows(day, TICKET, "id")
    assert position(copy, BRANCH) == position(day, BRANCH)
    assert verify_branch(copy, BRANCH).faults == []


def test_another_process_goes_on_with_the_copy(day: Database, copy: Database) -> None:
    """Each batch by a receiver that knows nothing; and one that was overtaken meanwhile."""
    patient = Receiver(copy)
    while (sent := lines_after(day, BRANCH, position(copy, BRANCH).last, 150)).lines:
        receiver = patient if sent.lines[0].sequence % 2 else Receiver(copy)
        receiver.receive(BRANCH, sent)
    assert rows(copy, TICKET, "id") == rows(day, TICKET, "id")
    assert position(copy, BRANCH) == position(day, BRANCH)


def test_repeated_lines_change_nothing(short: Database, copy: Database) -> None:
    receiver = Receiver(copy)
    whole = lines_after(short, BRANCH, 0)
    first = whole.model_copy(update={"lines": whole.lines[:3]})
    assert receiver.receive(BRANCH, first).last == 3
    assert receiver.receive(BRANCH, first).last == 3
    assert receiver.receive(BRANCH, whole) == position(short, BRANCH)
    assert receiver.receive(BRANCH, whole) == position(short, BRANCH)
    assert verify_branch(copy, BRANCH).faults == []


def test_batches_fit_into_a_request(day: Database) -> None:
    after, batches = 0, 0
    while (sent := lines_after(day, BRANCH, after, most_bytes=60_000)).lines:
        after, batches = sent.lines[-1].sequence, batches + 1
        assert len(sent.model_dump_json()) < 120_000  # a profile may come on top
    assert (after, batches > 3) == (position(day, BRANCH).last, True)
    assert [len(lines_after(day, BRANCH, 9, most_bytes=1).lines)] == [1]


def changed(sent: Lines, place: int, **values: Any) -> Lines:
    """The same with another line at this place."""
    lines = list(sent.lines)
    lines[place] = lines[place].model_copy(update=values)
    return sent.model_copy(update={"lines": tuple(lines)})


def rewritten(sent: Lines, place: int = 0, branch: str = BRANCH, **values: Any) -> Lines:
    """The same by somebody who makes every later hash anew."""
    lines: list[LogLine] = []
    for line in changed(sent, place, **values).lines:
        prev_hash = lines[-1].hash if lines else ""
        made = line_hash(prev_hash, {"branch": branch, **line.model_dump()})
        lines.append(line.model_copy(update={"prev_hash": prev_hash, "hash": made}))
    return sent.model_copy(update={"lines": tuple(lines)})


@pytest.mark.parametrize(
    "values",
    [{"data": "{}"}, {"at_us": 5}, {"hash": "0" * 64}, {"prev_hash": "0" * 64}, {"number": "Z1"}],
)
def test_altered_line_is_refused_and_none_is_taken(
    short: Database, copy: Database, values: dict[str, Any]
) -> None:
    with pytest.raises(LineAltered) as refused:
        Receiver(copy).receive(BRANCH, changed(lines_after(short, BRANCH, 0), 3, **values))
    assert refused.value.params == (BRANCH, "4")
    assert position(copy, BRANCH).last == 0


UNSOUND: dict[str, dict[str, Any]] = {
    "no such kind": {"kind": "ticket.eaten"},
    "nothing said": {"data": "{}"},
    "no object": {"data": "[]"},
    "no JSON": {"data": "{"},
    "deeper than anybody reads": {"data": "[" * 100_000},
    "no such ticket": {"kind": "ticket.closed"},
    "another number": {"number": "Z999"},
    "no such time": {"at_us": 2**63 - 1, "kind": "ticket.called"},
}


@pytest.mark.parametrize("values", UNSOUND.values(), ids=UNSOUND)
def test_line_that_contradicts_the_log_is_refused(
    short: Database, copy: Database, values: dict[str, Any]
) -> None:
    receiver, whole = Receiver(copy), lines_after(short, BRANCH, 0)
    with pytest.raises(LineUnsound):
        receiver.receive(BRANCH, rewritten(whole, 3, **values))
    assert receiver.receive(BRANCH, whole) == position(short, BRANCH)


def test_ordinal_that_no_table_takes(short: Database, copy: Database) -> None:
    whole = lines_after(short, BRANCH, 0)
    line = whole.lines[3]
    data = line.data.replace('"ordinal":2', f'"ordinal":{10**30}')
    assert data != line.data
    with pytest.raises(LineUnsound):
        Receiver(copy).receive(BRANCH, rewritten(whole, 3, data=data))


def test_no_branch_gets_at_a_ticket_of_another(short: Database, copy: Database) -> None:
    """A log whose every hash is right names the identifiers of somebody else's tickets."""
    receiver, whole = Receiver(copy), lines_after(short, BRANCH, 0)
    receiver.receive(BRANCH, whole)
    ((version, body),) = whole.profiles.items()
    told = body.replace('"id":"renmin"', '"id":"other"')
    named = fingerprint(told)
    data = whole.lines[0].data.replace(version, named)
    forged = rewritten(whole, branch="other", data=data)
    forged = forged.model_copy(update={"profiles": {named: told}})
    with pytest.raises(LineUnsound):
        receiver.receive("other", forged)
    fine = forged.model_copy(update={"lines": forged.lines[:2]})  # before the first ticket
    assert receiver.receive("other", fine).last == 2
    assert verify_branch(copy, BRANCH).faults == verify_branch(copy, "other").faults == []


def test_gap_is_named(short: Database, copy: Database) -> None:
    receiver, whole = Receiver(copy), lines_after(short, BRANCH, 0)
    receiver.receive(BRANCH, whole.model_copy(update={"lines": whole.lines[:2]}))
    with pytest.raises(LinesMissing) as refused:
        receiver.receive(BRANCH, whole.model_copy(update={"lines": whole.lines[3:]}))
    assert refused.value.params == (BRANCH, "3")
    holes = (*whole.lines[2:3], *whole.lines[4:])
    with pytest.raises(LinesMissing):
        receiver.receive(BRANCH, whole.model_copy(update={"lines": holes}))


@pytest.mark.parametrize("first", [2, 4])
def test_forked_log_is_refused(short: Database, copy: Database, tmp_path: Path, first: int) -> None:
    """Another life from the second ticket on, told from before the fork or right behind it."""
    receiver = Receiver(copy)
    receiver.receive(BRANCH, lines_after(short, BRANCH, 0))
    path = tmp_path / "fork.db"
    with running_writer(path) as running:
        for service in ("cash", "account", "cash", "cash"):
            running.run(issue(service))
        assert hash_at(running.database, BRANCH, 2) == hash_at(short, BRANCH, 2)
        with pytest.raises(LogForked) as refused:
            receiver.receive(BRANCH, lines_after(running.database, BRANCH, first))
    assert "lobby db restore --office" in str(refused.value)
    assert verify_branch(copy, BRANCH).faults == []


def test_practice_and_real_days_do_not_mix(short: Database, copy: Database) -> None:
    receiver, whole = Receiver(copy), lines_after(short, BRANCH, 0)
    receiver.receive(BRANCH, whole)
    assert whole.clock == "practice"
    with pytest.raises(ClocksMixed):
        receiver.receive(BRANCH, whole.model_copy(update={"clock": "live"}))


def test_newer_program(short: Database, copy: Database) -> None:
    with pytest.raises(LinesTooNew):
        Receiver(copy).receive(
            BRANCH, changed(lines_after(short, BRANCH, 0), 3, schema_version=1000)
        )


def without(sent: Lines) -> Lines:
    return sent.model_copy(update={"profiles": {}})


def altered(sent: Lines) -> Lines:
    (version,) = sent.profiles
    body = sent.profiles[version].replace("renmin", "other")
    return sent.model_copy(update={"profiles": {version: body}})


@pytest.mark.parametrize("wrong", [without, altered])
def test_profile_that_did_not_come(
    short: Database, copy: Database, wrong: Callable[[Lines], Lines]
) -> None:
    with pytest.raises(ProfileBodyWrong):
        Receiver(copy).receive(BRANCH, wrong(lines_after(short, BRANCH, 0)))


def test_lines_of_another_branch(short: Database, copy: Database) -> None:
    """The hash covers the branch: no line can be told as another's."""
    with pytest.raises(LineAltered):
        Receiver(copy).receive("other", lines_after(short, BRANCH, 0))


def test_log_of_the_first_release(copy: Database, tmp_path: Path) -> None:
    """Nothing in it says which profile held at its beginning."""
    import sqlite3

    script = Path(__file__).parents[2] / "data" / "database-0001.sql"
    with sqlite3.connect(tmp_path / "old.db") as connection:
        connection.executescript(script.read_text(encoding="utf-8"))
    connection.close()
    old = Database(tmp_path / "old.db")
    migrate(old)
    ship(old, Receiver(copy), copy, 7)
    assert position(copy, BRANCH) == position(old, BRANCH)
    assert verify_branch(copy, BRANCH).faults == verify_branch(old, BRANCH).faults
    old.close()


def test_what_was_taken_is_sealed_here(short: Database, copy: Database, tmp_path: Path) -> None:
    keys = ready_seal_keys(tmp_path / "seals", {})
    receiver = Receiver(copy)
    receiver.seal_with(keys.present)
    ship(short, receiver, copy, 2)
    result = verify_branch(copy, BRANCH)
    check_seals(result, copy, BRANCH, keys)
    assert (result.faults, result.seals) == ([], 3)


def test_taken_lines_are_told_once_and_can_be_looked_at(short: Database, copy: Database) -> None:
    told: list[int] = []
    receiver = Receiver(copy, lambda _branch, entries: told.extend(e.sequence for e in entries))
    whole = lines_after(short, BRANCH, 0)
    receiver.receive(BRANCH, whole)
    receiver.receive(BRANCH, whole)
    assert told == [line.sequence for line in whole.lines]
    for looking in (receiver, Receiver(copy)):
        waiting = looking.look(BRANCH, lambda lobby: len(lobby.branch.waiting))
        assert waiting == 3


def test_two_servers_that_take_the_same_lines_at_once_make_one_copy(
    day: Database, copy: Database
) -> None:
    """Two processes of a branch, or one that did not hear the answer, at two of head office."""
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(ship, day, Receiver(copy), copy, 40) for _ in range(2)]
    for each in both:
        each.result()
    assert rows(copy, EVENT, "sequence") == rows(day, EVENT, "sequence")
    assert rows(copy, TICKET, "id") == rows(day, TICKET, "id")
    assert verify_branch(copy, BRANCH).faults == []
