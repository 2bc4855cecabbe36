"""Self-service machines: offered at the ticket, used in one line, and what comes after.

Row 0 of the machines' table is about all of them, the others are one a machine.
"""

from shared.dispatch.announce import line_us, saves_enough
from shared.dispatch.layout import NOBODY
from shared.rollout.columns import (
    ACCEPTS,
    DIVERTED,
    FAR,
    L_COMING,
    L_NEXT,
    N_CUSTOMER,
    N_ENDS_US,
    N_FIRST,
    N_FIRST_US,
    N_LINED,
    N_SERVICES,
    O_ENDED_US,
    O_MACHINE_US,
    O_OFFERED,
    O_STATE,
    O_UNTIL_US,
    P_MACHINE,
    P_MACHINE_US,
    P_SECOND,
    P_SERVICE,
    S_MACHINE_US,
    S_SAVES_US,
    S_USUAL_US,
)
from shared.rollout.day import Day
from shared.rollout.hall import leave_hall
from shared.rollout.serving import one_less
from shared.rollout.telling import tell
from shared.rollout.trace import TICKET_DIVERTED


def begin_machines(day: Day) -> None:
    """All of them are free."""
    if len(day.machines) == 0:
        return
    day.machines[0, N_LINED] = 0
    for number in range(1, len(day.machines)):
        day.machines[number, N_ENDS_US] = FAR
        day.machines[number, N_CUSTOMER] = -1
    find_first_machine(day)


def goes_to_machine(day: Day, row: int, told_us: int, now_us: int) -> bool:
    """Whether the customer in this row is offered a machine and takes it; then it is done."""
    customer = day.who[row]
    person = day.people[customer]
    service = day.services[person[P_SERVICE]]
    wait_us = machine_wait_us(day, person[P_SERVICE])
    usual_us, there_us = service[S_USUAL_US], service[S_MACHINE_US]
    if not saves_enough(told_us, usual_us, wait_us, there_us, service[S_SAVES_US]):
        return False
    day.out[customer, O_OFFERED] = 1
    if person[P_MACHINE] < ACCEPTS:
        return False
    day.out[customer, O_STATE], day.out[customer, O_ENDED_US] = DIVERTED, now_us
    tell(day, TICKET_DIVERTED, now_us, now_us, customer, -1)
    leave_hall(day, row)
    line_up(day, customer, now_us)
    return True


def machine_wait_us(day: Day, service: int) -> int:
    """The wait for a machine that serves this; 0 when one is free, -1 when none does."""
    places = 0
    for number in range(1, len(day.machines)):
        if day.machines[number, N_SERVICES] >> service & 1 == 0:
            continue
        if day.machines[number, N_CUSTOMER] < 0:
            return 0
        places += 1
    if places == 0:
        return NOBODY
    return int(line_us(day.machines[0, N_LINED], places, day.services[service, S_MACHINE_US]))


def line_up(day: Day, customer: int, now_us: int) -> None:
    """The first free machine that serves the customer, else the end of the line."""
    service = day.people[customer, P_SERVICE]
    for number in range(1, len(day.machines)):
        serves = day.machines[number, N_SERVICES] >> service & 1
        if serves and day.machines[number, N_CUSTOMER] < 0:
            use_machine(day, number, customer, now_us)
            return
    day.lined[day.machines[0, N_LINED]] = customer
    day.machines[0, N_LINED] += 1


def use_machine(day: Day, number: int, customer: int, now_us: int) -> None:
    """The customer is at this machine from now on."""
    day.machines[number, N_CUSTOMER] = customer
    day.machines[number, N_ENDS_US] = now_us + day.people[customer, P_MACHINE_US]
    day.out[customer, O_MACHINE_US] = now_us
    find_first_machine(day)


def end_machine(day: Day, now_us: int) -> None:
    """The first of those at machines is done: goes, or takes a ticket after all."""
    number = day.machines[0, N_FIRST]
    customer = day.machines[number, N_CUSTOMER]
    day.machines[number, N_CUSTOMER], day.machines[number, N_ENDS_US] = -1, FAR
    day.out[customer, O_UNTIL_US] = now_us
    find_first_machine(day)
    next_at_machine(day, number, now_us)
    second = day.people[customer, P_SECOND]
    if second >= 0:
        come_again(day, second, now_us)
    else:
        one_less(day)


def next_at_machine(day: Day, number: int, now_us: int) -> None:
    """The first in line whom this machine serves."""
    lined = day.machines[0, N_LINED]
    place = 0
    while place < lined:
        customer = day.lined[place]
        if day.machines[number, N_SERVICES] >> day.people[customer, P_SERVICE] & 1:
            break
        place += 1
    if place == lined:
        return
    customer = day.lined[place]
    day.machines[0, N_LINED] = lined - 1
    while place < lined - 1:
        day.lined[place] = day.lined[place + 1]
        place += 1
    use_machine(day, number, customer, now_us)


def come_again(day: Day, customer: int, now_us: int) -> None:
    """Takes a ticket at this moment, among those who do in the order of the demand."""
    line = day.line
    place = line[L_COMING]
    while place > line[L_NEXT]:
        at_us, other = day.at_us[place - 1], day.order[place - 1]
        if at_us < now_us or (at_us == now_us and other < customer):
            break
        day.at_us[place], day.order[place] = at_us, other
        place -= 1
    day.at_us[place], day.order[place] = now_us, customer
    line[L_COMING] += 1


def find_first_machine(day: Day) -> None:
    """Where somebody is done first; equal times by the order of the demand."""
    first_us, first = FAR, -1
    for number in range(1, len(day.machines)):
        ends_us = day.machines[number, N_ENDS_US]
        if ends_us < first_us or (
            ends_us == first_us < FAR
            and day.machines[number, N_CUSTOMER] < day.machines[first, N_CUSTOMER]
        ):
            first_us, first = ends_us, number
    day.machines[0, N_FIRST_US], day.machines[0, N_FIRST] = first_us, first
