"""What may happen next in a state: every command of the check, and a step of the clock."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from shared.domain import attendance, booking, calling, incident, regrouping, ticketing, visiting
from shared.domain.branch import Branch
from shared.domain.event import Event
from shared.domain.tick import tick
from shared.domain.ticket import AT_COUNTER, Ticket, TicketState
from tests.shared.domain.exhaustive.packing import INCIDENT, is_inside
from tests.shared.domain.exhaustive.world import (
    ARRIVALS,
    COUNTERS,
    DAY,
    NOW_US,
    SERVICES,
    TICK_US,
    World,
)

NEW = "new"
Take = Callable[[list[Event]], None]


class Move(NamedTuple):
    """One command, or ``clock``. ``is_special`` marks what does not happen to every customer."""

    name: str
    ticket: str = ""
    value: str = ""
    is_special: bool = False


def moves(world: World, branch: Branch, elapsed: int, most: int) -> Iterator[Move]:
    """Everything that may happen next with up to ``most`` tickets in the branch at once."""
    if world.clip_ticks is not None or elapsed < world.horizon_ticks:
        yield Move("clock")
    inside = [t for t in branch.tickets.values() if is_inside(branch, t)]
    if len(inside) < most:
        yield from (Move("arrive", NEW, str(number)) for number in range(len(ARRIVALS)))
        yield Move("check_in", NEW)
    for desk in branch.counters.values():
        if desk.ticket or not desk.is_standby:
            yield Move("next", "", desk.id)
    is_off = not branch.counters["1"].services_mask >> 1 & 1
    yield Move("services_on" if is_off else "services_off", is_special=not is_off)
    yield Move("resume_service" if branch.suspended else "suspend", is_special=not branch.suspended)
    for ticket in inside:
        yield from _of(world, ticket)


def _of(world: World, ticket: Ticket) -> Iterator[Move]:
    """What may happen to one ticket."""
    name = ticket.id
    if ticket.state in AT_COUNTER:
        yield from (Move("hold", name, pool, is_special=True) for pool in world.pools)
        yield Move("transfer_service", name, _other(SERVICES, ticket.service), is_special=True)
        yield Move("transfer_counter", name, _other(COUNTERS, ticket.counter), is_special=True)
        yield Move("transfer_person", name, "chen", is_special=True)
        yield Move("no_show", name, is_special=True)
    elif ticket.state is TicketState.HELD:
        yield Move("resume", name)
    elif ticket.state is TicketState.NO_SHOW:
        yield Move("return", name)
    else:
        yield Move("reclassify", name, is_special=True)


def _other(pair: tuple[str, ...], one: str) -> str:
    return pair[1] if one == pair[0] else pair[0]


def play(branch: Branch, move: Move, execute: Callable[[list[Event], int], None]) -> int:
    """Carry the move out; the time after it."""
    name, ticket, value, _ = move
    now_us = NOW_US
    if name == "clock":
        now_us += TICK_US
        execute(tick(branch, now_us), now_us)
    elif name == "arrive":
        service, segment = ARRIVALS[int(value)]
        events = ticketing.issue(branch, now_us, ticket=ticket, service=service, segment=segment)
        execute(events, now_us)
    elif name == "check_in":
        due_us = NOW_US + TICK_US
        execute(_book(branch, due_us), now_us)
        execute(booking.check_in(branch, now_us, code_digest="code", ticket=ticket), now_us)
    else:
        execute(_COMMANDS[name](branch, ticket, value), now_us)
    return now_us


def _book(branch: Branch, due_us: int) -> list[Event]:
    return booking.book(
        branch,
        NOW_US,
        appointment="a",
        code_digest="code",
        service="cash",
        segment="ordinary",
        day=DAY,
        midnight_us=0,
        due_us=due_us,
    )


def _reclassify(branch: Branch, ticket: str, _value: str) -> list[Event]:
    segment = "priority" if branch.tickets[ticket].segment == "ordinary" else "ordinary"
    return regrouping.reclassify(branch, NOW_US, ticket=ticket, by="lead", segment=segment)


_COMMANDS: dict[str, Callable[[Branch, str, str], list[Event]]] = {
    "next": lambda b, _, desk: calling.call_next(b, NOW_US, counter=desk),
    "hold": lambda b, t, pool: visiting.hold(b, NOW_US, ticket=t, pool=pool),
    "resume": lambda b, t, _: visiting.resume(b, NOW_US, ticket=t),
    "transfer_service": lambda b, t, to: visiting.transfer(b, NOW_US, ticket=t, service=to),
    "transfer_counter": lambda b, t, to: visiting.transfer(b, NOW_US, ticket=t, counter=to),
    "transfer_person": lambda b, t, to: visiting.transfer(b, NOW_US, ticket=t, person=to),
    "no_show": lambda b, t, _: calling.no_show(b, NOW_US, ticket=t),
    "return": lambda b, t, _: calling.return_(b, NOW_US, ticket=t),
    "reclassify": _reclassify,
    "services_off": lambda b, _, __: attendance.set_services(
        b, NOW_US, counter="1", services=["cash"]
    ),
    "services_on": lambda b, _, __: attendance.set_services(
        b, NOW_US, counter="1", services=SERVICES
    ),
    "suspend": lambda b, _, __: incident.declare(
        b, NOW_US, incident=INCIDENT.id, reason="system", services=["cash"]
    ),
    "resume_service": lambda b, _, __: incident.end(b, NOW_US, incident=INCIDENT.id),
}
