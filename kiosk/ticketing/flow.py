"""What happens at the kiosk: start, group, ticket, help, and back to the start for the next one."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from kiosk.ticketing.countdown import SECOND_MS
from kiosk.ticketing.flow_state import GROUP, HELP, REFUSED, START, TICKET, FlowState
from kiosk.ticketing.lobby_face import LobbyFace
from kiosk.ticketing.refusal import refusal_words
from kiosk.ticketing.slip_printer import SlipPrinter
from kiosk.ticketing.stopwatch import NUMBER_SHOWN, Stopwatch
from kiosk.ticketing.ticket_face import Given, counter_words, slip_content, ticket_face
from kiosk.ticketing.ticket_source import TicketSource
from kiosk.ticketing.tile import KioskTile, service_tiles
from shared.client.ports import Failure, LobbyClient
from shared.config.profile import KioskTable
from shared.domain.event import TICKET_CALLED
from shared.protocol.command import AskHelp, IssueTicket
from shared.protocol.event import EventView
from shared.ui.language import Language
from shared.ui.theme import Theme

QML_IMPORT_NAME = "kiosk.ticketing"
QML_IMPORT_MAJOR_VERSION = 1

NO_SLIP_S = 60
"""The ticket screen stays longer when the number must be photographed (LOOK-TOUCH.md, 6)."""
NOTICE_S = 20
WIRE_LANGUAGES = {"zh": "zh_CN", "en": "en"}


@QmlElement
class KioskFlow(FlowState):
    """The state machine. QML shows its state and calls its slots; it knows nothing of pixels."""

    def __init__(
        self,
        client: LobbyClient,
        source: TicketSource,
        face: LobbyFace,
        printer: SlipPrinter,
        theme: Theme,
        language: Language,
        *,
        stopwatch: Stopwatch,
        device: str = "kiosk",
        second_ms: int = SECOND_MS,
    ) -> None:
        """Wires the parts. ``second_ms`` is how long a second of all its patience takes."""
        super().__init__(client, source, printer, second_ms)
        self.face = face
        self._theme = theme
        self._language = language
        self._home_language = self._code()
        self._stopwatch = stopwatch
        self._device = device
        self._before_help = START
        self.idle.expired.connect(self._grew_idle)
        self.warning.expired.connect(self.wipe)
        self.count.expired.connect(self.leave)
        printer.changed.connect(self._printing_changed)
        client.onlineChanged.connect(self._online_changed)
        source.changed.connect(self._tell)
        client.troubled.connect(self.changed)
        client.profileChanged.connect(self.changed)
        client.eventArrived.connect(self._event_came)

    # ------------------------------------------------------------ what the customer does

    @Slot()
    def touched(self) -> None:
        """A finger came down somewhere: somebody is here. A warning is answered by ``stay``."""
        if self.warning.is_running:
            return
        if self.count.is_running:
            self.count.start(self._page_seconds())
        self._watch_idle()

    @Slot()
    def stay(self) -> None:
        """The warning was touched: everything stays, and the patience begins anew."""
        self.warning.stop()
        self.touched()

    @Slot(str)
    def choose(self, key: str) -> None:
        """A tile: a group opens its page, a service gives a ticket. One touch, one ticket."""
        if self.screen_name not in {START, GROUP} or self.asking_for or not self.face.is_open:
            return
        tile = self._tile(key)
        if tile is None:
            return
        if tile.is_group:
            self._open_group(tile)
        else:
            self._issue(tile)

    @Slot()
    def togglePriority(self) -> None:
        """Priority on or off: it changes the ticket, not the service."""
        self.is_priority = not self.is_priority and self.face.chosen_segment is not None
        self._tell()

    @Slot()
    def swapLanguage(self) -> None:
        """The other language first."""
        self._language.swap()
        self._tell()

    @Slot()
    def swapLargeType(self) -> None:
        """Large type on or off."""
        self._theme.set_large_type(not self._is_large_type())
        self._tell()

    @Slot()
    def back(self) -> None:
        """One step back: from help to where it was asked, else to the start."""
        if self.page == HELP:
            self._leave_help()
        elif self.page in {GROUP, REFUSED}:
            self._go(START)

    @Slot()
    def leave(self) -> None:
        """Done with this page: help goes back, a ticket or refusal ends the visit."""
        if self.page == HELP:
            self._leave_help()
        else:
            self.wipe()

    @Slot()
    def wipe(self) -> None:
        """Nothing of this customer stays: start page, first language, normal type, no priority."""
        self.ticket_shown, self.called_words, self.refusal_words = {}, {}, {}
        self.is_priority = False
        self.asking_for = ""
        self._language.set_current(self._home_language)
        self._theme.set_large_type(False)
        self.printer.forget()
        self._go(START)

    @Slot()
    def askHelp(self) -> None:
        """Call a person; the page says honestly whether that worked."""
        if self.page != HELP:
            self._before_help = self.page
        self.help_state = "asking"
        screen = self._before_help
        self._go(HELP)
        command = AskHelp(device=self._device, screen=screen)
        self.client.ask_help(command).then(
            lambda _asked: self._help_answered("coming"),
            lambda _failure: self._help_answered("failed"),
        )

    @Slot()
    def numberShown(self) -> None:
        """The first picture with the number is on the screen."""
        self._stopwatch.mark(NUMBER_SHOWN, str(self.ticket_shown.get("id", "")))

    # ------------------------------------------------------------ tickets

    def _tile(self, key: str) -> KioskTile | None:
        """The tile of the present page with this key."""
        tiles = self.group if self.page == GROUP else self.face.start_tiles
        return next((each for each in tiles if each.key == key), None)

    def _open_group(self, tile: KioskTile) -> None:
        assert self.face.profile is not None  # there are tiles only with a profile
        self.show_group(tile.name, service_tiles(self.face.profile, tile.services))
        self._go(GROUP)

    def _issue(self, tile: KioskTile) -> None:
        """Ask for the ticket; until the answer every further touch is ignored."""
        self._stopwatch.tap()
        self.asking_for = tile.key
        self.idle.stop()
        self._tell()
        segment = self.face.chosen_segment if self.is_priority else None
        command = IssueTicket(
            service=tile.services[0],
            segment=segment.id if segment else None,
            language=WIRE_LANGUAGES[self._code()],
        )
        self.source.ask(command, self._issued, self._not_issued)

    def _issued(self, ticket: Given) -> None:
        """The number first, the paper after it."""
        self.asking_for = ""
        profile = self.face.profile
        assert profile is not None
        zone = self.client.now().tzinfo
        self._stopwatch.ticket_came(ticket.id)
        self.ticket_shown = ticket_face(ticket, profile, zone)
        self.called_words = counter_words(profile, ticket.counter) if ticket.counter else {}
        self._go(TICKET)
        self.printer.print_slip(ticket.id, slip_content(ticket, profile, zone))
        self.count.start(self._page_seconds())

    def _not_issued(self, failure: Failure) -> None:
        """No ticket: nobody is promised anything."""
        self.asking_for = ""
        self.refusal_words = refusal_words(failure)
        self._go(REFUSED)
        self.count.start(self._page_seconds())

    def _event_came(self, event: EventView) -> None:
        """The ticket on the screen is called already: say where to go."""
        is_mine = event.kind == TICKET_CALLED and event.ticket == self.ticket_shown.get("id")
        if is_mine and self.face.profile is not None:
            self.called_words = counter_words(self.face.profile, event.counter)
            self._tell()

    # ------------------------------------------------------------ help

    def _help_answered(self, state: str) -> None:
        """Somebody comes, or the call failed."""
        self.help_state = state
        if self.page == HELP:
            self.count.start(self._page_seconds())
        self._tell()

    def _leave_help(self) -> None:
        self._go(self._before_help)
        if self._before_help in {TICKET, REFUSED}:
            self.count.start(self._page_seconds())

    # ------------------------------------------------------------ time and contact

    def _patience(self) -> KioskTable:
        return self.face.profile.kiosk if self.face.profile else KioskTable()

    def _page_seconds(self) -> int:
        """How long the present page stays."""
        if self.page != TICKET:
            return NOTICE_S
        return self._patience().ticket_s if self.has_slip else NO_SLIP_S

    def _printing_changed(self) -> None:
        """No slip: the page stays longer, so that there is time for a photo."""
        if self.page == TICKET and not self.has_slip:
            self.count.start(NO_SLIP_S)
        self._tell()

    def _watch_idle(self) -> None:
        """Only what a customer left behind has to be wiped."""
        has_traces = (
            self.page == GROUP
            or self.is_priority
            or self._is_large_type()
            or self._code() != self._home_language
        )
        if has_traces and not self.count.is_running and not self.asking_for:
            self.idle.start(self._patience().idle_s)
        else:
            self.idle.stop()

    def _grew_idle(self) -> None:
        self.warning.start(self._patience().warning_s)

    def _online_changed(self) -> None:
        self.had_contact = True
        self._tell()

    def _go(self, page: str) -> None:
        """Show a page; its count, if it has one, is started by the caller."""
        self.page = page
        self.count.stop()
        self.warning.stop()
        self._tell()

    def _tell(self) -> None:
        self._watch_idle()
        self.changed.emit()

    def _code(self) -> str:
        """The language that stands first."""
        return str(self._language.property("current"))

    def _is_large_type(self) -> bool:
        return bool(self._theme.property("largeType"))
