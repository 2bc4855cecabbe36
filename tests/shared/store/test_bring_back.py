"""Last night's backup and what head office has since: together nothing of it is lost."""

from datetime import date
from pathlib import Path

import pytest

from shared.domain.errors import FileUnreadable
from shared.protocol.shipping import Lines
from shared.store.backup import back_up, standings_of_file
from shared.store.bring_back import (
    BackupElsewhere,
    LinesFileInvalid,
    LineSource,
    save_lines,
    source_in_file,
)
from shared.store.check_seals import check_seals
from shared.store.engine import Database
from shared.store.lines import hash_at, lines_after, position
from shared.store.migrate import migrate
from shared.store.receive import Receiver
from shared.store.restore import LogIsNewer, Wish, restore
from shared.store.retention import retain
from shared.store.seal import ready_seal_keys
from shared.store.set_aside import set_aside
from shared.store.verify import verify_branch
from tests.support.lobby import BRANCH, Address, issue, running_writer
from tests.support.server import local_us

NOW_US = local_us("2026-11-20T09:30")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A branch with two tickets in its backup ``copy.db`` and three more since."""
    path = tmp_path / "b.db"
    with running_writer(path) as running:
        for service in ("cash", "account"):
            running.run(issue(service))
        back_up(path, tmp_path / "copy.db")
        for _ in range(3):
            running.run(issue())
    return path


@pytest.fixture
def office(file: Path, address: Address) -> Database:
    """Head office, which has all but the last ticket."""
    own = address.with_name("office.db") if isinstance(address, Path) else address
    made = Database(own)
    migrate(made)
    branch = Database(file)
    whole = lines_after(branch, BRANCH, 0)
    Receiver(made).receive(BRANCH, whole.model_copy(update={"lines": whole.lines[:-1]}))
    branch.close()
    return made


def kept_at(office: Database) -> LineSource:
    def source(branch: str, after: int) -> Lines:
        return lines_after(office, branch, after, most=1)

    return source


def test_restored_branch_has_what_head_office_had_and_goes_on_with_it(
    file: Path, office: Database
) -> None:
    last, copy = position(office, BRANCH), file.with_name("copy.db")
    keys = ready_seal_keys(file.with_name("seals"), {})
    wish = Wish(is_forced=True, gap=50, lines=kept_at(office))
    (found,), _ = restore(copy, file, wish, NOW_US, keys.present)
    assert (found.held, found.brought, found.last) == (last.last, 2, last.last + 1)
    restored = Database(file)
    assert hash_at(restored, BRANCH, last.last) == last.last_hash
    result = verify_branch(restored, BRANCH)
    check_seals(result, restored, BRANCH, keys)
    assert (result.faults, result.tickets) == ([], 4)
    Receiver(office).receive(BRANCH, lines_after(restored, BRANCH, last.last))
    with running_writer(file) as running:
        assert '"number":"A055"' in (running.run(issue()).body or "")
    Receiver(office).receive(BRANCH, lines_after(restored, BRANCH, 0))
    assert position(office, BRANCH) == position(restored, BRANCH)
    retain(restored, date(2026, 12, 1), date(2026, 12, 24))
    for database in (restored, office):
        assert verify_branch(database, BRANCH).faults == []
    restored.close()
    office.close()


def test_lines_out_of_a_file(file: Path, office: Database, tmp_path: Path) -> None:
    count = save_lines(office, BRANCH, tmp_path / "lines")
    assert count == position(office, BRANCH).last
    file.unlink()
    wish = Wish(lines=source_in_file(tmp_path / "lines"))
    (found,), _ = restore(file.with_name("copy.db"), file, wish, NOW_US)
    assert (found.brought, found.held) == (2, count)
    office.close()


def test_only_what_is_still_lost_stands_in_the_way(file: Path, office: Database) -> None:
    """One event of the present file is neither in the backup nor at head office."""
    wish = Wish(lines=kept_at(office))
    with pytest.raises(LogIsNewer) as refused:
        restore(file.with_name("copy.db"), file, wish, NOW_US)
    assert refused.value.params[1] == "1"
    office.close()


def test_backup_of_another_life(file: Path, office: Database, tmp_path: Path) -> None:
    """Its log parted from head office's: nothing is put in place."""
    fork = tmp_path / "fork.db"
    with running_writer(fork) as running:
        for service in ("account", "cash"):
            running.run(issue(service))
        back_up(fork, tmp_path / "fork-copy.db")
    before = standings_of_file(file)
    wish = Wish(is_forced=True, lines=kept_at(office))
    with pytest.raises(BackupElsewhere):
        restore(tmp_path / "fork-copy.db", file, wish, NOW_US)
    assert standings_of_file(file) == before
    office.close()


@pytest.mark.parametrize("content", ["renmin\t{}\n", "nonsense\n", "renmin\t[[\n"], ids=len)
def test_file_that_holds_no_lines(file: Path, tmp_path: Path, content: str) -> None:
    (tmp_path / "lines").write_text(content, encoding="utf-8")
    wish = Wish(is_forced=True, lines=source_in_file(tmp_path / "lines"))
    with pytest.raises(LinesFileInvalid):
        restore(file.with_name("copy.db"), file, wish, NOW_US)
    missing = source_in_file(tmp_path / "none")
    with pytest.raises(FileUnreadable):
        missing(BRANCH, 0)


def test_copy_is_set_aside_and_the_branch_begins_anew(
    file: Path, office: Database, tmp_path: Path
) -> None:
    """After a fork nobody wants to mend: nothing of the old copy is lost, the new one is whole."""
    had = position(office, BRANCH)
    assert set_aside(office, BRANCH, tmp_path / "old.lines") == had.last
    assert position(office, BRANCH).last == 0
    branch = Database(file)
    receiver = Receiver(office)
    receiver.receive(BRANCH, lines_after(branch, BRANCH, 0))
    assert position(office, BRANCH) == position(branch, BRANCH)
    assert verify_branch(office, BRANCH).faults == []
    kept = source_in_file(tmp_path / "old.lines")(BRANCH, 0)
    assert (kept.lines[-1].sequence, kept.lines[-1].hash) == (had.last, had.last_hash)
    assert set_aside(office, BRANCH, tmp_path / "new.lines") == position(branch, BRANCH).last
    receiver.receive(BRANCH, kept)  # the same server takes another log after it
    assert position(office, BRANCH).last == had.last
    branch.close()
    office.close()
