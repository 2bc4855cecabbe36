"""Backups of a server at work, and what a restored branch does not do twice."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from shared.domain.errors import FileUnreadable
from shared.store.backup import BackupOnItself, Standing, back_up, standings
from shared.store.check_seals import check_heads
from shared.store.copying import DatabaseInUse
from shared.store.engine import Database
from shared.store.head import Head, heads_after
from shared.store.restore import BackupUnsound, DatabaseDamaged, LogIsNewer, Wish, restore
from shared.store.seal import read_seal_keys
from shared.store.verification import Verification
from shared.store.verify import verify_branch
from tests.support.forger import forge
from tests.support.lobby import BRANCH, issue, running_writer
from tests.support.server import local_us, morning, running_server

NOW_US = local_us("2026-11-20T09:30")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database with two tickets; ``copy.db`` beside it is its backup, then one more came."""
    path = tmp_path / "b.db"
    with running_writer(path) as running:
        running.run(issue())
        running.run(issue("account"))
        (held,) = back_up(path, tmp_path / "copy.db")
        running.run(issue())
    assert (held.branch, held.sequence, held.clock) == (BRANCH, 4, "practice")
    return path


def run_sql(file: Path, *statements: str) -> None:
    """As somebody with the database's own tool."""
    with closing(sqlite3.connect(file)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def copy_of(file: Path) -> Path:
    return file.with_name("copy.db")


def lives_on(file: Path) -> list[str]:
    """The numbers of a ticket for cash and one for an account, given after a new start."""
    with running_writer(file) as running:
        bodies = [running.run(issue(service)).body or "" for service in ("cash", "account")]
        assert verify_branch(running.database, BRANCH).faults == []
    return [body.partition('"number":"')[2][:4] for body in bodies]


def test_backup_is_one_whole_file_of_that_moment(file: Path) -> None:
    copy = Database(copy_of(file))
    assert verify_branch(copy, BRANCH).faults == []
    (held,) = standings(copy)
    copy.close()
    assert held.sequence == 4
    assert sorted(p.name for p in file.parent.iterdir() if p.name.startswith("copy")) == ["copy.db"]
    assert copy_of(file).stat().st_mode & 0o077 == 0


def test_backup_replaces_an_older_one_and_never_the_database(file: Path) -> None:
    (held,) = back_up(file, copy_of(file))
    assert held.sequence == 5
    with pytest.raises(BackupOnItself):
        back_up(file, file)
    with pytest.raises(FileUnreadable):
        back_up(file.with_name("none.db"), copy_of(file))
    assert standings(Database(copy_of(file)))[0] == held


def test_newer_log_is_not_replaced_by_mistake(file: Path) -> None:
    with pytest.raises(LogIsNewer) as refused:
        restore(copy_of(file), file, Wish(), NOW_US)
    assert refused.value.params == (str(file), "1", BRANCH)
    assert not file.with_name("b.db.part").exists()
    assert lives_on(file) == ["A003", "B002"]


def test_restored_branch_gives_no_number_of_the_day_twice(file: Path) -> None:
    (found,), kept = restore(copy_of(file), file, Wish(is_forced=True, gap=50), NOW_US)
    assert (found.held, found.known, found.day) == (4, 5, "2026-11-20")
    assert (found.numbers["A"], found.numbers["B"]) == (52, 51)  # A002 was given after the copy
    assert lives_on(file) == ["A053", "B052"]
    assert kept is not None
    assert standings(Database(kept))[0].sequence == 5


def test_numbers_that_only_people_or_heads_know(file: Path) -> None:
    file.unlink()
    seen = Head(BRANCH, "old", "2026-11-20", 9, "", {"B": 30})
    other_day = Head(BRANCH, "old", "2026-11-19", 3, "", {"B": 300})
    wish = Wish(gap=0, heads=(seen, other_day), given={"A": 20})
    (found,), kept = restore(copy_of(file), file, wish, NOW_US)
    assert (found.known, kept) == (9, None)
    assert lives_on(file) == ["A021", "B031"]


def test_backup_of_last_night_is_restored_at_noon(tmp_path: Path) -> None:
    """The day that the copy does not know begins after the gap, for a server that starts later."""
    file, copy = tmp_path / "b.db", tmp_path / "copy.db"
    with running_writer(file) as running:
        running.run(issue())
        back_up(file, copy)
    run_sql(copy, "UPDATE branch SET clock = 'live'")
    (found,), _ = restore(copy, file, Wish(), local_us("2026-11-23T12:00"))
    assert (found.day, found.numbers["A"]) == ("2026-11-23", 200)
    clock = morning()
    clock.set(local_us("2026-11-23T12:30"))
    run_sql(file, "UPDATE branch SET clock = 'practice'")
    with running_writer(file, clock) as running:
        assert '"number":"A201"' in (running.run(issue()).body or "")
        assert verify_branch(running.database, BRANCH).faults == []


def test_restore_while_a_server_uses_the_database(file: Path) -> None:
    with running_writer(file), pytest.raises(DatabaseInUse):
        restore(copy_of(file), file, Wish(is_forced=True), NOW_US)


def test_unsound_backup_is_refused_unless_it_is_meant(file: Path) -> None:
    copy = Database(copy_of(file))
    forge(copy, 3, at_us=1)
    copy.close()
    file.unlink()
    with pytest.raises(BackupUnsound):
        restore(copy_of(file), file, Wish(), NOW_US)
    assert not file.exists()
    restore(copy_of(file), file, Wish(is_forced=True), NOW_US)
    assert file.exists()


def test_damaged_database_is_kept_aside(file: Path) -> None:
    file.write_bytes(b"no database" * 1000)
    with pytest.raises(DatabaseDamaged):
        restore(copy_of(file), file, Wish(), NOW_US)
    _, kept = restore(copy_of(file), file, Wish(is_forced=True), NOW_US)
    assert kept is not None
    assert kept.read_bytes()[:11] == b"no database"
    assert lives_on(file) == ["A202", "B202"]


class Killed(BaseException):
    """Stands for kill -9: nothing catches it."""


NAMING = ("link", "unlink", "replace", "rename")


@pytest.mark.parametrize("is_damaged", [False, True])
@pytest.mark.parametrize("step", range(8))
def test_killed_between_any_two_steps_it_leaves_a_database(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: int, is_damaged: bool
) -> None:
    """Before and after each change of a name: the present one or the restored one is there."""
    damaged = b"no database" * 1000
    if is_damaged:
        file.write_bytes(damaged)
        file.with_name("b.db-wal").write_bytes(b"its last words")
    steps = iter(range(100))

    def dying(do: Any) -> Any:
        def name(*args: Any, **given: Any) -> Any:
            if file.name in str(args[0]) and ".part" not in str(args[0]) and next(steps) == step:
                raise Killed
            return do(*args, **given)

        return name

    with monkeypatch.context() as patched:
        for call in NAMING:
            patched.setattr(os, call, dying(getattr(os, call)))
        for call in ("unlink", "replace", "rename"):
            patched.setattr(Path, call, dying(getattr(Path, call)))
        with suppress(Killed):
            restore(copy_of(file), file, Wish(is_forced=True), NOW_US)
    if file.read_bytes() == damaged:
        restore(copy_of(file), file, Wish(is_forced=True), NOW_US)
    if is_damaged:
        assert lives_on(file)[0] == "A202"
    else:
        assert lives_on(file) in (["A003", "B002"], ["A203", "B202"])


def test_files_that_can_have_one_name_only_are_copied(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("not on this file system")

    monkeypatch.setattr(os, "link", refuse)
    _, kept = restore(copy_of(file), file, Wish(is_forced=True), NOW_US)
    assert kept is not None
    assert lives_on(kept) == ["A003", "B002"]
    assert lives_on(file) == ["A203", "B202"]


@pytest.mark.parametrize("content", [b"", b"no database" * 1000])
def test_backup_that_is_none(file: Path, content: bytes) -> None:
    copy_of(file).write_bytes(content)
    with pytest.raises(FileUnreadable):
        restore(copy_of(file), file, Wish(is_forced=True), NOW_US)
    assert lives_on(file) == ["A003", "B002"]


def logs(file: Path) -> dict[str, Any]:
    with closing(sqlite3.connect(file)) as connection:
        return dict(connection.execute("SELECT id, log_id FROM branch").fetchall())


def test_old_backup_is_brought_to_this_schema(tmp_path: Path) -> None:
    """A database of version 0.1.0."""
    old, file = tmp_path / "old.db", tmp_path / "b.db"
    script = Path(__file__).parents[2] / "data" / "database-0001.sql"
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript(script.read_text(encoding="utf-8"))
    assert back_up(old, tmp_path / "copy.db")[0].sequence == 25
    (found,), _ = restore(tmp_path / "copy.db", file, Wish(), NOW_US)
    assert (found.held, found.last, len(logs(file)[BRANCH])) == (25, 26, 16)
    restored = Database(file)
    assert verify_branch(restored, BRANCH).faults == []


def test_everybody_is_signed_out_and_clients_see_another_log(tmp_path: Path) -> None:
    file, copy = tmp_path / "branch.db", tmp_path / "copy.db"
    with running_server(tmp_path) as server:
        before = server.client("board").get("lobby").json()["log"]
        teller = server.headers("teller", "t1")
        back_up(file, copy)
    keys = read_seal_keys(file.with_name("branch.db.seal-key"))
    restore(copy, file, Wish(), NOW_US, keys.present)
    assert logs(file) != {BRANCH: before}
    with running_server(tmp_path) as server:
        board, kiosk = server.client("board"), server.client("kiosk")
        assert board.get("lobby").json()["log"] == logs(file)[BRANCH]
        assert kiosk.post("counters/1/open", headers=teller).json()["code"] == "session_missing"
        events = board.get("log").raise_for_status().json()["events"]
        assert [e["data"]["log"] for e in events if e["kind"] == "log.restored"] == [
            logs(file)[BRANCH]
        ]


def test_heads_tell_what_a_restore_lost(file: Path) -> None:
    clock = morning()
    clock.set(local_us("2026-11-21T08:00"))
    with running_writer(file, clock) as running:
        running.lobby()
        heads = heads_after(running.database, BRANCH, {})
    restore(copy_of(file), file, Wish(is_forced=True), NOW_US)
    result = Verification()
    check_heads(result, Database(file), BRANCH, heads)
    assert (result.faults, len(result.notes)) == ([], len(heads))


def test_an_empty_branch_has_nothing_to_pass_over(tmp_path: Path) -> None:
    path = tmp_path / "b.db"
    with running_writer(path):
        pass
    run_sql(path, "DELETE FROM event", "UPDATE branch SET last_sequence = 0, last_hash = ''")
    back_up(path, tmp_path / "copy.db")
    (found,), _ = restore(tmp_path / "copy.db", path, Wish(), NOW_US)
    assert (found.last, found.numbers) == (0, {})
    assert standings(Database(path)) == [Standing(BRANCH, 0, "", "practice")]
