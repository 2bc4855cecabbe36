"""The board's screens."""

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from kiosk.board.program import BoardProgram
from shared.config.load import load_profile
from shared.protocol.lobby import LobbyView
from tests.shots.picture import Picture, from_qt, scaled
from tests.shots.waiting import still
from tests.support import view
from tests.support.fake_client import FakeClient

HALF = 0.5
LONG_S = 60.0
NEWEST_FIRST = (("A020", "3"), ("B007", "2"), ("A019", "1"), ("P002", "4"))
SCREENS = ("board-calling", "board-quiet", "board-stale", "board-silent", "board-light")


def shots(language: str) -> Iterator[tuple[str, Picture]]:
    """Every state of the board with this language first."""
    for name in SCREENS:
        with tempfile.TemporaryDirectory() as folder:
            yield name, scaled(_picture(name, language, Path(folder)), HALF)


def _lobby(name: str) -> LobbyView:
    """A lively hall, or the morning before the first call."""
    if name == "board-quiet":
        return view.lobby()
    calls = tuple(
        view.call(number, counter, sequence=100 - index)
        for index, (number, counter) in enumerate(NEWEST_FIRST)
    )
    return view.lobby(waiting=view.twelve_waiting(), recent_calls=calls)


def _picture(name: str, language: str, folder: Path) -> Picture:
    """The board with a watch that only we move."""
    now_s = [0.0]
    client = FakeClient(load_profile("neighbourhood"), _lobby(name))
    client.last_contact = view.NOW - timedelta(seconds=1)
    options = {
        "language": language,
        "fullscreen": "0",
        "scheme": "light" if name == "board-light" else "dark",
        "audio": "silent" if name == "board-silent" else str(folder / "calls.wav"),
    }
    program = BoardProgram(client, options, monotonic_s=lambda: now_s[0])
    program.show()
    if name == "board-stale":
        client.go(online=False)
        client.advance(LONG_S)
        now_s[0] = LONG_S
    program.model.tick()
    picture = from_qt(still(program))
    problems = list(program.engine.problems)
    program.close()
    assert problems == [], (name, problems)
    return picture
