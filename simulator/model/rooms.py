"""Rooms that a service needs besides the adviser: a pool, first come first served.

Whoever is called for such a service, and comes, asks for a room with the call and has it until the
stop is over. With none free the customer waits at the counter, and the visit begins when a room is.
The log has no event for it: it shows a later start.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from simpy import Event as Signal

from shared.domain import calling
from shared.domain import event as kinds
from shared.domain.counter import Counter
from shared.domain.event import Event
from shared.domain.ticket import TicketState
from simulator.model.instant import Steps
from simulator.model.lived_day import LivedDay
from simulator.model.plan import Plan
from simulator.model.walks import Walks

#: What ends a stop at a counter.
ENDS: Final = (kinds.TICKET_CLOSED, kinds.TICKET_HELD, kinds.TICKET_TRANSFERRED)


class RoomPool(NamedTuple):
    """So many rooms for these services."""

    rooms: int
    services: tuple[str, ...]


@dataclass(slots=True)
class Roomed:
    """Somebody asked for a room of this pool, had it, and left; ``customer`` as in the demand."""

    customer: int
    pool: int
    asked_us: int
    begun_us: int = -1
    left_us: int = -1


def room_pools(plan: Plan) -> tuple[RoomPool, ...]:
    """The pools of a plan."""
    return tuple(RoomPool(pool.count, pool.services) for pool in plan.scenario.rooms)


@dataclass(slots=True)
class _Line:
    """A pool with who waits for one of its rooms, in the order in which they asked."""

    pool: int
    free: int
    lined: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Rooms:
    """The pools of a day; a service is in one of them at most.

    ``lines`` are they by service, ``held`` by the ticket that has a room or waits for one, with
    what came of it in ``asked``; ``bells`` tell whoever waits at a counter that it is the turn.
    ``done`` is who had a room, in the order in which they had one.
    """

    day: LivedDay
    pools: Sequence[RoomPool]
    lines: dict[str, _Line] = field(default_factory=dict, init=False)
    held: dict[str, _Line] = field(default_factory=dict, init=False)
    asked: dict[str, Roomed] = field(default_factory=dict, init=False)
    bells: dict[str, Signal] = field(default_factory=dict, init=False)
    done: list[Roomed] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        """All of them are free; the end of a stop frees one again."""
        for number, pool in enumerate(self.pools):
            self.lines |= dict.fromkeys(pool.services, _Line(number, pool.rooms))
        if self.pools:
            for kind in ENDS:
                self.day.on(kind, self._leave)

    def ask(self, ticket: str) -> None:
        """A room for the service for which this ticket was called now, if it needs one."""
        line = self.lines.get(self.day.branch.tickets[ticket].service)
        if line is None:
            return
        self.held[ticket] = line
        self.asked[ticket] = Roomed(int(ticket) - 1, line.pool, self.day.now_us)
        if line.free:
            line.free -= 1
            self._take(ticket)
        else:
            line.lined.append(ticket)
            self.bells[ticket] = Signal(self.day.env)

    def enter(self, desk: Counter, walks: Walks) -> Steps:
        """Wait for the room; who is there already then is served from that moment on."""
        if desk.ticket not in self.bells:
            return
        yield self.bells[desk.ticket]
        del self.bells[desk.ticket]
        day, ticket = self.day, self.day.branch.tickets[desk.ticket]
        is_there = walks.left_us(desk) == 0
        if ticket.state is TicketState.CALLED and is_there:
            day.do(calling.start(day.branch, day.now_us, ticket=ticket.id))

    def _leave(self, event: Event) -> None:
        """The stop is over: the room is free for whoever asked first."""
        line = self.held.pop(event.ticket, None)
        if line is None:
            return
        self.asked.pop(event.ticket).left_us = self.day.now_us
        if not line.lined:
            line.free += 1
            return
        ticket = line.lined.pop(0)
        self._take(ticket)
        self.bells[ticket].succeed()

    def _take(self, ticket: str) -> None:
        self.asked[ticket].begun_us = self.day.now_us
        self.done.append(self.asked[ticket])
