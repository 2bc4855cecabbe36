"""At the ticket: what a customer who was not called at once sees and hears, and makes of it."""

from shared.dispatch.announce import TURNS_ROUND, announced_us, patience_told, sees_too_many
from shared.domain.counter import CounterState
from shared.rollout.floor import Floor
from simulator.model.customer import Customer
from simulator.model.lived_day import LivedDay


def stays(day: LivedDay, floor: Floor, ticket: str, customer: Customer) -> int:
    """How long this customer waits at most; TURNS_ROUND: not at all, -1: for ever.

    Who keeps an appointment does not ask.
    """
    found = day.branch.tickets[ticket]
    if found.due_us is not None or not floor.is_heeded:
        return customer.patience_us
    waiting = len(day.branch.waiting)
    if sees_too_many(waiting - 1, customer.balk_ppm, floor.balk_ppm):
        return TURNS_ROUND
    if floor.over_milli < 0:
        return customer.patience_us
    told_us = told(day, floor, ticket)
    return patience_told(customer.patience_us, told_us, floor.over_milli, floor.least_milli)


def told(day: LivedDay, floor: Floor, ticket: str) -> int:
    """The wait that this ticket is told; -1 when no counter is open for it."""
    branch = day.branch
    counters = list(branch.counters.values())
    return announced_us(
        branch.rows,
        len(branch.rows),
        next(row for row, each in enumerate(branch.waiting) if each.id == ticket),
        [counter.row for counter in counters],
        [counter.state is CounterState.OPEN for counter in counters],
        branch.discipline.policy,
        floor.usual_us,
        day.now_us,
    )
