"""What happens at the kiosk: which errand a touch begins, and back to the start for the next one.

A new errand is a module of its own (``…_errand.py``) that names its pages to the shared state
(``FlowState.add_page``), forgets its customer when ``FlowState.wiped`` says so, and is made here.
"""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from kiosk.ticketing.access import AccessModes
from kiosk.ticketing.booking_errand import BookingErrand
from kiosk.ticketing.countdown import SECOND_MS
from kiosk.ticketing.flow_state import FlowState
from kiosk.ticketing.help_errand import HelpErrand
from kiosk.ticketing.identify_errand import IdentifyErrand
from kiosk.ticketing.keypad_errand import KeypadErrand
from kiosk.ticketing.lobby_face import LobbyFace
from kiosk.ticketing.needs_errand import NeedsErrand
from kiosk.ticketing.out_of_order import OutOfOrder
from kiosk.ticketing.page import GROUP, START
from kiosk.ticketing.recent_prints import RecentPrints
from kiosk.ticketing.rush import rush_service
from kiosk.ticketing.slip_printer import SlipPrinter
from kiosk.ticketing.slots_errand import SlotsErrand
from kiosk.ticketing.staff_errand import StaffErrand
from kiosk.ticketing.stopwatch import Stopwatch
from kiosk.ticketing.ticket_errand import TicketErrand
from kiosk.ticketing.ticket_source import TicketSource
from kiosk.ticketing.tile import APPOINTMENTS, KioskTile, group_tiles
from kiosk.ticketing.ways_errand import WaysErrand
from shared.client.ports import LobbyClient
from shared.ui.language import Language
from shared.ui.theme import Theme

QML_IMPORT_NAME = "kiosk.ticketing"
QML_IMPORT_MAJOR_VERSION = 1


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
        mark: OutOfOrder,
        device: str = "kiosk",
        second_ms: int = SECOND_MS,
    ) -> None:
        """Wires the parts. ``second_ms`` is how long a second of all its patience takes."""
        super().__init__(
            client, source, face, printer, theme, language, device=device, second_ms=second_ms
        )
        self.tickets = TicketErrand(self, stopwatch)
        self.helping = HelpErrand(self)
        self.ways = WaysErrand(self, self.tickets, self.helping)
        self.needs = NeedsErrand(self, self.ways)
        self.slots = SlotsErrand(self)
        self.keypad = KeypadErrand(self, second_ms)
        self.bookings = BookingErrand(self, self.tickets, self.slots, self.keypad)
        self.ways.on_appointment = self.bookings.book
        self.access = AccessModes(self, theme)
        self.identify = IdentifyErrand(self, self.keypad, self.bookings)
        self.staff = StaffErrand(self, self.keypad, mark, RecentPrints(printer, client.now))
        self.count.expired.connect(self.leave)
        client.onlineChanged.connect(self._online_changed)
        source.changed.connect(self.tell)
        client.troubled.connect(self.changed)
        client.profileChanged.connect(self.changed)

    # ------------------------------------------------------------ what the customer does

    @Slot()
    def touched(self) -> None:
        """A finger came down somewhere: somebody is here. A warning is answered by ``stay``."""
        if self.warning.is_running:
            return
        if self.count.is_running:
            self.count_down()
        self.watch_idle()

    @Slot()
    def stay(self) -> None:
        """The warning was touched: everything stays, and the patience begins anew."""
        self.warning.stop()
        self.touched()

    @Slot(str)
    def choose(self, key: str) -> None:
        """A tile: a group opens its page, a service its ways, or gives a ticket at once."""
        if self.screen_name not in {START, GROUP} or self.asking_for or not self.face.is_open:
            return
        tile = self._tile(key)
        if tile is None:
            return
        if self.face.is_rush and (service := self._rush_service(tile)) is not None:
            self.tickets.tapped()
            self.tickets.ask(tile.key, self.tickets.wish(service))
        elif tile.is_group:
            self._open_group(tile)
        elif tile.errand == APPOINTMENTS:
            self.bookings.open()
        else:
            self._begin(tile)

    @Slot()
    def togglePriority(self) -> None:
        """Priority on or off: it changes the ticket, not the service."""
        self.is_priority = not self.is_priority and self.face.chosen_segment is not None
        self.waitingChanged.emit()
        self.tell()

    @Slot()
    def swapLanguage(self) -> None:
        """The other language first."""
        self.swap_language()

    @Slot()
    def swapLargeType(self) -> None:
        """Large type on or off."""
        self.swap_large_type()

    @Slot()
    def back(self) -> None:
        """One step back, where there is one and no answer is on its way to this page."""
        if self.rules.back is not None and not self.is_awaited:
            self.rules.back()

    @Slot()
    def leave(self) -> None:
        """Done with this page; where it leads nowhere the visit is over."""
        (self.rules.leave or self.wipe)()

    @Slot()
    def wipe(self) -> None:
        """Nothing of this customer stays."""
        super().wipe()

    @Slot()
    def askHelp(self) -> None:
        """Call a person; the page says honestly whether that worked."""
        self.helping.ask()

    @Slot()
    def numberShown(self) -> None:
        """The first picture with the number is on the screen."""
        self.tickets.number_shown()

    # ------------------------------------------------------------ inside

    def _tile(self, key: str) -> KioskTile | None:
        """The tile of the present page with this key."""
        tiles = self.group if self.page == GROUP else self.face.start_tiles
        return next((each for each in tiles if each.key == key), None)

    def _rush_service(self, tile: KioskTile) -> str | None:
        """What a touch gives at once while there are many at the door."""
        profile = self.face.profile
        return rush_service(profile, tile) if profile is not None else None

    def _begin(self, tile: KioskTile) -> None:
        """A service: who it is, where the branch asks for a number, then its ways."""
        came_from = self.page
        if self.identify.asks_number:
            self.identify.ask_number(
                lambda: self.ways.begin(tile, came_from), lambda: self.go(came_from)
            )
        else:
            self.ways.begin(tile, came_from)

    def _open_group(self, tile: KioskTile) -> None:
        assert self.face.profile is not None  # there are tiles only with a profile
        self.show_group(tile.name, group_tiles(self.face.profile, tile))
        self.go(GROUP)

    @Slot()
    def _online_changed(self) -> None:
        self.had_contact = True
        self.tell()
