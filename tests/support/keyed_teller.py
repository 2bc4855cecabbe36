"""A teller's real window on a real server, worked by keys alone; the keys of a customer counted."""

import time
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from counter.teller.program import TellerProgram, create
from counter.teller.scene import Scene
from shared.client.rest import RestClient
from shared.client.timing import Timing

LIMIT_S = 20.0
LOOK_MS = 5
Modifier = Qt.KeyboardModifier


def until(holds: Callable[[], bool], what: str = "a window", limit_s: float = LIMIT_S) -> None:
    """Let events run until it holds.

    Raises:
        TimeoutError: it did not in time.
    """
    end_s = time.monotonic() + limit_s
    while not holds():
        if time.monotonic() > end_s:
            raise TimeoutError(f"{what} did not come to the state that was waited for")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, LOOK_MS)
        time.sleep(0.0005)


class KeyedTeller:
    """Somebody at a counter, with nothing but a keyboard.

    ``keys`` counts them by ticket: a key belongs to who is at the counter when it is pressed, and
    with nobody there to who is called next.
    """

    def __init__(
        self, server: str, key: str, branch: str, counter: str, timing: Timing | None = None
    ) -> None:
        """The window is open and connected; nobody has signed in."""
        self.client = RestClient(server, key, branch, timing=timing or Timing(snapshot_ms=20))
        self.client.start()
        until(lambda: self.client.lobby is not None, "the client")
        options = {"counter": counter, "language": "en"}
        self.program: TellerProgram = create(self.client, options)
        self.program.show()
        self.keys: Counter[str] = Counter()
        self._unowned = 0

    def close(self) -> None:
        """The window and its contact."""
        self.program.close()
        self.client.stop()

    @property
    def scene(self) -> Scene:
        """What is true at the counter."""
        return self.program.presenter.scene

    @property
    def ticket(self) -> str:
        """Whose visit is at the counter; empty: nobody's."""
        return self.scene.ticket.id if self.scene.ticket is not None else ""

    def sign_in(self, staff: str, pin: str) -> None:
        """Number, PIN, Enter; the counter opens with it."""
        window = self.program.window
        until(window.sign_in.submit.isEnabled, "the form")
        for words in (staff, pin):
            target: QWidget | None = window.focusWidget()  # the stubs promise one
            QTest.keyClicks(target or window, words)
            self.strike(Qt.Key.Key_Return)
        until(lambda: self.program.presenter.is_at_desk, "the desk")
        self.settled()

    def present(self, name: str) -> object:
        """This of the ticket that is here; None while nobody is."""
        return getattr(self.scene.ticket, name, None)

    def settled(self) -> None:
        """Nothing is pending, and the snapshot says what the answer said."""
        presenter = self.program.presenter
        until(lambda: presenter.pending is None and presenter._newest.counter is None, "rest")

    def press(self, *keys: Qt.Key, modifier: Modifier = Modifier.NoModifier) -> None:
        """These keys where the focus is, each answered before the next."""
        for key in keys:
            self._note()
            self.strike(key, modifier)
            self.settled()

    def strike(self, key: Qt.Key, modifier: Modifier = Modifier.NoModifier) -> None:
        """One key, not counted and not waited for."""
        self.program.presenter._guard_until_s = 0.0  # a person would let a second pass
        window = self.program.window
        top = QApplication.activePopupWidget() or window
        target: QWidget | None = top.focusWidget()
        QTest.keyClick(target or top, key, modifier)

    def _note(self) -> None:
        here = self.ticket
        if here:
            self.keys[here] += 1
        else:
            self._unowned += 1

    def next(self) -> str:
        """F2; the ticket that is here then, empty for nobody."""
        before = self.ticket
        self.press(Qt.Key.Key_F2)
        until(lambda: self.ticket != before or not before, "another customer, or nobody")
        here = self.ticket
        if here:
            self.keys[here] += self._unowned
            self._unowned = 0
        return here
