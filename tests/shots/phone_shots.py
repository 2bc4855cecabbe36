"""What customers see in their phone's browser: their ticket, and the booking of a time."""

import io
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from PIL import Image

from shared.config.base_tables import Text
from shared.config.load import load_profile
from shared.config.profile import Profile
from tests.shots.picture import Picture
from tests.support.browser import chromium, opened
from tests.support.looking import NearLine
from tests.support.server import (
    RunningServer,
    enrolled_database,
    make_house,
    serving_house,
)

LOOKS: Final = (("zh", "light"), ("en", "dark"))
TICKET: Final = (
    "phone-waiting",
    "phone-suspended",
    "phone-later",
    "phone-called",
    "phone-missed",
    "phone-serving",
    "phone-finished",
    "phone-survey",
)
BOOKING: Final = ("book-time", "book-confirm", "book-booked")
PAGES: Final = tuple(
    f"{name}.{language}.png" for name in (*TICKET, *BOOKING) for language, _ in LOOKS
)
AHEAD: Final = 5
WINDOW_MS: Final = 120_000
"""The first forecast may have to be compiled."""


def shots(folder: Path) -> Iterator[tuple[str, Picture]]:
    """Every state in both languages, Chinese in light colours and English in dark ones."""
    database = folder / "branch.db"
    database.write_bytes(enrolled_database())
    house = make_house(database, profile=_profile(), connect=NearLine)
    with serving_house(house) as server, chromium(folder) as browser:
        ticket = _busy(server)
        with ExitStack() as stack:
            url = ticket["phone_url"]
            pages = [
                (language, stack.enter_context(opened(browser, url, language, scheme)))
                for language, scheme in LOOKS
            ]
            for name in _states(server, ticket):
                for language, page in pages:
                    if name == "phone-survey":
                        page.tap("#survey")
                        page.wait_for_selector("#survey-form")
                        page.tap("label:has([name=wait][value='4'])")
                    if name == "phone-waiting":
                        page.wait_for_selector("#window-card:not([hidden])", timeout=WINDOW_MS)
                    page.wait_for_timeout(500)
                    yield f"{name}.{language}", shown(page)
        url = f"{server.base_url}/book/{server.branch}"
        for language, scheme in LOOKS:
            with opened(browser, url, language, scheme) as page:
                yield from _booking(page, language)


def _profile() -> Profile:
    """The neighbourhood branch, which tells the way to its third counter."""
    profile = load_profile("neighbourhood")
    way = Text(zh="进门左转，第三个窗口", en="Turn left, third counter")
    counters = tuple(
        counter.model_copy(update={"way": way}) if counter.id == "3" else counter
        for counter in profile.counters
    )
    return profile.model_copy(update={"counters": counters})


def _busy(server: RunningServer) -> dict[str, Any]:
    """The last of some customers, while three are being served."""
    asked = {"survey": "quarter", "from_day": "2026-11-20", "to_day": "2026-12-31"}
    body = {**asked, "shares": {"ordinary": 1.0}}
    server.client("lead", "boss").post("surveys", json=body).raise_for_status()
    kiosk = server.client("kiosk")
    for number, counter in enumerate("123", 1):
        teller = server.client("teller", f"t{number}")
        teller.post(f"counters/{counter}/open").raise_for_status()
        kiosk.post("tickets", json={"service": "cash"}).raise_for_status()
    issued: dict[str, Any] = {}
    for _ in range(AHEAD):
        issued = kiosk.post("tickets", json={"service": "cash"}).raise_for_status().json()
    return issued


def _states(server: RunningServer, issued: dict[str, Any]) -> Iterator[str]:
    """Lead the ticket through its states."""
    lead, ticket = server.client("lead", "lead"), f"tickets/{issued['id']}"

    def staff(path: str, **body: object) -> None:
        lead.post(path, json=body).raise_for_status()

    yield "phone-waiting"
    staff("services/cash/suspend", reason="system")
    yield "phone-suspended"
    staff("services/cash/resume")
    staff(f"{ticket}/defer", minutes=20)
    yield "phone-later"
    staff(f"{ticket}/resume")
    staff("counters/3/call", ticket=issued["id"], reason="help")
    yield "phone-called"
    staff(f"{ticket}/recall")
    staff(f"{ticket}/no-show")
    yield "phone-missed"
    staff(f"{ticket}/return")
    staff("counters/3/call", ticket=issued["id"], reason="back")
    staff(f"{ticket}/start")
    yield "phone-serving"
    staff(f"{ticket}/close")
    yield "phone-finished"
    yield "phone-survey"


def _booking(page: Any, language: str) -> Iterator[tuple[str, Picture]]:
    """A time is chosen and booked."""
    page.tap("[data-service='wealth']")
    page.tap("#days button:nth-child(4)")
    page.wait_for_selector("#times button")
    yield f"book-time.{language}", shown(page)
    page.locator("#times button:not([disabled])").nth(1).tap()
    yield f"book-confirm.{language}", shown(page)
    page.tap("#confirm button")
    page.wait_for_selector("#square")
    # The code is another one each time: a picture of it would never be the same twice.
    page.evaluate("document.getElementById('code').textContent = 'W9Q6R6'")
    page.evaluate(
        "document.getElementById('square').src ="
        " location.pathname + '/appointments/W9Q6R6/code.svg'"
    )
    page.wait_for_function("() => document.getElementById('square').complete")
    page.wait_for_timeout(300)
    yield f"book-booked.{language}", shown(page)


def shown(page: Any) -> Picture:
    """The page as it is on the phone's screen."""
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")
