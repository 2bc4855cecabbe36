"""What every server says now against what the log says."""

import json
import time
import urllib.request
from collections.abc import Iterable
from typing import Any, Final

from shared.protocol.event import EventView
from tests.support.life_http import DayBook
from tests.support.server import KEYS

WAIT_S: Final = 10.0


def state_faults(log: list[EventView], addresses: Iterable[str]) -> list[str]:
    """Where a server's snapshot differs from the log's last day, lived again in a plain book."""
    days = [place for place, event in enumerate(log) if event.kind == "day.opened"]
    book = DayBook()
    try:
        book.write(log[days[-1] if days else 0 :])
    except AssertionError as error:
        return [f"the log cannot be: {error}"]
    return [fault for address in addresses for fault in _compare(book, len(log), address)]


def _compare(book: DayBook, last: int, address: str) -> list[str]:
    seen = _snapshot(address, last)
    found = []
    if seen["sequence"] != last:
        found.append(f"{address} stands at event {seen['sequence']} of {last}")
    waiting = {ticket["id"] for ticket in seen["waiting"]}
    if waiting != book.where("waiting"):
        found.append(f"{address} has others waiting than the log: {len(waiting)}")
    present = {c["id"]: c["ticket"]["id"] for c in seen["counters"] if c["ticket"]}
    if present != book.at_counters():
        found.append(f"{address} has others at the counters: {present} {book.at_counters()}")
    return found


def _snapshot(address: str, last: int) -> dict[str, Any]:
    """The newest one; news of another process may take a moment."""
    asked = urllib.request.Request(
        f"{address}/lobby", headers={"Authorization": f"Bearer {KEYS['board']}"}
    )
    end_s = time.monotonic() + WAIT_S
    while True:
        with urllib.request.urlopen(asked, timeout=10) as answer:
            seen: dict[str, Any] = json.load(answer)
        if seen["sequence"] == last or time.monotonic() > end_s:
            return seen
        time.sleep(0.1)
