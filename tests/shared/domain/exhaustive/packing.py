"""What of a branch decides its future, as a few bytes; and the branch made from them again.

Two branches with equal bytes go through the same future, event for event but for names and for
times of the clock, so only one of them has to be looked at. What is left out, and why:

- Whoever has left: closed tickets, and no-shows who may not return.
- Names, numbers and times of day: dispatch takes differences only. Each state is played at the
  same instant ``NOW_US``; a step of the clock moves everybody's past instead.
- Of the issue order only who came before whom: tickets are kept in that order.
- Overtakes beyond the largest cap, and waits beyond the largest threshold where every score grows
  alike (see ``World``): the order of arrival stays.
  ``test_packing`` plays random days with and without this and compares every call.
"""

from shared.dispatch import layout as col
from shared.domain.applying.queue import join_queue
from shared.domain.branch import Branch, Incident
from shared.domain.counter import Counter, CounterState
from shared.domain.row import refresh_ticket, ticket_row
from shared.domain.ticket import AT_COUNTER, Ticket, TicketState
from tests.shared.domain.exhaustive.world import (
    AT_DESK,
    COUNTERS,
    NOW_US,
    POOLS,
    SEGMENTS,
    SERVICES,
    STAFF,
    TICK_US,
    World,
)

STATES = (TicketState.WAITING, TicketState.CALLED, TicketState.HELD, TicketState.NO_SHOW)
STATE_CODE = {state: code for code, state in enumerate(STATES)}
POOL_NAMES = ("", *(pool.id for pool in POOLS))
NAMES = ("", *COUNTERS)
PEOPLE = ("", *STAFF)
HEAD = 5  # bytes before the ratio state
TICKET = 13
INCIDENT = Incident("i", "system", ("cash",), 0)


def is_inside(branch: Branch, ticket: Ticket) -> bool:
    """Whether anything can still happen to this ticket."""
    if ticket.state is TicketState.NO_SHOW:
        return ticket.returns < branch.rules.visit.returns_max
    return ticket.state in STATE_CODE


def empty_hall(world: World) -> bytes:
    """Both counters open with everything on, nobody there."""
    return bytes([0, 0, 0, 0, 0b11, *world.discipline.new_state()])


