"""What the board shows, as properties for QML; rules and words come from the modules beside it."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from kiosk.board.calls import CALLS, FOUND, Calls, call_of
from kiosk.board.contact import Contact
from kiosk.board.facts import (
    clock_words,
    day_words,
    names,
    next_rows,
    rule_words,
    waiting_by_series,
)
from kiosk.board.voice.announcer import Announcement, Announcer
from shared.client.ports import LobbyClient
from shared.config.profile import Profile
from shared.protocol.event import EventView
from shared.protocol.lobby import Call, LobbyView

QML_IMPORT_NAME = "kiosk.board"
QML_IMPORT_MAJOR_VERSION = 1

#: Rows under the big one.
RECENT_ROWS = 3
TICK_MS = 250
DEFAULT_COME_WITHIN_S = 120


@QmlElement
class BoardModel(QObject):
    """The board's state. ``flash`` asks the big row to draw attention to a new call.

    Calls stand in the rows at once; the big row shows the one that is being announced, so that eyes
    and ears get the same number, and at the end the newest.
    """

    changed = Signal()
    ticked = Signal()
    flash = Signal()

    def __init__(
        self,
        client: LobbyClient,
        announcer: Announcer,
        monotonic_s: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._announcer = announcer
        self._calls = Calls()
        self._contact = Contact(monotonic_s)
        self._hero: Call | Announcement | None = None
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.tick)
        client.lobbyChanged.connect(self._take_lobby)
        client.eventArrived.connect(self._take_event)
        client.profileChanged.connect(self._take_profile)
        announcer.announcing.connect(self._announce)
        announcer.idle.connect(self._rest)
        announcer.soundStateChanged.connect(self.changed)
        self._contact.note(client.last_contact)
        if client.lobby is not None:
            self._take_lobby(client.lobby)

    def start(self) -> None:
        """Let the clock run."""
        self._tick.start()

    def stop(self) -> None:
        """Stop the clock."""
        self._tick.stop()

    def tick(self) -> None:
        """Look at the clock and at the contact."""
        client = self._client
        if client.is_in_charge:  # a server that may not decide tells how it was, not how it is
            is_heard = client.is_online and self._clock_rate() == 0.0
            self._contact.note(client.last_contact, is_heard=is_heard)
        self.ticked.emit()

    # ------------------------------------------------------------ what arrives

    def _take_lobby(self, lobby: LobbyView) -> None:
        self._calls.take_snapshot(lobby)
        if self._announcer.current is None:
            self._hero = self._newest()
        self.changed.emit()

    def _take_event(self, event: EventView) -> None:
        self._calls.take_event(event)
        if event.kind in FOUND:
            self._announcer.withdraw(event.ticket)
        if event.kind in CALLS and self._is_fresh(event):
            call = call_of(event)
            self._announcer.add(
                Announcement(call.sequence, call.ticket, call.number, call.counter, call.is_recall)
            )
        elif self._announcer.current is None:
            self._hero = self._newest()
        self.changed.emit()

    def _take_profile(self, _profile: Profile) -> None:
        self.changed.emit()

    def _is_fresh(self, event: EventView) -> bool:
        """Not a call from a long outage: it would send people to a counter that gave them up.

        When it was true counts, not when this log learned of it (docs/decisions/0025).
        """
        age_s = (self._client.now() - event.at).total_seconds()
        return age_s <= self._come_within_s() * max(1.0, self._clock_rate())

    def _clock_rate(self) -> float:
        """Branch seconds per real second: 60 in a time-lapse, 0 where a test sets the clock."""
        return self._client.lobby.clock_rate if self._client.lobby else 1.0

    def _announce(self, announcement: Announcement) -> None:
        """The big row follows the voice."""
        self._hero = announcement
        self.changed.emit()
        self.flash.emit()

    def _rest(self) -> None:
        self._hero = self._newest()
        self.changed.emit()

    def _newest(self) -> Call | None:
        return next(iter(self._calls.newest_first), None)

    # ------------------------------------------------------------ what QML reads
    # Named functions: Qt's tool that describes types for QML lint does not read lambdas.

    def _come_within_s(self) -> int:
        profile = self._client.profile
        return profile.calling.come_within_s if profile else DEFAULT_COME_WITHIN_S

    def _row(self, call: Call | Announcement | None) -> dict[str, Any]:
        """A call for a row; ``place`` holds the counter's name where it has one."""
        if call is None:
            return {"number": "", "counter": "", "place": names(None)}
        profile = self._client.profile
        named = {c.id: c.name for c in profile.counters} if profile else {}
        place = names(named.get(call.counter))
        return {"number": call.number, "counter": call.counter, "place": place}

    def _rows(self) -> list[dict[str, Any]]:
        others = [c for c in self._calls.newest_first if not self._is_hero(c)]
        return [self._row(call) for call in others[:RECENT_ROWS]]

    def _is_hero(self, call: Call) -> bool:
        return self._hero is not None and call.ticket == self._hero.ticket

    def _waiting(self) -> int:
        return len(self._client.lobby.waiting) if self._client.lobby else 0

    def _series(self) -> list[dict[str, object]]:
        return waiting_by_series(self._client.lobby.waiting if self._client.lobby else ())

    def _next(self) -> list[dict[str, Any]]:
        waiting = self._client.lobby.waiting if self._client.lobby else ()
        return [dict(row) for row in next_rows(waiting, self._client.profile)]

    def _bank(self) -> dict[str, str]:
        return names(self._client.profile.bank.name if self._client.profile else None)

    def _branch(self) -> dict[str, str]:
        return names(self._client.profile.branch.name if self._client.profile else None)

    def _hero_row(self) -> dict[str, Any]:
        return self._row(self._hero)

    def _rule(self) -> dict[str, str]:
        return rule_words(self._client.profile)

    def _has_data(self) -> bool:
        return self._client.lobby is not None

    def _is_silent(self) -> bool:
        return bool(self._announcer.property("soundState") == "silent")

    def _day(self) -> dict[str, str]:
        return day_words(self._client.now())

    def _clock(self) -> str:
        return clock_words(self._client.now())

    def _last_contact(self) -> str:
        return clock_words(self._contact.last, has_seconds=True)

    def _stopped_at(self) -> str:
        return clock_words(self._contact.last)

    def _is_stale(self) -> bool:
        return self._contact.is_stale

    hero = Property(dict, _hero_row, notify=changed)
    rows = Property(list, _rows, notify=changed)
    waiting = Property(int, _waiting, notify=changed)
    series = Property(list, _series, notify=changed)
    nextRows = Property(list, _next, notify=changed)
    rule = Property(dict, _rule, notify=changed)
    bank = Property(dict, _bank, notify=changed)
    branch = Property(dict, _branch, notify=changed)
    comeWithinS = Property(int, _come_within_s, notify=changed)
    hasData = Property(bool, _has_data, notify=changed)
    isSilent = Property(bool, _is_silent, notify=changed)
    day = Property(dict, _day, notify=ticked)
    clock = Property(str, _clock, notify=ticked)
    lastContact = Property(str, _last_contact, notify=ticked)
    stoppedAt = Property(str, _stopped_at, notify=ticked)
    isStale = Property(bool, _is_stale, notify=ticked)
