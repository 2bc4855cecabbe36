"""The errand "which way": what to have ready, and counter, machine, adviser, appointment or later.

Asked only where there is something to say: documents, or a way beside the counter. On the page
behind a grouped tile, which is the second touch already, only a real choice is worth a third.
Whatever is shown may be refused, and what was shown and taken is told to the server.
"""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ticketing.flow_state import FlowState
from kiosk.ticketing.help_errand import HelpErrand
from kiosk.ticketing.page import ADVICE, GROUP, MISSING, START, WAYS, Page, notice_seconds
from kiosk.ticketing.ticket_errand import TicketErrand
from kiosk.ticketing.ticket_face import Given, service_of
from kiosk.ticketing.tile import KioskTile, Words, words
from kiosk.ticketing.way_card import (
    NO_WORDS,
    Known,
    WayCard,
    missing_card,
    names_of,
    way_card,
)
from shared.config.profile import Profile
from shared.i18n import LANGUAGES, translate
from shared.protocol.triage import NoteAdvice, OfferView, TriageView

QML_IMPORT_NAME = "kiosk.ticketing"
QML_IMPORT_MAJOR_VERSION = 1

CARDS_MAX = 4
"""So many cards of a size that a finger meets; the counter is always among them."""


def has_ways(profile: Profile, service: str) -> bool:
    """Whether there may be something to say before a ticket for this service."""
    found = service_of(profile, service)
    if found is None:
        return False
    asks = profile.triage.asks_documents and bool(found.needs_documents)
    return asks or any(way.kind != "counter" for way in found.ways)


