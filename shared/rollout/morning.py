"""How a day begins: from a state of the hall, be it empty, and who comes in which order."""

from typing import NamedTuple

from shared.dispatch.layout import C_PERSON, C_SERVICES, TICKET_WIDTH
from shared.rollout.away import find_back, find_release
from shared.rollout.columns import (
    B_LEFT,
    BUSY,
    D_BEYOND,
    D_DOES,
    D_ENDS_US,
    D_STINT,
    D_STINT_US,
    DAY_WIDTH,
    DESK_WIDTH,
    FAR,
    H_AT_US,
    HELD,
    IDLE,
    L_AWAY,
    L_CLOSES_US,
    L_CLOSING_US,
    L_COMING,
    L_HAPPENED,
    L_HAPPENS_US,
    L_HAS_TIMED,
    L_IDLE,
    L_INSIDE,
    L_IS_OVER,
    L_LAST_US,
    L_NEXT,
    L_OVERFLOW_US,
    L_REFUSED,
    L_SUSPENDED,
    L_WAITING,
    NOT_YET,
    O_OVERTAKEN,
    O_STATE,
    OUTAGE_WIDTH,
    OUTCOME_WIDTH,
    P_PATIENCE_US,
    U_REFUSED,
    U_SUSPENDED,
    V_AWAY,
    V_BACK_US,
    VISIT_WIDTH,
    W_PERSON,
)
from shared.rollout.coming import find_comers, find_lapses
from shared.rollout.day import Day, Ints
from shared.rollout.first import find_first_end, find_first_stint
from shared.rollout.hall import find_impatient
from shared.rollout.kiosk import through_kiosks
from shared.rollout.kiosk_house import through_house
from shared.rollout.machines import begin_machines
from shared.rollout.overflow import next_overflow_us
from shared.rollout.rooms import begin_rooms
from shared.rollout.stints import next_stint_us, refresh_services
from shared.rollout.telling import tell
from shared.rollout.trace import DAY_OPENED


class Start(NamedTuple):
    """The state from which a day is lived; columns as in ``Day``.

    ``out`` has a row for each customer who is inside already, waiting or at a counter; they are the
    first of ``people``, in the order in which their tickets were issued. ``tickets`` and ``who``
    are the hall. The patience of those who wait counts from the time of the start. ``ends_us``
    says for each run and counter when the present service ends; without rows the desks say it.
    ``visits`` has a row for each known customer on days with acts, ``away`` names those away,
    ``back_us`` says for each run and known customer when back (FAR: never; without rows the visits
    say it), ``left_us`` says when each person last left a counter.
    """

    line: Ints
    desks: Ints
    state: Ints
    tickets: Ints
    who: Ints
    out: Ints
    ends_us: Ints
    visits: Ints
    away: Ints
    back_us: Ints
    left_us: Ints
    outages: Ints


def begin_day(
    day: Day,
    start: Start,
    run: int,
    kiosks: int,
    kiosk_plan: Ints,
    buffers: Ints,
) -> None:
    """Everything as it is at the start; ``order`` and ``lapses`` are filled.

    ``buffers`` are four rows with room for every customer and every kiosk; ``kiosk_plan`` has the
    day's rows of columns ``K_``.
    """
    known = len(start.out)
    comes, comes_us, busy, user = buffers[0], buffers[1], buffers[2], buffers[3]
    for column in range(L_INSIDE, DAY_WIDTH):  # those before it are rules
        day.line[column] = start.line[column]
    for g in range(len(day.state)):
        day.state[g] = start.state[g]
    set_outages(day, start)
    set_outcomes(day, start)
    set_desks(day, start, run)
    begin_rooms(day)
    set_hall(day, start)
    begin_machines(day)
    if len(day.visiting.visits) > 0:
        set_visits(day, start, run)
    count = find_comers(day, known, comes, comes_us)
    find_lapses(day, day.line[L_LAST_US])
    for customer in range(known):
        day.order[customer] = customer
    order, at_us = day.order[known:], day.at_us[known:]
    who = day.people
    if len(kiosk_plan) > 0 and kiosks > 0:
        through_house(who, comes, comes_us, count, kiosks, busy, user, order, at_us, kiosk_plan)
    else:
        through_kiosks(who, comes, comes_us, count, kiosks, busy, user, order, at_us)
    day.line[L_NEXT] = known
    day.line[L_COMING] = known + count
    day.line[L_INSIDE] += count
    if day.line[L_LAST_US] < 0:
        tell(day, DAY_OPENED, 0, 0, -1, -1)


