"""How people may sign in here, as the branch server says it; PINs only until it has said so."""

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from shared.client.ports import LobbyClient
from shared.protocol.sign_in import SignInWays

PINS: Final = SignInWays(pin=True, password=False, browser=False)


class Ways(QObject):
    """Asks whenever there is contact again: another server may have been set up otherwise.

    Signals:
        changed: a form should look different now.
    """

    changed = Signal()

    def __init__(self, client: LobbyClient, parent: QObject | None = None) -> None:
        """It asks at once where there is contact already."""
        super().__init__(parent)
        self.ways = PINS
        self._client = client
        client.onlineChanged.connect(self._on_contact)
        client.servingChanged.connect(self._ask)
        self._ask()

    def stop(self) -> None:
        """Listen to the client no longer."""
        self._client.onlineChanged.disconnect(self._on_contact)
        self._client.servingChanged.disconnect(self._ask)

    @Slot(bool)
    def _on_contact(self, is_online: bool) -> None:
        if is_online:
            self._ask()

    @Slot()
    def _ask(self) -> None:
        """An older server knows no such question; then it stays as it is."""
        if self._client.is_online:
            self._client.sign_in_ways().then(self._take, lambda _failure: None)

    def _take(self, ways: SignInWays) -> None:
        if ways != self.ways:
            self.ways = ways
            self.changed.emit()
