"""Counters: calls and services. Who is called where is asked of ``shared.dispatch``."""

from shared.dispatch.eligibility import is_overflow, is_own
from shared.dispatch.layout import C_SERVICES, C_SPEED, T_OVERTAKEN, T_SERVICE
from shared.dispatch.precedence import is_senior
from shared.dispatch.reason import MOST_SENIOR, ONLY_ONE, STANDBY
from shared.dispatch.select import advance, select_counter, select_ticket
from shared.dispatch.standing import F_ELIGIBLE, NOT_HERE, Facts, survey
from shared.rollout.columns import (
    AWAY,
    BUSY,
    CALLED,
    CLOSED,
    D_CALLED_US,
    D_CUSTOMER,
    D_DOES,
    D_RANK,
    D_SERVING_US,
    D_SPEED_MILLI,
    D_STARTED_US,
    D_TO_US,
    D_WALK_US,
    FAR,
    HALF_HOUR_US,
    IDLE,
    L_HAS_EMPTIED,
    L_HAS_STATE,
    L_IDLE,
    L_INSIDE,
    L_WAITING,
    O_CALLED_US,
    O_COUNTER,
    O_ENDED_US,
    O_REASON,
    O_STARTED_US,
    O_STATE,
    P_SERVICE_US,
)
from shared.rollout.day import Day
from shared.rollout.first import end_at
from shared.rollout.hall import leave_hall
from shared.rollout.rooms import leave_room
from shared.rollout.stints import leave_desk, stop_standing_by
from shared.rollout.stop import begin_stop
from shared.rollout.telling import tell, tell_call
from shared.rollout.trace import (
    COUNTER_STANDBY,
    TICKET_CLOSED,
    TICKET_STARTED,
)
from shared.rollout.walking import walk_us


def choose(day: Day, counter: int, now_us: int) -> tuple[int, int, Facts]:
    """Which row of the hall this counter takes, why, and the facts; row -1 for nobody."""
    count = day.line[L_WAITING]
    facts = survey(
        day.tickets,
        count,
        day.counters[counter],
        day.policy,
        day.house,
        day.ratios,
        day.state,
        now_us,
        day.claims,
        day.points,
    )
    row, why = select_ticket(day.tickets, count, day.claims, day.points, facts)
    return row, why, facts


def call(day: Day, counter: int, row: int, rule: int, facts: Facts, now_us: int) -> None:
    """The ticket is called there: whoever is passed over remembers it, the service begins."""
    tell_call(day, counter, row, rule, facts, now_us)
    ticket, desk = day.tickets[row], day.desks[counter]
    if facts[F_ELIGIBLE] > 1 and rule != MOST_SENIOR:
        for other in range(day.line[L_WAITING]):
            if day.claims[other] != NOT_HERE and is_senior(day.tickets[other], ticket):
                day.tickets[other, T_OVERTAKEN] += 1
    if day.line[L_HAS_STATE]:
        advance(ticket, day.house, day.ratios, day.state, facts)
    customer = day.who[row]
    desk[D_CALLED_US] = now_us
    if len(day.walks) > 0:
        desk[D_WALK_US] = walk_us(day, counter, row, now_us)
    if len(day.visiting.visits) > 0:
        end_at(day, counter, begin_stop(day, counter, row, now_us))
    else:
        needs_us = needed_us(day, counter, customer, ticket[T_SERVICE])
        end_at(day, counter, now_us + desk[D_WALK_US] + needs_us)
    if desk[D_DOES] == IDLE:
        stop_standing_by(day, counter)
    desk[D_DOES] = BUSY
    desk[D_CUSTOMER] = customer
    outcome = day.out[customer]
    outcome[O_STATE] = CALLED
    if outcome[O_CALLED_US] < 0:
        outcome[O_CALLED_US] = now_us
    outcome[O_COUNTER] = counter
    outcome[O_REASON] = rule
    leave_hall(day, row)


def needed_us(day: Day, counter: int, customer: int, service: int) -> int:
    """The customer's service time at this counter, by its speed and that of who sits there."""
    speed_milli = day.counters[counter, C_SPEED + service]
    person_milli = day.desks[counter, D_SPEED_MILLI]
    needs_us = day.people[customer, P_SERVICE_US]
    if speed_milli != 1000:  # a division is the dearest thing here
        needs_us = needs_us * 1000 // speed_milli
    if person_milli != 1000:
        needs_us = needs_us * 1000 // person_milli
    return int(needs_us)


