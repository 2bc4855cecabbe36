"""The lobby lead's page on a phone: the hall, a lost slip, what else may be done."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from shared.server.clock import ManualClock
from tests.shots.phone_shots import LOOKS, shown
from tests.shots.picture import Picture
from tests.support.browser import chromium
from tests.support.lead_page import signed_in
from tests.support.server import RunningServer, running_server

SCREENS: Final = ("lead-lobby", "lead-find", "lead-more")
PAGES: Final = tuple(f"{name}.{language}.png" for name in SCREENS for language, _ in LOOKS)
MINUTE_US: Final = 60_000_000


def shots(folder: Path) -> Iterator[tuple[str, Picture]]:
    """Every tab in both languages, Chinese in light colours and English in dark ones."""
    with running_server(folder, "city") as server, chromium(folder) as browser:
        _busy(server)
        for language, scheme in LOOKS:
            with signed_in(browser, server, language, scheme) as page:
                page.wait_for_timeout(500)
                page.click("#lobby .row >> nth=1")
                yield f"lead-lobby.{language}", shown(page)
                page.click("#t-find")
                page.fill("#number", "B0")
                page.wait_for_selector("#found .row")
                yield f"lead-find.{language}", shown(page)
                page.click("#t-more")
                yield f"lead-more.{language}", shown(page)


def _busy(server: RunningServer) -> None:
    """Twelve who have waited too long, four who have just come, and somebody who asks for help."""
    kiosk = server.client("kiosk")
    assert isinstance(server.clock, ManualClock)
    for number in range(16):
        if number == 12:
            server.clock.advance(14 * MINUTE_US)
        service = ("cash", "transfer", "account")[number % 3]
        kiosk.post("tickets", json={"service": service}).raise_for_status()
    kiosk.post("help-requests", json={"device": "K2", "screen": "start"}).raise_for_status()
