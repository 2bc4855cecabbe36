"""The teller's screens."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counter.teller.program import TellerProgram
from shared.ui.grab import settle
from tests.counter.teller import scenes
from tests.shots.picture import Picture, from_qt
from tests.shots.waiting import still, until
from tests.support import view
from tests.support.fake_client import FakeClient

SINCE_S = 4800.0
EARLIER = (("A012", 402.0, 5), ("B004", 551.0, 4), ("A015", 198.0, 5), ("A017", 301.0, 3),
           ("P001", 744.0, 5), ("A018", 260.0, 5))  # fmt: skip


class Desk:
    """Counter 3's window; the clock stands at 10:12."""

    def __init__(self, language: str, scheme: str = "light") -> None:
        QApplication.setCursorFlashTime(0)  # a blinking cursor is another picture every time
        self.client = FakeClient(lobby=scenes.lobby(100))
        self.client.answers["open_counter"] = scenes.counter()
        options = {"counter": "3", "language": language, "scheme": scheme}
        self.program = TellerProgram(self.client, options)
        self.program.show()
        settle()

    def press(self, key: Qt.Key) -> None:
        """One of the window's keys."""
        QTest.keyClick(self.program.window, key)
        settle()

    def sign_in(self) -> None:
        """Signed in at 8:52, with a morning's work done."""
        self.client.advance(-SINCE_S)
        self.program.presenter.sign_in("t1", "2468", "3")
        until(lambda: self.program.presenter.is_at_desk)
        self.client.advance(SINCE_S)
        self._work_a_morning()
        self.client.show(scenes.lobby(101))

    def _work_a_morning(self) -> None:
        """Six visits since the start of the day, each rated."""
        for index, (number, served_s, score) in enumerate(EARLIER):
            begun_s = -3600.0 + 500.0 * index
            told: tuple[tuple[str, float, dict[str, object]], ...] = (
                ("ticket.started", begun_s, {}),
                ("ticket.closed", begun_s + served_s, {"outcome": "done"}),
                ("ticket.rated", begun_s + served_s + 9, {"score": score}),
            )
            for step, (kind, after_s, data) in enumerate(told):
                self.client.push(
                    scenes.event(
                        kind, number, sequence=3 * index + step + 1, after_s=after_s, **data
                    )
                )


def _sign_in(_desk: Desk) -> None:
    """The form as it is in the morning."""


def _free(desk: Desk) -> None:
    desk.sign_in()


def _called(desk: Desk) -> None:
    desk.sign_in()
    desk.client.show(scenes.lobby(103, ticket=scenes.called(), reason=view.reason(waited_s=759.0)))


def _serving(desk: Desk) -> None:
    desk.sign_in()
    desk.client.show(scenes.lobby(103, ticket=scenes.serving(), reason=view.reason(waited_s=513.0)))


def _outcome(desk: Desk) -> None:
    _serving(desk)
    desk.press(Qt.Key.Key_F5)


def _take_back(desk: Desk) -> None:
    desk.sign_in()
    desk.client.show(scenes.lobby(103, missed=scenes.missed("A019", "B007", "A014")))
    desk.press(Qt.Key.Key_F9)


def _help(desk: Desk) -> None:
    desk.sign_in()
    missed = scenes.missed("A019")
    reason = view.reason(waited_s=513.0)
    desk.client.show(scenes.lobby(103, ticket=scenes.serving(), reason=reason, missed=missed))
    for sequence in (104, 105, 106):
        desk.client.push(scenes.help_asked(sequence=sequence))


def _pause(desk: Desk) -> None:
    desk.sign_in()
    desk.press(Qt.Key.Key_F12)


def _paused(desk: Desk) -> None:
    desk.sign_in()
    desk.client.show(scenes.lobby(103, state="paused", pause_reason="lunch"))


def _standby(desk: Desk) -> None:
    desk.sign_in()
    desk.client.show(scenes.nobody(103, is_standby=True))


def _offline(desk: Desk) -> None:
    _serving(desk)
    desk.client.go(online=False)


def _keys(desk: Desk) -> None:
    desk.sign_in()
    desk.press(Qt.Key.Key_F1)


SCREENS: dict[str, tuple[str, Callable[[Desk], None]]] = {
    "teller-sign-in": ("light", _sign_in),
    "teller-free": ("light", _free),
    "teller-called": ("light", _called),
    "teller-serving": ("light", _serving),
    "teller-outcome": ("light", _outcome),
    "teller-take-back": ("light", _take_back),
    "teller-help": ("light", _help),
    "teller-pause": ("light", _pause),
    "teller-paused": ("light", _paused),
    "teller-standby": ("light", _standby),
    "teller-offline": ("light", _offline),
    "teller-keys": ("light", _keys),
    "teller-dark": ("dark", _serving),
}


def shots(language: str) -> Iterator[tuple[str, Picture]]:
    """Every state of the teller's window in this language."""
    for name, (scheme, play) in SCREENS.items():
        desk = Desk(language, scheme)
        play(desk)
        settle()
        picture = from_qt(still(desk.program))
        desk.program.close()
        yield name, picture
