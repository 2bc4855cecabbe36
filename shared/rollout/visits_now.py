"""Visits of the branch as it stands that are more than one stop: for the start of a day.

Held tickets with their limits, whom tickets are bound to, further needs, transactions, who may come
back after a missed call. When somebody is back is drawn elsewhere, and so are the times of what is
left to do.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np

from shared.dispatch.layout import T_PERSON
from shared.domain.branch import Branch
from shared.domain.counter import CounterState
from shared.domain.ticket import AT_COUNTER, Ticket, TicketState
from shared.rollout import columns as c
from shared.rollout.branch_arrays import ints
from shared.rollout.day import Day, Ints

#: A person who works nowhere in the day that goes on.
NOBODY_THERE: Final = 1 << 40


class VisitsNow(NamedTuple):
    """Rows of the known customers for ``morning.Start``, and the numbers of people."""

    visits: Ints
    away: Ints
    left_us: Ints
    numbers: dict[int, int]


def may_return(branch: Branch, ticket: Ticket) -> bool:
    """Whether this customer missed a call and may still come back."""
    is_absent = ticket.state is TicketState.NO_SHOW
    return is_absent and not branch.is_over and ticket.returns < branch.rules.visit.returns_max


def needs_visits(branch: Branch, known: Iterable[Ticket]) -> bool:
    """Whether anything here is more than one stop."""
    turns = branch.rules.visit.items_per_turn
    return any(
        ticket.state in (TicketState.HELD, TicketState.NO_SHOW)
        or ticket.is_bound
        or len(ticket.needs) > 1
        or 0 < turns < ticket.items
        for ticket in known
    )


def visits_now(
    branch: Branch, day: Day, known: Sequence[Ticket], staff: Mapping[str, int]
) -> VisitsNow:
    """How far these visits have come; ``staff`` are the people's numbers in the roster."""
    first = int(day.visiting.rules[c.B_LEFT])
    left_us = np.zeros(len(day.visiting.rules) - first, dtype=np.int64)
    everybody = {**_at_work(branch, day), **staff}
    people = {name: number for name, number in everybody.items() if number < len(left_us)}
    visits = ints(len(known), c.VISIT_WIDTH)
    place = {ticket.id: number for number, ticket in enumerate(known)}
    for row, ticket in zip(visits, known, strict=True):
        _set_visit(row, branch, ticket, people)
    for number, ticket in enumerate(branch.waiting):
        visits[place[ticket.id], c.V_JOINED] = number
    absent = [t.id for t in known if t.state is TicketState.NO_SHOW]
    away = [place[ticket] for ticket in (*branch.held, *absent)]
    for name, at_us in branch.left_us.items():
        if name in people:
            left_us[people[name]] = branch.since_midnight(at_us)
    numbers = {index: people.get(name, NOBODY_THERE) for name, index in branch.people.items()}
    visits[:, c.V_TICKET + T_PERSON] = renumbered(visits[:, c.V_TICKET + T_PERSON], numbers)
    return VisitsNow(visits, np.array(away, dtype=np.int64), left_us, numbers)


def renumbered(persons: Ints, numbers: Mapping[int, int]) -> Ints:
    """People of the branch by their numbers in the roster."""
    return np.array([numbers.get(person, person) for person in persons.tolist()], dtype=np.int64)


def further_needs(branch: Branch, known: Sequence[Ticket]) -> Ints:
    """The needs after the present one as acts whose times are still to be drawn: (known, n, 4)."""
    most = max((len(ticket.needs) - 1 for ticket in known), default=0)
    acts = ints(len(known), max(most, 1), c.ACT_WIDTH)
    for row, ticket in zip(acts, known, strict=True):
        for act, need in zip(row, ticket.needs[1:], strict=False):
            act[c.Q_KIND], act[c.Q_WHAT] = c.ACT_NEED, branch.rules.service_index[need]
    return acts


def in_rooms(branch: Branch, desks: Ints, rooms: Sequence[tuple[int, int]]) -> int:
    """Who has a room and who waits for one, into ``desks``; how many wait.

    The branch has no event for it. Whoever is served has one, then those who were called, in the
    order of their calls, as long as there are any; who had to be called again is not there.
    """
    waiting = 0
    for pool, (services, count) in enumerate(rooms):
        here = [t for t in branch.tickets.values() if t.state in AT_COUNTER and not t.recalls]
        asked = [t for t in here if services >> branch.rules.service_index[t.service] & 1]
        asked.sort(key=lambda t: (t.state is not TicketState.SERVING, t.called_us or 0))
        for place, ticket in enumerate(asked):
            desk = desks[branch.rules.counter_index[ticket.counter]]
            desk[c.D_ROOM] = pool
            desk[c.D_ASKED_US] = branch.since_midnight(ticket.called_us or 0)
            if place >= count and ticket.state is not TicketState.SERVING:
                waiting += 1
                desk[c.D_STEP], desk[c.D_ASKED] = c.WAITS, waiting
    return waiting


def _at_work(branch: Branch, day: Day) -> dict[str, int]:
    """Whoever sits at a counter now, by the number of the stint that goes on there."""
    return {
        desk.staff: int(day.stints[day.desks[desk.spec.index, c.D_FIRST], c.W_PERSON])
        for desk in branch.counters.values()
        if desk.state is not CounterState.CLOSED
        and day.desks[desk.spec.index, c.D_FIRST] < day.desks[desk.spec.index, c.D_BEYOND]
    }


def _set_visit(row: Ints, branch: Branch, ticket: Ticket, people: Mapping[str, int]) -> None:
    rules = branch.rules
    row[c.V_ITEMS] = ticket.items
    for need in ticket.needs[1:]:
        row[c.V_REST] |= 1 << rules.service_index[need]
    row[c.V_COUNTER] = rules.counter_index.get(ticket.counter, -1)
    row[c.V_PERSON] = people.get(ticket.staff, NOBODY_THERE)
    row[c.V_BACK_US] = row[c.V_UNTIL_US] = c.FAR
    if ticket.until_us is not None:
        row[c.V_UNTIL_US] = branch.since_midnight(ticket.until_us)
    pools = [pool.id for pool in rules.visit.pools]
    row[c.V_POOL] = pools.index(ticket.pool) if ticket.pool else -1
    row[c.V_RETURNS] = ticket.returns
    row[c.V_TICKET : c.V_TICKET + len(ticket.row)] = ticket.row
    row[c.V_BOUND_US] = branch.since_midnight(ticket.bound_us)
    if ticket.bound_person and ticket.bound_person not in people:
        left_us = branch.left_us.get(ticket.bound_person, 0)  # and does not come again
        row[c.V_BOUND_US] = max(row[c.V_BOUND_US], branch.since_midnight(left_us))
