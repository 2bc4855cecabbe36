"""Who comes when, and whose appointment lapses when: in order, once before the day is lived."""

from shared.dispatch.walking import way_us
from shared.rollout.columns import (
    A_EARLY_US,
    A_NO_SHOW_US,
    AGAIN,
    K_ENTRANCE,
    L_LAPSE,
    L_LAPSES,
    L_OPENS_US,
    MISSED,
    NOT_YET,
    O_KEPT,
    O_LAPSED,
    O_STATE,
    P_ARRIVAL_US,
    P_BOOKED_US,
    P_SERVICE,
    P_SPEED_MM_S,
    U_REFUSED,
    U_RESUMED_US,
)
from shared.rollout.day import Day, Ints


def find_comers(day: Day, known: int, comes: Ints, comes_us: Ints) -> int:
    """Who comes in when, in order: early for an appointment waits outside. How many come."""
    count = 0
    entrance_mm = day.walks[0, K_ENTRANCE] if len(day.walks) > 0 else 0
    for customer in range(known, len(day.people)):
        person = day.people[customer]
        at_us = person[P_ARRIVAL_US]
        if at_us < 0:
            day.out[customer, O_STATE] = NOT_YET if at_us == AGAIN else MISSED
            continue
        booked_us = person[P_BOOKED_US]
        if booked_us >= 0:
            early_us = day.appointments[person[P_SERVICE], A_EARLY_US]
            at_us = max(at_us, booked_us - early_us, day.line[L_OPENS_US])
        if entrance_mm > 0:
            at_us += way_us(entrance_mm, person[P_SPEED_MM_S])
        place = count
        while place > 0 and comes_us[place - 1] > at_us:
            comes[place], comes_us[place] = comes[place - 1], comes_us[place - 1]
            place -= 1
        comes[place], comes_us[place] = customer, at_us
        count += 1
    return count


def find_lapses(day: Day, now_us: int) -> None:
    """Who may still miss an appointment, in the order in which they lapse, then of the demand.

    While nobody may queue up for a service its appointments do not lapse. What has lapsed before
    the start is over.
    """
    count = 0
    for customer in range(len(day.people)):
        person, outcome = day.people[customer], day.out[customer]
        if person[P_BOOKED_US] < 0 or outcome[O_KEPT] or outcome[O_LAPSED]:
            continue
        if day.outages[person[P_SERVICE], U_REFUSED] > 0:
            continue
        at_us = lapse_us(day, customer)
        if at_us < now_us:
            outcome[O_LAPSED] = 1
            continue
        place = count
        while place > 0 and lapse_us(day, day.lapses[place - 1]) > at_us:
            day.lapses[place] = day.lapses[place - 1]
            place -= 1
        day.lapses[place] = customer
        count += 1
    day.line[L_LAPSE] = 0
    day.line[L_LAPSES] = count


def lapse_us(day: Day, customer: int) -> int:
    """The last moment at which this customer may check in."""
    service = day.people[customer, P_SERVICE]
    return int(counts_from_us(day, customer) + day.appointments[service, A_NO_SHOW_US])


def counts_from_us(day: Day, customer: int) -> int:
    """From when on the customer is late: the booked time, or when the service was resumed."""
    person = day.people[customer]
    return int(max(person[P_BOOKED_US], day.outages[person[P_SERVICE], U_RESUMED_US]))
