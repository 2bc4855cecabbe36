"""The frame of a window that practises, with its keys: how many customers come, and begin anew."""

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from shared.client.ports import Failure, LobbyClient
from shared.i18n import translate
from shared.protocol.practice import Pace, PaceView
from shared.ui.look import Look
from shared.ui.practice_frame import PracticeFrame

#: Customers an hour behind each key.
PACES: Final = (0, 24, 90)


class PracticeBand(QObject):
    """The keys work for whoever has signed in there; for nobody else.

    Signals:
        begunAnew: everything that was practised is gone, and everybody's session with it.
    """

    begunAnew = Signal()

    def __init__(self, window: QStackedWidget, client: LobbyClient, look: Look) -> None:
        super().__init__(window)
        self._client = client
        self.frame = PracticeFrame(window, look)
        self.paces = []
        for pace in PACES:
            key = self.frame.add_key(f"pace-{pace}", _pace_words(pace))
            key.setCheckable(True)
            key.setProperty("pace", pace)
            key.clicked.connect(self._on_pace)
            self.paces.append(key)
        self.again = self.frame.add_key("beginAnew", translate("Practice", "Begin anew"))
        self.again.clicked.connect(self._on_again)
        self._show_pace(PaceView(customers_per_hour=PACES[1]))

    @classmethod
    def on(cls, window: QStackedWidget, client: LobbyClient, look: Look) -> "PracticeBand | None":
        """Around this window, where its client is that of a practice branch."""
        return cls(window, client, look) if client.is_practice else None

    @Slot()
    def _on_pace(self) -> None:
        key = self.sender()
        assert key is not None
        command = Pace(customers_per_hour=float(key.property("pace")))
        reply = self._client.order("practice/pace", command, PaceView, method="PUT")
        reply.then(self._show_pace, self._refused)

    def _show_pace(self, view: PaceView) -> None:
        for key in self.paces:
            key.setChecked(float(key.property("pace")) == view.customers_per_hour)

    def _refused(self, _failure: Failure) -> None:
        """Nobody has signed in yet: the form is in front, and says what is missing."""
        self._show_pace(PaceView(customers_per_hour=PACES[1]))

    def _done(self, _answer: object) -> None:
        self.begunAnew.emit()

    @Slot()
    def _on_again(self) -> None:
        self._client.order("practice/reset", None, None).then(self._done, self._refused)


def _pace_words(pace: int) -> str:
    if pace == 0:
        return translate("Practice", "Nobody comes")
    return translate("Practice", "%1 customers an hour", pace)
