"""Snapshots in which slips did not come out."""

from shared.protocol.lobby import LobbyView
from shared.protocol.trouble import DeviceTrouble, PrintView
from tests.counter.teller import scenes
from tests.support import view

NO_PAPER = DeviceTrouble(
    device="kiosk-1",
    name="Kiosk at the door",
    role="kiosk",
    problems=("printer_paper_out",),
    since=view.NOW,
)


def slip(number: str, fate: str = "failed", reason: str = "printer_paper_out") -> PrintView:
    return PrintView.model_validate(
        {
            "ticket": f"t-{number.lower()}",
            "number": number,
            "copy_no": 1,
            "device": "kiosk-1",
            "fate": fate,
            "reason": reason,
            "at": view.NOW,
        }
    )


def lobby(sequence: int, *prints: PrintView, devices: tuple[DeviceTrouble, ...] = ()) -> LobbyView:
    more = {"prints": prints, "devices": devices}
    return scenes.lobby(sequence).model_copy(update=more)
