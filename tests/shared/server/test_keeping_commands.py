"""Backup, restore, retention and holds at the terminal."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from shared.server.clock import ManualClock
from shared.store.engine import Database
from shared.store.head_keeper import HeadKeeper
from shared.store.seal import read_seal_keys, ready_seal_keys
from tests.shared.server.test_commands import run
from tests.support.forger import forge
from tests.support.lobby import BRANCH, issue, running_writer
from tests.support.server import local_us, morning


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database with one ticket, its backup ``copy.db``, a second ticket and the day's head."""
    path, clock = tmp_path / "b.db", morning()
    keys = ready_seal_keys(tmp_path / "b.db.seal-key", {BRANCH: 1})
    with running_writer(path, clock) as running:
        running.writer.seal_with(keys.present)
        running.run(issue())
        assert run_quietly("db", "backup", tmp_path / "copy.db", "--database", path) == 0
        running.run(issue())
        clock.set(local_us("2026-11-21T08:00"))
        running.lobby()
        heads = HeadKeeper(running.database, (BRANCH,), tmp_path / "heads")
        heads.seal_with(keys.present)
        assert heads.catch_up()
    return path


def run_quietly(*words: object) -> int:
    from shared.cli.main import main

    return main([str(word) for word in words])


def test_backup_says_where_the_log_stands(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said, warned = run(capsys, "db", "backup", file.with_name("c.db"), "--database", file)
    assert (code, said.split(", ")[0], warned) == (0, f"{BRANCH}: event 7", "")
    code, _, said = run(capsys, "db", "backup", file, "--database", file)
    assert (code, said.split(".")[0]) == (1, f"lobby db: {file.parent / 'b'}")


def test_restore_says_what_was_lost_and_what_to_do(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy, at = file.with_name("copy.db"), ("--database", file)
    code, _, said = run(capsys, "db", "restore", copy, *at)
    assert (code, "the option --force" in said) == (1, True)
    heads = ("--heads", file.with_name("heads"))
    code, said, warned = run(capsys, "db", "restore", copy, "--force", "--gap", 7, *heads, *at)
    lines = said.splitlines()
    assert (code, warned) == (0, f"{BRANCH}: events known to be lost: 4\n")
    assert lines[0] == f"{BRANCH}: restored up to event 3; the log is at 4 now"
    assert lines[1].startswith(f"{BRANCH}: on 2026-11-20 the next numbers are A010, B008")
    assert [line.split()[0] for line in lines[2:]] == ["What", "Everybody"]


@pytest.mark.parametrize("number", ["57", "A", "A0570000", "A-57"])
def test_number_that_is_none(file: Path, capsys: pytest.CaptureFixture[str], number: str) -> None:
    words = ("--after-number", number, "--database", file)
    assert run(capsys, "db", "restore", file.with_name("copy.db"), *words)[0] == 2


def test_verify_compares_seals_and_heads(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at, heads = ("--database", file), ("--heads", file.with_name("heads"))
    code, said, warned = run(capsys, "db", "verify", *heads, *at)
    assert (code, warned) == (0, "")
    assert ("2 tickets, 0 faults" in said, said.endswith(", 3 seals, 1 heads compared\n")) == (
        True,
        True,
    )
    forge(Database(file), 3, at_us=local_us("2026-11-20T09:29"))
    code, _, warned = run(capsys, "db", "verify", *heads, *at)
    assert (code, warned.splitlines()[-1]) == (
        1,
        f"{BRANCH}: event 6 is not the one that was the head of 2026-11-20",
    )


def test_both_keys_verify_after_the_key_was_changed(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--database", file)
    old = read_seal_keys(file.with_name("b.db.seal-key")).present
    code, said, _ = run(capsys, "db", "rotate-seal-key", *at)
    keys = read_seal_keys(file.with_name("b.db.seal-key"))
    told = said.splitlines()[0].partition(" has ")[2]
    assert (code, told) == (0, f"key {keys.present.id} now, and 1 older.")
    assert [key.id for key in keys.keys] == [old.id, keys.present.id]
    with running_writer(file, morning_after()) as running:
        running.writer.seal_with(ready_seal_keys(file.with_name("b.db.seal-key"), {}).present)
        running.run(issue())
    code, said, warned = run(capsys, "db", "verify", *at)
    assert (code, " 0 faults" in said, warned) == (0, True, "")
    database = Database(file)
    with database.reading.begin() as connection:
        used = set(connection.execute(text("SELECT key_id FROM seal")).scalars())
    database.close()
    assert used == {old.id, keys.present.id}


def test_no_key_is_made_where_there_was_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "keys"
    code, _, said = run(capsys, "db", "rotate-seal-key", "--seal-key", missing)
    assert (code, str(missing) in said, missing.exists()) == (1, True, False)
    place = ("--database", "postgresql://lobby@db.example/lobby")
    code, _, said = run(capsys, "db", "rotate-seal-key", *place)
    assert (code, "LOBBY_SEAL_KEY" in said) == (1, True)


def morning_after() -> ManualClock:
    return ManualClock(local_us("2026-11-21T09:30"))


def test_without_keys_verify_says_that_it_did_not_look(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.with_name("b.db.seal-key").unlink()
    code, _, said = run(capsys, "db", "verify", "--database", file)
    note = f"{BRANCH}: the seals were not checked: their keys are not here\n"
    assert (code, said) == (0, note)
    missing = ("--seal-key", file.with_name("none"))
    assert run(capsys, "db", "verify", *missing, "--database", file)[0] == 1


def test_retention_and_holds(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = ("--database", file)
    span = ("--from", "2026-11-01", "--to", "2026-11-20")
    code, said, _ = run(capsys, "db", "hold", "add", *span, "--reason", "case-17", *at)
    hold = said.split()[1].rstrip(":")
    assert (code, said) == (0, f"Hold {hold}: {BRANCH} from 2026-11-01 to 2026-11-20 (case-17).\n")
    line = f"{hold}  {BRANCH}  2026-11-01 to 2026-11-20  case-17  lasts\n"
    assert run(capsys, "db", "hold", "list", *at)[1] == line
    before = ("db", "retain", "--before", "2026-11-21", *at)
    nothing = "Keys of customers: none; 0 addresses of phone pages, 0 kept answers"
    kept = "Kept by legal holds: keys of no month, 2 addresses."
    assert run(capsys, *before)[1].splitlines() == [f"{nothing} are destroyed.", kept]
    assert run(capsys, "db", "hold", "release", hold, *at)[0] == 0
    two = "Keys of customers: none; 2 addresses of phone pages, 0 kept answers"
    assert run(capsys, *before, "--dry-run")[1] == f"{two} would be destroyed.\n"
    done = json.loads(run(capsys, *before, "--json", "-")[1])
    assert done.pop("at")
    assert done == {
        "before": "2026-11-21",
        "is_dry": False,
        "months": [],
        "tokens": 2,
        "answers": 0,
        "held": [],
        "held_tokens": 0,
    }
    assert run(capsys, "db", "hold", "release", hold, *at)[0] == 1
    words = ("--reason", "Mr Wang's complaint", *at)
    assert run(capsys, "db", "hold", "add", *span, *words)[0] == 2
