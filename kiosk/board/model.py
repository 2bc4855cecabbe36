"""What the board shows, as properties for QML; rules and words come from the modules beside it."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from kiosk.board.calls import FOUND
from kiosk.board.contact import Contact
from kiosk.board.facts import (
    clock_words,
    day_words,
    names,
    next_rows,
    rule_words,
    waiting_by_series,
)
from kiosk.board.hall import Hall
from kiosk.board.incident_voice import IncidentVoice
from kiosk.board.layout import Layout, arrange, as_words
from kiosk.board.news import Incident, incident_of, incident_words, notices_now
from kiosk.board.voice.announcer import Announcement, Announcer
from kiosk.board.voice.volume import volume_at
from shared.client.ports import LobbyClient
from shared.config.profile import Profile
from shared.protocol.event import EventView
from shared.protocol.forecast import ForecastView
from shared.protocol.lobby import Call, LobbyView

QML_IMPORT_NAME = "kiosk.board"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 250
#: Each of several notices stands there for so long.
NOTICE_S = 12.0
DEFAULT_COUNTERS = 4


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
        self._monotonic_s = monotonic_s
        self._hall = Hall(client)
        self._contact = Contact(monotonic_s)
        self._incident_voice = IncidentVoice(client, announcer, monotonic_s)
        self._hero: Call | Announcement | None = None
        self._is_portrait = False
        self._notices: list[dict[str, str]] = []
        self._incident: Incident | None = None
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.tick)
        client.lobbyChanged.connect(self._take_lobby)
        client.eventArrived.connect(self._take_event)
        client.profileChanged.connect(self._take_profile)
        client.forecastChanged.connect(self._take_forecast)
        announcer.announcing.connect(self._announce)
        announcer.idle.connect(self._rest)
        announcer.soundStateChanged.connect(self.changed)
        self._contact.note(client.last_contact)
        if client.lobby is not None:
            self._take_lobby(client.lobby)
        self._look_at_news()

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
            is_heard = client.is_online and self._hall.clock_rate == 0.0
            self._contact.note(client.last_contact, is_heard=is_heard)
        self._look_at_news()
        self.ticked.emit()

    # ------------------------------------------------------------ what arrives

    def _take_lobby(self, lobby: LobbyView) -> None:
        self._hall.take_snapshot(lobby)
        if not self._is_calling():
            self._hero = self._hall.newest()
        self._look_at_news()
        self.changed.emit()

    def _take_event(self, event: EventView) -> None:
        self._hall.take_event(event)
        if event.kind in FOUND:
            self._announcer.withdraw(event.ticket)
        if self._hall.is_to_be_announced(event):
            self._announcer.add(self._hall.announcement(event))
        if not self._is_calling():
            self._hero = self._hall.newest()
        self.changed.emit()

    def _take_profile(self, _profile: Profile) -> None:
        self._look_at_news()
        self.changed.emit()

    def _take_forecast(self, _forecast: ForecastView) -> None:
        self.changed.emit()

    def _announce(self, announcement: Announcement) -> None:
        """The big row follows the voice."""
        if announcement.is_news:
            self.changed.emit()
            return
        self._hero = announcement
        self.changed.emit()
        self.flash.emit()

    def _rest(self) -> None:
        self._hero = self._hall.newest()
        self.changed.emit()

    def _look_at_news(self) -> None:
        """Notices and incidents come and go with the clock."""
        client = self._client
        notices = notices_now(client.profile, client.lobby, client.now())
        incident = incident_of(client.lobby, client.profile, client.now())
        if (notices, incident) != (self._notices, self._incident):
            self._notices, self._incident = notices, incident
            self.changed.emit()
        if not self._contact.is_stale:
            self._incident_voice.look()

    def _arrangement(self) -> Layout:
        profile, incident = self._client.profile, self._incident
        return arrange(
            len(profile.counters) if profile else DEFAULT_COUNTERS,
            self._hall.board,
            is_portrait=self._is_portrait,
            has_notice=bool(self._notices),
            has_band=incident is not None and not incident.is_page,
        )

    # ------------------------------------------------------------ what QML reads
    # Named functions: Qt's tool that describes types for QML lint does not read lambdas.

    def _come_within_s(self) -> int:
        return self._hall.come_within_s

    def _rows(self) -> list[dict[str, Any]]:
        others = [call for call in self._hall.calls if not self._is_hero(call)]
        return [self._hall.row(call) for call in others[: self._arrangement().room]]

    def _is_hero(self, call: Call) -> bool:
        return self._hero is not None and call.ticket == self._hero.ticket

    def _waiting(self) -> int:
        return len(self._hall.in_line)

    def _series(self) -> list[dict[str, object]]:
        return waiting_by_series(self._hall.in_line)

    def _next(self) -> list[dict[str, Any]]:
        client = self._client
        rows = next_rows(self._hall.in_line, client.profile, client.forecast, client.now())
        return [dict(row) for row in rows]

    def _bank(self) -> dict[str, str]:
        return names(self._client.profile.bank.name if self._client.profile else None)

    def _branch(self) -> dict[str, str]:
        return names(self._client.profile.branch.name if self._client.profile else None)

    def _hero_row(self) -> dict[str, Any]:
        return self._hall.row(self._hero)

    def _rule(self) -> dict[str, str]:
        return rule_words(self._client.profile)

    def _has_data(self) -> bool:
        return self._client.lobby is not None

    def _is_silent(self) -> bool:
        return bool(self._announcer.property("soundState") == "silent")

    def _is_calling(self) -> bool:
        current = self._announcer.current
        return current is not None and not current.is_news

    def _is_quiet(self) -> bool:
        return volume_at(self._client.profile, self._client.now()) == 0

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

    def _layout(self) -> dict[str, Any]:
        return as_words(self._arrangement())

    def _get_portrait(self) -> bool:
        return self._is_portrait

    def _set_portrait(self, is_portrait: bool) -> None:
        if is_portrait != self._is_portrait:
            self._is_portrait = is_portrait
            self.changed.emit()

    def _notice(self) -> dict[str, str]:
        if not self._notices:
            return names(None)
        return self._notices[int(self._monotonic_s() // NOTICE_S) % len(self._notices)]

    def _incident_words(self) -> dict[str, Any]:
        return incident_words(self._incident, self._client.now().tzinfo)

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
    isCalling = Property(bool, _is_calling, notify=changed)
    isQuiet = Property(bool, _is_quiet, notify=ticked)
    layout = Property(dict, _layout, notify=changed)
    portrait = Property(bool, _get_portrait, _set_portrait, notify=changed)
    incident = Property(dict, _incident_words, notify=changed)
    notice = Property(dict, _notice, notify=ticked)
    day = Property(dict, _day, notify=ticked)
    clock = Property(str, _clock, notify=ticked)
    lastContact = Property(str, _last_contact, notify=ticked)
    stoppedAt = Property(str, _stopped_at, notify=ticked)
    isStale = Property(bool, _is_stale, notify=ticked)
