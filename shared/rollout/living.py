"""One branch day on arrays, moment by moment, in the order of ``simulator/model/instant.py``.

Plain Python over integers; ``shared.rollout.machine`` compiles it. Within one microsecond: the
clock, services that end, stints (both in the order of the counters), patience that runs out,
tickets (both in the order of the demand). Whatever one of these sets off comes before the next.
"""

from typing import Final

from shared.dispatch.layout import NOBODY
from shared.rollout.columns import (
    A_CREDIT_US,
    A_LATE_US,
    A_NO_SHOW_US,
    AWAY,
    D_DOES,
    D_ENDS_US,
    D_IS_PAUSED,
    D_OPEN_US,
    D_SINCE_US,
    D_STINT,
    D_STINT_US,
    D_TO_US,
    EXPIRED,
    FAR,
    IDLE,
    L_CLOSES_US,
    L_COMING,
    L_HAS_EMPTIED,
    L_HAS_TIMED,
    L_IMPATIENT,
    L_INSIDE,
    L_IS_OVER,
    L_LAPSE,
    L_LAPSES,
    L_LAST_TICKET_US,
    L_LAST_US,
    L_NEXT,
    L_OPENS_US,
    L_OVERFLOW_US,
    L_PATIENCE_US,
    L_SERVES_INSIDE,
    L_TIMES,
    LEFT,
    N_FIRST_US,
    O_ENDED_US,
    O_KEPT,
    O_LATE,
    O_STATE,
    O_TICKET_US,
    P_BOOKED_US,
    P_SERVICE,
    TURNED_AWAY,
    WAITING,
)
from shared.rollout.day import Day, Ints
from shared.rollout.hall import join_hall, leave_hall, row_of
from shared.rollout.heeding import begin_waiting
from shared.rollout.machines import end_machine
from shared.rollout.morning import lapse_us
from shared.rollout.overflow import next_overflow_us
from shared.rollout.serving import (
    end_service,
    go_on,
    one_less,
    settle,
)
from shared.rollout.stints import leave_desk, stint_moment
from shared.rollout.telling import tell
from shared.rollout.trace import (
    CHECKED_IN,
    COUNTER_CLOSED,
    DAY_CLOSED,
    NO_SHOW,
    TICKET_CANCELLED,
    TICKET_EXPIRED,
    TICKET_ISSUED,
)

# What happens, in the order within one microsecond.
CLOCK: Final = 0
SERVICE_ENDS: Final = 1
STINT: Final = 2
PATIENCE_ENDS: Final = 3
MACHINE: Final = 4
TICKET: Final = 5


def live(day: Day) -> None:
    """Go on from the state in the arrays until nothing is left that could happen."""
    while live_moment(day):
        pass
    end_day(day)


def live_moment(day: Day) -> bool:
    """The next thing that happens, with what it sets off; False when there is nothing more."""
    what, now_us, counter = next_moment(day)
    if now_us == FAR:
        return False
    line = day.line
    line[L_TIMES] += 1
    goes_on = what == SERVICE_ENDS
    settles = what == CLOCK
    new = -1
    if what == SERVICE_ENDS:
        end_service(day, counter, now_us)
    elif what == STINT:
        goes_on = stint_moment(day, counter, now_us)
    elif what == PATIENCE_ENDS:
        lose_patience(day, now_us)
    elif what == TICKET:
        new = take_ticket(day, now_us)
        settles = new >= 0
    else:
        clock_or_machine(day, what, now_us)
    if goes_on:
        go_on(day, counter, now_us)
    if settles and not settle(day, new, now_us) and new >= 0:
        begin_waiting(day, new, now_us)
    if line[L_HAS_EMPTIED]:
        everybody_left(day, now_us)
    if line[L_HAS_TIMED]:
        line[L_OVERFLOW_US] = next_overflow_us(day, now_us)
    return True


def clock_or_machine(day: Day, what: int, now_us: int) -> None:
    """What happens seldom: the clock, or somebody is done at a machine."""
    if what == MACHINE:
        end_machine(day, now_us)
    else:
        look_at_clock(day, now_us)


def next_moment(day: Day) -> tuple[int, int, int]:
    """What happens next, when, and at which counter, if at one; FAR for nothing more."""
    line = day.line
    what, now_us, counter = first_at_desks(day.desks)
    clock_us = next_clock_us(day)
    if clock_us <= now_us:
        what, now_us = CLOCK, clock_us
    if line[L_PATIENCE_US] < now_us:
        what, now_us = PATIENCE_ENDS, line[L_PATIENCE_US]
    if len(day.machines) > 0 and day.machines[0, N_FIRST_US] < now_us:
        what, now_us = MACHINE, day.machines[0, N_FIRST_US]
    if line[L_NEXT] < line[L_COMING] and day.at_us[line[L_NEXT]] < now_us:
        what, now_us = TICKET, day.at_us[line[L_NEXT]]
    return what, now_us, counter


def first_at_desks(desks: Ints) -> tuple[int, int, int]:
    """The first service or stint that ends, or stint that begins; services before stints."""
    service_us = stint_us = FAR
    server = worker = -1
    for counter in range(len(desks)):
        if desks[counter, D_ENDS_US] < service_us:
            service_us, server = desks[counter, D_ENDS_US], counter
        if desks[counter, D_STINT_US] < stint_us:
            stint_us, worker = desks[counter, D_STINT_US], counter
    if stint_us < service_us:
        return STINT, stint_us, worker
    return SERVICE_ENDS, service_us, server


