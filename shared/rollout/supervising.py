"""The supervisor's authorisation: a shared person, first come first served among counters.

At the end of the last stop of a visit the counter is blocked until a supervisor is free, and then
for the time of the authorisation.
"""

from shared.rollout.columns import (
    ACT_AUTHORISE,
    ASKS,
    AUTHORISES,
    B_SUPERVISORS,
    BUSY,
    D_ASKED,
    D_CUSTOMER,
    D_DOES,
    D_STARTED_US,
    D_STEP,
    FAR,
    L_ASKED,
    L_AUTHORISING,
    L_LOOKED_US,
    V_ASKED_US,
    V_BEGUN_US,
    Z_SUPERVISOR,
)
from shared.rollout.day import Day
from shared.rollout.first import end_at
from shared.rollout.rooms import note_blocked
from shared.rollout.serving import tell_start
from shared.rollout.stop import time_of


def ask_supervisor(day: Day, counter: int, customer: int, now_us: int) -> bool:
    """Ask for what this customer needs; False when that is nothing."""
    if time_of(day, customer, ACT_AUTHORISE, -1) == 0:
        return False
    line, desk = day.line, day.desks[counter]
    if len(day.walks) > 0 and desk[D_STARTED_US] < 0:
        tell_start(day, counter, now_us)  # where ways are measured: when the teller is done
        line[L_LOOKED_US] = -1
    day.visiting.visits[customer, V_ASKED_US] = now_us
    if line[L_AUTHORISING] < day.visiting.rules[B_SUPERVISORS]:
        line[L_AUTHORISING] += 1
        authorise(day, counter, now_us)
    else:
        line[L_ASKED] += 1
        desk[D_STEP], desk[D_ASKED] = ASKS, line[L_ASKED]
        end_at(day, counter, FAR)
    return True


def has_asked(day: Day, counter: int) -> bool:
    """Whether the counter waits for a supervisor, or has one; the branch is not told of either."""
    desk = day.desks[counter]
    return bool(desk[D_DOES] == BUSY and (desk[D_STEP] == ASKS or desk[D_STEP] == AUTHORISES))


def authorise(day: Day, counter: int, now_us: int) -> None:
    """A supervisor is there."""
    desk = day.desks[counter]
    customer = desk[D_CUSTOMER]
    visit = day.visiting.visits[customer]
    visit[V_BEGUN_US] = now_us
    note_blocked(day, Z_SUPERVISOR, visit[V_ASKED_US], now_us)
    desk[D_STEP] = AUTHORISES
    end_at(day, counter, now_us + time_of(day, customer, ACT_AUTHORISE, -1))


def pass_on_supervisor(day: Day, now_us: int) -> None:
    """The supervisor is free for the counter that has asked first."""
    first = -1
    for counter in range(len(day.desks)):
        desk = day.desks[counter]
        if desk[D_DOES] != BUSY or desk[D_STEP] != ASKS:
            continue
        if first < 0 or desk[D_ASKED] < day.desks[first, D_ASKED]:
            first = counter
    if first < 0:
        day.line[L_AUTHORISING] -= 1
    else:
        authorise(day, first, now_us)
