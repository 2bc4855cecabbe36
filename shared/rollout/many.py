"""Several days in one compiled call: the same branch and staff, each day its own customers."""

from collections.abc import MutableSequence, Sequence
from typing import Final

from shared.dispatch.layout import POLICY_WIDTH, TICKET_WIDTH
from shared.rollout.columns import (
    APPOINTMENT_WIDTH,
    BALKED,
    D_OPEN_US,
    D_SERVING_US,
    DESK_WIDTH,
    L_LAST_US,
    L_SEGMENTS,
    L_TIMES,
    LEFT,
    O_CALLED_US,
    O_ENDED_US,
    O_KEPT,
    O_OVERTAKEN,
    O_STATE,
    O_STOOD_US,
    O_TICKET_US,
    OUTAGE_WIDTH,
    OUTCOME_WIDTH,
    P_BOOKED_US,
    P_SEGMENT,
    P_SERVICE,
    PERSON_WIDTH,
    STINT_WIDTH,
    TURNED_AWAY,
    V_ABSENCES,
    V_TICKET,
)
from shared.rollout.day import Day, Extras, Ints, Visiting, wide
from shared.rollout.happenings import stood_us
from shared.rollout.living import live
from shared.rollout.morning import Start, begin_day

# Sums by class (service index x number of segments + segment index), one row each.
F_ARRIVED: Final = 0  # took a ticket
F_CALLED: Final = 1
F_LEFT: Final = 2
F_WAIT_US: Final = 3  # waits of those who were called
F_OVERTAKEN: Final = 4
F_OVERTAKEN_MOST: Final = 5
F_LIMITS: Final = 6  # then two columns a limit: called within it, counted for it
FIGURES_WIDTH: Final = 6

# Sums of a day.
T_TURNED_AWAY: Final = 0
T_LAST_US: Final = 1  # time of the last event
T_MOMENTS: Final = 2  # moments lived through
T_ABSENCES: Final = 3  # missed calls, of those who count
T_RETURNS: Final = 4  # ... and back after one
T_HOLDS: Final = 5  # put aside
T_TRANSFERS: Final = 6  # sent on
DAY_FIGURES_WIDTH: Final = 7


def live_days(
    frame: Day,
    start: Start,
    first: Sequence[int],
    stints: Ints,
    happenings: Ints,
    kiosk_plans: Ints,
    kiosks: int,
    buffers: Ints,
    warm_us: int,
    limits_us: Sequence[int],
    figures: Ints,
    desks: Ints,
    days: Ints,
    worked: Ints,
    served: Ints,
    blocked: Ints,
    extras: Extras,
) -> None:
    """Live each day from the same start; customers ``first[n]`` to ``first[n + 1]`` are day n's.

    ``frame`` has room for the largest day; its ``people`` are those of all days, its ``out`` either
    has a row for each of them or is room for one day. ``figures`` (day, class, column), ``desks``
    (day, counter, serving and open time) and ``days`` (day, column) take the sums, of those who
    took their ticket from ``warm_us`` on; ``stints``, ``happenings`` and ``kiosk_plans`` are those
    of each day, or of all days (day, row, column); ``worked`` (day, stint, from and to) the work,
    ``served`` (day, counter, half-hour) the services of days with acts, ``blocked`` (day, row,
    half-hour) what counters waited for on these. ``buffers`` is room for ``begin_day``, four rows.

    ``extras`` is ``day.NONE`` where no customer has acts and there are no ratio rules, no machines,
    nothing told and no distances in the hall, no happenings, no kiosk away and no trace. To the
    compiler that is a type: such days get machine code without all that, from the same source.
    """
    seldom = len(extras)
    keeps_all = len(frame.out) >= len(frame.people)
    people = frame.people
    if len(extras) == 0:
        people = wide(people, PERSON_WIDTH)
    for number in range(len(first) - 1):
        begin, beyond = first[number], first[number + 1]
        from_row = begin if keeps_all else 0
        mine, waited = frame.visiting.served, frame.visiting.blocked
        if len(frame.visiting.visits) > 0:
            mine, waited = served[number], blocked[number]
        own = number if len(stints) > 1 else 0
        day = Day(
            people[begin:beyond],
            frame.order,
            frame.at_us,
            frame.lapses,
            frame.counters,
            wide(frame.policy, POLICY_WIDTH),
            frame.house,
            frame.ratios[: len(frame.ratios) * seldom],
            wide(frame.appointments, APPOINTMENT_WIDTH),
            wide(stints[own], STINT_WIDTH),
            frame.ranks,
            frame.services,
            frame.floor[: len(frame.floor) * seldom],
            frame.walks[: len(frame.walks) * seldom],
            wide(frame.out[from_row : from_row + beyond - begin], OUTCOME_WIDTH),
            wide(worked[number], 2),
            wide(frame.desks, DESK_WIDTH),
            frame.idle,
            frame.state,
            wide(frame.tickets, TICKET_WIDTH),
            frame.who,
            frame.until_us,
            frame.claims,
            frame.points,
            frame.line,
            frame.trace[: len(frame.trace) * seldom],
            frame.passes[: len(frame.passes) * seldom],
            frame.machines[: len(frame.machines) * seldom],
            frame.lined[: len(frame.lined) * seldom],
            Visiting(
                frame.visiting.rules,
                frame.visiting.visits[: len(frame.visiting.visits) * seldom],
                mine[: len(mine) * seldom],
                waited[: len(waited) * seldom],
                frame.visiting.rooms[: len(frame.visiting.rooms) * seldom],
            ),
            wide(frame.outages, OUTAGE_WIDTH),
            happenings[own][: happenings.shape[1] * seldom],
        )
        kiosk_plan = kiosk_plans[own][: kiosk_plans.shape[1] * seldom]
        begin_day(day, start, number, kiosks, kiosk_plan, buffers)
        live(day)
        sum_day(day, warm_us, limits_us, figures[number], desks[number], days[number])


