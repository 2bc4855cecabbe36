"""A branch day over HTTP: a real server, an outage with a journal, a new policy at noon."""

from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, Final

import httpx

from shared.config.profile import Profile
from shared.domain.event import Event
from shared.protocol.event import EventPage, to_datetime
from shared.server.clock import ManualClock
from tests.support.profiles import NEIGHBOURHOOD, first_come
from tests.support.server import RunningServer, local_us, running_server

DAY: Final = "2026-11-20"
NOON: Final = first_come()
SERVICES: Final = ("cash", "cash", "account", "transfer", "wealth", "other")
SEGMENTS: Final = ("ordinary", "ordinary", "ordinary", "priority", "key")
COUNTERS: Final = ("1", "2", "3", "4")
#: What happens to somebody at a counter, and how often against the rest.
ENDS: Final = {"close": 7, "hold": 2, "transfer": 2, "absent": 3}


@dataclass
class HttpDay:
    """Kiosk, lead, four tellers; what the rules refuse does not happen."""

    server: RunningServer
    clock: ManualClock
    chance: Random
    done: dict[str, int] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)
    held: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.kiosk = self.server.client("kiosk")
        self.lead = self.server.client("lead", "lead")
        self.tellers = {c: self.server.client("teller", f"t{c}") for c in COUNTERS}

    def ask(self, client: httpx.Client, what: str, place: str, body: Any = None) -> Any:
        """One command; its answer, or None where a rule refuses it."""
        answer = client.post(place, json=body)
        assert answer.status_code < 500, answer.text
        if answer.status_code not in (200, 201):
            return None
        self.done[what] = self.done.get(what, 0) + 1
        return answer.json()

    def until(self, clock: str, *, is_away: bool = False) -> None:
        """Random acts up to this time, a minute or so apart; of the kiosk alone while away."""
        end_us = local_us(f"{DAY}T{clock}")
        while self.clock.now_us() < end_us:
            if not is_away:
                self.arrive()
                for counter in COUNTERS:
                    self.work(counter)
                self.lead_acts()
            self.clock.advance(self.chance.randrange(20, 100) * 1_000_000)

    def open(self) -> None:
        """Everybody at work."""
        for counter, teller in self.tellers.items():
            self.ask(teller, "open", f"counters/{counter}/open")

    def arrive(self) -> None:
        """Nobody, one or two customers; now and then with a second matter."""
        for _ in range(self.chance.choice((0, 1, 2, 2))):
            one, other = self.chance.sample(sorted(set(SERVICES)), 2)
            body = {"service": one, "segment": self.chance.choice(SEGMENTS)}
            needs = {"needs": [other]} if self.chance.random() < 0.2 else {}
            self.ask(self.kiosk, "issue", "tickets", body | needs)

    def work(self, counter: str) -> None:
        """The teller ends what is at the counter, or presses next."""
        teller, ticket = self.tellers[counter], self.called.get(counter)
        if ticket is None:
            found = self.ask(teller, "next", f"counters/{counter}/next")
            if found is not None:
                self.called[counter] = found["ticket"]["id"]
        elif self.chance.random() < 0.35:
            (end,) = self.chance.choices([*ENDS], [*ENDS.values()])
            self.end(teller, counter, ticket, end)

    def end(self, teller: httpx.Client, counter: str, ticket: str, end: str) -> None:
        """Served, put aside, sent on, or not there."""
        place = f"tickets/{ticket}"
        if end == "absent":
            self.ask(teller, "recall", f"{place}/recall")
            gone = self.ask(teller, "no-show", f"{place}/no-show")
        else:
            self.ask(teller, "start", f"{place}/start")
            bodies = {"hold": {"pool": "documents"}, "transfer": {"service": "account"}}
            gone = self.ask(teller, end, f"{place}/{end}", bodies.get(end))
            if gone is None:
                gone = self.ask(teller, "close", f"{place}/close")
            elif end == "hold":
                self.held.append(ticket)
        if gone is not None:
            del self.called[counter]

    def lead_acts(self) -> None:
        """Somebody is taken back from the desk, or called before the others."""
        if self.held and self.chance.random() < 0.3:
            self.ask(self.lead, "resume", f"tickets/{self.held.pop()}/resume")
        free = [counter for counter in COUNTERS if counter not in self.called]
        if free and self.chance.random() < 0.15:
            waiting = self.lead.get("lobby").raise_for_status().json()["waiting"]
            if waiting:
                body = {"ticket": self.chance.choice(waiting)["id"], "reason": "help"}
                place = f"counters/{free[0]}/call"
                if self.ask(self.lead, "call out of order", place, body):
                    self.called[free[0]] = body["ticket"]

    def outage(self, begins: str, ends: str) -> None:
        """The kiosk gives lent numbers by itself, and tells of them when the server is back."""
        lease = self.ask(self.kiosk, "lease", "number-leases", {"count": 50})
        slips = []
        at_us = local_us(f"{DAY}T{begins}")
        for ordinal in range(lease["first"], lease["first"] + 8):
            at_us += self.chance.randrange(30, 90) * 1_000_000
            slips.append(self._slip(ordinal, at_us))
        self.until(ends, is_away=True)
        told = {"source": "kiosk-1", "first": 1, "entries": slips}
        taken = self.ask(self.kiosk, "journal", "journals", told)
        assert taken["taken"] == len(slips)

    def _slip(self, ordinal: int, at_us: int) -> dict[str, Any]:
        data = {"day": DAY, "series": "A", "ordinal": ordinal, "number": f"A{ordinal}"}
        data |= {"service": "cash", "segment": "ordinary", "language": "zh_CN"}
        at = to_datetime(at_us).isoformat()
        return {"kind": "ticket.issued", "at": at, "ticket": f"k{ordinal}", "data": data}

    def publish(self, profile: Profile) -> None:
        """The manager puts another policy in force, with people waiting."""
        waiting = self.lead.get("lobby").raise_for_status().json()["waiting"]
        assert len(waiting) > 3
        body = profile.model_dump(mode="json")
        assert self.ask(self.server.client("admin"), "publish", "profile", body)

    def log(self) -> list[Event]:
        """The server's whole log, page by page."""
        events: list[Event] = []
        while True:
            page = self.kiosk_page(len(events))
            events += [view.to_event() for view in page.events]
            if len(events) == page.last:
                return events

    def kiosk_page(self, after: int) -> EventPage:
        """Events after this sequence number."""
        answer = self.tellers["1"].get("log", params={"after": after, "limit": 500})
        return EventPage.model_validate(answer.raise_for_status().json())


def live_http_day(folder: Path, seed: int) -> tuple[list[Event], dict[str, int]]:
    """The log of the day, and how often each command was carried out."""
    clock = ManualClock(local_us(f"{DAY}T11:00"))
    with running_server(folder, NEIGHBOURHOOD, clock) as server:
        day = HttpDay(server, clock, Random(seed))
        day.open()
        day.until("11:30")
        day.outage("11:30", "11:42")
        day.until("12:00")
        day.publish(NOON)
        day.until("12:40")
        return day.log(), day.done
