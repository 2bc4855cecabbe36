"""What all acts of the demo share: the branch, the windows, the list of checks, the speed."""

from dataclasses import dataclass, field
from pathlib import Path

import httpx
from PySide6.QtCore import Qt

from shared.protocol.event import EventPage, EventView
from shared.protocol.lobby import CounterView, LobbyView, TicketView
from simulator.demo.branch import PIN, DemoBranch
from simulator.demo.check import Checklist
from simulator.demo.stage import Stage

#: Branch seconds per real second: while people act at our windows, and in between.
WALK_RATE = 20.0
RUN_RATE = 2000.0
PAGE = 1000
ENTER = Qt.Key.Key_Return


@dataclass
class Scene:
    """The stage of one demo run. Our windows stand at ``counter``."""

    branch: DemoBranch
    stage: Stage
    checks: Checklist
    counter: str = "1"
    slips: list[Path] = field(default_factory=list)

    def open_windows(self) -> None:
        """Kiosk, board, teller and pad, each connected with its own device key."""
        keys, printer = self.branch.keys, self.branch.printer
        self.stage.open("kiosk", "kiosk", keys["kiosk"], {"printer": printer, "device": "kiosk-1"})
        self.stage.open("board", "board", keys["board"], {"audio": "silent", "scheme": "dark"})
        self.stage.open("teller", "teller", keys["teller"], {"counter": self.counter})
        self.stage.open("rating", "rating", keys["rating"], {"counter": self.counter})

    def sign_in(self) -> None:
        """The teller types number and PIN."""
        self.stage.type("teller", self.branch.staff_at(self.counter))
        self.stage.key("teller", ENTER)
        self.stage.type("teller", PIN)
        self.stage.key("teller", ENTER)

    def desk(self) -> CounterView:
        """Our counter, as our teller's window knows it."""
        lobby = self.stage.lobby("teller")
        return next(c for c in lobby.counters if c.id == self.counter)

    def present(self) -> str:
        """The number of whom our counter has called or serves; empty when nobody."""
        ticket = self.desk().ticket
        return ticket.number if ticket else ""

    def snapshot(self) -> LobbyView:
        """The lobby as the server knows it."""
        with self.branch.client("board") as client:
            answer = client.get("lobby").raise_for_status()
        return LobbyView.model_validate_json(answer.content)

    def ticket(self, ticket: str) -> TicketView:
        """A ticket as the server knows it."""
        with self.branch.client("board") as client:
            answer = client.get(f"tickets/{ticket}").raise_for_status()
        return TicketView.model_validate_json(answer.content)

    def log(self) -> list[EventView]:
        """The whole event log so far."""
        found: list[EventView] = []
        with self.branch.client("board") as client:
            while True:
                after = found[-1].sequence if found else 0
                page = read_page(client, after)
                found += page.events
                if not page.events or found[-1].sequence >= page.last:
                    return found


def read_page(client: httpx.Client, after: int) -> EventPage:
    """A page of the log behind a sequence number."""
    answer = client.get("log", params={"after": after, "limit": PAGE}).raise_for_status()
    return EventPage.model_validate_json(answer.content)
