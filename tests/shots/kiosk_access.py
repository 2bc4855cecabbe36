"""Rush mode, and the ways of using the kiosk that suit a customer."""

from datetime import timedelta

from PySide6.QtTest import QTest

from shared.config.load import load_profile
from shared.protocol.lobby import RushView
from tests.shots.kiosk_stage import Kiosk
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
