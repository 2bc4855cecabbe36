"""Keeps the newest snapshot of the lobby: asked for after events, not more often than needed."""

from collections.abc import Callable
from urllib.parse import urlencode

from pydantic import ValidationError
from PySide6.QtCore import QObject, QTimer, Signal

from shared.client.clock import is_clock
from shared.client.timing import Timing
from shared.client.wire import Answer, Wire
from shared.protocol.lobby import LobbyView


class SnapshotKeeper(QObject):
    """The lobby as last told.

    ``wanted()`` may be called for every event: one request is under way at a time, requests keep
    ``timing.snapshot_ms`` apart, and after the last call there is always one more answer.

    Signals:
        changed(LobbyView): a snapshot that is not older than the one before.
    """

    changed = Signal(object)

    def __init__(
        self, wire: Wire, timing: Timing, path: Callable[[], str], parent: QObject
    ) -> None:
        """``path`` gives the address of the lobby once the branch is known."""
        super().__init__(parent)
        self._wire = wire
        self._path = path
        self._timing = timing
        self._counter: str | None = None
        self._last_sequence = -1
        self._is_asking = False
        self._is_wanted = False
        self._is_paused = True
        self._pause = QTimer(self, singleShot=True, interval=timing.snapshot_ms)
        self._pause.timeout.connect(self._pause_over)
        self._refresh = QTimer(self, singleShot=True, interval=timing.refresh_ms)
        self._refresh.timeout.connect(self.wanted)

    def watch(self, counter: str | None) -> None:
        """Ask with the queue of this counter from now on."""
        if counter != self._counter:
            self._counter = counter
            self.wanted()

    def address(self) -> str:
        """Path and query of the snapshot."""
        query = f"?{urlencode({'counter': self._counter})}" if self._counter else ""
        return self._path() + query

    def resume(self, view: LobbyView, *, is_new_log: bool) -> None:
        """Contact again: take this first snapshot and keep on from there."""
        self._is_paused = False
        if is_new_log:
            self._last_sequence = -1
        self._take(view)
        self._refresh.start()
        if self._is_wanted:
            self.wanted()

    def suspend(self) -> None:
        """No contact: ask for nothing."""
        self._is_paused = True
        self._refresh.stop()

    def wanted(self) -> None:
        """Something changed, or may have."""
        self._is_wanted = True
        if not (self._is_paused or self._is_asking or self._pause.isActive()):
            self._ask()

    def _ask(self) -> None:
        self._is_wanted = False
        self._is_asking = True
        self._pause.start()
        self._wire.ask("GET", self.address(), self._answered)

    def _answered(self, answer: Answer) -> None:
        """Take it; a failed one is asked again after the pause."""
        self._is_asking = False
        view = lobby_in(answer)
        if self._is_paused:
            return
        self._refresh.start()
        if view is None:
            self._is_wanted = True
            self._pause.start()
        else:
            self._take(view)
            self._pause_over()

    def _pause_over(self) -> None:
        """The next one, if it is wanted."""
        if self._is_wanted:
            self.wanted()

    def _take(self, view: LobbyView) -> None:
        """Show it unless it is older than what is shown."""
        if view.sequence >= self._last_sequence:
            self._last_sequence = view.sequence
            self.changed.emit(view)


def lobby_in(answer: Answer) -> LobbyView | None:
    """The snapshot in an answer, if it is one."""
    if not answer.is_good:
        return None
    try:
        view = LobbyView.model_validate_json(answer.body)
    except ValidationError:
        return None
    return view if is_clock(view.now, view.clock_rate) else None
