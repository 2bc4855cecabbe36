"""Tells the server once a minute that this device is well, so that who is silent is noticed."""

from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Final

from PySide6.QtCore import QObject, QTimer

from shared.client.rest import RestClient
from shared.protocol.device import Heartbeat

EVERY_MS: Final = 60_000


class Pulse(QObject):
    """A heartbeat at every new contact, then once a minute while there is contact."""

    def __init__(
        self,
        client: RestClient,
        program: str,
        problems: Callable[[], Sequence[str]] = tuple,
        every_ms: int = EVERY_MS,
    ) -> None:
        """``program``: its name; ``problems``: what it lacks now, as codes."""
        super().__init__(client)
        self._client = client
        self._program = f"{program} {version('branch-lobby')}"
        self._problems = problems
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self._beat)
        client.onlineChanged.connect(self._contact_changed)

    def _contact_changed(self, is_online: bool) -> None:
        if not is_online:
            self._timer.stop()
            return
        self._beat()
        self._timer.start()

    def _beat(self) -> None:
        """What becomes of it is of no interest here: the next one comes."""
        said = Heartbeat(program=self._program, problems=tuple(self._problems()))
        self._client.tell_condition(said)
