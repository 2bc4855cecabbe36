"""Touch to feedback, tap to number, tap to first byte: real kiosk, server and printer."""

import time

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from kiosk.ticketing.program import KioskProgram
from kiosk.ticketing.stopwatch import FIRST_BYTE, NUMBER_SHOWN, TAP
from shared.ui.grab import settle
from simulator.demo.stage import Stage
from tests.bench.figure import Figure, milliseconds
from tests.bench.place import Place

FEEDBACK_AIM_MS, NUMBER_AIM_MS, BYTE_AIM_MS = 100, 300, 500
PRINT_LIMIT_S = 30.0


def measure(made: Place, taps: int) -> list[Figure]:
    """A person takes so many tickets, one after the other, each with its slip.

    The tap is the moment the finger leaves the tile; the number is there when the window's next
    picture is done (off-screen: drawn by the processor, no graphics card, no refresh to wait for).
    """
    stage = Stage(made.server, made.folder)
    try:
        options = {"printer": made.printer, "device": "kiosk-1"}
        kiosk = stage.open("kiosk", "kiosk", made.keys["kiosk"], options)
        assert isinstance(kiosk, KioskProgram)
        felt = [_press(stage, kiosk) for _ in range(taps)]
        moments = [_take_ticket(stage, kiosk) for _ in range(taps)]
    finally:
        stage.close()
    shown = [each[NUMBER_SHOWN] - each[TAP] for each in moments]
    printed = [each[FIRST_BYTE] - each[TAP] for each in moments if FIRST_BYTE in each]
    return [
        milliseconds("touch to a tile that looks pressed", felt, FEEDBACK_AIM_MS),
        milliseconds("tap to number on the screen", shown, NUMBER_AIM_MS),
        milliseconds("tap to first byte at the printer", printed, BYTE_AIM_MS),
    ]


def _press(stage: Stage, kiosk: KioskProgram) -> int:
    """A finger comes down on a tile and slides off it: ns until the next picture is done."""
    stage.wait(lambda: stage.shows("kiosk", "tile-cash"), "the start page")
    item, window = stage.item("kiosk", "tile-cash"), kiosk.window
    middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    drawn: list[int] = []
    settle()
    # Told by the rendering thread where there is one, so queued over to this one.
    seen = window.frameSwapped.connect(
        lambda: drawn.append(time.monotonic_ns()), Qt.ConnectionType.QueuedConnection
    )
    began_ns = time.monotonic_ns()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=middle)
    stage.wait(lambda: drawn, "the pressed tile")
    window.frameSwapped.disconnect(seen)
    QTest.mouseMove(window, QPoint(5, 5))
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    settle()
    return drawn[0] - began_ns


def _take_ticket(stage: Stage, kiosk: KioskProgram) -> dict[str, int]:
    """One customer: a tap, a number, a slip; the moments by name, monotonic ns."""
    flow = kiosk.flow
    stage.wait(lambda: stage.shows("kiosk", "tile-cash"), "the start page")
    stage.touch("kiosk", "tile-cash")
    stage.wait(lambda: stage.shows("kiosk", "way-counter"), "the ways")
    stage.touch("kiosk", "way-counter")
    stage.wait(lambda: flow.page == "ticket", "a ticket")
    ticket = str(flow.ticket_shown["id"])
    watch = kiosk.stopwatch
    stage.wait(lambda: NUMBER_SHOWN in watch.of(ticket), "the number")
    stage.wait(lambda: kiosk.printer.state_name != "printing", "the slip", PRINT_LIMIT_S)
    flow.wipe()
    return watch.of(ticket)
