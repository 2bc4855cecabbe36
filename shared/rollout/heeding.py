"""At the ticket: what a customer who was not called at once sees and hears, and makes of it."""

from shared.dispatch.announce import TURNS_ROUND, announced_us, patience_told, sees_too_many
from shared.dispatch.layout import NOBODY, T_DUE_US
from shared.rollout.columns import (
    BALKED,
    D_DOES,
    G_BALK,
    G_LEAST_MILLI,
    G_OVER_MILLI,
    L_WAITING,
    O_ENDED_US,
    O_STATE,
    P_BALK_PPM,
    P_MACHINE,
    P_PATIENCE_US,
    S_USUAL_US,
)
from shared.rollout.day import Day, Rows
from shared.rollout.hall import begin_patience, leave_hall
from shared.rollout.machines import goes_to_machine
from shared.rollout.serving import one_less
from shared.rollout.telling import tell
from shared.rollout.trace import TICKET_BALKED


def begin_waiting(day: Day, row: int, now_us: int) -> None:
    """Who was not called at once waits; the hall is asked only where it says anything."""
    if len(day.floor) > 0:
        heed(day, row, now_us)
    else:
        begin_patience(day, row, now_us, day.people[day.who[row], P_PATIENCE_US])


def heed(day: Day, row: int, now_us: int) -> None:
    """Go to a machine, stay, or turn round at once; who keeps an appointment does not ask."""
    person = day.people[day.who[row]]
    stays_us = person[P_PATIENCE_US]
    asks_machine = len(day.machines) > 0 and person[P_MACHINE] > 0
    if day.tickets[row, T_DUE_US] < 0:
        told_us = NOBODY
        if asks_machine or day.floor[G_OVER_MILLI] >= 0:
            told_us = tell_wait(day, row, now_us)
        if asks_machine and goes_to_machine(day, row, told_us, now_us):
            return
        shares_ppm: Rows = day.floor[G_BALK:]
        if sees_too_many(day.line[L_WAITING] - 1, person[P_BALK_PPM], shares_ppm):
            stays_us = TURNS_ROUND
        elif day.floor[G_OVER_MILLI] >= 0:
            over_milli, least_milli = day.floor[G_OVER_MILLI], day.floor[G_LEAST_MILLI]
            stays_us = patience_told(stays_us, told_us, over_milli, least_milli)
    if stays_us == TURNS_ROUND:
        turn_round(day, row, now_us)
    else:
        begin_patience(day, row, now_us, stays_us)


def tell_wait(day: Day, row: int, now_us: int) -> int:
    """The wait that this ticket is told; -1 when no counter is open for it."""
    is_open: Rows = day.desks[:, D_DOES]
    usual_us: Rows = day.services[:, S_USUAL_US]
    told_us = announced_us(
        day.tickets,
        day.line[L_WAITING],
        row,
        day.counters,
        is_open,
        day.policy,
        usual_us,
        now_us,
    )
    return int(told_us)


def turn_round(day: Day, row: int, now_us: int) -> None:
    """The ticket is cancelled where it was taken."""
    customer = day.who[row]
    day.out[customer, O_STATE] = BALKED
    day.out[customer, O_ENDED_US] = now_us
    tell(day, TICKET_BALKED, now_us, now_us, customer, -1)
    leave_hall(day, row)
    one_less(day)
