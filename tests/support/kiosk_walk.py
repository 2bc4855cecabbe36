"""Ways through the kiosk's pages, for tests that are about something else."""

from collections.abc import Callable

from kiosk.ticketing.flow import KioskFlow
from kiosk.ticketing.page import WAYS

Wait = Callable[[Callable[[], bool]], object]


def take_ticket(flow: KioskFlow, service: str, wait: Wait) -> None:
    """Touch a service and, where ways are shown, the counter; wait until an answer is there.

    ``wait`` runs the event loop until its argument holds.
    """
    flow.choose(service)
    wait(lambda: not flow.asking_for)
    if flow.screen_name == WAYS:
        flow.ways.choose("counter")
        wait(lambda: not flow.asking_for)
