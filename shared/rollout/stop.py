"""A stop at a counter that need not be the only one: how it begins, what comes next in the visit.

Only days with acts (``columns.ACT_``) come here; all others have one stop a customer.
"""

from shared.dispatch.layout import (
    C_PERSON,
    C_SERVICES,
    C_SPEED,
    NOBODY,
    T_CLASS,
    T_CONTINUES,
    T_COUNTER,
    T_DUE_US,
    T_NEEDS,
    T_PERSON,
    T_SEGMENT,
    T_SERVICE,
    TICKET_WIDTH,
)
from shared.rollout.columns import (
    ACT_END,
    ACT_ITEMS,
    ACT_MISS,
    ACT_NEED,
    ACT_SEND,
    ACT_WIDTH,
    ACT_WRAP_UP,
    AWAITS,
    B_ITEMS_PER_TURN,
    B_RECALL_US,
    D_CALLED_US,
    D_CUSTOMER,
    D_RECALLS,
    D_SPEED_MILLI,
    D_STARTED_US,
    D_STEP,
    D_WALK_US,
    FAR,
    L_ENTERS,
    L_JOINED,
    L_SEGMENTS,
    L_WAITING,
    O_STATE,
    P_SERVICE_US,
    PERSON_WIDTH,
    Q_KIND,
    Q_TIME_US,
    Q_WHAT,
    SERVES,
    V_ACT,
    V_ASKED_US,
    V_AWAY,
    V_BACK_US,
    V_BEGUN_US,
    V_COUNTER,
    V_ITEMS,
    V_JOINED,
    V_PART_US,
    V_PERSON,
    V_POOL,
    V_REST,
    V_TICKET,
    V_UNTIL_US,
    WAITING,
)
from shared.rollout.day import Day
from shared.rollout.first import end_at
from shared.rollout.rooms import ask_room
from shared.rollout.telling import tell
from shared.rollout.trace import TICKET_STARTED


def act(day: Day, customer: int, number: int, column: int) -> int:
    """One column (``Q_``) of an act of this customer; ACT_END's zeros beyond the last."""
    place = PERSON_WIDTH + ACT_WIDTH * number
    if place >= day.people.shape[1]:
        return ACT_END
    return int(day.people[customer, place + column])


def next_act(day: Day, customer: int) -> int:
    """The kind of what comes next on the way: a missed call, a hold, sending on; else ACT_END."""
    kind = act(day, customer, day.visiting.visits[customer, V_ACT], Q_KIND)
    return kind if ACT_MISS <= kind <= ACT_SEND else ACT_END


def time_of(day: Day, customer: int, kind: int, what: int) -> int:
    """The time of this customer's act of a kind, for ``what`` or, when that is -1, for anything."""
    number = 0
    found = act(day, customer, number, Q_KIND)
    while found != ACT_END:
        if found == kind and what in (-1, act(day, customer, number, Q_WHAT)):
            return act(day, customer, number, Q_TIME_US)
        number += 1
        found = act(day, customer, number, Q_KIND)
    return 0


def begin_visit(day: Day, customer: int, row: int) -> None:
    """Nothing of the visit has happened yet; further needs stand on the ticket in the hall."""
    visit = day.visiting.visits[customer]
    for column in range(V_AWAY):
        visit[column] = 0
    visit[V_PART_US] = day.people[customer, P_SERVICE_US]
    visit[V_ITEMS] = 1
    visit[V_COUNTER] = visit[V_POOL] = visit[V_ASKED_US] = visit[V_BEGUN_US] = -1
    visit[V_BACK_US] = visit[V_UNTIL_US] = FAR
    number = 0
    kind = act(day, customer, number, Q_KIND)
    while kind != ACT_END:
        what = act(day, customer, number, Q_WHAT)
        if kind == ACT_ITEMS:
            visit[V_ITEMS] = what
            visit[V_ACT] = 1
        elif kind == ACT_NEED:
            visit[V_REST] |= 1 << what
        number += 1
        kind = act(day, customer, number, Q_KIND)
    day.tickets[row, T_NEEDS] |= visit[V_REST]


def further_needs(day: Day, customer: int) -> int:
    """The services for which the customer comes besides the first, a bit each."""
    needs = number = 0
    kind = act(day, customer, number, Q_KIND)
    while kind != ACT_END:
        if kind == ACT_NEED:
            needs |= 1 << act(day, customer, number, Q_WHAT)
        number += 1
        kind = act(day, customer, number, Q_KIND)
    return needs


