"""Writing the trace: one row an event, one row a customer passed over; nothing when not asked."""

from shared.dispatch.precedence import is_senior, score
from shared.dispatch.select import why_passed
from shared.dispatch.standing import F_ELIGIBLE, F_TURN, NOT_HERE, Facts
from shared.rollout.columns import (
    E_AT_US,
    E_COUNTER,
    E_CUSTOMER,
    E_KIND,
    E_PASSED,
    E_RECORDED_US,
    E_RULE,
    E_SCORE,
    E_WAITING,
    L_EVENTS,
    L_IS_CUT,
    L_LAST_US,
    L_PASSES,
    L_WAITING,
    X_CUSTOMER,
    X_EVENT,
    X_WHY,
)
from shared.rollout.day import Day
from shared.rollout.trace import TICKET_CALLED


def tell(day: Day, kind: int, at_us: int, recorded_us: int, customer: int, counter: int) -> None:
    """One event that is not a call."""
    day.line[L_LAST_US] = recorded_us
    if len(day.trace) > 0:
        write_event(day, kind, at_us, recorded_us, customer, counter)


def tell_call(day: Day, counter: int, row: int, rule: int, facts: Facts, now_us: int) -> None:
    """A call, with whom it passes over and why; before anything of it is done."""
    day.line[L_LAST_US] = now_us
    if len(day.trace) > 0:
        write_call(day, counter, row, rule, facts, now_us)


def write_event(
    day: Day, kind: int, at_us: int, recorded_us: int, customer: int, counter: int
) -> None:
    """A row of the trace, while there is room."""
    line = day.line
    number = line[L_EVENTS]
    line[L_EVENTS] = number + 1
    if number >= len(day.trace):
        line[L_IS_CUT] = 1
        return
    event = day.trace[number]
    event[E_KIND], event[E_AT_US], event[E_RECORDED_US] = kind, at_us, recorded_us
    event[E_CUSTOMER], event[E_COUNTER] = customer, counter
    event[E_RULE], event[E_SCORE], event[E_WAITING], event[E_PASSED] = -1, 0, 0, 0


def write_call(day: Day, counter: int, row: int, rule: int, facts: Facts, now_us: int) -> None:
    """A row for the call, and one for each whom it passes over."""
    line = day.line
    number = line[L_EVENTS]
    write_event(day, TICKET_CALLED, now_us, now_us, day.who[row], counter)
    if number >= len(day.trace):
        return
    event, called = day.trace[number], day.tickets[row]
    event[E_RULE] = rule
    event[E_SCORE] = score(called, day.counters[counter], day.policy, now_us)
    event[E_WAITING] = facts[F_ELIGIBLE]
    for other in range(line[L_WAITING]):
        if day.claims[other] == NOT_HERE or not is_senior(day.tickets[other], called):
            continue
        event[E_PASSED] += 1
        place = line[L_PASSES]
        line[L_PASSES] = place + 1
        if place >= len(day.passes):
            line[L_IS_CUT] = 1
            continue
        day.passes[place, X_EVENT] = number
        day.passes[place, X_CUSTOMER] = day.who[other]
        why = why_passed(day.claims[row], day.claims[other], facts[F_TURN])
        day.passes[place, X_WHY] = why
