"""What the small display above one counter shows: who is called here, and whether it works."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from kiosk.board.calls import CALLS
from kiosk.board.contact import Contact
from kiosk.board.counter_state import CounterScene, scene_of
from kiosk.board.facts import clock_words, names
from shared.client.ports import LobbyClient
from shared.config.profile import Profile
from shared.protocol.event import EventView
from shared.protocol.lobby import LobbyView

QML_IMPORT_NAME = "kiosk.board"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 250
#: Who does not hear the call has the display flash again and again, until somebody comes.
FLASH_AGAIN_S = 8.0


@QmlElement
class CounterModel(QObject):
    """The state of one counter. ``flash`` draws attention to a call, for those who do not hear."""

    changed = Signal()
    ticked = Signal()
    flash = Signal()

    def __init__(
        self,
        client: LobbyClient,
        counter: str,
        monotonic_s: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._counter = counter
        self._monotonic_s = monotonic_s
        self._contact = Contact(monotonic_s)
        self._flashed_s = monotonic_s()
        self._called, self._since = "", -1  # by the stream, until a snapshot holds it
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.tick)
        client.lobbyChanged.connect(self._take_lobby)
        client.eventArrived.connect(self._take_event)
        client.profileChanged.connect(self._take_profile)
        self._contact.note(client.last_contact)

    def start(self) -> None:
        """Let the clock run."""
        self._tick.start()

    def stop(self) -> None:
        """Stop the clock."""
        self._tick.stop()

    def tick(self) -> None:
        """Look at the contact."""
        client = self._client
        if client.is_in_charge:
            rate = client.lobby.clock_rate if client.lobby else 1.0
            is_heard = client.is_online and rate == 0.0
            self._contact.note(client.last_contact, is_heard=is_heard)
        self._flash_again()
        self.ticked.emit()

    def _flash_again(self) -> None:
        scene = self._scene()
        is_calling = scene.kind == "called" and scene.is_visual and not self._contact.is_stale
        if is_calling and self._monotonic_s() - self._flashed_s >= FLASH_AGAIN_S:
            self._flash()

    def _flash(self) -> None:
        self._flashed_s = self._monotonic_s()
        self.flash.emit()

    def _take_lobby(self, lobby: LobbyView) -> None:
        if lobby.sequence >= self._since:
            self._called = ""
        self.changed.emit()

    def _take_event(self, event: EventView) -> None:
        if event.counter == self._counter and event.kind in CALLS:
            self._called, self._since = event.number, event.sequence
            self.changed.emit()
            self._flash()

    def _take_profile(self, _profile: Profile) -> None:
        self.changed.emit()

    def _scene(self) -> CounterScene:
        client = self._client
        return scene_of(client.lobby, client.profile, self._counter, self._called, client.now())

    # ------------------------------------------------------------ what QML reads

    def _place(self) -> dict[str, str]:
        profile = self._client.profile
        named = {c.id: c.name for c in profile.counters} if profile else {}
        return names(named.get(self._counter))

    def _id(self) -> str:
        return self._counter

    def _state(self) -> dict[str, Any]:
        scene = self._scene()
        return {
            "kind": scene.kind,
            "number": scene.number,
            "until": scene.until,
            "services": scene.services,
        }

    def _clock(self) -> str:
        return clock_words(self._client.now())

    def _stopped_at(self) -> str:
        return clock_words(self._contact.last)

    def _is_stale(self) -> bool:
        return self._contact.is_stale

    counter = Property(str, _id, constant=True)
    place = Property(dict, _place, notify=changed)
    state = Property(dict, _state, notify=changed)
    clock = Property(str, _clock, notify=ticked)
    stoppedAt = Property(str, _stopped_at, notify=ticked)
    isStale = Property(bool, _is_stale, notify=ticked)
