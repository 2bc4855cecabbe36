"""At the ticket: what a customer who was not called at once sees and hears, and makes of it."""

from typing import Final

from shared.dispatch.announce import TURNS_ROUND, announced_us, patience_told, sees_too_many
from shared.dispatch.layout import NOBODY
from shared.domain.counter import CounterState
from shared.rollout.floor import Floor
from simulator.model.customer import NO_MACHINE
from simulator.model.lived_day import LivedDay
from simulator.model.machines import Machines

#: Instead of a patience: is at a machine, or in line for one.
GOES_ELSEWHERE: Final = -3


def stays(day: LivedDay, floor: Floor, machines: Machines | None, index: int) -> int:
    """How long this customer waits at most; -1: for ever; TURNS_ROUND, GOES_ELSEWHERE: not at all.

    Who keeps an appointment does not ask.
    """
    customer = day.customers[index]
    if not floor.is_heeded:
        return customer.patience_us
    ticket = str(index + 1)
    if day.branch.tickets[ticket].due_us is not None:
        return customer.patience_us
    asks_machine = machines is not None and customer.machine != NO_MACHINE
    told_us = told(day, floor, ticket) if asks_machine or floor.over_milli >= 0 else NOBODY
    if machines is not None and asks_machine and machines.takes(index, told_us):
        return GOES_ELSEWHERE
    waiting = len(day.branch.waiting)
    if sees_too_many(waiting - 1, customer.balk_ppm, floor.balk_ppm):
        return TURNS_ROUND
    if floor.over_milli < 0:
        return customer.patience_us
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
