"""A teller's key to the called ticket: the real window, the real server, all rules between."""

import time
from typing import Final

from PySide6.QtCore import Qt

from shared.client.timing import Timing
from shared.ui.app import widget_application
from shared.ui.grab import settle
from simulator.demo.branch import PIN
from tests.bench.figure import Figure, milliseconds
from tests.bench.place import Place
from tests.support.keyed_teller import KeyedTeller, until

PRESSED_AIM_MS, CALLED_AIM_MS = 50, 100
COUNTER: Final = "2"
WAITING: Final = 5
"""So many are always in the hall: the list beside the number is drawn as well."""


def measure(made: Place, calls: int) -> list[Figure]:
    """Each call closes the visit before and calls the next, as the usual key does.

    The moment of the key is before Qt delivers it; the number is there when the window has been
    drawn with it (off-screen: by the processor, no refresh to wait for).
    """
    widget_application("zh")
    kiosk = made.client("kiosk")

    def issue() -> None:
        kiosk.post("tickets", json={"service": "cash"}).raise_for_status()

    for _ in range(WAITING):
        issue()
    teller = KeyedTeller(made.server, made.keys["teller"], "", COUNTER, Timing())
    try:
        teller.sign_in(made.staff_at(COUNTER), PIN)
        teller.next()
        moments = []
        for _ in range(calls):
            issue()
            moments.append(_call(teller))
    finally:
        teller.close()
    return [
        milliseconds("teller's key to a key that looks pressed", [p for p, _ in moments],
                     PRESSED_AIM_MS),
        milliseconds("teller's key to the called number", [n for _, n in moments], CALLED_AIM_MS),
    ]  # fmt: skip


def _call(teller: KeyedTeller) -> tuple[int, int]:
    """One press at rest: ns until the key is drawn as pending, and until the number is drawn."""
    teller.settled()
    settle()
    before, window = teller.ticket, teller.program.window
    began_ns = time.monotonic_ns()
    teller.strike(Qt.Key.Key_F2)
    window.desk.next_key.repaint()
    pressed_ns = time.monotonic_ns()
    until(lambda: teller.ticket not in ("", before), "the call")
    window.desk.hero.repaint()
    return pressed_ns - began_ns, time.monotonic_ns() - began_ns
