"""Whoever may write the database, but has no key, changes nothing unnoticed."""

import json
from pathlib import Path
from shutil import copytree

import pytest
from sqlalchemy import text

from shared.store.check_seals import check_heads, check_seals
from shared.store.engine import Database
from shared.store.head import Head, heads_after
from shared.store.seal import SealKey, SealKeys, read_seal_keys
from shared.store.verification import Verification
from shared.store.verify import verify_branch
from tests.support.forger import forge
from tests.support.lobby import BRANCH, running_writer
from tests.support.server import local_us, morning, running_server

#: The log: 1 profile.published, 2 day.opened, 3 to 6 ticket.issued, one at a time.
LAST = 6


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a server left behind after four tickets."""
    folder = tmp_path_factory.mktemp("lived")
    with running_server(folder, clock=morning()) as server:
        for _ in range(4):
            server.client("kiosk").post("tickets", json={"service": "cash"}).raise_for_status()
    return folder


@pytest.fixture
def database(lived: Path, tmp_path: Path) -> Database:
    """A copy of it to do harm to."""
    copytree(lived, tmp_path, dirs_exist_ok=True)
    return Database(tmp_path / "branch.db")


def keys_of(database: Database) -> SealKeys:
    return read_seal_keys(database.path.with_name("branch.db.seal-key"))


def faults(database: Database, keys: SealKeys | None = None) -> list[str]:
    """What the seals show."""
    result = Verification()
    check_seals(result, database, BRANCH, keys or keys_of(database))
    return result.sentences


def run(database: Database, *statements: str) -> None:
    with database.writing.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def test_every_group_of_a_server_is_sealed(database: Database) -> None:
    result = Verification()
    check_seals(result, database, BRANCH, keys_of(database))
    assert (result.faults, result.notes, result.seals) == ([], [], 5)
    assert keys_of(database).sealed_from == {BRANCH: 1}


def test_chain_made_anew_is_sound_to_its_hashes_and_not_to_the_seals(database: Database) -> None:
    forge(database, 5, at_us=local_us("2026-11-20T09:31"))
    hashes = [f for f in verify_branch(database, BRANCH).sentences if "event" in f]
    assert hashes == []
    assert faults(database) == [
        "events 5 to 5 are not as they were sealed",
        "events 6 to 6 are not as they were sealed",
    ]


def test_seals_that_are_taken_away_are_missed(database: Database) -> None:
    run(database, "DELETE FROM seal WHERE last = 4")
    assert faults(database) == ["events 4 to 4 are not sealed"]
    run(database, "DELETE FROM seal WHERE last > 3")
    assert faults(database) == ["events 4 to 6 are not sealed"]
    run(database, "DELETE FROM seal")
    assert faults(database) == ["events 1 to 6 are not sealed"]


def test_server_does_not_seal_what_was_forged_while_it_was_off(
    database: Database, tmp_path: Path
) -> None:
    forge(database, 5, at_us=local_us("2026-11-20T09:31"))
    run(database, "DELETE FROM seal WHERE last >= 5")
    database.close()
    with running_server(tmp_path, clock=morning()) as server:
        server.client("kiosk").post("tickets", json={"service": "cash"}).raise_for_status()
    assert faults(database) == ["events 5 to 6 are not sealed"]


def test_seals_of_a_key_of_ones_own_are_no_seals(database: Database) -> None:
    mine = SealKey.of("ab" * 32)
    run(database, f"UPDATE seal SET key_id = '{mine.id}' WHERE last = 6")
    said = f"events 6 to 6 are sealed with key {mine.id}, which the key file does not hold"
    assert faults(database) == [said]


def test_log_from_before_the_seals_is_sound(database: Database) -> None:
    run(database, "DELETE FROM seal WHERE last < 5")
    from_five = SealKeys(keys_of(database).keys, {BRANCH: 5})
    assert (faults(database, from_five), faults(database, SealKeys(from_five.keys, {}))) == ([], [])


def test_older_seals_of_a_lost_key_file_are_noted_once(database: Database) -> None:
    other = SealKeys((SealKey.of("cd" * 32),), {BRANCH: LAST + 1})
    result = Verification()
    check_seals(result, database, BRANCH, other)
    lost = keys_of(database).present.id
    note = f"older events were sealed with keys this key file lacks: {lost}"
    assert (result.faults, result.notes) == ([], [note])


@pytest.fixture
def heads(database: Database) -> list[Head]:
    """The heads of the day, which the next morning ended."""
    clock = morning()
    clock.set(local_us("2026-11-21T08:00"))
    with running_writer(database.path, clock) as running:
        running.lobby()
    key = keys_of(database).present
    return [head.sealed(key) for head in heads_after(database, BRANCH, {})]


def compared(database: Database, heads: list[Head]) -> Verification:
    result = Verification()
    check_heads(result, database, BRANCH, heads, keys_of(database))
    return result


def test_heads_fit_an_untouched_log(database: Database, heads: list[Head]) -> None:
    result = compared(database, heads)
    assert (result.faults, result.heads) == ([], 1)
    assert [(h.day, h.numbers) for h in heads] == [("2026-11-20", {"A": 4})]


def test_heads_show_what_whoever_has_the_key_forged(database: Database, heads: list[Head]) -> None:
    forge(database, 5, at_us=local_us("2026-11-20T09:31"))
    said = [f"event {h.sequence} is not the one that was the head of 2026-11-20" for h in heads]
    assert compared(database, heads).sentences == said


def test_heads_show_a_log_cut_short(database: Database, heads: list[Head]) -> None:
    run(database, f"DELETE FROM event WHERE sequence >= {heads[-1].sequence}")
    missing = f"event {heads[-1].sequence}, the head of 2026-11-20, is missing"
    assert compared(database, heads[-1:]).sentences == [missing]


def test_altered_head_is_no_head(database: Database, heads: list[Head]) -> None:
    content = json.loads(heads[0].line())
    altered = [
        Head(**(content | {"hash": "00"})),
        Head(**(content | {"key_id": ""})),
        Head(**(content | {"key_id": "none"})),
    ]
    place = f"the head of 2026-11-20 at event {heads[0].sequence}"
    assert compared(database, altered).sentences == [
        f"{place} was altered",
        f"{place} was altered",
        f"{place} needs key none, which the key file does not hold",
    ]
