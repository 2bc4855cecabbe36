"""Rush mode, the ways of using the kiosk that suit a customer, and the page for staff."""

from datetime import timedelta

from PySide6.QtTest import QTest

from shared.config.load import load_profile
from shared.protocol.lobby import RushView
from tests.shots.kiosk_stage import Kiosk
from tests.shots.waiting import until
from tests.support import view

LOOK_MS = 400
"""A lowered page looks at its controls several times a second."""


def rush(kiosk: Kiosk) -> None:
    """Many people at the door, and what is expected is known."""
    kiosk.client.forecast = view.forecasts()
    until_ = view.NOW + timedelta(minutes=10)
    lobby = view.lobby(waiting=view.twelve_waiting(), rush=RushView(until=until_, cause="lead"))
    kiosk.client.show(lobby)


def large_rush(kiosk: Kiosk) -> None:
    """The same in large type."""
    rush(kiosk)
    kiosk.flow.swapLargeType()


def hearing(kiosk: Kiosk) -> None:
    """The customer does not hear well."""
    kiosk.take_ticket()
    kiosk.print_state("done", 1.0)
    kiosk.flow.count.start(12)
    kiosk.flow.access.swapVisual()


def lowered(kiosk: Kiosk) -> None:
    """A panel that hangs 10 cm higher than drawn, its controls brought down."""
    high = load_profile("city")
    table = high.kiosk.model_copy(update={"lower_edge_mm": 900.0})
    kiosk.client.profile = high.model_copy(update={"kiosk": table})
    kiosk.client.profileChanged.emit(kiosk.client.profile)
    kiosk.flow.access.swapLowered()
    QTest.qWait(LOOK_MS)


def speech(kiosk: Kiosk) -> None:
    """The pages are spoken; how loud?"""
    kiosk.program.spoken.press()
    kiosk.program.spoken.press()


def staff(kiosk: Kiosk) -> None:
    """Somebody in charge, after a slip that did not come out."""
    printer = kiosk.program.printer
    for number, fate in (("A026", "done"), ("B011", "done"), ("A027", "failed")):
        printer.began.emit(f"t-{number.lower()}", 1, number)
        printer.ended.emit(f"t-{number.lower()}", 1, fate, "")
    kiosk.flow.staff.open()
    for said in ("1001", "2468"):
        for digit in said:
            kiosk.flow.keypad.key(digit)
        kiosk.flow.keypad.ok()
    until(lambda: kiosk.flow.page == "staff")


def staff_pin(kiosk: Kiosk) -> None:
    """Half of a PIN."""
    kiosk.flow.staff.open()
    kiosk.flow.keypad.key("7")
    kiosk.flow.keypad.ok()
    for digit in "246":
        kiosk.flow.keypad.key(digit)


def out_of_order(kiosk: Kiosk) -> None:
    """Put so by staff."""
    staff(kiosk)
    kiosk.flow.staff.swapOutOfOrder()
    kiosk.flow.staff.done()


def large_staff(kiosk: Kiosk) -> None:
    """The page for staff in large type."""
    staff(kiosk)
    kiosk.flow.swapLargeType()
