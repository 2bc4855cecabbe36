"""What the kiosk shows of the branch: names, clock, tiles, who waits, whether tickets are given."""

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ticketing.rush import is_rush
from kiosk.ticketing.ticket_face import clock_time
from kiosk.ticketing.ticket_source import TicketSource
from kiosk.ticketing.tile import KioskTile, Words, start_tiles, waiting_by_tile, words
from shared.client.ports import LobbyClient
from shared.config.profile import Profile, SegmentTable
from shared.domain.counter import CounterState

QML_IMPORT_NAME = "kiosk.ticketing"
QML_IMPORT_MAJOR_VERSION = 1

CLOCK_MS = 200


@QmlElement
class LobbyFace(QObject):
    """Read-only state for QML, kept up to date from the client.

    ``tiles`` (key, name, icon, isGroup) change with the profile only, so that no tile is rebuilt
    under a finger; the figures are apart, in ``waitingBy`` (by the tile's key). ``openCounters``
    are those with somebody at work; paused ones do not count. ``hours``: from when until when
    tickets are given, as clock times. ``isCurrent``: whether the figures of the hall are those of
    now; without a server in charge nobody knows them. ``isRush``: a ticket takes one touch now.
    Names are {"zh": ..., "en": ...}.
    """

    profileChanged = Signal()
    lobbyChanged = Signal()
    clockChanged = Signal()

    def __init__(self, client: LobbyClient, source: TicketSource) -> None:
        """Listens to the client; shows what it knows already."""
        super().__init__()
        self._client = client
        self._source = source
        self.clock_text = ""
        self._tiles: tuple[KioskTile, ...] = ()
        client.profileChanged.connect(self._profile_changed)
        client.lobbyChanged.connect(self.lobbyChanged)
        source.changed.connect(self.lobbyChanged)
        self._timer = QTimer(self, interval=CLOCK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._was_rush = False
        self._profile_changed()
        self._tick()

    @property
    def profile(self) -> Profile | None:
        """The branch as data."""
        return self._client.profile

    @property
    def start_tiles(self) -> tuple[KioskTile, ...]:
        """The tiles of the start screen."""
        return self._tiles

    @property
    def chosen_segment(self) -> SegmentTable | None:
        """The segment that a customer may choose here; None where the branch has none."""
        segments = self.profile.segments if self.profile else ()
        return next((each for each in segments if each.is_by_choice), None)

    @Slot()
    def _profile_changed(self) -> None:
        self._tiles = start_tiles(self.profile) if self.profile else ()
        self.profileChanged.emit()
        self.lobbyChanged.emit()

    @property
    def is_rush(self) -> bool:
        """Whether a ticket takes one touch now."""
        return not self._source.is_own and is_rush(self._client.lobby, self._client.now())

    @Slot()
    def _tick(self) -> None:
        if self.is_rush != self._was_rush:
            self._was_rush = self.is_rush
            self.lobbyChanged.emit()
        clock = clock_time(self._client.now())
        if clock != self.clock_text:
            self.clock_text = clock
            self.clockChanged.emit()
            if self._source.is_own:
                self.lobbyChanged.emit()  # nobody else tells us that tickets are over for today

    @property
    def is_open(self) -> bool:
        """Whether tickets are being given."""
        if self._source.is_own:
            return self._source.own.is_open()
        return self._client.lobby is not None and self._client.lobby.is_open

    def _open_counters(self) -> int:
        counters = self._client.lobby.counters if self._client.lobby else ()
        return sum(counter.state == CounterState.OPEN for counter in counters)

    def _waiting(self) -> int:
        return len(self._client.lobby.waiting) if self._client.lobby else 0

    def _hours(self) -> list[str]:
        return [self.profile.hours.opens, self.profile.hours.last_ticket] if self.profile else []

    def _bank(self) -> Words:
        return words(self.profile.bank.name if self.profile else None)

    def _branch(self) -> Words:
        return words(self.profile.branch.name if self.profile else None)

    def _priority_name(self) -> Words:
        segment = self.chosen_segment
        return words(segment.name if segment else None)

    def _priority_hint(self) -> Words:
        segment = self.chosen_segment
        return words(segment.hint if segment else None)

    def _waiting_by(self) -> dict[str, int]:
        return waiting_by_tile(self._tiles, self._client.lobby)

    bank = Property(dict, _bank, notify=profileChanged)
    branch = Property(dict, _branch, notify=profileChanged)
    tiles = Property(
        list, lambda self: [tile.shown() for tile in self.start_tiles], notify=profileChanged
    )
    hours = Property(list, _hours, notify=profileChanged)
    hasPriority = Property(
        bool, lambda self: self.chosen_segment is not None, notify=profileChanged
    )
    priorityName = Property(dict, _priority_name, notify=profileChanged)
    priorityHint = Property(dict, _priority_hint, notify=profileChanged)
    waitingBy = Property(dict, _waiting_by, notify=lobbyChanged)
    waiting = Property(int, _waiting, notify=lobbyChanged)
    openCounters = Property(int, _open_counters, notify=lobbyChanged)
    isCurrent = Property(bool, lambda self: not self._source.is_own, notify=lobbyChanged)
    isRush = Property(bool, lambda self: self.is_rush, notify=lobbyChanged)
    isOpen = Property(bool, lambda self: self.is_open, notify=lobbyChanged)
    clock = Property(str, lambda self: self.clock_text, notify=clockChanged)