def pack(world: World, branch: Branch, now_us: int, elapsed: int, is_calm: bool = False) -> bytes:
    """The state at ``now_us`` in canonical form; ``is_calm`` when nothing special may follow.

    Then whoever stands at a counter only leaves it, which changes nothing for anybody else, and
    nobody's class changes, so that overtakes count up to the cap of the class.
    """
    inside = [t for t in branch.tickets.values() if is_inside(branch, t)]
    if is_calm:
        inside = [t for t in inside if t.state not in AT_COUNTER]
    inside.sort(key=lambda t: t.row[col.T_ORDER])
    number = {t.id: index for index, t in enumerate(inside, start=1)}
    one, two = branch.counters.values()
    standby = one.is_standby + 2 * two.is_standby
    services = one.services_mask + 4 * bool(branch.suspended)
    head = [elapsed, number.get(one.ticket, 0), number.get(two.ticket, 0), standby, services]
    packed = bytearray([*head, *branch.state])
    waits = [(now_us - t.row[col.T_SENIOR_US]) // TICK_US for t in inside]
    if world.clip_ticks is not None:
        returns = any(t.state is TicketState.NO_SHOW for t in inside)
        clips = [_clip(world, t, is_calm and not returns) for t in inside]
        waits = _clipped(waits, clips)
    for ticket, wait in zip(inside, waits, strict=True):
        cap = world.caps
        if is_calm:
            cap = max(0, world.discipline.policy[ticket.row[col.T_CLASS]][col.P_CAP])
        packed += _pack_ticket(ticket, wait, cap, now_us)
    return bytes(packed)


def _pack_ticket(ticket: Ticket, wait: int, cap: int, now_us: int) -> bytes:
    row, state = ticket.row, ticket.state
    has_desk = state in AT_COUNTER or state is TicketState.HELD
    due = 0 if row[col.T_DUE_US] < 0 else 1 if row[col.T_DUE_US] <= now_us else 2
    return bytes(
        (
            row[col.T_SERVICE],
            row[col.T_SEGMENT],
            wait + 1,
            min(row[col.T_OVERTAKEN], cap),
            due,
            row[col.T_COUNTER] + 1,
            row[col.T_PERSON] + 1,
            row[col.T_CONTINUES],
            STATE_CODE[state],
            NAMES.index(ticket.counter) if has_desk else 0,
            ticket.returns,
            POOL_NAMES.index(ticket.pool),
            0 if ticket.until_us is None else 1,
        )
    )


def _clip(world: World, ticket: Ticket, is_calm: bool) -> int:
    """The largest threshold of the ticket's wait, in ticks.

    Where nobody's class changes and nobody returns, that of its class; and the overflow's.
    """
    assert world.clip_ticks is not None
    if not is_calm:
        return world.clip_ticks
    limit_us = world.discipline.policy[ticket.row[col.T_CLASS]][col.P_MAX_WAIT_US]
    return max(1, (limit_us + 1) // TICK_US)


def _clipped(waits: list[int], clips: list[int]) -> list[int]:
    """The waits in the order of issue, each no larger than it has to be.

    Below its clip a wait stays as it is. Past it only who came first counts, and where that
    agrees with the order of issue nothing else need tell two tickets apart.
    """
    small = list(waits)
    level, younger = -1, len(waits)
    for wait, minus_order in sorted((wait, -order) for order, wait in enumerate(waits)):
        order = -minus_order
        level += order > younger  # came before somebody whose ticket is older
        level = max(level, min(wait, clips[order]))
        small[order] = level
        younger = order
    return small


def unpack(world: World, packed: bytes) -> tuple[Branch, int]:
    """The branch at ``NOW_US``, and how many ticks the clock has gone."""
    branch = world.branch()
    elapsed, at_one, at_two, standby, services = packed[:HEAD]
    states = len(branch.state)
    branch.state = list(packed[HEAD : HEAD + states])
    start = HEAD + states
    if services & 4:
        branch.incidents = {INCIDENT.id: INCIDENT}
        branch.suspended = {"cash": 1}
    for order, at in enumerate(range(start, len(packed), TICKET)):
        _unpack_ticket(world, branch, order, packed[at : at + TICKET])
    branch.issued = len(branch.tickets)
    branch.last_ordinal = {"A": branch.issued, "C": branch.issued, "P": branch.issued}
    for index, present in enumerate((at_one, at_two)):
        able = services & 3 if index == 0 else 0b11
        is_standby = bool(standby >> index & 1)
        present_id = f"t{present - 1}" if present else ""
        desk = _desk(branch, COUNTERS[index], able, present_id, is_standby)
        branch.counters[desk.id] = desk
    return branch, elapsed


def _desk(branch: Branch, name: str, able: int, ticket: str, is_standby: bool) -> Counter:
    """A counter with its usual person, and the services that are on there."""
    spec = branch.rules.counter(name)
    desk = Counter(
        spec,
        [],
        CounterState.OPEN,
        AT_DESK[name],
        ticket=ticket,
        services_mask=able,
        skills_mask=0b11,
        is_standby=is_standby,
    )
    branch.refresh(desk)
    return desk


def _unpack_ticket(world: World, branch: Branch, order: int, packed: bytes) -> None:
    service, segment, wait, overtaken, due, to_counter, to_person = packed[:7]
    continues, state, counter, returns, pool, until = packed[7:]
    senior_us = NOW_US - (wait - 1) * TICK_US
    needs = [SERVICES[service]]
    row = ticket_row(
        world.rules,
        needs=needs,
        segment=SEGMENTS[segment],
        senior_us=senior_us,
        arrived_us=NOW_US,
        order=order,
        due_us=(-1, NOW_US, NOW_US + TICK_US)[due],
    )
    row[col.T_OVERTAKEN], row[col.T_CONTINUES] = overtaken, continues
    name = f"t{order}"
    ticket = Ticket(
        name,
        f"N{order}",
        "A",
        order + 1,
        SERVICES[service],
        SEGMENTS[segment],
        "en",
        NOW_US,
        NOW_US,
        row,
        STATES[state],
        called_us=NOW_US,
        counter=NAMES[counter],
        staff=AT_DESK.get(NAMES[counter], ""),
        returns=returns,
        needs=needs,
        pool=POOL_NAMES[pool],
        until_us=NOW_US + TICK_US - 1 if until else None,
        bound_counter=NAMES[to_counter],
        bound_person=PEOPLE[to_person],
        bound_us=NOW_US,
    )
    branch.tickets[name] = ticket
    if to_counter or to_person:
        refresh_ticket(world.rules, branch.people, ticket)
    if ticket.state is TicketState.WAITING:
        join_queue(branch, ticket)
    elif ticket.state is TicketState.HELD:
        branch.held[name] = ticket