def everybody_left(day: Day, now_us: int) -> None:
    """Idle tellers whose stint is over leave: by the clock, or since nobody is there any more."""
    day.line[L_HAS_EMPTIED] = 0
    for counter in range(len(day.desks)):
        if day.desks[counter, D_DOES] == IDLE and day.desks[counter, D_TO_US] <= now_us:
            leave_desk(day, counter, now_us)


# ------------------------------------------------------------ customers


def take_ticket(day: Day, now_us: int) -> int:
    """The next customer takes a ticket, or checks in: the row in the hall, or -1 for nobody."""
    line = day.line
    customer = day.order[line[L_NEXT]]
    line[L_NEXT] += 1
    outcome = day.out[customer]
    senior_us, due_us = now_us, NOBODY
    booked_us = day.people[customer, P_BOOKED_US]
    rules = day.appointments[day.people[customer, P_SERVICE]]
    keeps = booked_us >= 0 and now_us <= booked_us + rules[A_NO_SHOW_US]
    if keeps:
        is_late = now_us > booked_us + rules[A_LATE_US]
        senior_us = now_us - rules[A_CREDIT_US] if is_late else booked_us
        due_us = NOBODY if is_late else booked_us
        outcome[O_LATE] = is_late
    until_us = line[L_CLOSES_US] - 1 if keeps else line[L_LAST_TICKET_US]
    if now_us > until_us or (not keeps and now_us < line[L_OPENS_US]):
        outcome[O_STATE] = TURNED_AWAY
        one_less(day)
        return -1
    outcome[O_STATE], outcome[O_TICKET_US], outcome[O_KEPT] = WAITING, now_us, keeps
    row = join_hall(day, customer, now_us, senior_us, due_us)
    tell(day, TICKET_ISSUED, now_us, now_us, customer, -1)
    if keeps:
        tell(day, CHECKED_IN, now_us, now_us, customer, -1)
    return row


def lose_patience(day: Day, now_us: int) -> None:
    """The most impatient of those who wait leaves."""
    customer = day.line[L_IMPATIENT]
    day.out[customer, O_STATE] = LEFT
    day.out[customer, O_ENDED_US] = now_us
    tell(day, TICKET_CANCELLED, now_us, now_us, customer, -1)
    leave_hall(day, row_of(day, customer))
    one_less(day)


# ------------------------------------------------------------ the clock


def next_clock_us(day: Day) -> int:
    """When the clock alone next brings something about; FAR for never."""
    line = day.line
    at_us = line[L_OVERFLOW_US]
    if line[L_IS_OVER] == 0:
        at_us = min(at_us, line[L_CLOSES_US])
    if line[L_LAPSE] < line[L_LAPSES]:
        at_us = min(at_us, lapse_us(day, day.lapses[line[L_LAPSE]]) + 1)
    return int(at_us)


def look_at_clock(day: Day, now_us: int) -> None:
    """What has fallen due: missed appointments, closing."""
    line = day.line
    while line[L_LAPSE] < line[L_LAPSES]:
        customer = day.lapses[line[L_LAPSE]]
        missed_us = lapse_us(day, customer)
        if missed_us >= now_us:
            break
        line[L_LAPSE] += 1
        if day.out[customer, O_KEPT] == 0:
            tell(day, NO_SHOW, missed_us, now_us, customer, -1)
    if line[L_IS_OVER] == 0 and line[L_CLOSES_US] <= now_us:
        line[L_IS_OVER] = 1
        tell(day, DAY_CLOSED, line[L_CLOSES_US], now_us, -1, -1)
        if line[L_SERVES_INSIDE] == 0:
            expire_all(day, line[L_CLOSES_US], now_us)


# ------------------------------------------------------------ the end


def expire_all(day: Day, at_us: int, now_us: int) -> None:
    """The tickets of all who wait expire, in the order of issue."""
    for place in range(day.line[L_COMING]):
        customer = day.order[place]
        if day.out[customer, O_STATE] == WAITING:
            day.out[customer, O_STATE] = EXPIRED
            day.out[customer, O_ENDED_US] = at_us
            tell(day, TICKET_EXPIRED, at_us, now_us, customer, -1)
            leave_hall(day, row_of(day, customer))
            one_less(day)


def end_day(day: Day) -> None:
    """Whom no open counter could serve expires with the last event; what is open closes."""
    last_us = day.line[L_LAST_US]
    is_left = day.line[L_INSIDE] > 0
    for counter in range(len(day.desks)):
        is_left = is_left or day.desks[counter, D_DOES] == IDLE
    if not is_left:
        return
    expire_all(day, last_us, last_us)
    for counter in range(len(day.desks)):
        desk = day.desks[counter]
        if desk[D_DOES] == IDLE:
            desk[D_OPEN_US] += last_us - desk[D_SINCE_US]
            day.worked[desk[D_STINT], 0] = desk[D_SINCE_US]
            day.worked[desk[D_STINT], 1] = last_us
        if desk[D_DOES] == IDLE or desk[D_IS_PAUSED]:
            tell(day, COUNTER_CLOSED, last_us, last_us, -1, counter)
        desk[D_DOES] = AWAY
