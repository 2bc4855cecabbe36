"""A second window of the same program, at the practice branch."""

from collections.abc import Mapping
from typing import Final, cast

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from shared.client.ports import LobbyClient
from shared.client.program import Factory, Program

#: Of the first window's options; what it keeps for times without a server is its own.
KEPT: Final = ("language", "scheme", "counter")


class Practising(QObject):
    """Opens it, and brings it to the front when it is open already; it ends with its owner."""

    def __init__(self, client: LobbyClient, create: Factory, options: Mapping[str, str]) -> None:
        """Nothing is opened."""
        super().__init__()
        self._client, self._create = client, create
        self._options = {key: options[key] for key in KEPT if key in options}
        self.program: Program | None = None
        self._theirs: LobbyClient | None = None
        self.band: QObject | None = None

    @Slot()
    def begin(self) -> None:
        """One click."""
        if self.program is not None:
            window = cast("QWidget", self.program.window)
            if window.isVisible():
                window.raise_()
                window.activateWindow()
                return
            self.close()
        self._theirs = self._client.practice()
        if self._theirs is not None:
            self.program = self._create(self._theirs, self._options)
            self._theirs.start()
            self.program.show()
            self._listen()

    @Slot()
    def _listen(self) -> None:
        """To the band of the window as it is now: a desk builds its window anew."""
        band = getattr(self.program.window, "practice", None) if self.program else None
        if band is None or band is self.band:
            return
        self.band = band
        # Later: the band that says so belongs to the window that goes.
        later = Qt.ConnectionType.QueuedConnection
        band.begunAnew.connect(self.begin_anew, later)
        band.destroyed.connect(self._listen, later)

    @Slot()
    def begin_anew(self) -> None:
        """A fresh window, at its sign-in form."""
        self.close()
        self.begin()

    def close(self) -> None:
        """Nobody practises any more."""
        if self.program is not None:
            self.program.close()
        if self._theirs is not None:
            self._theirs.stop()
            self._theirs.deleteLater()
        self.program = self._theirs = self.band = None
