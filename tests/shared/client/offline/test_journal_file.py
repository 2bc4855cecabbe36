"""The journal survives whatever ends the program, and tells each entry in its place."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.client.offline import journal_file
from shared.client.offline.durable import NotKept
from shared.client.offline.journal_file import JournalDamaged, JournalFile
from shared.protocol.journal import JournalEntry
from tests.support import view

KILLS = 8
WRITER = """
import sys
from pathlib import Path
from shared.client.offline.journal_file import JournalFile
from shared.protocol.journal import JournalEntry

journal = JournalFile(Path(sys.argv[1]))
for number in range(10**9):
    name, at = f"{sys.argv[2]}-{number}", "2026-11-20T09:00:00Z"
    entry = JournalEntry(kind="ticket.issued", at=at, ticket=name)
    journal.append(entry)
    sys.stdout.write(entry.ticket + "\\n")  # what a customer has been shown
    sys.stdout.flush()
"""


def entry(name: str) -> JournalEntry:
    return JournalEntry(kind="ticket.issued", at=view.NOW, ticket=name, data={"series": "中"})


def names(journal: JournalFile) -> list[str]:
    return [each.ticket for each in journal.entries]


def the_file(folder: Path) -> Path:
    (path,) = folder.glob("*.journal")
    return path


def test_entries_are_there_after_a_restart(tmp_path: Path) -> None:
    journal = JournalFile(tmp_path)
    assert journal.source == ""
    for name in "abc":
        journal.append(entry(name))
    again = JournalFile(tmp_path)
    assert (again.source, again.first, again.entries) == (journal.source, 1, journal.entries)
    assert the_file(tmp_path).stat().st_mode & 0o077 == 0


def test_only_what_a_server_has_is_forgotten(tmp_path: Path) -> None:
    journal = JournalFile(tmp_path)
    for name in "abcd":
        journal.append(entry(name))
    journal.forget("another", 4)
    journal.forget(journal.source, 2)
    assert (journal.first, names(journal)) == (3, ["c", "d"])
    journal.append(entry("e"))
    source = journal.source
    journal.forget(source, 4)
    assert (journal.first, names(journal)) == (5, ["e"])
    journal.forget(source, 3)  # an older answer that comes late
    assert (journal.first, names(journal)) == (5, ["e"])
    assert names(JournalFile(tmp_path)) == ["a", "b", "c", "d", "e"]  # told again: known there
    journal.forget(source, 5)
    assert (journal.source, journal.first) == ("", 1)
    assert list(tmp_path.glob("*.journal")) == []
    journal.append(entry("f"))
    assert journal.source not in ("", source)


@given(cut=st.integers(0, 400), rest=st.binary(max_size=30))
def test_a_torn_end_is_dropped_and_written_over(
    tmp_path_factory: pytest.TempPathFactory, cut: int, rest: bytes
) -> None:
    folder = tmp_path_factory.mktemp("journal")
    journal = JournalFile(folder)
    for name in "abc":
        journal.append(entry(name))
    path = the_file(folder)
    content = path.read_bytes()
    kept = content[: cut % len(content)]
    whole = kept.count(b"\n")
    path.write_bytes(kept + rest.replace(b"\n", b""))
    again = JournalFile(folder)
    if again.damage is None:
        assert names(again) == list("abc")[:whole]
        again.append(entry("d"))
        assert names(JournalFile(folder)) == [*list("abc")[:whole], "d"]


def test_a_line_that_lies_stops_the_journal_and_the_rest_is_still_told(tmp_path: Path) -> None:
    journal = JournalFile(tmp_path)
    for name in "abc":
        journal.append(entry(name))
    path = the_file(tmp_path)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + lines[1].replace(b"issued", b"called") + lines[2])
    again = JournalFile(tmp_path)
    assert names(again) == ["a"]
    with pytest.raises(JournalDamaged):
        again.append(entry("d"))
    again.forget(again.source, 1)
    assert path.exists()


def test_a_full_disk_adds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = JournalFile(tmp_path)
    journal.append(entry("a"))

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotKept) as refusal:
        journal.append(entry("b"))
    assert "No space left on device" in str(refusal.value)
    monkeypatch.undo()
    journal.append(entry("c"))
    assert names(journal) == names(JournalFile(tmp_path)) == ["a", "c"]


def test_nothing_that_was_shown_is_lost_however_often_it_is_killed(tmp_path: Path) -> None:
    shown: list[str] = []
    for run in range(KILLS):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), f"run{run}"], stdout=subprocess.PIPE
        )
        assert writer.stdout is not None
        shown += [writer.stdout.readline().decode().strip() for _ in range(3 + 7 * run)]
        writer.send_signal(signal.SIGKILL)
        shown += writer.stdout.read().decode().splitlines(keepends=False)
        writer.wait()
        writer.stdout.close()
    shown = [name for name in shown if name.split("-")[-1].isdigit()]
    kept = names(JournalFile(tmp_path))
    assert len(kept) == len(set(kept))
    assert [name for name in kept if name in set(shown)] == shown
    assert len(kept) - len(shown) <= KILLS  # at most the one in hand at each kill


def test_the_folder_is_synced_with_a_new_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(journal_file, "sync_folder", synced.append)
    JournalFile(tmp_path / "new").append(entry("a"))
    assert synced == [tmp_path / "new"]
