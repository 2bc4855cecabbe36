"""The state of one kiosk that all errands share: the page, its patience, what belongs to whom.

Errands (``ticket_errand``, ``help_errand`` ...) decide; this holds, counts and tells. Pages without
an errand: ``wait`` (no contact yet), ``away`` (no server, no numbers of our own), ``start``,
``group`` (the second page of a grouped tile), ``out_of_order`` (staff said so).
"""

from collections.abc import Callable
from math import ceil
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ticketing.countdown import SECOND_MS, Countdown
from kiosk.ticketing.lobby_face import LobbyFace
from kiosk.ticketing.page import (
    AWAY,
    FOR_STAFF,
    GROUP,
    HELP,
    OUT_OF_ORDER,
    START,
    WAIT,
    Page,
)
from kiosk.ticketing.rush import clock_times
from kiosk.ticketing.slip_printer import DONE, PRINTING, SlipPrinter
from kiosk.ticketing.ticket_source import TicketSource
from kiosk.ticketing.tile import KioskTile, Words, waiting_by_tile
from shared.client.ports import LobbyClient
from shared.config.profile import KioskTable
from shared.protocol.forecast import Quote
from shared.ui.language import Language
from shared.ui.theme import Theme

QML_IMPORT_NAME = "kiosk.ticketing"
QML_IMPORT_MAJOR_VERSION = 1

WIRE_LANGUAGES = {"zh": "zh_CN", "en": "en"}


