"""At the kiosk: a ticket in two touches, on paper and on the phone, in both languages."""

from pathlib import Path
from urllib.parse import unquote

import httpx

from shared.protocol.lobby import TicketView
from simulator.demo.scene import Scene

TILE, COUNTER = "tile-cash", "way-counter"
FADE_MS = 600


def see_start(scene: Scene) -> None:
    """The start page in both languages, normal and large type."""
    stage = scene.stage
    stage.picture("kiosk", "kiosk-start-zh")
    stage.touch("kiosk", "languageButton")
    stage.picture("kiosk", "kiosk-start-en")
    stage.touch("kiosk", "largeTypeButton")
    stage.picture("kiosk", "kiosk-start-large-en")
    stage.touch("kiosk", "languageButton")
    stage.picture("kiosk", "kiosk-start-large-zh")
    stage.touch("kiosk", "largeTypeButton")


def take_ticket(scene: Scene, language: str, *, is_priority: bool = False) -> TicketView:
    """Two touches (three with priority): the ticket. The window then shows the start again."""
    stage = scene.stage
    if language == "en":
        stage.touch("kiosk", "languageButton")
    if is_priority:
        stage.touch("kiosk", "priorityRow")
    before = slips(scene)
    stage.touch("kiosk", TILE)
    stage.wait(lambda: stage.shows("kiosk", COUNTER), "the kiosk shows the ways")
    stage.settle(FADE_MS)
    stage.picture("kiosk", f"kiosk-ways-{language}")
    stage.touch("kiosk", COUNTER)
    stage.wait(lambda: stage.shows("kiosk", "number"), "the kiosk shows a number")
    number = str(stage.item("kiosk", "number").property("number"))
    stage.picture("kiosk", f"kiosk-ticket-{language}")
    ticket = _check_on_server(scene, number)
    stage.wait(lambda: slips(scene) - before, f"the slip of {number} is printed")
    _check_slip(scene, number, (slips(scene) - before).pop())
    stage.settle(FADE_MS)
    stage.picture("kiosk", f"kiosk-printed-{language}")
    _check_phone_page(scene, number)
    stage.touch("kiosk", "doneButton")
    stage.wait(lambda: stage.shows("kiosk", "waitCount"), "the kiosk is back at the start")
    return ticket


def slips(scene: Scene) -> set[Path]:
    """The slips that the printer has cut so far."""
    return set(scene.branch.slips.glob("*.png"))


def _check_on_server(scene: Scene, number: str) -> TicketView:
    """The ticket behind the number on the screen.

    Raises:
        LookupError: the server does not know it.
    """
    issued = [e for e in scene.log() if e.kind == "ticket.issued" and e.number == number]
    scene.checks.equal(f"ticket {number} of the kiosk stands in the log once", len(issued), 1)
    return scene.ticket(issued[0].ticket)


def _check_slip(scene: Scene, number: str, slip: Path) -> None:
    scene.slips.append(slip)
    scene.checks.true(f"slip of {number} came out", slip.stat().st_size > 0, slip.name)


def _check_phone_page(scene: Scene, number: str) -> None:
    """The page behind the QR code shows this number."""
    source = scene.stage.item("kiosk", "qr").property("source").toString()
    url = unquote(source.rpartition("image://qr/")[2])
    page = httpx.get(url, trust_env=False, timeout=10)
    is_shown = page.status_code == httpx.codes.OK and number in page.text
    scene.checks.true(f"phone page of {number}", is_shown, f"{len(page.content)} bytes")
    (scene.stage.pictures.parent / "phone.html").write_bytes(page.content)
