"""Ways through the kiosk's pages, for tests that are about something else."""

from collections.abc import Callable

from kiosk.ticketing.flow import KioskFlow
from kiosk.ticketing.page import WAYS

Wait = Callable[[Callable[[], bool]], object]


def take_ticket(flow: KioskFlow, service: str, wait: Wait) -> None:
    """Touch a service, behind its group's tile or not, and the counter where ways are shown.

    Waits until an answer is there. ``wait`` runs the event loop until its argument holds.
    """
    groups = (tile for tile in flow.face.start_tiles if tile.is_group)
    if group := next((tile for tile in groups if service in tile.services), None):
        flow.choose(group.key)
    flow.choose(service)
    wait(lambda: not flow.asking_for)
    if flow.screen_name == WAYS:
        flow.ways.choose("counter")
        wait(lambda: not flow.asking_for)
