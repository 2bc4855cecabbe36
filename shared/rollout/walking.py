"""From the seat to the counter, where the hall is measured."""

from shared.dispatch.walking import to_counter_us
from shared.rollout.columns import (
    D_USUAL_WALK_US,
    K_COUNTER,
    K_SEAT,
    O_TICKET_US,
    P_SEGMENT,
    P_SERVICE,
    P_SPEED_MM_S,
    S_ZONE,
)
from shared.rollout.day import Day


def walk_us(day: Day, counter: int, row: int, now_us: int) -> int:
    """How long the customer of this row, who is called now, needs to the counter."""
    customer = day.who[row]
    person = day.people[customer]
    ways = day.walks[day.services[person[P_SERVICE], S_ZONE + person[P_SEGMENT]]]
    return int(
        to_counter_us(
            day.desks[counter, D_USUAL_WALK_US],
            ways[K_COUNTER + counter],
            ways[K_SEAT],
            person[P_SPEED_MM_S],
            now_us - day.out[customer, O_TICKET_US],
        )
    )
