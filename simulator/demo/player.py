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

from simulator.demo.door import Door, Reply
from simulator.model.customer import Customer
from simulator.model.instant import PATIENCE_ENDS, SERVICE_ENDS, STINT, TICKET, rank
from simulator.model.shift import Shift, Stint

#: Moves the branch's clock to a time of the day (microseconds from midnight), or waits for it.
AdvanceTo = Callable[[int], None]
Step = Callable[[], None]


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
    profile's order. Counters without a door are somebody else's (a person at the real program).
    ``walks_us`` is the walk to each counter, as in the profile.
    """

    customers: Sequence[Customer]
    shifts: Sequence[Shift]
    kiosk: Door
    doors: Mapping[str, Door]
    advance_to: AdvanceTo
    walks_us: Mapping[str, int]
    kiosks: int = 1
    now_us: int = 0
    inside: int = field(default=0, init=False)
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
        if reply.code == "branch_closed":
            self._has_left()
            return
        ticket = reply.text("id")
        self.rows[ticket] = row
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
            self._has_left()

    def _has_left(self) -> None:
        """One less inside."""
        self.inside -= 1
        self._send_home()

    def _send_home(self) -> None:
        """After the last customer, tellers who stay until then go home."""
        if self.inside == 0:
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
        customer = self.customers[self.rows[ticket]]
        ends_us = self.now_us + self.walks_us[desk.shift.counter] + customer.service_us
        self._at(ends_us, rank(SERVICE_ENDS, desk.index), lambda: self._finish(desk))

    def _finish(self, desk: Desk) -> None:
        """The service is over. Pressing next closes the visit, unless no next one is wanted."""
        if self.inside == 1 or self._is_over(desk):
            desk.door.post(f"tickets/{desk.ticket}/close")
            desk.ticket = ""
        self.inside -= 1
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
            return self.inside == 0
        return self.now_us >= desk.stint.to_us

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


__all__ = ["AdvanceTo", "Desk", "Door", "Player", "Reply", "ticket_times"]
