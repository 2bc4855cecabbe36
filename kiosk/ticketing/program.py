"""The kiosk as a program: parts wired, window made, everything let go of at the end."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.speech.espeak import choose_speaker
from kiosk.speech.speaker import Speaker
from kiosk.ticketing.countdown import SECOND_MS
from kiosk.ticketing.flow import KioskFlow
from kiosk.ticketing.lobby_face import LobbyFace
from kiosk.ticketing.offline.desk import OwnDesk
from kiosk.ticketing.out_of_order import OutOfOrder
from kiosk.ticketing.page import START, TICKET
from kiosk.ticketing.panel import kiosk_panel, reach_top
from kiosk.ticketing.print_desk import PrintDesk
from kiosk.ticketing.qr_image import QrProvider
from kiosk.ticketing.scanner import Scanner
from kiosk.ticketing.slip_printer import PAPER_MM, SlipPrinter
from kiosk.ticketing.spoken_mode import SpokenMode
from kiosk.ticketing.spoken_touch import SpokenTouch
from kiosk.ticketing.stopwatch import Stopwatch
from kiosk.ticketing.ticket_source import TicketSource
from shared.client.ports import LobbyClient
from shared.config.profile import Profile
from shared.ui.engine import LobbyEngine
from shared.ui.grab import grab_window
from shared.ui.language import Language
from shared.ui.surface import show_window, wear_accent
from shared.ui.theme import Theme


class KioskProgram:
    """One kiosk. ``stopwatch`` has the moments of its tickets, ``flow`` its state."""

    name = "kiosk"

    def __init__(
        self,
        client: LobbyClient,
        options: Mapping[str, str],
        *,
        second_ms: int = SECOND_MS,
        speaker: Speaker | None = None,
    ) -> None:
        """Wires the parts; the window is made and not shown. ``speaker``: default: the option's.

        Raises:
            PrinterAddressInvalid: the printer's address cannot be read.
            LanguageUnknown: neither Chinese nor English.
        """
        self._is_fullscreen = options.get("fullscreen") == "1"
        self.theme = Theme(options.get("scheme", "light"))
        self.language = Language(options.get("language", "zh"))
        self.stopwatch = Stopwatch()
        self.printer = SlipPrinter(
            options.get("printer", ""), self.stopwatch, int(options.get("paper_mm", PAPER_MM))
        )
        folder = options.get("offline", "")
        self.own = OwnDesk(client, Path(folder) if folder else None, options.get("holder", ""))
        self.prints = PrintDesk(client, self.printer, self.own, Path(folder) if folder else None)
        mark = OutOfOrder(Path(folder) if folder else None)
        client.problems = lambda: (*self.own.problems, *self.printer.problems, *mark.problems)
        self.source = TicketSource(client, self.own)
        self.face = LobbyFace(client, self.source)
        self.flow = KioskFlow(
            client,
            self.source,
            self.face,
            self.printer,
            self.theme,
            self.language,
            stopwatch=self.stopwatch,
            mark=mark,
            device=options.get("device", "kiosk"),
            second_ms=second_ms,
        )
        self.speaker = speaker or choose_speaker(options.get("speech", ""))
        self.spoken = SpokenMode(self.flow, self.speaker)
        self.engine = LobbyEngine(self.theme, self.language)
        self._codes = QrProvider()
        self.engine.addImageProvider("qr", self._codes)
        parts = {"flow": self.flow, "lobby": self.face, "printer": self.printer}
        parts |= {
            "ways": self.flow.ways,
            "needs": self.flow.needs,
            "slots": self.flow.slots,
            "keypad": self.flow.keypad,
            "bookings": self.flow.bookings,
            "access": self.flow.access,
            "staff": self.flow.staff,
            "speech": self.spoken,
        }
        self.window: QQuickWindow = self.engine.load("kiosk.ticketing.screens", "Main", parts)
        self.scanner = Scanner()
        self.scanner.scanned.connect(self.flow.identify.scanned)
        self.window.installEventFilter(self.scanner)
        self._touch = SpokenTouch(self.window, self.flow, self.spoken)
        self.window.installEventFilter(self._touch)
        self._shown_ticket = ""
        self._awaits_frame = False
        self._is_closed = False
        self.end_loop: Callable[[int], object] = QCoreApplication.exit
        self.flow.staff.ended.connect(self._end)
        self.flow.changed.connect(self._watch_for_number)
        self.flow.changed.connect(self._lose_focus)
        client.profileChanged.connect(self._dress)
        if client.profile is not None:
            self._dress(client.profile)

    def show(self) -> None:
        """Fill the screen, or open a window that fits beside others."""
        show_window(self.window, is_fullscreen=self._is_fullscreen)

    def close(self) -> None:
        """Finish the slip in hand, close the window, destroy the engine."""
        if self._is_closed:
            return
        self._is_closed = True
        # An answer may still be under way, and a page may still count its seconds.
        self.flow.changed.disconnect(self._watch_for_number)
        self.flow.changed.disconnect(self._lose_focus)
        self.window.removeEventFilter(self._touch)
        self.spoken.end()
        self.speaker.stop()
        self.printer.close()
        self.prints.close()
        self.own.close()
        self.window.close()
        self.engine.close()

    def grab(self) -> QImage:
        """The window's picture as it is now."""
        return grab_window(self.window)

    @Slot(int)
    def _end(self, code: int) -> None:
        """Staff have ended the program at its screen."""
        self.end_loop(code)

    def _dress(self, profile: Profile) -> None:
        """The bank's colour, and the panel's size for whatever is given in millimetres."""
        wear_accent(self.theme, profile.bank.accent)
        panel = kiosk_panel(profile.kiosk)
        self.theme.change("_mm_per_px", panel.mm_per_px)
        self.theme.set_reach_top(reach_top(panel))
        self.flow.access.changed.emit()

    def _lose_focus(self) -> None:
        """Before a new customer nothing tells which key the last one touched."""
        if self.flow.page != START or self.flow.idle.is_running:
            return
        if self.window.mouseGrabberItem() is not None:
            return  # a key that loses the focus under a finger would lose the touch
        # The stubs forget that nothing may have it.
        focus = cast("QQuickItem | None", self.window.activeFocusItem())
        if focus is not None and focus is not self.window.contentItem():
            focus.setFocus(False)

    def _watch_for_number(self) -> None:
        """A new ticket: its number is shown when the next picture is on the screen."""
        ticket = str(self.flow.ticket_shown.get("id", ""))
        if self.flow.page == TICKET and ticket != self._shown_ticket:
            self._shown_ticket = ticket
            # Told by the rendering thread where there is one, so queued over to this one.
            if not self._awaits_frame:
                self._awaits_frame = True
                queued = Qt.ConnectionType.QueuedConnection
                self.window.frameSwapped.connect(self._frame_shown, queued)
            self.window.update()

    def _frame_shown(self) -> None:
        """The picture with the number is there; the ones after it do not matter."""
        if not self._awaits_frame:
            return  # a second picture was queued behind the first
        self._awaits_frame = False
        self.window.frameSwapped.disconnect(self._frame_shown)
        self.flow.numberShown()


def create(client: LobbyClient, options: Mapping[str, str]) -> KioskProgram:
    """The kiosk for ``lobby kiosk`` and the demo; options as in ``shared.client.program``.

    Raises:
        PrinterAddressInvalid: the option ``printer`` cannot be read.
        LanguageUnknown: the option ``language`` is neither Chinese nor English.
    """
    return KioskProgram(client, options)
