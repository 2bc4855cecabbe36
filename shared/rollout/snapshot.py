"""The branch as it stands, as the state from which the kernel goes on.

Who waits with seniority and overtakes, who is at a counter since when, which counters are open
until when, the ratio state, and how far visits of more than one stop have come. What will come is
drawn elsewhere, and so are the rest of the present services, when those who are away are back, and
the patience of those who wait.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np

from shared.dispatch.layout import T_PERSON, TICKET_WIDTH
from shared.domain.branch import Branch
from shared.domain.counter import Counter, CounterState
from shared.domain.rules import ClockRule
from shared.domain.ticket import AT_COUNTER, Ticket, TicketState
from shared.rollout import columns as c
from shared.rollout.branch_arrays import Room, Work, empty_day, empty_morning, ints
from shared.rollout.day import Day, Ints
from shared.rollout.morning import Start
from shared.rollout.plans import with_plans
from shared.rollout.visits_now import (
    further_needs,
    in_rooms,
    may_return,
    needs_visits,
    renumbered,
    visits_now,
)


@dataclass(frozen=True)
class Snapshot:
    """The state, and whom its first customers are.

    ``known`` are their tickets in the order of issue, those away among them; ``people`` their
    rows, with no service time and no patience yet, and with their further needs behind them where
    anybody's visit is more than one stop (``start.visits`` has rows then). ``start.ends_us`` and
    ``start.back_us`` have no rows yet either. ``work`` are the stints with the pauses that are
    planned: the hall that goes on has these.
    """

    start: Start
    known: tuple[str, ...]
    people: Ints
    work: tuple[tuple[Work, ...], ...]


STATES: Final = {
    TicketState.WAITING: c.WAITING,
    TicketState.CALLED: c.CALLED,
    TicketState.SERVING: c.CALLED,
    TicketState.HELD: c.HELD,
    TicketState.NO_SHOW: c.NO_SHOW,
}
#: The closed list of what the kernel does not play from a state; the names are for people.
LACKING: Final = ("a customer with several tickets",)


def lacks(branch: Branch) -> list[str]:
    """What of the branch's present state the kernel does not play; empty when it plays it all."""
    here = [ticket for ticket in branch.tickets.values() if _is_inside(branch, ticket)]
    asks = (any(True for ticket in here for _ in branch.siblings(ticket)),)
    return [name for name, is_asked in zip(LACKING, asks, strict=True) if is_asked]


def snapshot(
    branch: Branch,
    now_us: int,
    work: Sequence[Sequence[Work]],
    staff: Mapping[str, int] = MappingProxyType({}),
    rooms: Sequence[tuple[int, int]] = (),
) -> Snapshot:
    """The state now, microseconds from midnight.

    ``work`` holds each counter's stints from now on; the first of an open counter is the present
    one. Whoever is open and has not pressed next yet does so now. When an incident ends, and what
    is to be switched off where, are happenings of the hall that goes on. ``staff`` are the numbers
    of people in ``work`` by name; those who are at counters now are known without it. ``rooms``
    are the pools of the hall that goes on; who has one is known as far as ``visits_now.in_rooms``
    says.

    Raises:
        ValueError: the state holds something of ``LACKING``.
    """
    if lacking := lacks(branch):
        raise ValueError(f"not for the kernel: {', '.join(lacking)}")
    known = [t for t in branch.tickets.values() if _is_inside(branch, t)]
    place = {ticket.id: number for number, ticket in enumerate(known)}
    work = with_plans(branch, now_us, work)
    day = empty_day(branch.rules, branch.today, work, ints(0, c.PERSON_WIDTH), Room(0, 0))
    start = empty_morning(day)
    start.line[c.L_LAST_US] = start.line[c.L_LOOKED_US] = now_us
    start.line[c.L_ISSUED], start.line[c.L_JOINED] = branch.issued, len(branch.waiting)
    start.line[c.L_IS_OVER] = branch.is_over
    for counter in branch.counters.values():
        desk = start.desks[counter.spec.index]
        _set_desk(desk, counter, now_us, work, place)
        desk[c.D_LEFT_US] = branch.since_midnight(counter.narrowed_us)
        if counter.ticket:
            _set_service(desk, branch, branch.tickets[counter.ticket])
        if counter.state is not CounterState.OPEN:
            _set_next(desk, day, branch.since_midnight(counter.since_us), now_us)
    start.line[c.L_ASKED] = in_rooms(branch, start.desks, rooms)
    rows = [(_person(branch, t), _outcome(branch, t)) for t in known]
    people = np.array([p for p, _ in rows], dtype=np.int64).reshape(-1, c.PERSON_WIDTH)
    out = np.array([o for _, o in rows], dtype=np.int64).reshape(-1, c.OUTCOME_WIDTH)
    visits = visits_now(branch, day, known, staff)
    if needs_visits(branch, known):
        acts = further_needs(branch, known)
        people = np.concatenate([people, acts.reshape(len(known), -1)], axis=1)
    tickets = np.array(branch.rows, dtype=np.int64).reshape(-1, TICKET_WIDTH)
    tickets[:, T_PERSON] = renumbered(tickets[:, T_PERSON], visits.numbers)
    state = start._replace(
        state=np.array(branch.state, dtype=np.int64),
        tickets=tickets,
        who=np.array([place[ticket.id] for ticket in branch.waiting], dtype=np.int64),
        out=out,
        visits=visits.visits,
        away=visits.away,
        left_us=visits.left_us,
        outages=_outages(branch),
    )
    return Snapshot(state, tuple(place), people, work)


