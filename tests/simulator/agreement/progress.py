"""How far each visit had come when a day was cut: read off the log, for the kernel to go on from.

What the branch cannot know (the time of what is left, when somebody is back) comes from the
customers' own acts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.event import Event, names, optional_text
from shared.domain.ticket import AT_COUNTER, Ticket, TicketState
from shared.rollout import columns as c
from shared.rollout.branch_arrays import Work
from shared.rollout.morning import Start
from simulator.model.act import ActKind
from simulator.model.progress import Progress
from simulator.model.rooms import Roomed
from tests.simulator.agreement.branches import Case


@dataclass(slots=True)
class Lived:
    """One visit until the cut: its progress, when the present step began and how long it takes."""

    progress: Progress
    taken: int = 0
    begun_us: int = 0
    takes_us: int = 0
    walks: bool = False
    away_us: int = 0


def lived_until(case: Case, past: Sequence[Event]) -> dict[str, Lived]:
    """The visits of everybody who has a ticket."""
    found: dict[str, Lived] = {}
    for event in past:
        if event.kind == kinds.TICKET_ISSUED:
            found[event.ticket] = Lived(Progress(case.customers[int(event.ticket) - 1]))
            found[event.ticket].taken = sum(
                act.kind is ActKind.ITEMS for act in found[event.ticket].progress.customer.acts
            )
        elif event.ticket in found:
            _take(case, found[event.ticket], event)
    return found


def _take(case: Case, lived: Lived, event: Event) -> None:
    progress, per_turn = lived.progress, case.rules.visit.items_per_turn
    if event.kind in (kinds.TICKET_NO_SHOW, kinds.TICKET_HELD):
        lived.away_us = progress.take().away_us
        lived.taken += 1
        lived.begun_us = event.recorded_us
    elif event.kind == kinds.TICKET_TRANSFERRED:
        if event.data["reason"] == "sent_on":
            progress.take()
            lived.taken += 1
        elif event.data["reason"] == "next_need":
            progress.part_us = progress.needs[names(event, "needs")[0]]
        else:
            progress.items -= per_turn
    elif event.kind == kinds.TICKET_CONTINUED:
        if optional_text(event, "done"):
            progress.part_us = progress.needs[names(event, "needs")[0]]
        else:
            progress.items -= per_turn
        _begin(lived, event, per_turn, walks=False)
    elif event.kind == kinds.TICKET_CALLED and not progress.next_is(ActKind.MISS):
        _begin(lived, event, per_turn, walks=True)
    elif event.kind in (kinds.TICKET_CALLED, kinds.TICKET_RECALLED):
        lived.begun_us = event.recorded_us
    elif event.kind == kinds.TICKET_STARTED:
        lived.begun_us, lived.walks = event.at_us, False


def in_rooms(
    case: Case,
    branch: Branch,
    start: Start,
    known: Sequence[str],
    roomed: Sequence[Roomed],
    lived: dict[str, Lived],
    cut_us: int,
) -> None:
    """Who really had a room then and who waited for one, into the start."""
    start.desks[:, c.D_ROOM] = -1
    start.desks[start.desks[:, c.D_STEP] == c.WAITS, c.D_STEP] = c.SERVES
    for number, use in enumerate(roomed):
        if not use.asked_us <= cut_us < use.left_us:
            continue
        ticket = branch.tickets[str(use.customer + 1)]
        counter = case.rules.counter_index[ticket.counter]
        desk = start.desks[counter]
        desk[c.D_ROOM], desk[c.D_ASKED], desk[c.D_ASKED_US] = use.pool, number, use.asked_us
        if use.begun_us > cut_us:
            desk[c.D_STEP], start.ends_us[0, counter] = c.WAITS, c.FAR
            start.visits[known.index(ticket.id), c.V_PART_US] += lived[ticket.id].takes_us
    start.line[c.L_ASKED] = len(roomed)


def _begin(lived: Lived, event: Event, per_turn: int, *, walks: bool) -> None:
    lived.begun_us, lived.walks = event.recorded_us, walks
    lived.takes_us = lived.progress.turn_us(lived.progress.items, per_turn)


def filled(
    case: Case,
    branch: Branch,
    start: Start,
    known: Sequence[str],
    lived: dict[str, Lived],
    work: Sequence[Sequence[Work]],
) -> Start:
    """The start with what the branch cannot know."""
    visits, desks = start.visits.copy(), start.desks.copy()
    ends = np.full((1, len(desks)), c.FAR, dtype=np.int64)
    for row, ticket in zip(visits, (branch.tickets[t] for t in known), strict=True):
        mine = lived[ticket.id]
        row[c.V_ACT], row[c.V_PART_US] = mine.taken, mine.progress.part_us
        if ticket.state in (TicketState.HELD, TicketState.NO_SHOW):
            row[c.V_BACK_US] = _back_us(branch, ticket, mine)
        if ticket.state in AT_COUNTER:
            counter = case.rules.counter_index[ticket.counter]
            ends[0, counter] = _ends_us(case, branch, ticket, mine, work[counter][0].speed_milli)
            if mine.progress.next_is(ActKind.MISS):
                desks[counter, c.D_STEP] = c.AWAITS
    return start._replace(visits=visits, desks=desks, ends_us=ends)


def _back_us(branch: Branch, ticket: Ticket, mine: Lived) -> int:
    """When the customer is back; FAR when the clock comes first, the doors are shut, or never."""
    back_us = mine.begun_us + mine.away_us
    if ticket.state is TicketState.HELD:
        return c.FAR if ticket.until_us is not None and back_us >= ticket.until_us else back_us
    hours = branch.today.hours
    is_shut = hours is not None and back_us >= hours.closes_us
    return c.FAR if mine.away_us < 0 or is_shut else back_us


def _ends_us(case: Case, branch: Branch, ticket: Ticket, mine: Lived, person_milli: int) -> int:
    """When the present step at the counter is over."""
    if mine.progress.next_is(ActKind.MISS):
        return mine.begun_us + case.recall_us
    spec = case.rules.counter(ticket.counter)
    speeds = spec.speeds_milli or (1000,) * len(case.rules.services)
    speed_milli = speeds[case.rules.service_index[ticket.service]]
    takes_us = mine.takes_us * 1000 // speed_milli * 1000 // person_milli
    return mine.begun_us + (spec.walk_us if mine.walks else 0) + takes_us
