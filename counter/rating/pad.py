"""The pad's state for QML: which page, whose counter, what to say. Rules stand in ``visit``."""

import math

from PySide6.QtCore import Property, QElapsedTimer, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from counter.rating.visit import Visits
from shared.client.ports import Failure, LobbyClient
from shared.config.profile import Text
from shared.config.rating_tables import RatingTable
from shared.domain.errors import AlreadyRated
from shared.i18n import LANGUAGES, translate
from shared.protocol.command import RateTicket, RemarkTicket
from shared.protocol.event import EventView

QML_IMPORT_NAME = "counter.rating"
QML_IMPORT_MAJOR_VERSION = 1

ASK_MS = 20_000
"""How long the question stands (look: touch surfaces, screen 11). Real time: it is for a person."""
WHY_MS = 15_000
"""Six tiles with two words each; the mark is recorded already."""
THANKS_MS = 2_000
SORRY_MS = 4_000
"""A sentence takes longer to read than two words."""
SETTLE_MS = 350
"""A second touch on the same spot was meant for the page before."""
COMING_MS = 10_000
"""Long enough to be read by somebody who is upset."""


@QmlElement
class RatingPad(QObject):
    """What the pad shows.

    Pages: ``idle``, ``ask``, ``why``, ``thanks``, ``coming`` (somebody comes), ``sorry`` (the mark
    could not be recorded), ``alone`` (nobody could be called).

    Signals:
        changed: any property may be different.
    """

    changed = Signal()

    def __init__(self, client: LobbyClient, counter: str, parent: QObject | None = None) -> None:
        """A pad for one counter."""
        super().__init__(parent)
        self._client = client
        self._counter = counter
        self._visits = Visits(counter)
        self._page = "idle"
        self._score = 0
        self._rated = ""
        self._about = ""
        self._is_calling = False
        self._turned = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._reset)
        client.eventArrived.connect(self._on_event)
        client.lobbyChanged.connect(self._tell)
        client.profileChanged.connect(self._tell)
        client.onlineChanged.connect(self._contact_changed)
        client.servingChanged.connect(self._contact_changed)

    def stop(self) -> None:
        """Listen to the client no longer."""
        self._timer.stop()
        self._client.eventArrived.disconnect(self._on_event)
        self._client.lobbyChanged.disconnect(self._tell)
        self._client.profileChanged.disconnect(self._tell)
        self._client.onlineChanged.disconnect(self._contact_changed)
        self._client.servingChanged.disconnect(self._contact_changed)
        self.blockSignals(True)

    # ------------------------------------------------------------ touched

    @Slot(int)
    def rate(self, score: int) -> None:
        """A face was touched: 1 very poor to 5 very good. Once per visit."""
        ticket = self._visits.ticket
        if self._page != "ask" or self._score or self._is_calling or not ticket:
            return
        self._score, self._rated = score, ticket
        self._timer.stop()
        reply = self._client.rate(ticket, RateTicket(score=score))
        self._tell()
        reply.then(lambda _ticket: self._recorded(ticket), lambda why: self._failed(ticket, why))

    @Slot(str)
    def explain(self, reason: str) -> None:
        """What the mark was about. It is recorded or not: the customer has done with it."""
        if self._page != "why" or self._is_calling or not self._is_settled():
            return
        self._client.remark(self._about, RemarkTicket(reasons=(reason,)))
        self._turn("thanks", THANKS_MS)

    @Slot()
    def talk(self) -> None:
        """The customer wants to speak to somebody, before or after the mark."""
        ticket = self._about if self._page == "why" else self._visits.ticket
        if self._page not in ("ask", "why") or self._is_calling or not ticket:
            return
        if not self._is_settled() if self._page == "why" else self._score:
            return
        self._about, self._is_calling = ticket, True
        self._timer.stop()
        reply = self._client.talk(ticket)
        self._tell()
        reply.then(lambda _asked: self._called(ticket), lambda _why: self._not_called(ticket))

    @Slot()
    def skip(self) -> None:
        """The customer does not want to say anything more; nobody asks again."""
        if not self._is_calling and (self._page != "why" or self._is_settled()):
            self._reset()

    def _is_settled(self) -> bool:
        return self._turned.elapsed() >= SETTLE_MS

    # ------------------------------------------------------------ news

    def _on_event(self, event: EventView) -> None:
        """A closed visit opens the pad; the next customer, or the recorded mark, ends it."""
        if self._page == "why" and self._visits.is_somebody_else(event):
            self._reset()
        before = self._visits.ticket
        lobby = self._client.lobby
        rate = lobby.clock_rate if lobby is not None else 1.0
        self._visits.note(event, self._client.now(), rate)
        ticket = self._visits.ticket
        if ticket == before:
            return
        if ticket:
            self._score, self._rated, self._about, self._is_calling = 0, "", "", False
            self._turn("ask", ASK_MS)
        elif before != self._rated and not self._is_calling:
            self._reset()

    def _contact_changed(self) -> None:
        """Nobody is asked what nobody could record; a mark that was given waits for its answer."""
        is_idle = not self._score and not self._is_calling
        if self._page == "ask" and is_idle and not self._client.is_served:
            self._reset()
        self._tell()

    def _recorded(self, ticket: str) -> None:
        if ticket == self._rated:
            self._rated = ""
            self._visits.forget()
            self._about = ticket
            if self._asks_why():
                self._turn("why", WHY_MS)
            else:
                self._turn("thanks", THANKS_MS)

    def _asks_why(self) -> bool:
        rules = self._rules()
        return bool(rules.reasons) and self._score <= rules.asked_up_to

    def _called(self, ticket: str) -> None:
        """Somebody comes."""
        if ticket == self._about and self._is_calling:
            self._is_calling = False
            self._visits.forget()
            self._turn("coming", COMING_MS)

    def _not_called(self, ticket: str) -> None:
        """Nobody knows: the customer has to hear it."""
        if ticket == self._about and self._is_calling:
            self._is_calling = False
            self._visits.forget()
            self._turn("alone", COMING_MS)

    def _failed(self, ticket: str, failure: Failure) -> None:
        """No code, no second question: thanks, and what became of it."""
        if ticket != self._rated:
            return
        if failure.code == AlreadyRated.code:
            self._recorded(ticket)
            return
        self._rated = ""
        self._visits.forget()
        self._turn("sorry", SORRY_MS)

    def _reset(self) -> None:
        """Back to the welcome."""
        self._visits.forget()
        self._score, self._rated, self._about, self._is_calling = 0, "", "", False
        self._timer.stop()
        self._page = "idle"
        self._tell()

    def _turn(self, page: str, for_ms: int) -> None:
        self._page = page
        self._turned.start()
        self._timer.start(for_ms)
        self._tell()

    def _tell(self, *_news: object) -> None:
        self.changed.emit()

    # ------------------------------------------------------------ for QML

    def _read_counter_name(self) -> dict[str, str]:
        profile = self._client.profile
        counters = profile.counters if profile else ()
        own = next((each.name for each in counters if each.id == self._counter), None)
        if own is not None:
            return _both(own)
        return {
            code: translate("Rating", "Counter %1", self._counter, language=code)
            for code in LANGUAGES
        }

    def _read_bank(self) -> dict[str, str]:
        profile = self._client.profile
        return _both(profile.bank.name) if profile else {}

    def _read_is_open(self) -> bool:
        lobby = self._client.lobby
        counters = lobby.counters if lobby is not None else ()
        return any(each.id == self._counter and each.state == "open" for each in counters)

    def _rules(self) -> RatingTable:
        profile = self._client.profile
        return profile.rating if profile else RatingTable()

    def _read_reasons(self) -> list[dict[str, object]]:
        return [{"id": each.id, "name": _both(each.name)} for each in self._rules().reasons]

    def _read_offers_talk(self) -> bool:
        return self._rules().offers_talk

    def _read_alarm(self) -> dict[str, str]:
        """What everybody shall do now, before all else: leave, as a rule."""
        profile, lobby = self._client.profile, self._client.lobby
        if profile is None or lobby is None:
            return {}
        to_do = {each.id: each.to_do for each in profile.incidents if each.to_do is not None}
        said = next((to_do[each.reason] for each in lobby.incidents if each.reason in to_do), None)
        return _both(said) if said is not None else {}

    def _read_minutes(self) -> int:
        profile = self._client.profile
        return math.ceil(profile.cases.follow_up_min) if profile else 0

    page = Property(str, lambda self: self._page, notify=changed)
    score = Property(int, lambda self: self._score, notify=changed)
    isCalling = Property(bool, lambda self: self._is_calling, notify=changed)
    reasons = Property(list, _read_reasons, notify=changed)
    offersTalk = Property(bool, _read_offers_talk, notify=changed)
    alarm = Property(dict, _read_alarm, notify=changed)
    minutes = Property(int, _read_minutes, notify=changed)
    counterName = Property(dict, _read_counter_name, notify=changed)
    bank = Property(dict, _read_bank, notify=changed)
    isOpen = Property(bool, _read_is_open, notify=changed)


def _both(text: Text) -> dict[str, str]:
    """A name of the profile as QML reads it."""
    return {code: text.of(code) for code in LANGUAGES}