def _outages(branch: Branch) -> Ints:
    """What incidents have done to each service so far."""
    table = ints(len(branch.rules.services), c.OUTAGE_WIDTH)
    for service, row in zip(branch.rules.services, table, strict=True):
        hits = [i for i in branch.incidents.values() if service.id in i.services]
        reasons = [branch.rules.incident(hit.reason) for hit in hits]
        row[c.U_SUSPENDED] = len(hits)
        row[c.U_REFUSED] = sum(not reason.gives_tickets for reason in reasons)
        row[c.U_STOPS] = sum(reason.clock is ClockRule.STOPS for reason in reasons)
        if service.id in branch.resumed_us:
            row[c.U_RESUMED_US] = branch.since_midnight(branch.resumed_us[service.id])
    return table


def _is_inside(branch: Branch, ticket: Ticket) -> bool:
    """Waiting, put aside, at a counter, or away after a missed call and welcome back."""
    states = (TicketState.WAITING, TicketState.HELD, *AT_COUNTER)
    return ticket.state in states or may_return(branch, ticket)


def _set_desk(
    desk: Ints,
    counter: Counter,
    now_us: int,
    work: Sequence[Sequence[Work]],
    place: dict[str, int],
) -> None:
    """What the counter does, and when its stint begins or ends."""
    stints = work[counter.spec.index]
    desk[c.D_SINCE_US] = now_us
    desk[c.D_SERVES], desk[c.D_ABLE] = counter.services_mask, counter.skills_mask
    desk[c.D_IS_PAUSED] = counter.state is CounterState.PAUSED
    if counter.state is CounterState.OPEN:
        to_us = stints[0].to_us
        desk[c.D_TO_US], desk[c.D_SPEED_MILLI] = to_us, stints[0].speed_milli
        desk[c.D_STINT_US] = to_us if to_us > now_us else c.FAR
        if counter.ticket:
            desk[c.D_DOES], desk[c.D_CUSTOMER] = c.BUSY, place[counter.ticket]
        elif counter.is_standby:
            desk[c.D_DOES] = c.IDLE
        else:
            desk[c.D_STINT_US] = now_us


def _set_service(desk: Ints, branch: Branch, ticket: Ticket) -> None:
    """When the present customer was called there, and began to be served if that is known."""
    assert ticket.called_us is not None
    desk[c.D_RECALLS] = ticket.recalls
    desk[c.D_CALLED_US] = branch.since_midnight(ticket.called_us)
    if ticket.started_us is not None:
        desk[c.D_STARTED_US] = branch.since_midnight(ticket.started_us)


def _set_next(desk: Ints, day: Day, since_us: int, now_us: int) -> None:
    """When the next stint begins at a counter that has been closed or paused since then."""
    desk[c.D_STINT_US] = c.FAR
    if desk[c.D_FIRST] < desk[c.D_BEYOND]:
        stint = day.stints[desk[c.D_FIRST]]
        if stint[c.W_AFTER] < 0:
            from_us = max(stint[c.W_FROM_US], since_us + stint[c.W_GAP_US])
            desk[c.D_STINT_US] = max(from_us, now_us)


def _person(branch: Branch, ticket: Ticket) -> list[int]:
    row = [0] * c.PERSON_WIDTH
    row[c.P_SERVICE] = branch.rules.service_index[ticket.service]
    row[c.P_SEGMENT] = branch.rules.segment_index[ticket.segment]
    row[c.P_ARRIVAL_US] = branch.since_midnight(ticket.arrived_us)
    row[c.P_PATIENCE_US] = row[c.P_BOOKED_US] = -1
    row[c.P_PEOPLE], row[c.P_SECOND] = 1, -1
    if ticket.appointment:
        row[c.P_BOOKED_US] = branch.since_midnight(branch.appointments[ticket.appointment].due_us)
    return row


def _outcome(branch: Branch, ticket: Ticket) -> list[int]:
    row = [-1] * c.OUTCOME_WIDTH
    row[c.O_STATE] = STATES[ticket.state]
    row[c.O_TICKET_US] = branch.since_midnight(ticket.arrived_us)
    if ticket.called_us is not None:
        row[c.O_CALLED_US] = branch.since_midnight(ticket.called_us)
        row[c.O_COUNTER] = branch.rules.counter_index.get(ticket.counter, -1)
    row[c.O_OVERTAKEN] = ticket.overtaken
    row[c.O_REASON] = row[c.O_LAPSED] = row[c.O_STOOD_US] = 0
    row[c.O_KEPT] = bool(ticket.appointment)
    row[c.O_LATE] = bool(ticket.appointment) and ticket.due_us is None
    return row
