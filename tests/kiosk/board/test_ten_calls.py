"""Ten calls in one second at twelve counters: every one is spoken, whole and in order."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from kiosk.board.model import BoardModel
from kiosk.board.saying import Saying
from kiosk.board.voice.announcer import Announcer
from kiosk.board.voice.joiner import clip_set, join, read_pcm
from kiosk.board.voice.phrase import Destination, parts_of
from kiosk.board.voice.sink import FileSink
from shared.config.load import load_profile
from tests.kiosk.board.stream import CALLED, event
from tests.support import view
from tests.support.fake_client import FakeClient

CLIPS = clip_set()
HEADER = 44


def spoken(number: str, counter: str, first: str, second: str) -> bytes:
    """The samples of one call, put together here."""
    parts = parts_of(number, Destination(counter), (first, second), CLIPS.has)
    return join(parts, CLIPS)[HEADER:]


def test_ten_calls_in_one_second_are_all_spoken_in_order(
    qapp: QCoreApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    """Read from the recording: which call begins at which sample, and none is left."""
    profile = load_profile("neighbourhood")
    one = profile.counters[0]
    many = tuple(one.model_copy(update={"id": str(n)}) for n in range(1, 13))
    client = FakeClient(profile.model_copy(update={"counters": many}), view.lobby(sequence=0))
    day = tmp_path / "day.wav"
    announcer = Announcer(FileSink(day), Saying(client, CLIPS), shortest_ms=0)
    model = BoardModel(client, announcer)
    numbers = [(f"{'AB'[n % 2]}{n + 1:03d}", str(n + 1)) for n in range(10)]
    for place, (number, _) in enumerate(numbers):
        language = "en" if place == 3 else "zh_CN"  # one customer's slip is in English
        data = {"segment": "ordinary", "language": language}
        issued = event(place + 1, "ticket.issued", number)
        client.push(issued.model_copy(update={"data": data}))
    for place, (number, counter) in enumerate(numbers):
        client.push(event(100 + place, CALLED, number, counter, seconds_ago=1 - place / 10))
    qtbot.waitUntil(lambda: announcer.current is None)
    recorded, at = read_pcm(day), 0
    for place, (number, counter) in enumerate(numbers):
        order = ("en", "zh_CN") if place == 3 else ("zh_CN", "en")
        expected = spoken(number, counter, *order)
        assert recorded[at : at + len(expected)] == expected, number
        at += len(expected)
    assert at == len(recorded)
    assert model.property("hero")["number"] == numbers[-1][0]
