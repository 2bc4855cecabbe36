"""Plays a day's draws against a real branch server: customers, tellers, people who give up.

The player does what people do and decides nothing: arrivals take a ticket (POST tickets), tellers
press next when their customer's service time is over, whoever loses patience leaves (POST cancel).
Who is called, and where, is the server's answer. On the same draws and under a clock that stands
still between steps the server's log equals that of ``simulator.model.branch_day``, event for
event; what comes first within one microsecond is laid down in ``simulator.model.instant``.
"""

import heapq
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from shared.dispatch.layout import MINUTE_US
from shared.protocol.lobby import LobbyView
from simulator.demo.door import Door
from simulator.model.customer import Customer
from simulator.model.instant import PATIENCE_ENDS, SERVICE_ENDS, STINT, TICKET, rank
from simulator.model.shift import Shift, Stint

#: Moves the branch's clock to a time of the day (microseconds from midnight), or waits for it.
AdvanceTo = Callable[[int], None]
Step = Callable[[], None]

#: Looking at the lobby comes after everything else of the same microsecond.
WATCH: Final = 6


@dataclass(slots=True)
class Desk:
    """A simulated teller: where, through which door to the server, and whom they serve now.

    ``done`` counts the stints that are over.
    """

    index: int
    shift: Shift
    door: Door
    stint: Stint | None = None
    done: int = 0
    ticket: str = ""

    @property
    def is_idle(self) -> bool:
        """Whether the teller stands by."""
        return self.stint is not None and not self.ticket


