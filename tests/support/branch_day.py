"""A day at a branch over HTTP: every function of hall, counters and lead in each round."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import httpx

from shared.server.clock import ManualClock
from tests.support.server import PIN, RunningServer

MINUTE_US = 60_000_000
#: Longer than any command may take in the branch, even beside other tests.
SLOW_S = 5.0


@dataclass
class BranchDay:
    """Whoever works and waits in a branch. ``used`` are the functions that did their work.

    Every answer has to be a good one, and quick.
    """

    server: RunningServer
    used: set[str] = field(default_factory=set)
    slowest_s: float = 0.0
    clients: dict[str, httpx.Client] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Devices of every kind; the tellers and the lead sign in."""
        for role in ("kiosk", "board", "rating", "admin"):
            self.clients[role] = self.server.client(role)
        for staff in ("t1", "t2"):
            self.clients[staff] = self.server.client("teller", staff)
        self.clients["lead"] = self.server.client("lead", "lead")

    def ask(self, who: str, how: str, body: Any = None, **values: Any) -> Any:
        """One request such as "POST tickets/{ticket}/close"; what came of it as JSON."""
        method, _, place = how.partition(" ")
        answer = self.clients[who].request(
            method, place.format(**values), json=body, params=values.get("params")
        )
        assert answer.is_success, f"{how}: {answer.text}"
        self.slowest_s = max(self.slowest_s, answer.elapsed.total_seconds())
        assert answer.elapsed.total_seconds() < SLOW_S, how
        self.used.add(how)
        return (
            answer.json() if answer.content and "json" in answer.headers["content-type"] else None
        )

    def passes(self, minutes: float) -> None:
        """Time goes by."""
        assert isinstance(self.server.clock, ManualClock)
        self.server.clock.advance(int(minutes * MINUTE_US))

    @property
    def now(self) -> datetime:
        """The branch's own time."""
        zone = datetime.fromisoformat("2026-11-20T00:00+08:00")
        past_us = self.server.clock.now_us() - int(zone.timestamp() * 1_000_000)
        return zone + timedelta(microseconds=past_us)

    def open(self) -> None:
        """The counters open."""
        for staff, counter in (("t1", "1"), ("t2", "2")):
            self.ask(staff, "POST counters/{counter}/open", {}, counter=counter)

    def close(self) -> None:
        """The counters close."""
        for staff, counter in (("t1", "1"), ("t2", "2")):
            self.ask(staff, "POST counters/{counter}/close", {}, counter=counter)

    def round(self) -> None:
        """Everything once; nobody is left over, so that the next round finds the hall empty."""
        self._served()
        self._missed()
        self._together()
        self._elsewhere()
        self._appointment()
        self._trouble()
        self._counters()
        self._screens()

    def ticket(self, **more: Any) -> str:
        """Somebody takes a ticket."""
        body = {"service": "cash", **more}
        return str(self.ask("kiosk", "POST tickets", body)["id"])

    def called(self, ticket: str) -> None:
        """The ticket is at counter 1, called out of order."""
        body = {"ticket": ticket, "reason": "lead"}
        self.ask("lead", "POST counters/{counter}/call", body, counter="1")

    def _served(self) -> None:
        """The ordinary way, with a second need, a hold and a mark."""
        self.ticket(needs=["account"])
        found = self.ask("t1", "POST counters/{counter}/next", {}, counter="1")
        mine = {"ticket": found["ticket"]["id"]}
        self.ask("t1", "POST tickets/{ticket}/recall", {}, **mine)
        self.ask("t1", "POST tickets/{ticket}/start", {}, **mine)
        self.passes(3)
        self.ask("t1", "POST tickets/{ticket}/next-need", {}, **mine)
        self.ask("t1", "POST tickets/{ticket}/hold", {"pool": "form"}, **mine)
        self.ask("t1", "POST tickets/{ticket}/resume", {}, **mine)
        self.called(mine["ticket"])
        self.ask("t1", "POST tickets/{ticket}/transfer", {"service": "cash"}, **mine)
        self.called(mine["ticket"])
        self.ask("t1", "POST tickets/{ticket}/close", {"outcome": "done"}, **mine)
        self.ask("rating", "POST tickets/{ticket}/rating", {"score": 5}, **mine)
        self.ask("kiosk", "GET tickets/{ticket}", **mine)
        self.ask("t1", "GET tickets/{ticket}/why", **mine)

    def _missed(self) -> None:
        """Somebody does not come, and then does; somebody waits a bit longer, and gives up."""
        mine = {"ticket": self.ticket()}
        self.called(mine["ticket"])
        self.ask("t1", "POST tickets/{ticket}/recall", {}, **mine)
        self.passes(1)
        self.ask("t1", "POST tickets/{ticket}/no-show", {}, **mine)
        self.ask("lead", "POST tickets/{ticket}/return", {}, **mine)
        self.ask("kiosk", "POST tickets/{ticket}/defer", {"minutes": 5}, **mine)
        self.ask("kiosk", "POST tickets/{ticket}/cancel", {}, **mine)

    def _together(self) -> None:
        """Two come together and part again; a need gets a ticket of its own."""
        mine, other = self.ticket(), self.ticket(needs=["account"])
        joining = {"companion": other}
        self.ask("lead", "POST tickets/{ticket}/join", joining, ticket=mine)
        self.ask("lead", "POST tickets/{ticket}/split", joining, ticket=mine)
        made = self.ask("lead", "POST tickets/{ticket}/split", {"service": "account"}, ticket=other)
        for ticket in (mine, other, made["other"]["id"]):
            self.ask("kiosk", "POST tickets/{ticket}/cancel", {}, ticket=ticket)

    def _elsewhere(self) -> None:
        """Another segment, another way, a question."""
        mine = self.ticket()
        self.ask("lead", "POST tickets/{ticket}/reclassify", {"segment": "priority"}, ticket=mine)
        self.ask("lead", "POST tickets/{ticket}/divert", {"way": "machine"}, ticket=mine)
        self.ask("kiosk", "GET triage", params={"service": "cash"})
        self.ask("kiosk", "POST help-requests", {})

    def _appointment(self) -> None:
        """Booked in the branch, moved, given back."""
        day = (self.now + timedelta(days=3)).date().isoformat()  # a Monday
        found = self.ask("kiosk", "GET slots", params={"service": "wealth", "day": day})
        first, second = [slot["at"] for slot in found["slots"] if slot["free"]][:2]
        body = {"service": "wealth", "at": first}
        code = self.ask("kiosk", "POST appointments", body)["code"]
        self.ask("kiosk", "PATCH appointments/{code}", {"at": second}, code=code)
        self.ask("kiosk", "GET appointments/{code}", code=code)
        self.ask("kiosk", "DELETE appointments/{code}", code=code)

    def _trouble(self) -> None:
        """The core system is down for one service, then for another."""
        reason = {"reason": "system"}
        body = {**reason, "services": ["account"]}
        made = self.ask("lead", "POST incidents", body)["incident"]
        self.ask("board", "GET incidents")
        self.ask("lead", "POST incidents/{incident}/end", {}, incident=made)
        self.ask("lead", "POST services/{service}/suspend", reason, service="wealth")
        self.ask("lead", "POST services/{service}/resume", {}, service="wealth")

    def _counters(self) -> None:
        """A pause, a plan that is dropped, fewer services and all of them again."""
        two = {"counter": "2"}
        self.ask("t2", "POST counters/{counter}/pause", {"reason": "lunch"}, **two)
        self.ask("t2", "POST counters/{counter}/open", {}, **two)
        later = (self.now + timedelta(minutes=30)).isoformat()
        self.ask("t2", "POST counters/{counter}/plan", {"reason": "lunch", "at": later}, **two)
        self.ask("t2", "POST counters/{counter}/plan", {"is_off": True}, **two)
        self.ask("t2", "POST counters/{counter}/services", {"services": ["cash"]}, **two)

    def _screens(self) -> None:
        """What is shown, told and signed."""
        for how in ("GET lobby", "GET log", "GET config"):
            self.ask("board", how)
        signing = {"staff": "t3", "pin": PIN}
        token = self.ask("lead", "POST sessions", signing)["token"]
        self.clients["leaving"] = self.server.client("lead")
        self.clients["leaving"].headers["X-Staff-Session"] = token
        self.ask("leaving", "DELETE sessions/current")
        self.ask("lead", "GET reports/day")
        self.ask("admin", "GET devices")
        self.ask("kiosk", "POST number-leases", {"count": 1})