def begin_stop(day: Day, counter: int, row: int, now_us: int) -> int:
    """The customer of this row is called there: until when the teller is busy for the moment."""
    customer = day.who[row]
    visit, desk = day.visiting.visits[customer], day.desks[counter]
    for column in range(TICKET_WIDTH):
        visit[V_TICKET + column] = day.tickets[row, column]
    visit[V_COUNTER] = counter
    visit[V_PERSON] = day.counters[counter, C_PERSON]
    desk[D_STARTED_US] = -1
    desk[D_RECALLS] = 0
    if next_act(day, customer) == ACT_MISS:
        desk[D_STEP] = AWAITS
        return int(now_us + day.visiting.rules[B_RECALL_US])
    desk[D_STEP] = SERVES
    if not ask_room(day, counter, visit[V_TICKET + T_SERVICE], now_us):
        return FAR
    return int(now_us + desk[D_WALK_US] + part_us(day, counter, customer))


def enter_room(day: Day, now_us: int) -> None:
    """A room has become free: who is there is served from now on, others when they come."""
    counter = day.line[L_ENTERS]
    if counter < 0:
        return
    day.line[L_ENTERS] = -1
    desk = day.desks[counter]
    customer = desk[D_CUSTOMER]
    desk[D_STEP] = SERVES
    begins_us = max(now_us, desk[D_CALLED_US] + desk[D_WALK_US])
    if begins_us == now_us:
        desk[D_STARTED_US] = now_us
        tell(day, TICKET_STARTED, now_us, now_us, customer, counter)
    end_at(day, counter, begins_us + part_us(day, counter, customer))


def has_turns(day: Day, customer: int) -> bool:
    """Whether transactions are left that have to wait for another turn."""
    return bool(0 < day.visiting.rules[B_ITEMS_PER_TURN] < day.visiting.visits[customer, V_ITEMS])


def part_us(day: Day, counter: int, customer: int) -> int:
    """How long the part that begins now takes there: of the whole, or one turn of several."""
    visit = day.visiting.visits[customer]
    time_us = visit[V_PART_US]
    if has_turns(day, customer):
        time_us = time_us * day.visiting.rules[B_ITEMS_PER_TURN] // visit[V_ITEMS]
    visit[V_PART_US] -= time_us
    speed_milli = day.counters[counter, C_SPEED + visit[V_TICKET + T_SERVICE]]
    person_milli = day.desks[counter, D_SPEED_MILLI]
    return int(time_us * 1000 // speed_milli * 1000 // person_milli)


def need_left(day: Day, customer: int, services: int) -> int:
    """The first of the customer's further needs among these services, or -1."""
    wanted = day.visiting.visits[customer, V_REST] & services
    number = 0
    kind = act(day, customer, number, Q_KIND)
    while wanted != 0 and kind != ACT_END:
        what = act(day, customer, number, Q_WHAT)
        if kind == ACT_NEED and wanted >> what & 1:
            return what
        number += 1
        kind = act(day, customer, number, Q_KIND)
    return -1


def need_here(day: Day, counter: int, customer: int) -> int:
    """The first of the needs left that is this counter's own, or -1."""
    return need_left(day, customer, day.counters[counter, C_SERVICES])


def wrap_up_us(day: Day, customer: int) -> int:
    """The teller's work after this customer."""
    return time_of(day, customer, ACT_WRAP_UP, -1)


def turn_to(day: Day, customer: int, service: int) -> None:
    """This service is the present need now; the others are left."""
    visit = day.visiting.visits[customer]
    visit[V_REST] &= ~(1 << service)
    visit[V_TICKET + T_SERVICE] = service
    segments = day.line[L_SEGMENTS]
    visit[V_TICKET + T_CLASS] = service * segments + visit[V_TICKET + T_SEGMENT]
    visit[V_TICKET + T_NEEDS] = visit[V_REST] | 1 << service


def goes_on_free(day: Day, customer: int) -> None:
    """The ticket goes on with its visit, bound to nobody, and is no appointment any more."""
    visit = day.visiting.visits[customer]
    visit[V_TICKET + T_COUNTER] = visit[V_TICKET + T_PERSON] = NOBODY
    visit[V_TICKET + T_CONTINUES] = 1
    visit[V_TICKET + T_DUE_US] = NOBODY


def join_again(day: Day, customer: int) -> None:
    """The ticket waits again, with its row; whoever was called once does not lose patience."""
    line, visit = day.line, day.visiting.visits[customer]
    row = line[L_WAITING]
    for column in range(TICKET_WIDTH):
        day.tickets[row, column] = visit[V_TICKET + column]
    day.who[row] = customer
    day.until_us[row] = FAR
    visit[V_JOINED] = line[L_JOINED]
    line[L_JOINED] += 1
    line[L_WAITING] = row + 1
    day.out[customer, O_STATE] = WAITING