def set_outcomes(day: Day, start: Start) -> None:
    """What is known of those who are inside, and nothing of the others."""
    known = len(start.out)
    for customer in range(len(day.people)):
        outcome = day.out[customer]
        if customer < known:
            for column in range(OUTCOME_WIDTH):
                outcome[column] = start.out[customer, column]
            continue
        for column in range(O_STATE, O_OVERTAKEN):
            outcome[column] = -1
        for column in range(O_OVERTAKEN, OUTCOME_WIDTH):
            outcome[column] = 0
        outcome[O_STATE] = NOT_YET


def set_desks(day: Day, start: Start, run: int) -> None:
    """The counters, and in this run when the present services end."""
    for stint in range(len(day.worked)):
        day.worked[stint, 0] = day.worked[stint, 1] = -1
    for counter in range(len(day.desks)):
        desk = day.desks[counter]
        for column in range(DESK_WIDTH):
            desk[column] = start.desks[counter, column]
        if len(start.ends_us) > 0:
            desk[D_ENDS_US] = start.ends_us[run, counter]
        if day.line[L_LAST_US] < 0:
            desk[D_STINT_US] = next_stint_us(day, counter, 0)
        if desk[D_STINT] < desk[D_BEYOND]:
            day.counters[counter, C_PERSON] = day.stints[desk[D_STINT], W_PERSON]
        refresh_services(day, counter)
        day.line[L_INSIDE] += desk[D_DOES] == BUSY
    for person in range(len(start.left_us)):
        day.visiting.rules[day.visiting.rules[B_LEFT] + person] = start.left_us[person]
    find_first_end(day)
    find_first_stint(day)
    day.line[L_IDLE] = 0
    for rank in range(len(day.idle)):
        is_idle = day.desks[day.ranks[rank], D_DOES] == IDLE
        services = day.counters[day.ranks[rank], C_SERVICES]
        day.idle[rank, C_SERVICES] = services if is_idle else 0
        day.line[L_IDLE] += is_idle


def set_outages(day: Day, start: Start) -> None:
    """What incidents have done so far, when the first thing of the day happens, and closing."""
    for service in range(len(day.outages)):
        for column in range(OUTAGE_WIDTH):
            day.outages[service, column] = start.outages[service, column]
    set_masks(day)
    day.line[L_CLOSING_US] = FAR if day.line[L_IS_OVER] else day.line[L_CLOSES_US]
    day.line[L_HAPPENED] = 0
    day.line[L_HAPPENS_US] = FAR
    if len(day.happenings) > 0:
        day.line[L_HAPPENS_US] = max(day.happenings[0, H_AT_US], day.line[L_LAST_US])


def set_masks(day: Day) -> None:
    """The services that are suspended, and for which nobody may queue up, as bits."""
    suspended = refused = 0
    for service in range(len(day.outages)):
        if day.outages[service, U_SUSPENDED] > 0:
            suspended |= 1 << service
        if day.outages[service, U_REFUSED] > 0:
            refused |= 1 << service
    day.line[L_SUSPENDED], day.line[L_REFUSED] = suspended, refused


def set_hall(day: Day, start: Start) -> None:
    """Those who wait, and when each of them loses patience in this run."""
    for row in range(len(start.who)):
        for column in range(TICKET_WIDTH):
            day.tickets[row, column] = start.tickets[row, column]
        day.who[row] = start.who[row]
        patience_us = day.people[start.who[row], P_PATIENCE_US]
        day.until_us[row] = FAR if patience_us < 0 else start.line[L_LAST_US] + patience_us
    day.line[L_WAITING] = len(start.who)
    day.line[L_INSIDE] += len(start.who)
    find_impatient(day)
    if day.line[L_HAS_TIMED]:
        day.line[L_OVERFLOW_US] = next_overflow_us(day, start.line[L_LAST_US])


def set_visits(day: Day, start: Start, run: int) -> None:
    """How far the visits of those inside have come, and who of them is away.

    Who missed a call and does not come back is not waited for.
    """
    for customer in range(len(start.visits)):
        for column in range(VISIT_WIDTH):
            day.visiting.visits[customer, column] = start.visits[customer, column]
        if len(start.back_us) > 0:
            day.visiting.visits[customer, V_BACK_US] = start.back_us[run, customer]
    count = 0
    for place in range(len(start.away)):
        customer = start.away[place]
        never = day.visiting.visits[customer, V_BACK_US] == FAR
        if day.out[customer, O_STATE] == HELD or not never:
            day.visiting.visits[count, V_AWAY] = customer
            count += 1
    day.line[L_AWAY] = count
    day.line[L_INSIDE] += count
    find_back(day)
    find_release(day, day.line[L_LAST_US])
