"""Tellers' keys: a morning by keyboard alone, and two who press next at the same instant."""

import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Final

from rich.console import Console

from shared.ui.app import widget_application
from tests.support.same_instant import press_together
from tests.support.server import morning, running_server
from tests.support.teller_morning import keys_sentence, lenient, whole_morning

KEYS_MOST: Final = 1.2


def check_tellers(console: Console, presses: int) -> bool:
    """Play both and tell; whether all of it held."""
    widget_application("en")
    with tempfile.TemporaryDirectory(prefix="lobby-torture-") as folder:
        return _morning(console, Path(folder)) and _together(console, Path(folder), presses)


def _morning(console: Console, folder: Path) -> bool:
    """Sixty customers, every operation among them."""
    place = folder / "morning"
    place.mkdir()
    with running_server(place, lenient(), morning()) as server:
        play = whole_morning(server)
        try:
            keys = play.live()
        finally:
            play.teller.close()
    console.print(f"A morning by keyboard: {keys_sentence(keys)}")
    console.print(f"done by keys: {', '.join(play.done)}")
    return median(keys) <= KEYS_MOST


def _together(console: Console, folder: Path, presses: int) -> bool:
    """Every answer another ticket, nobody told that nobody waits."""
    place = folder / "together"
    place.mkdir()
    began_s = time.monotonic()
    with running_server(place, clock=morning()) as server:
        pressed = press_together(server, presses)
    took_s = time.monotonic() - began_s
    console.print(
        f"{presses} times both at the same instant in {took_s:.0f} s: "
        f"{len(pressed.answers)} tickets called, {len(pressed.twice)} of them twice, "
        f"{pressed.empty} answers without one"
    )
    return not pressed.twice and len(pressed.answers) == 2 * presses
