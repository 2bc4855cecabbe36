"""A branch server without a server: HTTP requests answered by the domain, in memory."""

import json
from dataclasses import dataclass, field

import httpx

from shared.domain import attendance, calling, ticketing
from shared.domain.branch import Branch
from shared.domain.errors import RuleRefused
from shared.domain.event import Event
from shared.domain.overflow import next_overflow_us
from shared.domain.rules import Rules
from shared.domain.settle import carry_out
from shared.domain.tick import next_due_us, tick

DAY = "2026-01-05"


@dataclass
class DomainServer:
    """Answers what the player asks, at the time that the test sets (``now_us``)."""

    rules: Rules
    now_us: int = 0
    events: list[Event] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.branch = Branch(self.rules)
        self.do(attendance.open_day(self.branch, 0, day=DAY, midnight_us=0))

    def client(self, staff: str = "") -> httpx.Client:
        """A client of this server; ``staff`` is who is signed in on it."""
        return httpx.Client(
            base_url="http://branch.test/",
            headers={"X-Staff-Session": staff},
            transport=httpx.MockTransport(self.answer),
        )

    def do(self, events: list[Event]) -> None:
        """Apply and log."""
        self.events += carry_out(self.branch, events, self.now_us)

    def advance_to(self, us: int) -> None:
        """The clock goes on; what falls due meanwhile happens at its time."""
        while (due_us := self._due_us()) is not None and due_us <= us:
            self.now_us = max(self.now_us, due_us)
            self.do(tick(self.branch, self.now_us))
        self.now_us = us

    def _due_us(self) -> int | None:
        times = (next_due_us(self.branch), next_overflow_us(self.branch, self.now_us))
        return min((us for us in times if us is not None), default=None)

    def answer(self, request: httpx.Request) -> httpx.Response:
        """One request; refusals as problem+json with status 409."""
        assert request.method == "GET" or request.headers["Idempotency-Key"]
        body = json.loads(request.content) if request.content else {}
        try:
            return self._answer(request.url.path.strip("/").split("/"), body, request)
        except RuleRefused as refusal:
            self.refused.append(refusal.code)
            problem = {"code": refusal.code, "detail": str(refusal)}
            headers = {"content-type": "application/problem+json"}
            return httpx.Response(409, json=problem, headers=headers)

    def _answer(
        self, path: list[str], body: dict[str, str], request: httpx.Request
    ) -> httpx.Response:
        match path:
            case ["tickets"]:
                ticket = str(self.branch.issued + 1)
                self.do(
                    ticketing.issue(
                        self.branch,
                        self.now_us,
                        ticket=ticket,
                        service=body["service"],
                        segment=body["segment"],
                    )
                )
                return self._ticket(ticket, 201)
            case ["tickets", ticket, "cancel"]:
                self.do(
                    ticketing.cancel(self.branch, self.now_us, ticket=ticket, reason=body["reason"])
                )
                return self._ticket(ticket)
            case ["tickets", ticket, "close"]:
                self.do(calling.close(self.branch, self.now_us, ticket=ticket))
                return self._ticket(ticket)
            case ["counters", counter, command]:
                return self._counter(counter, command, body, request.headers["X-Staff-Session"])
            case _:
                return httpx.Response(404)

    def _counter(
        self, counter: str, command: str, body: dict[str, str], staff: str
    ) -> httpx.Response:
        branch, now_us = self.branch, self.now_us
        if command == "open":
            self.do(attendance.open_counter(branch, now_us, counter=counter, staff=staff))
        elif command == "pause":
            self.do(
                attendance.pause_counter(branch, now_us, counter=counter, reason=body["reason"])
            )
        elif command == "close":
            self.do(attendance.close_counter(branch, now_us, counter=counter))
        elif command == "next":
            self.do(calling.call_next(branch, now_us, counter=counter))
            ticket = branch.counters[counter].ticket
            if not ticket:
                return httpx.Response(204)
            return httpx.Response(200, json={"ticket": {"id": ticket}})
        return httpx.Response(200, json={})

    def _ticket(self, ticket: str, status: int = 200) -> httpx.Response:
        found = self.branch.tickets[ticket]
        view = {"id": ticket, "state": str(found.state), "counter": found.counter or None}
        return httpx.Response(status, json=view)
