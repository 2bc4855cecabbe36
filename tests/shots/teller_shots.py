"""The teller's screens."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counter.teller.program import TellerProgram
from shared.protocol.lobby import TicketView
from shared.protocol.sign_in import SignInWays
from shared.ui.grab import settle
from tests.counter.teller import scenes, slip_scenes
from tests.shots.picture import Picture, from_qt
from tests.shots.waiting import still, until
from tests.support import view
from tests.support.fake_client import FakeClient

SINCE_S = 4800.0
EARLIER = (("A012", 402.0, 5), ("B004", 551.0, 4), ("A015", 198.0, 5), ("A017", 301.0, 3),
           ("P001", 744.0, 5), ("A018", 260.0, 5))  # fmt: skip


class Desk:
    """Counter 3's window; the clock stands at 10:12."""

    def __init__(self, language: str, scheme: str, own: str) -> None:
        QApplication.setCursorFlashTime(0)  # a blinking cursor is another picture every time
        self.client = FakeClient(lobby=scenes.lobby(100))
        self.client.answers["open_counter"] = scenes.counter()
        options = {"counter": "3", "language": language, "scheme": scheme, "offline": own}
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


def _bank_account(desk: Desk) -> None:
    """The form of a bank whose people use their own accounts."""
    desk.client.answers["sign_in_ways"] = SignInWays(pin=True, password=True, browser=True)
    desk.client.go(online=False)
    desk.client.go(online=True)
    form = desk.program.window.sign_in
    form.ways_bar.swap.click()
    QTest.keyClicks(form.staff, "li.na")


def _free(desk: Desk) -> None:
    desk.sign_in()


def _called(desk: Desk) -> None:
    desk.sign_in()
    desk.client.show(scenes.lobby(103, ticket=scenes.called(), reason=view.reason(waited_s=759.0)))


def _serving(desk: Desk) -> None:
    desk.sign_in()
    lobby = scenes.lobby(103, ticket=scenes.serving(), reason=view.reason(waited_s=513.0))
    desk.client.show(lobby.model_copy(update={"card": scenes.card()}))


def _outcome(desk: Desk) -> None:
    _serving(desk)
    desk.press(Qt.Key.Key_F5)


def _take_back(desk: Desk) -> None:
    desk.sign_in()
    desk.client.show(scenes.lobby(103, missed=scenes.missed("A019", "B007"), held=_held()))
    desk.press(Qt.Key.Key_F9)


def _held() -> tuple[TicketView, ...]:
    """Two on hold, one of them until a time."""
    until = view.NOW + timedelta(minutes=8)
    return (
        view.ticket("A039", state="held", pool="documents", until=until),
        view.ticket("B021", state="held", pool="approval"),
    )


def _several(desk: Desk) -> None:
    """A customer with two needs, and somebody on hold."""
    desk.sign_in()
    changes = {"needs": ("cash", "lost"), "language": "en", "needs_visual_call": True}
    ticket = scenes.serving().model_copy(update=changes)
    lobby = scenes.lobby(103, ticket=ticket, reason=view.reason(waited_s=513.0), held=_held())
    late = scenes.card(promised_by=view.NOW - timedelta(minutes=9), also=("B012",))
    desk.client.show(lobby.model_copy(update={"card": late}))


def _hold(desk: Desk) -> None:
    _several(desk)
    desk.press(Qt.Key.Key_F6)
    desk.press(Qt.Key.Key_1)


def _transfer(desk: Desk) -> None:
    _several(desk)
    desk.press(Qt.Key.Key_F7)


def _help(desk: Desk) -> None:
    desk.sign_in()
    missed = scenes.missed("A019")
    reason = view.reason(waited_s=513.0)
    desk.client.show(scenes.lobby(103, ticket=scenes.serving(), reason=reason, missed=missed))
    for sequence in (104, 105, 106):
        desk.client.push(scenes.help_asked(sequence=sequence))


def _slip(desk: Desk) -> None:
    """The printer has no paper: who waits without a slip, and one more thing to look after."""
    _serving(desk)
    shown = desk.client.lobby
    assert shown is not None
    missing = {"prints": (slip_scenes.slip("A025"),), "devices": (slip_scenes.NO_PAPER,)}
    desk.client.show(shown.model_copy(update={"sequence": 104, **missing}))


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
    """No stand-in: the customer can be finished, and calling goes on later."""
    _serving(desk)
    desk.client.go(online=False)
    desk.client.advance(95)


def _turning(desk: Desk) -> None:
    """With a stand-in: in a moment it takes over."""
    _serving(desk)
    desk.client.turns_in = 8.6
    desk.client.go(online=False)
    desk.client.advance(6)


def _waiting(desk: Desk) -> None:
    """Nobody at the counter, and neither server answers."""
    desk.sign_in()
    desk.client.turns_in = 4.2
    desk.client.listen("stand_in", in_charge=False)
    desk.client.go(online=False)
    desk.client.advance(154)


def _joining(desk: Desk) -> None:
    """The stand-in answers, and waits for the other counters."""
    desk.sign_in()
    desk.client.turns_in = 14.0
    desk.client.advance(18)
    desk.client.last_contact = desk.client.clock
    desk.client.listen("stand_in", in_charge=False)


def _stand_in(desk: Desk) -> None:
    """The stand-in leads the hall."""
    _serving(desk)
    desk.client.clock -= timedelta(minutes=7)
    desk.client.listen("stand_in")
    desk.client.clock += timedelta(minutes=7)


def _strip(desk: Desk) -> None:
    """The strip above other programs."""
    _serving(desk)
    desk.press(Qt.Key.Key_F11)


def _strip_called(desk: Desk) -> None:
    _called(desk)
    desk.press(Qt.Key.Key_F11)


def _keys(desk: Desk) -> None:
    desk.sign_in()
    desk.press(Qt.Key.Key_F1)


SCREENS: dict[str, tuple[str, Callable[[Desk], None]]] = {
    "teller-sign-in": ("light", _sign_in),
    "teller-bank-account": ("light", _bank_account),
    "teller-free": ("light", _free),
    "teller-called": ("light", _called),
    "teller-serving": ("light", _serving),
    "teller-outcome": ("light", _outcome),
    "teller-take-back": ("light", _take_back),
    "teller-several": ("light", _several),
    "teller-hold": ("light", _hold),
    "teller-transfer": ("dark", _transfer),
    "teller-help": ("light", _help),
    "teller-slip": ("light", _slip),
    "teller-pause": ("light", _pause),
    "teller-paused": ("light", _paused),
    "teller-standby": ("light", _standby),
    "teller-offline": ("light", _offline),
    "teller-turning": ("light", _turning),
    "teller-joining": ("light", _joining),
    "teller-nobody": ("light", _waiting),
    "teller-stand-in": ("light", _stand_in),
    "teller-keys": ("light", _keys),
    "teller-strip": ("light", _strip),
    "teller-strip-called": ("dark", _strip_called),
    "teller-dark": ("dark", _serving),
}


def shots(language: str) -> Iterator[tuple[str, Picture]]:
    """Every state of the teller's window in this language."""
    for name, (scheme, play) in SCREENS.items():
        with TemporaryDirectory() as own:
            desk = Desk(language, scheme, own)
            play(desk)
            settle()
            picture = from_qt(still(desk.program))
            desk.program.close()
        yield name, picture