@QmlElement
class FlowState(QObject):
    """The state of one kiosk.

    For QML: ``isOwn``: the kiosk gives tickets by itself, as no server decides. ``askingFor`` is
    the key of what was touched and is being asked for, empty when nothing is. ``ticket`` holds id,
    number, ahead, arrivedAt, service, ready, phoneUrl, isOwn. ``calledTo`` names the counter that
    calls the ticket on the screen, empty while nobody does. ``refusal`` says why there is no
    ticket, empty when the server did not answer. ``help``: asking, coming or failed.
    ``isKnown``: a card or number was recognised; it is not said as whose.
    ``waits``: minutes until a call, by the tile's key, where a forecast says so; ``clockTimes``:
    the same as times of day.
    ``secondsLeft``: until this page ends by itself; ``idleSecondsLeft``: until everything is wiped;
    both -1 when they do not run.

    ``slowness``: so many times as long everything waits for this customer.
    ``wiped`` is for errands: whatever they know of the customer is to be forgotten now.
    """

    changed = Signal()
    groupChanged = Signal()
    waitingChanged = Signal()
    countChanged = Signal()
    idleChanged = Signal()
    wiped = Signal()

    def __init__(
        self,
        client: LobbyClient,
        source: TicketSource,
        face: LobbyFace,
        printer: SlipPrinter,
        theme: Theme,
        language: Language,
        *,
        device: str = "kiosk",
        second_ms: int = SECOND_MS,
    ) -> None:
        """The start page, in contact or not. ``second_ms``: how long a second of patience takes."""
        super().__init__()
        self.client = client
        self.source = source
        self.face = face
        self.printer = printer
        self.device = device
        self._theme = theme
        self._language = language
        self._home_language = self.language_code()
        self.pages: dict[str, Page] = {}
        self.traces: list[Callable[[], bool]] = []
        self.add_page(START, Page())
        self.add_page(GROUP, Page(back=lambda: self.go(START)))
        self.page = START
        self.group: tuple[KioskTile, ...] = ()
        self.group_name: Words = {}
        self.is_priority = False
        self.asking_for = ""
        self.known_segment = self.known_ref = ""
        self.was_asked = False
        self.more_needs: list[str] = []
        self.items = 1
        self.ticket_shown: dict[str, object] = {}
        self.called_words: Words = {}
        self.refusal_words: Words = {}
        self.help_state = ""
        self.had_contact = client.is_online
        self.is_out_of_order = False
        self.slowness = 1
        self._visit = 0
        self.idle = Countdown(self, second_ms)
        self.warning = Countdown(self, second_ms)
        self.count = Countdown(self, second_ms)
        self.idle.expired.connect(self._grew_idle)
        self.warning.expired.connect(self.wipe)
        self.warning.changed.connect(self.idleChanged)
        self.count.changed.connect(self.countChanged)
        client.lobbyChanged.connect(self.waitingChanged)
        client.forecastChanged.connect(self.waitingChanged)

    # ------------------------------------------------------------ pages

    def add_page(self, name: str, page: Page) -> None:
        """An errand's page and its rules."""
        self.pages[name] = page

    @property
    def rules(self) -> Page:
        """The rules of the present page."""
        return self.pages[self.page]

    @property
    def screen_name(self) -> str:
        """The page to show; where no ticket is to be had, no page may promise one."""
        if self.is_out_of_order and self.page not in FOR_STAFF | {HELP}:
            return OUT_OF_ORDER
        if self.source.is_ready or self.asking_for or not self.rules.needs_server:
            return self.page
        return AWAY if self.had_contact or self.client.trouble else WAIT

    def go(self, page: str) -> None:
        """Show a page; its count, if it has one, is started by the caller (``count_down``)."""
        if page == START:
            self._forget_way()
        self.page = page
        self.count.stop()
        self.warning.stop()
        self.tell()

    def _forget_way(self) -> None:
        """How somebody came to the start page again is nobody's business."""
        self.refusal_words, self.help_state = {}, ""
        self.more_needs, self.items = [], 1
        self.show_group({}, ())

    def count_down(self) -> None:
        """From now on the page stays as long as its rules say."""
        if self.rules.seconds is not None:
            self.count.start(self.rules.seconds() * self.slowness)

    def count_down_if_running(self) -> None:
        """The page's seconds begin anew, where they have begun."""
        if self.count.is_running:
            self.count_down()

    def show_group(self, name: Words, tiles: tuple[KioskTile, ...]) -> None:
        """The tiles of the second page; they change with a touch only, never under a finger."""
        self.group_name, self.group = name, tiles
        self.groupChanged.emit()
        self.waitingChanged.emit()

    def wipe(self) -> None:
        """Nothing of this customer stays: start page, first language, normal type, no priority."""
        self.ticket_shown, self.called_words, self.refusal_words = {}, {}, {}
        self.is_priority = False
        self.asking_for = ""
        self.known_segment = self.known_ref = ""
        self.was_asked = False
        self.more_needs = []
        self.items = 1
        self.help_state = ""
        self._language.set_current(self._home_language)
        self._theme.set_large_type(False)
        self.printer.forget()
        self._visit += 1
        self.wiped.emit()
        self.go(START)

    def if_here(self, heard: Callable[[Any], object]) -> Callable[[Any], object]:
        """The same, as long as the present customer is still here: answers may come late."""
        visit = self._visit

        def hear(said: object) -> object:
            return heard(said) if visit == self._visit else None

        return hear

    def tell(self) -> None:
        """Something is different now; only a touch or a key begins the patience anew."""
        self.watch_idle(is_anew=False)
        self.changed.emit()

    # ------------------------------------------------------------ patience

    def patience(self) -> KioskTable:
        """The profile's, or the usual one."""
        return self.face.profile.kiosk if self.face.profile else KioskTable()

    def watch_idle(self, *, is_anew: bool = True) -> None:
        """Only what a customer left behind has to be wiped."""
        has_traces = (
            self.page != START
            or self.is_priority
            or self.known_ref != ""
            or self.known_segment != ""
            or self.was_asked
            or self.is_large_type()
            or self.language_code() != self._home_language
            or any(trace() for trace in self.traces)
        )
        if not has_traces or self.count.is_running or self.asking_for:
            self.idle.stop()
        elif is_anew or not (self.idle.is_running or self.warning.is_running):
            self.idle.start(self.patience().idle_s * self.slowness)

    @Slot()
    def _grew_idle(self) -> None:
        self.warning.start(self.patience().warning_s * self.slowness)

    # ------------------------------------------------------------ what is known

    @property
    def has_slip(self) -> bool:
        """Whether the slip is printed, or on its way."""
        return self.printer.state_name in {PRINTING, DONE}

    def segment(self) -> str | None:
        """The segment that was chosen here, else that of a card; None: the ordinary one."""
        chosen = self.face.chosen_segment if self.is_priority else None
        return chosen.id if chosen else self.known_segment or None

    def quote(self, service: str, segment: str | None = None) -> Quote | None:
        """What a customer of this segment would be told of a service now; None: nothing."""
        forecast = self.client.forecast if self.client.is_served else None
        segments = self.face.profile.segments if self.face.profile else ()
        usual = next((each.id for each in segments if each.kind == "ordinary"), None)
        who = segment or self.segment() or usual
        quotes = forecast.quotes if forecast else ()
        return next((q for q in quotes if (q.service, q.segment) == (service, who)), None)

    def waiting_for(self, service: str) -> int | None:
        """How many wait for a service now; None: nobody knows."""
        lobby = self.client.lobby
        if lobby is None or not self.client.is_served:
            return None
        return sum(ticket.service == service for ticket in lobby.waiting)

    def _waits(self) -> dict[str, int]:
        """Minutes that a ticket of each tile would wait, where that is known; not of groups."""
        tiles = [t for t in (*self.face.start_tiles, *self.group) if len(t.services) == 1]
        quotes = {tile.key: self.quote(tile.services[0]) for tile in tiles}
        return {
            key: ceil(quote.wait_s / 60)
            for key, quote in quotes.items()
            if quote is not None and quote.wait_s is not None
        }

    def _clock_times(self) -> dict[str, str]:
        return clock_times(self._waits(), self.client.now())

    def swap_language(self) -> None:
        """The other language first."""
        self._language.swap()
        self.tell()

    def swap_large_type(self) -> None:
        """Large type on or off."""
        self._theme.set_large_type(not self.is_large_type())
        self.tell()

    def language_code(self) -> str:
        """The language that stands first."""
        return str(self._language.property("current"))

    def wire_language(self) -> str:
        """The same as a server knows it."""
        return WIRE_LANGUAGES[self.language_code()]

    def is_large_type(self) -> bool:
        """Whether everything is drawn in large type."""
        return bool(self._theme.property("largeType"))

    def _group_tiles(self) -> list[dict[str, object]]:
        return [tile.shown() for tile in self.group]

    def _group_waiting_by(self) -> dict[str, int]:
        return waiting_by_tile(self.group, self.client.lobby)

    @property
    def is_awaited(self) -> bool:
        """Whether an answer is on its way to the present page; help is beside all that."""
        return self.asking_for != "" and self.page != HELP

    def _can_go_back(self) -> bool:
        page = self.screen_name
        return page == self.page and self.rules.back is not None and not self.is_awaited

    screen = Property(str, lambda self: self.screen_name, notify=changed)
    isOwn = Property(bool, lambda self: self.source.is_own, notify=changed)
    isOnline = Property(bool, lambda self: self.client.is_online, notify=changed)
    canGoBack = Property(bool, _can_go_back, notify=changed)
    askingFor = Property(str, lambda self: self.asking_for, notify=changed)
    isKnown = Property(bool, lambda self: self.known_ref != "", notify=changed)
    isPriority = Property(bool, lambda self: self.is_priority, notify=changed)
    groupTiles = Property(list, _group_tiles, notify=groupChanged)
    groupName = Property(dict, lambda self: self.group_name, notify=groupChanged)
    groupWaitingBy = Property(dict, _group_waiting_by, notify=waitingChanged)
    waits = Property(dict, _waits, notify=waitingChanged)
    clockTimes = Property(dict, _clock_times, notify=waitingChanged)
    ticket = Property(dict, lambda self: self.ticket_shown, notify=changed)
    calledTo = Property(dict, lambda self: self.called_words, notify=changed)
    hasSlip = Property(bool, lambda self: self.has_slip, notify=changed)
    refusal = Property(dict, lambda self: self.refusal_words, notify=changed)
    help = Property(str, lambda self: self.help_state, notify=changed)
    secondsLeft = Property(int, lambda self: self.count.left, notify=countChanged)
    idleSecondsLeft = Property(int, lambda self: self.warning.left, notify=idleChanged)
