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

SCREENS: Final = ("lead-lobby", "lead-hall", "lead-find", "lead-counters", "lead-more")
PAGES: Final = tuple(f"{name}.{language}.png" for name in SCREENS for language, _ in LOOKS)
MINUTE_US: Final = 60_000_000


def shots(folder: Path) -> Iterator[tuple[str, Picture]]:
    """Every tab in both languages, Chinese in light colours and English in dark ones."""
    with running_server(folder, "city") as server, chromium(folder) as browser:
        _busy(server)
        for language, scheme in LOOKS:
            with signed_in(browser, server, language, scheme) as page:
                page.wait_for_timeout(500)
                yield f"lead-lobby.{language}", shown(page)
                page.click("#lobby .row >> nth=1")
                page.evaluate("document.querySelector('#lobby h2 + .list').scrollIntoView()")
                yield f"lead-hall.{language}", shown(page)
                page.click("#t-find")
                page.fill("#number", "B0")
                page.wait_for_selector("#found .row")
                yield f"lead-find.{language}", shown(page)
                page.click("#t-counters")
                yield f"lead-counters.{language}", shown(page)
                page.click("#t-more")
                yield f"lead-more.{language}", shown(page)


def _busy(server: RunningServer) -> None:
    """Twelve who have waited too long, four who have just come, and who needs a person.

    Somebody asks for help, somebody gave a low mark, and a counter has been asked for.
    """
    kiosk = server.client("kiosk")
    assert isinstance(server.clock, ManualClock)
    for number in range(16):
        if number == 12:
            server.clock.advance(14 * MINUTE_US)
        service = ("cash", "transfer", "account")[number % 3]
        kiosk.post("tickets", json={"service": service}).raise_for_status()
    teller, lead = server.client("teller", "t1"), server.client("lead", "lead")
    for counter, service in (("2", ""), ("1", "cash")):
        teller.post(f"counters/{counter}/open").raise_for_status()
        if not service:
            teller.post(f"counters/{counter}/pause", json={"reason": "lunch"}).raise_for_status()
    ended = teller.post("counters/1/next").raise_for_status().json()["ticket"]["id"]
    teller.post(f"tickets/{ended}/close").raise_for_status()
    pad = server.client("rating")
    pad.post(f"tickets/{ended}/rating", json={"score": 2}).raise_for_status()
    pad.post(f"tickets/{ended}/rating/reasons", json={"reasons": ["waiting"]}).raise_for_status()
    lead.post("counters/4/ask", json={}).raise_for_status()
    lead.post("enquiries", json={"topic": "account"}).raise_for_status()
    server.clock.advance(2 * MINUTE_US)
    kiosk.post("help-requests", json={"device": "K2", "screen": "start"}).raise_for_status()
