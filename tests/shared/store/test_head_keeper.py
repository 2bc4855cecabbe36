"""Heads reach the file off the machine, whatever happens to it, and never stop anybody."""

import logging
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from shared.store.head import HeadsInvalid, read_heads
from shared.store.head_keeper import HeadKeeper
from shared.store.seal import SealKey
from tests.support.lobby import BRANCH, RunningWriter, issue, running_writer
from tests.support.server import local_us, running_server

KEY = SealKey.of("11" * 32)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[RunningWriter]:
    with running_writer(tmp_path / "b.db") as running:
        running.run(issue())
        yield running


def keeper(running: RunningWriter, path: Path) -> HeadKeeper:
    made = HeadKeeper(running.database, (BRANCH,), path)
    made.seal_with(KEY)
    return made


def until(running: RunningWriter, text: str) -> None:
    """The clock goes on, and somebody looks."""
    running.clock.set(local_us(text))
    running.lobby()


def test_closing_and_end_of_each_day_are_written_once(
    running: RunningWriter, tmp_path: Path
) -> None:
    path = tmp_path / "heads"
    kept = keeper(running, path)
    assert kept.catch_up()
    assert not path.exists()
    until(running, "2026-11-20T23:00")
    assert [kept.catch_up(), kept.catch_up()] == [True, True]
    until(running, "2026-11-23T09:00")
    running.run(issue())
    until(running, "2026-11-24T08:00")
    assert [kept.catch_up(), kept.catch_up()] == [True, True]
    heads = read_heads(path)
    assert [(h.day, h.numbers) for h in heads] == [
        ("2026-11-20", {"A": 1}),  # closed, with somebody inside
        ("2026-11-20", {"A": 1}),
        ("2026-11-23", {"A": 1}),
    ]
    assert [h.made_with(KEY) for h in heads] == [h.digest for h in heads]


def test_line_that_was_cut_off_is_written_again(running: RunningWriter, tmp_path: Path) -> None:
    path = tmp_path / "heads"
    until(running, "2026-11-23T09:00")
    keeper(running, path).catch_up()
    whole = path.read_text()
    path.write_text(whole[:-20])
    assert read_heads(path) == []
    keeper(running, path).catch_up()
    assert path.read_text() == whole


def test_file_that_cannot_be_written_is_a_warning_and_caught_up_later(
    running: RunningWriter, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "share"
    until(running, "2026-11-23T09:00")
    kept = keeper(running, folder / "heads")
    with caplog.at_level(logging.WARNING):
        assert not kept.catch_up()
    assert [record.getMessage().split()[0] for record in caplog.records] == ["heads.not_written"]
    folder.mkdir()
    assert kept.catch_up()
    assert [h.day for h in read_heads(folder / "heads")] == ["2026-11-20"]


def test_thread_tries_again_by_itself(running: RunningWriter, tmp_path: Path) -> None:
    tried, folder = Event(), tmp_path / "share"
    until(running, "2026-11-23T09:00")

    class Trying(HeadKeeper):
        def catch_up(self) -> bool:
            is_written = super().catch_up()
            if not is_written:
                folder.mkdir()
            else:
                tried.set()
            return is_written

    kept = Trying(running.database, (BRANCH,), folder / "heads", again_s=0.01)
    kept.start()
    assert tried.wait(10)
    kept.stop()
    assert [h.day for h in read_heads(folder / "heads")] == ["2026-11-20"]


def test_server_writes_the_head_when_the_day_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "heads"
    monkeypatch.setenv("LOBBY_HEADS", str(path))
    with running_server(tmp_path) as server:
        server.client("kiosk").post("tickets", json={"service": "cash"}).raise_for_status()
        server.clock.set(local_us("2026-11-21T09:00"))  # type: ignore[attr-defined]  # a ManualClock
        server.client("kiosk").get("lobby").raise_for_status()
        key = server.house.settings.seal_file
        assert key is not None
    (head,) = read_heads(path)
    assert (head.day, head.numbers, key.exists()) == ("2026-11-20", {"A": 1}, True)


@pytest.mark.parametrize("line", ["nonsense", "[]", '{"branch": "renmin"}'])
def test_file_that_holds_no_heads(tmp_path: Path, line: str) -> None:
    path = tmp_path / "heads"
    path.write_text(f"{line}\n")
    with pytest.raises(HeadsInvalid):
        read_heads(path)
