"""Announces calls one after the other, in the order of the log, none lost, never two at once.

What concerns everybody (an incident) comes before the calls that wait. A call that is to be said
more than once is said again only while nobody else waits to be called.

What is heard and what stands in the big row is the same call: ``announcing`` is told before the
sound begins, and each call stays for a shortest time even where nothing can speak.
"""

import heapq
import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, QTimer, Signal

from kiosk.board.voice.joiner import duration_ms
from kiosk.board.voice.sink import AudioSink
from shared.domain.errors import LobbyError

log = logging.getLogger(__name__)

#: Three inversions of the row, one per second, then a moment of rest.
SHORTEST_MS = 4_000
#: A player that has not come back so long after the end of the sound has failed.
PATIENCE_MS = 5_000


#: Order of what waits: news that concern everybody, then calls.
NEWS_RANK, CALL_RANK = 0, 1


@dataclass(frozen=True, slots=True)
class Announcement:
    """One call to be announced. ``sequence`` is that of the event; a recall is one of its own.

    ``language`` is that of the customer's slip, empty where nobody has said. ``times``: so often it
    is said, while nobody else waits. ``reason``: not a call but a kind of incident.
    """

    sequence: int
    ticket: str
    number: str
    counter: str
    is_recall: bool = False
    language: str = ""
    times: int = 1
    reason: str = ""

    @property
    def is_news(self) -> bool:
        """Whether it concerns everybody and no ticket."""
        return bool(self.reason)

    def __lt__(self, other: "Announcement") -> bool:
        """Which is said first."""
        return self._place < other._place

    @property
    def _place(self) -> tuple[int, int]:
        return NEWS_RANK if self.is_news else CALL_RANK, self.sequence


class Announcer(QObject):
    """A queue in front of one loudspeaker.

    ``compose`` makes the sound of an announcement, empty in quiet hours; a LobbyError from it (a
    recording is missing) leaves this call silent and is logged. Signals:
    ``announcing(Announcement)`` as each begins, ``idle()`` when the last one is over.
    """

    announcing = Signal(object)
    idle = Signal()
    soundStateChanged = Signal()

    def __init__(
        self,
        sink: AudioSink,
        compose: Callable[[Announcement], bytes],
        shortest_ms: int = SHORTEST_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sink = sink
        self._compose = compose
        self._waiting: list[Announcement] = []
        self._current: Announcement | None = None
        self._times_left = 0
        self._is_sounding = False
        self._has_sound = sink.can_play
        self._shown = _single_shot(self, shortest_ms, self._advance)
        self._patience = _single_shot(self, 0, self._give_up)
        sink.finished.connect(self._sounded)

    def _sound_state(self) -> str:
        return "on" if self._has_sound else "silent"

    soundState = Property(str, _sound_state, notify=soundStateChanged)
    """``on``, or ``silent`` where nothing can speak or the last sound could not be played."""

    @property
    def current(self) -> Announcement | None:
        """What is being announced."""
        return self._current

    @property
    def waiting(self) -> tuple[Announcement, ...]:
        """What is still to be announced, in order."""
        return tuple(sorted(self._waiting))

    def add(self, announcement: Announcement) -> None:
        """Announce it when its turn has come: news first, then calls with lower sequences first."""
        heapq.heappush(self._waiting, announcement)
        if self._current is None:
            self._advance()

    def withdraw(self, ticket: str) -> None:
        """Do not announce what is waiting for this ticket: its customer has been found."""
        if self._current is not None and self._current.ticket == ticket:
            self._times_left = 0  # what has begun is said to its end, but not again
        self._waiting = [a for a in self._waiting if a.ticket != ticket]
        heapq.heapify(self._waiting)

    def stop(self) -> None:
        """Be quiet and forget everything, for the end of the program."""
        self._waiting.clear()
        self._current = None
        self._is_sounding = False
        self._shown.stop()
        self._patience.stop()
        self._sink.stop()

    def _advance(self) -> None:
        """Begin the next one when the present one has been heard and seen long enough."""
        if self._is_sounding or self._shown.isActive():
            return
        had_one = self._current is not None
        if self._current is not None and self._times_left > 0 and not self._waiting:
            self._begin(self._current)
            return
        self._current = heapq.heappop(self._waiting) if self._waiting else None
        if self._current is not None:
            self._times_left = self._current.times
            self._begin(self._current)
        elif had_one:
            self.idle.emit()

    def _begin(self, announcement: Announcement) -> None:
        self._times_left -= 1
        self._shown.start()
        self.announcing.emit(announcement)
        try:
            wav = self._compose(announcement)
        except LobbyError as error:
            log.warning("voice.call_not_spoken code=%s reason=%s", error.code, error)
            self._set_sound(False)
            return
        if not wav:  # a quiet hour
            return
        self._is_sounding = True
        self._patience.start(duration_ms(wav) + PATIENCE_MS)
        self._sink.play(wav)

    def _sounded(self, is_played: bool) -> None:
        if not self._is_sounding:
            return
        self._is_sounding = False
        self._patience.stop()
        self._set_sound(is_played and self._sink.can_play)
        self._advance()

    def _give_up(self) -> None:
        log.warning("voice.player_hangs after_ms=%s", self._patience.interval())
        self._sink.stop()
        self._sounded(False)

    def _set_sound(self, has_sound: bool) -> None:
        if has_sound != self._has_sound:
            self._has_sound = has_sound
            if not has_sound:
                log.warning("voice.silent")
            self.soundStateChanged.emit()


def _single_shot(parent: QObject, interval_ms: int, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    timer.timeout.connect(slot)
    return timer