def sum_day(
    day: Day,
    warm_us: int,
    limits_us: Sequence[int],
    figures: Ints,
    desks: Ints,
    totals: MutableSequence[int],
) -> None:
    """The sums of a day that is over, as ``shared.metrics`` takes them from a log."""
    figures[:, :] = 0
    for number in range(len(totals)):
        totals[number] = 0
    totals[T_LAST_US] = day.line[L_LAST_US]
    totals[T_MOMENTS] = day.line[L_TIMES]
    for customer in range(len(day.people)):
        state = day.out[customer, O_STATE]
        if state == TURNED_AWAY:
            totals[T_TURNED_AWAY] += 1
        if state > TURNED_AWAY and day.out[customer, O_TICKET_US] >= warm_us:
            sum_customer(day, customer, limits_us, figures)
            if len(day.visiting.visits) > 0:
                for number in range(V_ABSENCES, V_TICKET):
                    totals[T_ABSENCES + number - V_ABSENCES] += day.visiting.visits[
                        customer, number
                    ]
    for counter in range(len(day.desks)):
        desks[counter, 0] = day.desks[counter, D_SERVING_US]
        desks[counter, 1] = day.desks[counter, D_OPEN_US]


def sum_customer(day: Day, customer: int, limits_us: Sequence[int], figures: Ints) -> None:
    """One customer who took a ticket."""
    person, outcome = day.people[customer], day.out[customer]
    sums = figures[person[P_SERVICE] * day.line[L_SEGMENTS] + person[P_SEGMENT]]
    from_us = outcome[O_TICKET_US]
    if outcome[O_KEPT]:
        from_us = max(from_us, person[P_BOOKED_US])
    is_called = outcome[O_CALLED_US] >= 0
    until_us = outcome[O_CALLED_US] if is_called else outcome[O_ENDED_US]
    wait_us = max(0, until_us - from_us)
    sums[F_ARRIVED] += 1
    sums[F_LEFT] += outcome[O_STATE] == LEFT or outcome[O_STATE] == BALKED
    sums[F_OVERTAKEN] += outcome[O_OVERTAKEN]
    sums[F_OVERTAKEN_MOST] = max(sums[F_OVERTAKEN_MOST], outcome[O_OVERTAKEN])
    if is_called:
        sums[F_CALLED] += 1
        sums[F_WAIT_US] += wait_us
    if len(day.happenings) > 0:
        outcome[O_STOOD_US] = stood_us(day, person[P_SERVICE], from_us, until_us)
        wait_us = max(0, wait_us - outcome[O_STOOD_US])
    for number in range(len(limits_us)):
        is_beyond = wait_us > limits_us[number]  # no branch: nobody could foretell it
        sums[F_LIMITS + 2 * number] += is_called & (not is_beyond)
        sums[F_LIMITS + 2 * number + 1] += is_called | is_beyond