@QmlElement
class WaysErrand(QObject):
    """Pages ``ways``, ``missing`` (what is not at hand) and ``advice`` (what to do instead).

    For QML: ``service`` and ``symbol`` of what is wanted; ``documents`` (key, name, symbol), of
    which ``lacking`` are not at hand; ``cardsShown`` (key, symbol, heading, answer, detail, tag);
    ``adviceShown`` (symbol, headline, detail) of a way that needs no ticket. Cards and documents
    change with a touch only, never under a finger.
    """

    changed = Signal()
    shown = Signal()

    def __init__(self, state: FlowState, tickets: TicketErrand, helping: HelpErrand) -> None:
        """Nobody asks for anything."""
        super().__init__()
        self._state = state
        self._tickets = tickets
        self._helping = helping
        self.on_appointment: Callable[[str], object] | None = None
        """Set by whoever books appointments; called with the service."""
        state.add_page(WAYS, Page(back=self._back))
        state.add_page(MISSING, Page(back=lambda: state.go(WAYS)))
        state.add_page(ADVICE, Page(back=lambda: state.go(WAYS), seconds=notice_seconds))
        state.wiped.connect(self._forget)
        self.tile: KioskTile | None = None
        self.missing: list[str] = []
        self.cards: list[WayCard] = []
        self.advice: dict[str, object] = {}
        self._offers: tuple[OfferView, ...] = ()
        self._view: TriageView | None = None
        self._came_from = START
        self._turn = 0
        self._was_noted = False

    # ------------------------------------------------------------ what the customer does

    def begin(self, tile: KioskTile, came_from: str = START) -> None:
        """A service was touched: ask the server for its ways, or take a ticket at once."""
        state = self._state
        self._clear()
        state.more_needs, state.items = [], 1
        self.tile = tile
        self._came_from = came_from
        self.shown.emit()
        self._tickets.tapped()
        profile = state.face.profile
        if profile is None or state.source.is_own or not has_ways(profile, self._service):
            self._take_ticket(tile.key)
        else:
            self._ask(tile.key)

    @Slot(str)
    def choose(self, key: str) -> None:
        """A card was touched."""
        state = self._state
        if state.screen_name != WAYS or state.asking_for:
            return
        if key == "missing":
            self._something_missing()
            return
        offer = next((each for each in self._offers if each.way == key), None)
        if offer is not None:
            self._take(offer)

    @Slot(str)
    def toggle(self, document: str) -> None:
        """A document is not at hand, or is after all."""
        if document in self.missing:
            self.missing.remove(document)
        else:
            self.missing.append(document)
        self.changed.emit()
        self._state.tell()

    @Slot()
    def goOn(self) -> None:
        """What is missing was said: which ways are left."""
        if self._state.screen_name == MISSING and not self._state.asking_for:
            self._ask("goOn")

    # ------------------------------------------------------------ asking

    @property
    def _service(self) -> str:
        assert self.tile is not None
        return self.tile.services[0]

    def _ask(self, key: str) -> None:
        state = self._state
        state.asking_for = key
        state.idle.stop()
        state.tell()
        self._turn += 1
        turn = self._turn

        def came(view: TriageView) -> None:
            if turn == self._turn:
                self._show(view)

        def failed(_failure: object) -> None:
            if turn != self._turn:
                return
            if self._view is None:  # nothing was shown yet: nobody waits for a page in vain
                self._take_ticket(key)
            else:  # what is shown stays true: as many documents are missing as before
                self.missing = [each.id for each in self._view.documents if each.is_missing]
                state.asking_for = ""
                state.tell()

        reply = state.client.triage(self._service, state.segment(), tuple(self.missing))
        reply.then(came, failed)

    def _show(self, view: TriageView) -> None:
        """The ways came: show them, unless there is only the counter and nothing to say."""
        state = self._state
        tile = self.tile
        assert tile is not None
        is_second_touch = self._came_from == GROUP
        has_choice = len(view.offers) > 1 or view.offers[0].way != "counter"
        asks = bool(view.documents) and view.asks_documents
        if not self.missing and not has_choice and (is_second_touch or not asks):
            self._take_ticket(tile.key)
            return
        state.asking_for = ""
        self._view = view
        self._offers = _few(view.offers, CARDS_MAX - (asks and not self.missing))
        self.cards = [way_card(offer, self._known()) for offer in self._offers]
        if asks and not self.missing:
            self.cards.append(missing_card())
        self.shown.emit()
        state.go(WAYS)

    def _known(self) -> Known:
        state = self._state
        assert state.face.profile is not None
        assert self._view is not None
        quote = state.quote(self._service, self._view.segment)
        return Known(
            profile=state.face.profile,
            now=state.client.now(),
            window=quote.window if quote else None,
            waiting=state.waiting_for(self._service),
        )

    def _something_missing(self) -> None:
        """Which one, where there are several."""
        assert self._view is not None
        if len(self._view.documents) == 1:
            self.missing = [self._view.documents[0].id]
            self._tickets.tapped()
            self._ask("missing")
        else:
            self._state.go(MISSING)

    # ------------------------------------------------------------ taking

    def _take(self, offer: OfferView) -> None:
        """One way it is."""
        state = self._state
        if offer.way == "counter":
            self._tickets.tapped()
            self._take_ticket("counter", offer)
        elif offer.way == "appointment" and self.on_appointment is not None:
            self._note(offer)
            self.on_appointment(self._service)
        elif offer.way == "adviser":
            self._note(offer)
            self._helping.ask("adviser")
        else:
            self._note(offer)
            self._advise(offer)
            state.go(ADVICE)
            state.count_down()

    def _take_ticket(self, key: str, offer: OfferView | None = None) -> None:
        """A ticket; when ways were shown, it is told what it came from."""

        def given(ticket: Given) -> None:
            if offer is not None:
                self._note(offer, ticket.id)
            self._clear()

        wish = self._tickets.wish(self._service)
        self._tickets.ask(key, wish, given)

    def _advise(self, offer: OfferView) -> None:
        """What to do now, for a way that needs no ticket."""
        profile = self._state.face.profile
        assert profile is not None
        card = way_card(offer, self._known())
        bring = self._bring(profile)
        if offer.way == "machine":
            headline, detail = _please_use(card), card.detail
        else:
            headline, detail = card.answer, bring
        self.advice = {"symbol": card.icon, "headline": headline, "detail": detail}
        self.changed.emit()

    def _bring(self, profile: Profile) -> Words:
        if not self.missing:
            return NO_WORDS
        lacking = tuple(self.missing)
        return {
            code: translate(
                "Kiosk", "Please bring: %1", names_of(profile, lacking, code), language=code
            )
            for code in LANGUAGES
        }

    def _note(self, taken: OfferView | None, ticket: str | None = None) -> None:
        """Tell the server what was shown and taken; nobody waits for it."""
        if self._view is None:
            return
        self._was_noted = True
        saves_min = taken.saves_min if taken is not None else None
        command = NoteAdvice.model_validate(
            {
                "service": self._view.service,
                "segment": self._view.segment,
                "offered": tuple(offer.way for offer in self._offers),
                "taken": taken.way if taken is not None else None,
                "ticket": ticket,
                "missing": tuple(self.missing),
                "saves_min": None if saves_min is None or saves_min < 0 else int(saves_min),
            }
        )
        self._state.client.note_advice(command)

    def _back(self) -> None:
        """From the ways without a document to all of them, else to the tiles."""
        if self.missing:
            self.missing = []
            self._ask("back")
            return
        came_from = self._came_from
        self._forget()
        self._state.go(came_from)

    @Slot()
    def _forget(self) -> None:
        """The customer goes; if ways were shown and none was taken, that is worth knowing."""
        if not self._was_noted:
            self._note(None)
        self._clear()

    def _clear(self) -> None:
        """Nothing is known of anybody."""
        self.tile = None
        self.missing = []
        self.cards = []
        self.advice = {}
        self._offers = ()
        self._view = None
        self._came_from = START
        self._turn += 1
        self._was_noted = False
        self.shown.emit()
        self.changed.emit()

    # ------------------------------------------------------------ for QML

    def _documents(self) -> list[dict[str, object]]:
        profile = self._state.face.profile
        if self._view is None or profile is None:
            return []
        icons = {each.id: each.icon for each in profile.documents}
        return [
            {
                "key": each.id,
                "name": {"zh": each.name.zh, "en": each.name.en},
                "symbol": icons.get(each.id, "check"),
            }
            for each in self._view.documents
        ]

    def _name(self) -> Words:
        return self.tile.name if self.tile else words(None)

    def _symbol(self) -> str:
        return self.tile.icon if self.tile else ""

    def _cards(self) -> list[dict[str, object]]:
        return [card.shown() for card in self.cards]

    service = Property(dict, _name, notify=shown)
    symbol = Property(str, _symbol, notify=shown)
    documents = Property(list, _documents, notify=shown)
    cardsShown = Property(list, _cards, notify=shown)
    lacking = Property(list, lambda self: self.missing, notify=changed)
    adviceShown = Property(dict, lambda self: self.advice, notify=changed)


def _few(offers: tuple[OfferView, ...], most: int) -> tuple[OfferView, ...]:
    """The first ones, in their order; the counter, where it is one of them, is never left out."""
    counter = [offer for offer in offers if offer.way == "counter"]
    others = [offer for offer in offers if offer.way != "counter"][: most - len(counter)]
    return tuple(offer for offer in offers if offer in counter or offer in others)


def _please_use(card: WayCard) -> Words:
    return {
        code: translate("Kiosk", "Please go to: %1", card.heading[code], language=code)
        for code in LANGUAGES
    }
