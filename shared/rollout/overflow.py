"""When an idle counter may begin to help: overflow that depends on minutes of waiting.

The twin of ``shared.domain.overflow``, on arrays.
"""

from shared.dispatch.eligibility import is_overflow
from shared.dispatch.layout import C_OVER_AFTER_US, C_OVER_SERVICES, T_SENIOR_US
from shared.rollout.columns import D_DOES, FAR, IDLE, L_WAITING
from shared.rollout.day import Day


def next_overflow_us(day: Day, now_us: int) -> int:
    """The next time after now at which a counter that stands by may begin to help."""
    best_us = FAR
    for counter in range(len(day.desks)):
        desk = day.counters[counter]
        if day.desks[counter, D_DOES] != IDLE or desk[C_OVER_SERVICES] == 0:
            continue
        after_us = desk[C_OVER_AFTER_US]
        for row in range(day.line[L_WAITING]):
            at_us = day.tickets[row, T_SENIOR_US] + after_us
            if now_us < at_us < best_us and is_overflow(day.tickets[row], desk, at_us):
                best_us = at_us
    return int(best_us)
