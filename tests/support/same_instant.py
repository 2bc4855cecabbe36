"""Two tellers who press next at the same instant, over and over, on a real server."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import httpx

from tests.support.server import RunningServer

COUNTERS = {"1": "t1", "2": "t2"}


@dataclass
class Pressed:
    """What the answers were; ``twice``: tickets that were given to two, or two times to one."""

    answers: list[str] = field(default_factory=list)
    empty: int = 0

    @property
    def twice(self) -> list[str]:
        """Tickets in more than one answer."""
        return [ticket for ticket, times in Counter(self.answers).items() if times > 1]


def press_together(server: RunningServer, times: int) -> Pressed:
    """As many presses of each, both let go by one barrier; two people wait before each."""
    tellers = [server.client("teller", staff) for staff in COUNTERS.values()]
    for counter, teller in zip(COUNTERS, tellers, strict=True):
        teller.post(f"counters/{counter}/open", json={}).raise_for_status()
    kiosk = server.client("kiosk")
    start = threading.Barrier(len(tellers))
    pressed = Pressed()

    def press(counter: str, teller: httpx.Client) -> str:
        start.wait(30)
        answer = teller.post(f"counters/{counter}/next", json={}).raise_for_status()
        return str(answer.json()["ticket"]["id"]) if answer.status_code == 200 else ""

    with ThreadPoolExecutor(len(tellers)) as hands:
        for _ in range(times):
            for _ in tellers:
                kiosk.post("tickets", json={"service": "cash"}).raise_for_status()
            tickets = list(hands.map(press, COUNTERS, tellers))
            pressed.answers += [ticket for ticket in tickets if ticket]
            pressed.empty += tickets.count("")
    return pressed
