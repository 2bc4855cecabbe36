"""At the kiosk: a customer takes a ticket or checks in; who waits too long leaves."""

from shared.dispatch.layout import NOBODY
from shared.rollout.columns import (
    A_CREDIT_US,
    A_LATE_US,
    L_CLOSES_US,
    L_IMPATIENT,
    L_LAST_TICKET_US,
    L_NEXT,
    L_OPENS_US,
    L_REFUSED,
    LEFT,
    O_ENDED_US,
    O_KEPT,
    O_LAPSED,
    O_LATE,
    O_STATE,
    O_TICKET_US,
    P_BOOKED_US,
    P_SERVICE,
    TURNED_AWAY,
    WAITING,
)
from shared.rollout.coming import counts_from_us, lapse_us
from shared.rollout.day import Day
from shared.rollout.hall import join_hall, leave_hall, row_of
from shared.rollout.serving import one_less
from shared.rollout.stop import begin_visit, further_needs
from shared.rollout.telling import tell
from shared.rollout.trace import CHECKED_IN, TICKET_CANCELLED, TICKET_ISSUED


def take_ticket(day: Day, now_us: int) -> int:
    """The next customer takes a ticket, or checks in: the row in the hall, or -1 for nobody."""
    line = day.line
    customer = day.order[line[L_NEXT]]
    line[L_NEXT] += 1
    outcome = day.out[customer]
    senior_us, due_us = now_us, NOBODY
    booked_us = day.people[customer, P_BOOKED_US]
    rules = day.appointments[day.people[customer, P_SERVICE]]
    keeps = booked_us >= 0 and not outcome[O_LAPSED] and now_us <= lapse_us(day, customer)
    if keeps:
        is_late = now_us > counts_from_us(day, customer) + rules[A_LATE_US]
        senior_us = now_us - rules[A_CREDIT_US] if is_late else booked_us
        due_us = NOBODY if is_late else booked_us
        outcome[O_LATE] = is_late
    until_us = line[L_CLOSES_US] - 1 if keeps else line[L_LAST_TICKET_US]
    is_refused = line[L_REFUSED] != 0 and is_sent_away(day, customer, keeps)
    if is_refused or now_us > until_us or (not keeps and now_us < line[L_OPENS_US]):
        outcome[O_STATE] = TURNED_AWAY
        one_less(day)
        return -1
    outcome[O_STATE], outcome[O_TICKET_US], outcome[O_KEPT] = WAITING, now_us, keeps
    row = join_hall(day, customer, now_us, senior_us, due_us)
    if len(day.visiting.visits) > 0:
        begin_visit(day, customer, row)
    tell(day, TICKET_ISSUED, now_us, now_us, customer, -1)
    if keeps:
        tell(day, CHECKED_IN, now_us, now_us, customer, -1)
    return row


def is_sent_away(day: Day, customer: int, keeps: bool) -> bool:
    """Whether an incident lets nobody queue up for what this customer comes for.

    Who checks in for an appointment is asked for that service only.
    """
    wanted = 1 << day.people[customer, P_SERVICE]
    if not keeps and len(day.visiting.visits) > 0:
        wanted |= further_needs(day, customer)
    return bool(day.line[L_REFUSED] & wanted)


def lose_patience(day: Day, now_us: int) -> None:
    """The most impatient of those who wait leaves."""
    customer = day.line[L_IMPATIENT]
    day.out[customer, O_STATE] = LEFT
    day.out[customer, O_ENDED_US] = now_us
    tell(day, TICKET_CANCELLED, now_us, now_us, customer, -1)
    leave_hall(day, row_of(day, customer))
    one_less(day)