def call_next(day: Day, counter: int, now_us: int) -> None:
    """Whoever is next comes here; with nobody waiting the counter stands by."""
    if day.line[L_WAITING] > 0:
        row, why, facts = choose(day, counter, now_us)
        if row >= 0:
            call(day, counter, row, why, facts, now_us)
            return
    desk = day.desks[counter]
    desk[D_DOES] = IDLE
    day.line[L_IDLE] += 1
    day.idle[desk[D_RANK], C_SERVICES] = day.counters[counter, C_SERVICES]
    tell(day, COUNTER_STANDBY, now_us, now_us, -1, counter)


def settle(day: Day, new: int, now_us: int) -> bool:
    """Counters that stand by take whoever may be called there, one call at a time.

    ``new`` is the row of a ticket issued at this moment, or -1; True when it was called. Nobody who
    waited before it may be called by a counter that stands by, or it would have been.
    """
    if day.line[L_IDLE] == 0:
        return False
    rank = 0
    while rank < len(day.ranks) and day.line[L_WAITING] > 0:
        if not may_take(day, day.ranks[rank], new, now_us) or not take_at(day, rank, now_us):
            rank += 1
        elif new >= 0:
            return True
        else:
            rank = 0
    return False


def may_take(day: Day, counter: int, new: int, now_us: int) -> bool:
    """Whether this counter stands by, and may be called to the new ticket, if there is one."""
    if day.desks[counter, D_DOES] != IDLE:
        return False
    desk = day.counters[counter]
    if new < 0 or is_own(day.tickets[new], desk):
        return True
    return is_overflow(day.tickets[new], desk, now_us)


def take_at(day: Day, rank: int, now_us: int) -> bool:
    """One call by the idle counter of this rank, or by a better one; False when nobody fits."""
    place = rank
    while True:
        row, why, facts = choose(day, day.ranks[place], now_us)
        if row < 0:
            return False
        better = select_counter(day.tickets[row], day.idle, len(day.idle))
        if better < 0 or better == place or place != rank:
            break
        place = better
    call(day, day.ranks[place], row, STANDBY if why == ONLY_ONE else why, facts, now_us)
    return True


# ------------------------------------------------------------ services


def end_service(day: Day, counter: int, now_us: int) -> None:
    """The customer goes; what the teller does then is ``go_on``."""
    customer = day.desks[counter, D_CUSTOMER]
    leave_counter(day, counter, now_us)
    day.out[customer, O_STATE] = CLOSED
    tell(day, TICKET_CLOSED, now_us, now_us, customer, counter)
    one_less(day)


def leave_counter(day: Day, counter: int, now_us: int) -> None:
    """The stop of the present customer is over."""
    tell_start(day, counter, now_us)
    desk = day.desks[counter]
    outcome = day.out[desk[D_CUSTOMER]]
    started_us = desk[D_STARTED_US]
    outcome[O_STARTED_US], outcome[O_ENDED_US] = started_us, now_us
    desk[D_SERVING_US] += now_us - started_us
    if len(day.visiting.served) > 0:
        count_served(day, counter, started_us, now_us)
        if len(day.visiting.rooms) > 0:
            leave_room(day, counter, now_us)
    desk[D_STARTED_US] = -1
    end_at(day, counter, FAR)
    desk[D_DOES] = AWAY


def tell_start(day: Day, counter: int, now_us: int) -> None:
    """Nobody pressed a key for the start: one walk after the call, not after the end."""
    desk = day.desks[counter]
    if desk[D_STARTED_US] < 0:
        started_us = min(now_us, desk[D_CALLED_US] + desk[D_WALK_US])
        desk[D_STARTED_US] = started_us
        tell(day, TICKET_STARTED, started_us, now_us, desk[D_CUSTOMER], counter)


def count_served(day: Day, counter: int, from_us: int, to_us: int) -> None:
    """Add a span of service to the half-hours in which it lies; the last has the rest."""
    last = day.visiting.served.shape[1] - 1
    half_hour = min(from_us // HALF_HOUR_US, last)
    while from_us < to_us:
        end_us = to_us if half_hour == last else min(to_us, (half_hour + 1) * HALF_HOUR_US)
        day.visiting.served[counter, half_hour] += end_us - from_us
        from_us = end_us
        half_hour += 1


def one_less(day: Day) -> None:
    """Somebody has left; when it was the last, idle tellers notice."""
    day.line[L_INSIDE] -= 1
    if day.line[L_INSIDE] == 0:
        day.line[L_HAS_EMPTIED] = 1


def go_on(day: Day, counter: int, now_us: int) -> None:
    """Call the next one unless the stint is over: by the clock, or because all have left."""
    if is_over(day, counter, now_us):
        leave_desk(day, counter, now_us)
    else:
        call_next(day, counter, now_us)


def is_over(day: Day, counter: int, now_us: int) -> bool:
    """Whether the stint has ended."""
    to_us = day.desks[counter, D_TO_US]
    return bool(now_us >= to_us if to_us >= 0 else day.line[L_INSIDE] == 0)
