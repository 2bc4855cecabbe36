"""Tap to number on the screen, tap to first byte at the printer: real kiosk, server and printer."""

from kiosk.ticketing.program import KioskProgram
from kiosk.ticketing.stopwatch import FIRST_BYTE, NUMBER_SHOWN, TAP
from simulator.demo.stage import Stage
from tests.bench.figure import Figure, milliseconds
from tests.bench.place import Place

NUMBER_AIM_MS, BYTE_AIM_MS = 300, 500
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
        moments = [_take_ticket(stage, kiosk) for _ in range(taps)]
    finally:
        stage.close()
    shown = [each[NUMBER_SHOWN] - each[TAP] for each in moments]
    printed = [each[FIRST_BYTE] - each[TAP] for each in moments if FIRST_BYTE in each]
    return [
        milliseconds("tap to number on the screen", shown, NUMBER_AIM_MS),
        milliseconds("tap to first byte at the printer", printed, BYTE_AIM_MS),
    ]


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
