"""A branch and its staff on arrays: what holds on every day of one type."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from shared.dispatch import layout as col
from shared.domain.row import counter_row
from shared.domain.rules import DayRules, PoolReach, Rules
from shared.rollout import columns as c
from shared.rollout.day import Day, Ints, Visiting
from shared.rollout.floor import PLAIN, Floor
from shared.rollout.floor_arrays import floor_rows, machines_rows, services_rows, walks_rows
from shared.rollout.morning import Start

#: Skills of somebody who may serve whatever the counter can: a bit for each of 62 services.
EVERYTHING: Final = (1 << 62) - 1
#: Half-hours of a day; what happens after midnight is counted in the last.
HALF_HOURS: Final = 48
REACHES: Final = {
    PoolReach.PERSON: c.REACH_PERSON,
    PoolReach.COUNTER: c.REACH_COUNTER,
    PoolReach.BRANCH: c.REACH_BRANCH,
}


class Work(NamedTuple):
    """A stint: from, to (-1: until everybody has left), and whether a pause ends it.

    ``calls`` False: the counter, which pauses, closes instead of calling. It begins at least
    ``gap_us`` after the stint before it has ended. ``skills_mask`` and ``speed_milli`` are those of
    the person, who has no more than one stint at a time: their stints follow one another by
    ``turn``. ``person`` -1: somebody who works nowhere else.
    """

    from_us: int
    to_us: int
    is_pause_after: bool
    calls: bool = True
    gap_us: int = 0
    speed_milli: int = 1000
    skills_mask: int = EVERYTHING
    person: int = -1
    turn: int = 0


class Room(NamedTuple):
    """How much the arrays of a day hold: customers a day, rows of outcome, events, passed-over."""

    customers: int
    outcomes: int
    events: int = 0
    passes: int = 0


def empty_day(
    rules: Rules,
    today: DayRules,
    work: Sequence[Sequence[Work]],
    people: Ints,
    room: Room,
    floor: Floor = PLAIN,
    recall_us: int = 0,
    supervisors: int = 1,
    rooms: Sequence[tuple[int, int]] = (),
) -> Day:
    """The arrays of a day of this type; ``work`` holds the stints of each counter, if any.

    ``recall_us`` is how long a teller waits for somebody who does not come; so many ``supervisors``
    authorise; ``rooms`` are pools: which services need one of how many, a bit each. The state is
    not begun: ``morning.begin_day`` does that.
    """
    with_acts = room.customers if has_visits(people, rooms) else 0
    found, stints = today.discipline, stint_table(work)
    persons = int(stints[:, c.W_PERSON].max(initial=0)) + 1
    counters = np.array([counter_row(rules, spec) for spec in rules.counters], dtype=np.int64)
    order = sorted(range(len(counters)), key=lambda i: (rules.counters[i].preference, i))
    ranks = np.array(order, dtype=np.int64)
    return Day(
        people=people,
        order=ints(room.customers),
        at_us=ints(room.customers),
        lapses=ints(room.customers),
        counters=counters,
        policy=np.array(found.policy, dtype=np.int64),
        house=np.array(found.house, dtype=np.int64),
        ratios=np.array(found.ratios, dtype=np.int64).reshape(-1, col.RATIO_WIDTH),
        appointments=_appointments(rules),
        stints=stints,
        ranks=ranks,
        services=services_rows(rules, floor),
        floor=floor_rows(floor),
        walks=walks_rows(floor),
        out=ints(room.outcomes, c.OUTCOME_WIDTH),
        worked=ints(0, 2),
        desks=_desks(rules, work, order),
        idle=counters[ranks],
        state=ints(len(found.new_state())),
        tickets=ints(room.customers, col.TICKET_WIDTH),
        who=ints(room.customers),
        until_us=ints(room.customers),
        claims=ints(room.customers),
        points=ints(room.customers),
        line=_line(rules, today),
        trace=ints(room.events, c.EVENT_WIDTH),
        passes=ints(room.passes, c.PASS_WIDTH),
        machines=machines_rows(floor),
        lined=ints(room.customers if floor.machines else 0),
        visiting=Visiting(
            rules=_visiting(rules, recall_us, supervisors, persons),
            visits=ints(with_acts, c.VISIT_WIDTH),
            served=ints(0, HALF_HOURS),
            blocked=ints(0, HALF_HOURS),
            rooms=np.array([(*pool, 0) for pool in rooms], dtype=np.int64).reshape(
                -1, c.ROOM_WIDTH
            ),
        ),
        outages=ints(len(rules.services), c.OUTAGE_WIDTH),
        happenings=ints(0, c.HAPPENING_WIDTH),
    )


def has_visits(people: Ints, rooms: Sequence[tuple[int, int]]) -> bool:
    """Whether visits may be more than a service at a counter: days with acts, or with rooms."""
    return people.shape[1] > c.PERSON_WIDTH or len(rooms) > 0


def empty_morning(day: Day) -> Start:
    """The start of a day on which nobody is inside and every counter waits for its first stint."""
    line, desks = day.line.copy(), day.desks.copy()
    line[c.L_INSIDE :] = 0
    line[c.L_OVERFLOW_US] = line[c.L_PATIENCE_US] = c.FAR
    line[c.L_BACK_US] = line[c.L_ASIDE_US] = line[c.L_RELEASE_US] = c.FAR
    line[c.L_IMPATIENT] = line[c.L_LAST_US] = line[c.L_BACK] = line[c.L_LOOKED_US] = -1
    line[c.L_ENTERS] = -1
    desks[:, c.D_DOES :] = 0
    desks[:, c.D_DOES] = c.AWAY
    desks[:, c.D_OWN] = day.desks[:, c.D_OWN]
    desks[:, c.D_USUAL_WALK_US] = day.desks[:, c.D_USUAL_WALK_US]
    desks[:, c.D_OVER] = day.desks[:, c.D_OVER]
    desks[:, c.D_SPEED_MILLI] = 1000
    desks[:, c.D_STINT] = desks[:, c.D_FIRST]
    desks[:, c.D_ENDS_US] = desks[:, c.D_STINT_US] = c.FAR
    desks[:, c.D_CUSTOMER] = desks[:, c.D_STARTED_US] = desks[:, c.D_ROOM] = -1
    return Start(
        line=line,
        desks=desks,
        state=np.zeros_like(day.state),
        tickets=ints(0, col.TICKET_WIDTH),
        who=ints(0),
        out=ints(0, c.OUTCOME_WIDTH),
        ends_us=ints(0, len(desks)),
        visits=ints(0, c.VISIT_WIDTH),
        away=ints(0),
        back_us=ints(0, 0),
        left_us=np.zeros_like(day.visiting.rules[day.visiting.rules[c.B_LEFT] :]),
        outages=np.zeros_like(day.outages),
    )


def ints(*shape: int) -> Ints:
    """An array of zeros."""
    return np.zeros(shape, dtype=np.int64)


def _line(rules: Rules, today: DayRules) -> Ints:
    line = ints(c.DAY_WIDTH)
    hours = today.hours
    line[c.L_OPENS_US] = hours.opens_us if hours else 0
    line[c.L_LAST_TICKET_US] = hours.last_ticket_us if hours else c.FAR
    line[c.L_CLOSES_US] = hours.closes_us if hours else c.FAR
    line[c.L_SERVES_INSIDE] = rules.serves_inside_at_closing
    line[c.L_HAS_STATE] = today.discipline.has_state
    is_later = rules.appointments or rules.visit.items_per_turn  # seniority may lie ahead
    helpers = [spec for spec in rules.counters if spec.over_services_mask]
    line[c.L_HAS_TIMED] = any(s.over_after_us or is_later for s in helpers)
    line[c.L_SEGMENTS] = len(rules.segments)
    return line


def _visiting(rules: Rules, recall_us: int, supervisors: int, persons: int) -> Ints:
    """What may happen to a visit, columns ``B_``; and when so many people last left a counter."""
    visit = rules.visit
    left = c.B_POOLS + c.POOL_WIDTH * len(visit.pools)
    row = ints(left + persons)
    row[c.B_LEFT] = left
    row[c.B_RECALL_US], row[c.B_RECALLS] = recall_us, rules.recalls_before_no_show
    row[c.B_SUPERVISORS] = supervisors
    row[c.B_RETURNS_MAX], row[c.B_RETURN_CREDIT_US] = visit.returns_max, visit.return_credit_us
    credit_us = visit.transfer_credit_us
    row[c.B_TRANSFER_CREDIT_US] = -1 if credit_us is None else credit_us
    row[c.B_RELEASE_US], row[c.B_ITEMS_PER_TURN] = visit.release_us, visit.items_per_turn
    for place, pool in enumerate(visit.pools):
        at = c.B_POOLS + c.POOL_WIDTH * place
        row[at] = REACHES[pool.reach]
        row[at + 1] = c.FAR if pool.limit_us is None else pool.limit_us
    return row


def _appointments(rules: Rules) -> Ints:
    table = ints(len(rules.services), c.APPOINTMENT_WIDTH)
    for service, found in rules.appointments.items():
        row = table[rules.service_index[service]]
        row[c.A_LATE_US], row[c.A_NO_SHOW_US] = found.late_us, found.no_show_us
        row[c.A_CREDIT_US], row[c.A_EARLY_US] = found.late_credit_us, found.early_us
    return table


def stint_table(work: Sequence[Sequence[Work]]) -> Ints:
    """The stints of all counters, one row each."""
    rows = [
        (*map(int, s[: c.W_AFTER]), -1, -1, counter, _person(work, counter, s))
        for counter, stints in enumerate(work)
        for s in stints
    ]
    table = np.array(rows, dtype=np.int64).reshape(-1, c.STINT_WIDTH)
    people: dict[int, list[tuple[int, int]]] = {}
    for row, stint in enumerate(s for stints in work for s in stints):
        people.setdefault(stint.person, []).append((stint.turn, row))
    people.pop(-1, None)
    for mine in people.values():
        for (_, one), (_, then) in pairwise(sorted(mine)):
            if table[one, c.W_COUNTER] != table[then, c.W_COUNTER]:
                table[one, c.W_THEN], table[then, c.W_AFTER] = then, one
    return table


def _person(work: Sequence[Sequence[Work]], counter: int, stint: Work) -> int:
    """The number of who works then; whoever works nowhere else has one by the counter."""
    if stint.person >= 0:
        return stint.person
    known = max((s.person for stints in work for s in stints), default=-1)
    return known + 1 + counter


def _desks(rules: Rules, work: Sequence[Sequence[Work]], order: Sequence[int]) -> Ints:
    desks = ints(len(rules.counters), c.DESK_WIDTH)
    first = 0
    for spec, stints in zip(rules.counters, work, strict=True):
        desk = desks[spec.index]
        desk[c.D_WALK_US] = desk[c.D_USUAL_WALK_US] = spec.walk_us
        desk[c.D_FIRST], desk[c.D_BEYOND] = first, first + len(stints)
        desk[c.D_RANK] = order.index(spec.index)
        desk[c.D_OWN], desk[c.D_OVER] = spec.services_mask, spec.over_services_mask
        first += len(stints)
    return desks
