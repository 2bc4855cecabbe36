"""Calls are announced in the order of the log, each once, never two at a time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QElapsedTimer
from pytestqt.qtbot import QtBot

from kiosk.board.voice import announcer as announcer_module
from kiosk.board.voice.announcer import Announcement, Announcer
from kiosk.board.voice.errors import ClipMissing
from kiosk.board.voice.joiner import to_wav
from kiosk.board.voice.sink import AudioSink, SilentSink


def settle() -> None:
    """Let the timers that are due run."""
    for _ in range(3):
        QCoreApplication.processEvents()


class HandSink(AudioSink):
    """A loudspeaker whose sounds end when the test says so; notes if two ever overlap."""

    def __init__(self) -> None:
        super().__init__()
        self.played: list[bytes] = []
        self.is_busy = False
        self.stops = 0

    def play(self, wav: bytes) -> None:
        assert not self.is_busy
        self.is_busy = True
        self.played.append(wav)

    def stop(self) -> None:
        self.stops += 1
        self.is_busy = False

    def end(self, is_played: bool = True) -> None:
        """The sound is over."""
        if self.is_busy:
            self.is_busy = False
            self.finished.emit(is_played)


def call(sequence: int, *, is_recall: bool = False) -> Announcement:
    return Announcement(sequence, f"t{sequence}", f"A{sequence:03d}", "1", is_recall)


def compose(announcement: Announcement) -> bytes:
    """A sound that can be told from the others: as many samples as its sequence."""
    return to_wav(bytes(2 * announcement.sequence))


class Hall:
    """An announcer with its loudspeaker and a list of what was announced."""

    def __init__(self, shortest_ms: int = 0) -> None:
        self.sink = HandSink()
        self.announcer = Announcer(self.sink, compose, shortest_ms)
        self.heard: list[int] = []
        self.announcer.announcing.connect(lambda a: self.heard.append(a.sequence))


def test_ten_calls_at_once_are_announced_one_after_the_other(qapp: QCoreApplication) -> None:
    hall = Hall()
    for sequence in range(1, 11):
        hall.announcer.add(call(sequence))
    for spoken in range(1, 11):
        settle()
        assert hall.heard == list(range(1, spoken + 1))
        hall.sink.end()
    assert hall.sink.played == [compose(call(n)) for n in range(1, 11)]
    assert hall.announcer.current is None


@given(
    order=st.permutations(range(1, 11)),
    steps=st.lists(st.sampled_from(["add", "end", "fail", "turn"]), max_size=60),
)
@settings(max_examples=60, deadline=None)
def test_no_call_is_lost_doubled_or_overtaken_by_a_later_one(
    order: list[int], steps: list[str]
) -> None:
    """Whatever arrives while something sounds: the lowest sequence that waits is next."""
    hall = Hall()
    to_come = list(order)
    for step in [*steps, *["add"] * 10, *["end"] * 10]:
        match step:
            case "add" if to_come:
                before = set(hall.heard)
                hall.announcer.add(call(to_come.pop(0)))
                assert len(set(hall.heard) - before) <= 1
            case "end" | "fail":
                waiting = [a.sequence for a in hall.announcer.waiting]
                heard = len(hall.heard)
                hall.sink.end(step == "end")
                settle()
                assert hall.heard[heard:] == waiting[: len(hall.heard) - heard]
            case _:
                settle()
    assert sorted(hall.heard) == list(range(1, 11))
    assert len(hall.sink.played) == 10


def test_a_recall_is_said_again(qapp: QCoreApplication) -> None:
    hall = Hall()
    hall.announcer.add(call(5))
    hall.announcer.add(Announcement(9, "t5", "A005", "1", is_recall=True))
    hall.sink.end()
    settle()
    assert hall.heard == [5, 9]


def test_news_for_everybody_come_before_the_calls_that_wait(qapp: QCoreApplication) -> None:
    hall = Hall()
    for sequence in (1, 2):
        hall.announcer.add(call(sequence))
    hall.announcer.add(Announcement(9, "", "", "", reason="power"))
    for _ in range(3):
        hall.sink.end()
        settle()
    assert hall.heard == [1, 9, 2]


def test_a_call_is_said_again_only_while_nobody_else_waits(qapp: QCoreApplication) -> None:
    hall = Hall()
    for sequence in (1, 2):
        hall.announcer.add(Announcement(sequence, f"t{sequence}", "A1", "1", times=3))
    for _ in range(5):
        hall.sink.end()
        settle()
    assert hall.heard == [1, 2, 2, 2]
    assert hall.announcer.current is None


def test_a_call_is_not_said_again_when_its_customer_has_come(qapp: QCoreApplication) -> None:
    hall = Hall()
    hall.announcer.add(Announcement(1, "t1", "A1", "1", times=3))
    hall.announcer.withdraw("t1")
    hall.sink.end()
    settle()
    assert (hall.heard, hall.announcer.current) == ([1], None)


def test_in_a_quiet_hour_calls_go_on_without_a_sound(qtbot: QtBot) -> None:
    sink = HandSink()
    announcer = Announcer(sink, lambda _: b"", shortest_ms=0)
    heard: list[int] = []
    announcer.announcing.connect(lambda a: heard.append(a.sequence))
    for sequence in (1, 2, 3):
        announcer.add(call(sequence))
    qtbot.waitUntil(lambda: heard == [1, 2, 3] and announcer.current is None)
    assert (sink.played, announcer.property("soundState")) == ([], "on")


def test_a_customer_who_has_been_found_is_not_called_any_more(qapp: QCoreApplication) -> None:
    hall = Hall()
    for sequence in (1, 2, 3):
        hall.announcer.add(call(sequence))
    hall.announcer.withdraw("t2")
    hall.announcer.withdraw("t1")  # it sounds already: it is not cut off
    hall.sink.end()
    settle()
    assert hall.heard == [1, 3]


def test_each_call_stays_for_the_shortest_time(qtbot: QtBot) -> None:
    hall = Hall(shortest_ms=120)
    clock = QElapsedTimer()
    clock.start()
    hall.announcer.add(call(1))
    hall.announcer.add(call(2))
    hall.sink.end()
    assert hall.heard == [1]
    qtbot.waitUntil(lambda: hall.heard == [1, 2])
    assert clock.elapsed() >= 110


def test_idle_is_told_once_after_the_last(qtbot: QtBot) -> None:
    hall = Hall()
    hall.announcer.add(call(1))
    settle()
    with qtbot.waitSignal(hall.announcer.idle):
        hall.sink.end()


def test_a_silent_board_says_so_and_goes_on(qtbot: QtBot) -> None:
    announcer = Announcer(SilentSink(), compose, shortest_ms=0)
    heard: list[int] = []
    announcer.announcing.connect(lambda a: heard.append(a.sequence))
    assert announcer.property("soundState") == "silent"
    for sequence in range(1, 11):
        announcer.add(call(sequence))
    qtbot.waitUntil(lambda: heard == list(range(1, 11)))
    assert announcer.property("soundState") == "silent"


def test_a_player_that_fails_turns_the_board_silent_until_it_plays_again(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    hall = Hall()
    states: list[str] = []
    hall.announcer.soundStateChanged.connect(
        lambda: states.append(hall.announcer.property("soundState"))
    )
    for sequence, is_played in ((1, True), (2, False), (3, False), (4, True)):
        hall.announcer.add(call(sequence))
        hall.sink.end(is_played)
        settle()
    assert states == ["silent", "on"]
    assert [record.message for record in caplog.records] == ["voice.silent"]


def test_a_recording_that_is_missing_leaves_the_call_silent_not_lost(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def compose_some(announcement: Announcement) -> bytes:
        if announcement.sequence == 1:
            raise ClipMissing("en/q.wav")
        return compose(announcement)

    sink = HandSink()
    announcer = Announcer(sink, compose_some, shortest_ms=0)
    heard: list[int] = []
    announcer.announcing.connect(lambda a: heard.append(a.sequence))
    announcer.add(call(1))
    assert announcer.property("soundState") == "silent"
    announcer.add(call(2))
    qtbot.waitUntil(lambda: heard == [1, 2])
    assert sink.played == [compose(call(2))]
    assert caplog.records[0].getMessage() == (
        "voice.call_not_spoken code=clip_missing reason=The recording en/q.wav is missing. "
        "Record it, or take the shipped set."
    )


def test_a_player_that_hangs_does_not_stop_the_calls(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(announcer_module, "PATIENCE_MS", 20)
    hall = Hall()
    hall.announcer.add(call(1))
    hall.announcer.add(call(2))
    qtbot.waitUntil(lambda: hall.heard == [1, 2])
    assert hall.sink.stops == 1
    assert hall.announcer.property("soundState") == "silent"
    assert caplog.records[0].getMessage().startswith("voice.player_hangs")
    hall.announcer.stop()


def test_stop_forgets_everything(qapp: QCoreApplication) -> None:
    hall = Hall()
    hall.announcer.add(call(1))
    hall.announcer.add(call(2))
    hall.announcer.stop()
    settle()
    assert (hall.heard, hall.announcer.waiting, hall.sink.is_busy) == ([1], (), False)
