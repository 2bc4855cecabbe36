"""The clock: what falls due by itself, closing, and the end of the day."""

from shared.rollout.away import joined_so_far, leave_away, release_due, resume_due
from shared.rollout.columns import (
    AWAY,
    D_DOES,
    D_IS_PAUSED,
    D_OPEN_US,
    D_SINCE_US,
    D_STINT,
    EXPIRED,
    FAR,
    HELD,
    IDLE,
    L_ASIDE_US,
    L_CLOSES_US,
    L_CLOSING_US,
    L_COMING,
    L_INSIDE,
    L_IS_OVER,
    L_LAPSE,
    L_LAPSES,
    L_LAST_US,
    L_LOOKED_US,
    L_OVERFLOW_US,
    L_RELEASE_US,
    L_SERVES_INSIDE,
    O_ENDED_US,
    O_KEPT,
    O_LAPSED,
    O_STATE,
    V_COUNTER,
    WAITING,
)
from shared.rollout.coming import lapse_us
from shared.rollout.day import Day
from shared.rollout.hall import leave_hall, row_of
from shared.rollout.serving import one_less
from shared.rollout.telling import tell
from shared.rollout.trace import COUNTER_CLOSED, DAY_CLOSED, NO_SHOW, TICKET_EXPIRED


def next_clock_us(day: Day) -> int:
    """When the clock alone next brings something about; FAR for never."""
    line = day.line
    at_us = min(line[L_OVERFLOW_US], line[L_CLOSING_US])
    if len(day.visiting.visits) > 0:
        at_us = min(at_us, line[L_ASIDE_US], line[L_RELEASE_US])
    if line[L_LAPSE] < line[L_LAPSES]:
        at_us = min(at_us, lapse_us(day, day.lapses[line[L_LAPSE]]) + 1)
    return int(max(at_us, line[L_LOOKED_US] + 1))


def look_at_clock(day: Day, now_us: int) -> None:
    """What has fallen due: limits of those put aside, bound tickets, appointments, closing."""
    line = day.line
    if len(day.visiting.visits) > 0:
        joined = joined_so_far(day)
        resume_due(day, now_us)
        release_due(day, joined, now_us)
    while line[L_LAPSE] < line[L_LAPSES]:
        customer = day.lapses[line[L_LAPSE]]
        missed_us = lapse_us(day, customer)
        if missed_us >= now_us:
            break
        line[L_LAPSE] += 1
        if day.out[customer, O_KEPT] == 0:
            day.out[customer, O_LAPSED] = 1
            tell(day, NO_SHOW, missed_us, now_us, customer, -1)
    if line[L_IS_OVER] == 0 and line[L_CLOSES_US] <= now_us:
        line[L_IS_OVER], line[L_CLOSING_US] = 1, FAR
        tell(day, DAY_CLOSED, line[L_CLOSES_US], now_us, -1, -1)
        if line[L_SERVES_INSIDE] == 0:
            expire_all(day, line[L_CLOSES_US], now_us, False)


# ------------------------------------------------------------ the end


def expire_all(day: Day, at_us: int, now_us: int, names_counter: bool) -> None:
    """The tickets of all who wait or are put aside expire, in the order of issue."""
    for place in range(day.line[L_COMING]):
        customer = day.order[place]
        state = day.out[customer, O_STATE]
        if state not in (WAITING, HELD):
            continue
        day.out[customer, O_STATE] = EXPIRED
        day.out[customer, O_ENDED_US] = at_us
        has_been = names_counter and len(day.visiting.visits) > 0
        counter = day.visiting.visits[customer, V_COUNTER] if has_been else -1
        tell(day, TICKET_EXPIRED, at_us, now_us, customer, counter)
        if state == HELD:
            leave_away(day, customer)
        else:
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
    expire_all(day, last_us, last_us, True)
    for counter in range(len(day.desks)):
        desk = day.desks[counter]
        if desk[D_DOES] == IDLE:
            desk[D_OPEN_US] += last_us - desk[D_SINCE_US]
            day.worked[desk[D_STINT], 0] = desk[D_SINCE_US]
            day.worked[desk[D_STINT], 1] = last_us
        if desk[D_DOES] == IDLE or desk[D_IS_PAUSED]:
            tell(day, COUNTER_CLOSED, last_us, last_us, -1, counter)
        desk[D_DOES] = AWAY
