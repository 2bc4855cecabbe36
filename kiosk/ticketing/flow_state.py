"""What the kiosk shows at this moment, as QML sees it; ``flow`` decides, this only holds and tells.

Screens: ``wait`` (no contact yet), ``away`` (no server, no numbers of our own), ``start``,
``group`` (the second page of a grouped tile), ``ticket``, ``refused`` (no ticket was given),
``help``.
"""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.ticketing.countdown import Countdown
from kiosk.ticketing.slip_printer import DONE, PRINTING, SlipPrinter
from kiosk.ticketing.ticket_source import TicketSource
from kiosk.ticketing.tile import KioskTile, Words, waiting_by_tile
from shared.client.ports import LobbyClient

QML_IMPORT_NAME = "kiosk.ticketing"
QML_IMPORT_MAJOR_VERSION = 1

WAIT, AWAY, START, GROUP, TICKET, REFUSED, HELP = (
    "wait", "away", "start", "group", "ticket", "refused", "help"
)  # fmt: skip


@QmlElement
class FlowState(QObject):
    """The state of one kiosk.

    For QML: ``isOwn``: the kiosk gives tickets by itself, as no server decides. ``askingFor`` is
    the key of the tile whose ticket is on its way, empty when none is. ``ticket`` holds id, number,
    ahead, arrivedAt, service, ready, phoneUrl, isOwn. ``calledTo`` names the counter that calls the
    ticket on the screen, empty while nobody does. ``refusal`` says why there is no ticket, empty
    when the server did not answer. ``help``: asking, coming or failed.
    ``secondsLeft``: until this page ends by itself; ``idleSecondsLeft``: until everything is wiped;
    both -1 when they do not run.
    """

    changed = Signal()
    groupChanged = Signal()
    waitingChanged = Signal()
    countChanged = Signal()
    idleChanged = Signal()

    def __init__(
        self, client: LobbyClient, source: TicketSource, printer: SlipPrinter, second_ms: int
    ) -> None:
        """The start page, in contact or not."""
        super().__init__()
        self.client = client
        self.source = source
        self.printer = printer
        self.page = START
        self.group: tuple[KioskTile, ...] = ()
        self.group_name: Words = {}
        self.is_priority = False
        self.asking_for = ""
        self.ticket_shown: dict[str, object] = {}
        self.called_words: Words = {}
        self.refusal_words: Words = {}
        self.help_state = ""
        self.had_contact = client.is_online
        self.idle = Countdown(self, second_ms)
        self.warning = Countdown(self, second_ms)
        self.count = Countdown(self, second_ms)
        self.warning.changed.connect(self.idleChanged)
        self.count.changed.connect(self.countChanged)
        client.lobbyChanged.connect(self.waitingChanged)

    @property
    def screen_name(self) -> str:
        """The page to show; where no ticket is to be had, no page may promise one."""
        if self.source.is_ready or self.asking_for or self.page in {TICKET, REFUSED, HELP}:
            return self.page
        return AWAY if self.had_contact or self.client.trouble else WAIT

    @property
    def has_slip(self) -> bool:
        """Whether the slip is printed, or on its way."""
        return self.printer.state_name in {PRINTING, DONE}

    def show_group(self, name: Words, tiles: tuple[KioskTile, ...]) -> None:
        """The tiles of the second page; they change with a touch only, never under a finger."""
        self.group_name, self.group = name, tiles
        self.groupChanged.emit()
        self.waitingChanged.emit()

    def _group_tiles(self) -> list[dict[str, object]]:
        return [tile.shown() for tile in self.group]

    def _group_waiting_by(self) -> dict[str, int]:
        return waiting_by_tile(self.group, self.client.lobby)

    screen = Property(str, lambda self: self.screen_name, notify=changed)
    isOwn = Property(bool, lambda self: self.source.is_own, notify=changed)
    isOnline = Property(bool, lambda self: self.client.is_online, notify=changed)
    canGoBack = Property(
        bool, lambda self: self.screen_name in {GROUP, REFUSED, HELP}, notify=changed
    )
    askingFor = Property(str, lambda self: self.asking_for, notify=changed)
    isPriority = Property(bool, lambda self: self.is_priority, notify=changed)
    groupTiles = Property(list, _group_tiles, notify=groupChanged)
    groupName = Property(dict, lambda self: self.group_name, notify=groupChanged)
    groupWaitingBy = Property(dict, _group_waiting_by, notify=waitingChanged)
    ticket = Property(dict, lambda self: self.ticket_shown, notify=changed)
    calledTo = Property(dict, lambda self: self.called_words, notify=changed)
    hasSlip = Property(bool, lambda self: self.has_slip, notify=changed)
    refusal = Property(dict, lambda self: self.refusal_words, notify=changed)
    help = Property(str, lambda self: self.help_state, notify=changed)
    secondsLeft = Property(int, lambda self: self.count.left, notify=countChanged)
    idleSecondsLeft = Property(int, lambda self: self.warning.left, notify=idleChanged)