@dataclass(slots=True)
class Player:
    """One day of simulated people. ``run`` plays all of it, ``steps`` one thing after another.

    ``kiosk`` issues and cancels tickets; ``doors`` has one signed-in door a counter, in the
    profile's order. ``walks_us`` is the walk to each counter, as in the profile.

    Real people may take part: counters without a door are theirs, and so are tickets that the
    player did not take. Then ``watch_every_us`` says how often (time of the day) the player looks
    at the lobby for what they did, and ``stranger_us`` how long one of them is served.
    """

    customers: Sequence[Customer]
    shifts: Sequence[Shift]
    kiosk: Door
    doors: Mapping[str, Door]
    advance_to: AdvanceTo
    walks_us: Mapping[str, int]
    kiosks: int = 1
    watch_every_us: int = 0
    stranger_us: int = 5 * MINUTE_US
    now_us: int = field(default=0, init=False)
    inside: int = field(default=0, init=False)
    strangers: int = field(default=0, init=False)
    present: set[str] = field(default_factory=set, init=False)
    rows: dict[str, int] = field(default_factory=dict, init=False)
    desks: dict[str, Desk] = field(default_factory=dict, init=False)
    agenda: list[tuple[int, int, int, Step]] = field(default_factory=list, init=False)
    planned: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        """Plan what is known beforehand: shifts, and when each customer is done at the kiosk."""
        self.inside = len(self.customers)
        order = list(self.doors)
        for shift in self.shifts:
            if shift.counter in self.doors:
                self._plan_shift(Desk(order.index(shift.counter), shift, self.doors[shift.counter]))
        for row, at_us in enumerate(ticket_times(self.customers, self.kiosks)):
            self._at(at_us, rank(TICKET, row), partial(self._take_ticket, row))
        if self.watch_every_us and self.agenda:
            self._at(self.agenda[0][0], rank(WATCH, 0), self._watch)

    def run(self) -> None:
        """Play the day to its end."""
        for _ in self.steps():
            pass

    def steps(self) -> Iterator[int]:
        """Do one thing after another; gives the time of each, microseconds from midnight."""
        while self.agenda:
            at_us, _, _, step = heapq.heappop(self.agenda)
            self.now_us = max(self.now_us, at_us)
            self.advance_to(self.now_us)
            step()
            yield self.now_us

    # ------------------------------------------------------------ customers

    def _take_ticket(self, row: int) -> None:
        """The customer is done at the kiosk."""
        customer = self.customers[row]
        body = {"service": customer.service, "segment": customer.segment}
        reply = self.kiosk.post("tickets", body)
        if reply.code in ("branch_closed", "tickets_over"):
            self._has_left("")
            return
        ticket = reply.text("id")
        self.rows[ticket] = row
        self.present.add(ticket)
        if reply.text("state") == "called":
            desk = self.desks.get(reply.text("counter"))
            if desk is not None:
                self._serve(desk, ticket)
        elif customer.patience_us >= 0:
            leaves_us = self.now_us + customer.patience_us
            self._at(leaves_us, rank(PATIENCE_ENDS, row), lambda: self._lose_patience(ticket))

    def _lose_patience(self, ticket: str) -> None:
        """Leave, unless the call came first; only the server knows."""
        reply = self.kiosk.post(f"tickets/{ticket}/cancel", {"reason": "left"})
        if not reply.code:
            self._has_left(ticket)

    def _has_left(self, ticket: str) -> None:
        """One less inside."""
        self._forget(ticket)
        self._send_home()

    def _forget(self, ticket: str) -> None:
        """Count a customer of ours out; strangers were never counted in."""
        if not ticket or ticket in self.present:
            self.inside -= 1
            self.present.discard(ticket)

    def _send_home(self) -> None:
        """After the last customer, tellers who stay until then go home."""
        if self._is_empty():
            for desk in sorted(self.desks.values(), key=lambda desk: desk.index):
                if desk.is_idle and self._is_over(desk):
                    self._leave(desk)

    # ------------------------------------------------------------ tellers

    def _plan_shift(self, desk: Desk) -> None:
        self.desks[desk.shift.counter] = desk
        self._plan_stint(desk)

    def _plan_stint(self, desk: Desk) -> None:
        """The next stint begins at its time, or now if the last customer took longer."""
        if desk.done < len(desk.shift.stints):
            stint = desk.shift.stints[desk.done]
            begins_us = max(self.now_us, stint.from_us)
            self._at(begins_us, rank(STINT, desk.index), lambda: self._begin(desk, stint))

    def _begin(self, desk: Desk, stint: Stint) -> None:
        """Sit down, or come back from a pause, and call."""
        desk.stint = stint
        desk.door.post(f"counters/{desk.shift.counter}/open")
        if stint.to_us is not None:
            self._at(stint.to_us, rank(STINT, desk.index), lambda: self._end(desk, stint))
        self._press_next(desk)

    def _end(self, desk: Desk, stint: Stint) -> None:
        """The stint is over; whoever is being served is served first."""
        if desk.stint is stint and desk.is_idle:
            self._leave(desk)

    def _press_next(self, desk: Desk) -> None:
        """Call, unless the stint is over; with nobody waiting the counter stands by."""
        if self._is_over(desk):
            self._leave(desk)
            return
        reply = desk.door.post(f"counters/{desk.shift.counter}/next")
        desk.ticket = ""
        if reply.is_found:
            self._serve(desk, str(reply.table("ticket")["id"]))

    def _serve(self, desk: Desk, ticket: str) -> None:
        """The walk, then the service that was drawn for this customer."""
        desk.ticket = ticket
        row = self.rows.get(ticket)
        service_us = self.stranger_us if row is None else self.customers[row].service_us
        ends_us = self.now_us + self.walks_us[desk.shift.counter] + service_us
        self._at(ends_us, rank(SERVICE_ENDS, desk.index), lambda: self._finish(desk))

    def _finish(self, desk: Desk) -> None:
        """The service is over. Pressing next closes the visit, unless no next one is wanted."""
        ticket = desk.ticket
        is_last = ticket in self.present and self.inside + self.strangers == 1
        if is_last or self._is_over(desk):
            desk.door.post(f"tickets/{ticket}/close")
            desk.ticket = ""
        self._forget(ticket)
        self._press_next(desk)
        self._send_home()

    def _leave(self, desk: Desk) -> None:
        """Pause or close; nobody is served here."""
        assert desk.stint is not None
        counter = desk.shift.counter
        if desk.stint.pause_reason:
            desk.door.post(f"counters/{counter}/pause", {"reason": desk.stint.pause_reason})
        else:
            desk.door.post(f"counters/{counter}/close")
        desk.stint = None
        desk.done += 1
        self._plan_stint(desk)

    def _is_over(self, desk: Desk) -> bool:
        """Whether the stint has ended: by the clock, or because everybody has left."""
        assert desk.stint is not None
        if desk.stint.to_us is None:
            return self._is_empty()
        return self.now_us >= desk.stint.to_us

    def _is_empty(self) -> bool:
        """Whether everybody has come and gone, strangers included."""
        return self.inside + self.strangers == 0

    # ------------------------------------------------------------ real people

    def _watch(self) -> None:
        """Look at the lobby: who was called here without us knowing, who was served elsewhere."""
        lobby = LobbyView.model_validate(self.kiosk.get("lobby").body)
        served = {c.id: c.ticket.id for c in lobby.counters if c.ticket}
        inside = {ticket.id for ticket in lobby.waiting} | set(served.values())
        self.strangers = len(inside - set(self.rows))
        for ticket in self.present - inside:
            self._forget(ticket)
        for counter, desk in self.desks.items():
            if desk.is_idle and counter in served:
                self._serve(desk, served[counter])
        self._send_home()
        if self.agenda or any(desk.stint for desk in self.desks.values()):
            self._at(self.now_us + self.watch_every_us, rank(WATCH, 0), self._watch)

    # ------------------------------------------------------------ the agenda

    def _at(self, at_us: int, place: int, step: Step) -> None:
        """Plan a step; ``place`` orders what happens in the same microsecond."""
        self.planned += 1
        heapq.heappush(self.agenda, (at_us, place, self.planned, step))


def ticket_times(customers: Sequence[Customer], kiosks: int) -> list[int]:
    """When each customer is done at the kiosk: one line, first come first served.

    Source: Lindley's recursion (1952), with the earliest free of several servers.
    """
    if not kiosks:
        return [customer.arrival_us for customer in customers]
    free_us = [0] * kiosks
    times = []
    for customer in customers:
        begins_us = max(customer.arrival_us, heapq.heappop(free_us))
        times.append(begins_us + customer.kiosk_us)
        heapq.heappush(free_us, times[-1])
    return times
