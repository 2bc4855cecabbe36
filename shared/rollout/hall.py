"""Who waits: the rows that dispatch reads, joined and left; and who loses patience first."""

from shared.dispatch.layout import (
    NOBODY,
    T_ARRIVED_US,
    T_CLASS,
    T_CONTINUES,
    T_COUNTER,
    T_DUE_US,
    T_NEEDS,
    T_ORDER,
    T_OVERTAKEN,
    T_PERSON,
    T_SEGMENT,
    T_SENIOR_US,
    T_SERVICE,
    TICKET_WIDTH,
)
from shared.rollout.columns import (
    FAR,
    L_IMPATIENT,
    L_ISSUED,
    L_PATIENCE_US,
    L_SEGMENTS,
    L_WAITING,
    O_OVERTAKEN,
    P_SEGMENT,
    P_SERVICE,
)
from shared.rollout.day import Day


def join_hall(day: Day, customer: int, now_us: int, senior_us: int, due_us: int) -> int:
    """A new ticket waits; its row in the hall."""
    line, person = day.line, day.people[customer]
    row = line[L_WAITING]
    ticket = day.tickets[row]
    ticket[T_CLASS] = person[P_SERVICE] * line[L_SEGMENTS] + person[P_SEGMENT]
    ticket[T_SERVICE] = person[P_SERVICE]
    ticket[T_SEGMENT] = person[P_SEGMENT]
    ticket[T_SENIOR_US] = senior_us
    ticket[T_ARRIVED_US] = now_us
    ticket[T_OVERTAKEN] = 0
    ticket[T_DUE_US] = due_us
    ticket[T_COUNTER] = NOBODY
    ticket[T_PERSON] = NOBODY
    ticket[T_ORDER] = line[L_ISSUED]
    ticket[T_CONTINUES] = 0
    ticket[T_NEEDS] = 1 << person[P_SERVICE]
    day.who[row] = customer
    day.until_us[row] = FAR
    line[L_ISSUED] += 1
    line[L_WAITING] = row + 1
    return int(row)


def begin_patience(day: Day, row: int, now_us: int, patience_us: int) -> None:
    """Who was not called at once may leave later, after so long; -1 never."""
    if patience_us < 0:
        return
    customer = day.who[row]
    line = day.line
    until_us = now_us + patience_us
    day.until_us[row] = until_us
    if until_us < line[L_PATIENCE_US] or (
        until_us == line[L_PATIENCE_US] and customer < line[L_IMPATIENT]
    ):
        line[L_PATIENCE_US], line[L_IMPATIENT] = until_us, customer


def leave_hall(day: Day, row: int) -> None:
    """The ticket waits no more; the last row takes its place, order means nothing here."""
    line = day.line
    customer = day.who[row]
    day.out[customer, O_OVERTAKEN] = day.tickets[row, T_OVERTAKEN]
    last = line[L_WAITING] - 1
    line[L_WAITING] = last
    if row != last:
        for column in range(TICKET_WIDTH):
            day.tickets[row, column] = day.tickets[last, column]
        day.who[row] = day.who[last]
        day.until_us[row] = day.until_us[last]
    if customer == line[L_IMPATIENT]:
        find_impatient(day)


def find_impatient(day: Day) -> None:
    """Who of those who wait leaves first; equal times go by the order of the demand."""
    best_us, best = FAR, -1
    for row in range(day.line[L_WAITING]):
        until_us = day.until_us[row]
        if until_us < best_us or (until_us == best_us < FAR and day.who[row] < best):
            best_us, best = until_us, day.who[row]
    day.line[L_PATIENCE_US], day.line[L_IMPATIENT] = best_us, best


def row_of(day: Day, customer: int) -> int:
    """The row of somebody who waits."""
    row = 0
    while day.who[row] != customer:
        row += 1
    return row
