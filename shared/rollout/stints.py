"""Who works when at a counter: stints begin and end, people come, move on and leave.

A stint waits for two things: that whoever sat at the counter before has left it, and that its own
person is done elsewhere (``W_AFTER``).
"""

from shared.dispatch.layout import C_OVER_SERVICES, C_PERSON, C_SERVICES
from shared.rollout.columns import (
    AWAY,
    B_LEFT,
    BUSY,
    D_ABLE,
    D_BEYOND,
    D_DOES,
    D_IS_PAUSED,
    D_LEFT_US,
    D_OFF,
    D_OPEN_US,
    D_OVER,
    D_OWN,
    D_RANK,
    D_SERVES,
    D_SINCE_US,
    D_SPEED_MILLI,
    D_STINT,
    D_TO_US,
    FAR,
    IDLE,
    L_IDLE,
    L_LOOKED_US,
    L_SUSPENDED,
    W_AFTER,
    W_CALLS,
    W_COUNTER,
    W_FROM_US,
    W_GAP_US,
    W_PAUSES,
    W_PERSON,
    W_SKILLS,
    W_SPEED_MILLI,
    W_THEN,
    W_TO_US,
)
from shared.rollout.day import Day
from shared.rollout.first import stint_at
from shared.rollout.telling import tell
from shared.rollout.trace import (
    COUNTER_CLOSED,
    COUNTER_OPENED,
    COUNTER_PAUSED,
    COUNTER_RESUMED,
    COUNTER_SERVICES,
)


def stint_moment(day: Day, counter: int, now_us: int) -> bool:
    """A stint begins, or the present one ends; True when the teller goes on (``go_on``).

    Whoever is served is served to the end.
    """
    desk = day.desks[counter]
    if desk[D_DOES] == BUSY:
        stint_at(day, counter, FAR)
        return False
    if desk[D_DOES] != AWAY:
        return True
    stint = desk[D_STINT]
    if day.stints[stint, W_CALLS] == 0:
        desk[D_IS_PAUSED] = 0
        note_left(day, counter, now_us)
        tell(day, COUNTER_CLOSED, now_us, now_us, -1, counter)
        day.line[L_LOOKED_US] = -1  # the clock may have something to say to that
        end_stint(day, counter, now_us, now_us)
        return False
    to_us = day.stints[stint, W_TO_US]
    desk[D_TO_US], desk[D_SINCE_US] = to_us, now_us
    stint_at(day, counter, FAR if to_us < 0 else max(to_us, now_us))
    desk[D_SPEED_MILLI] = day.stints[stint, W_SPEED_MILLI]
    day.counters[counter, C_PERSON] = day.stints[stint, W_PERSON]
    opened = COUNTER_RESUMED
    if desk[D_IS_PAUSED] == 0:
        opened = COUNTER_OPENED
        desk[D_ABLE] = (desk[D_OWN] | desk[D_OVER]) & day.stints[stint, W_SKILLS]
        desk[D_SERVES] = desk[D_ABLE]
    desk[D_IS_PAUSED] = 0
    refresh_services(day, counter)
    tell(day, opened, now_us, now_us, -1, counter)
    switch_services(day, counter, now_us)
    return True


def refresh_services(day: Day, counter: int) -> None:
    """Bring the counter's row up to what is served there now."""
    desk, row = day.desks[counter], day.counters[counter]
    able = desk[D_SERVES] & ~day.line[L_SUSPENDED]
    row[C_SERVICES] = desk[D_OWN] & able
    row[C_OVER_SERVICES] = desk[D_OVER] & able
    if desk[D_DOES] == IDLE:
        day.idle[desk[D_RANK], C_SERVICES] = row[C_SERVICES]


def switch_services(day: Day, counter: int, now_us: int) -> bool:
    """Serve what is not to be switched off here now, unless that would leave nothing.

    True when something has changed.
    """
    desk = day.desks[counter]
    wanted = desk[D_ABLE] & ~desk[D_OFF]
    if wanted == 0 or wanted == desk[D_SERVES]:
        return False
    desk[D_SERVES] = wanted
    refresh_services(day, counter)
    note_left(day, counter, now_us)
    tell(day, COUNTER_SERVICES, now_us, now_us, -1, counter)
    return True


def stop_standing_by(day: Day, counter: int) -> None:
    """The counter stands by no more."""
    day.line[L_IDLE] -= 1
    day.idle[day.desks[counter, D_RANK], C_SERVICES] = 0


def leave_desk(day: Day, counter: int, now_us: int) -> None:
    """The stint is over and nobody is served here: pause or close."""
    desk = day.desks[counter]
    if desk[D_DOES] == IDLE:
        stop_standing_by(day, counter)
    desk[D_DOES] = AWAY
    desk[D_OPEN_US] += now_us - desk[D_SINCE_US]
    desk[D_IS_PAUSED] = day.stints[desk[D_STINT], W_PAUSES]
    if desk[D_IS_PAUSED] == 0:
        note_left(day, counter, now_us)
    tell(day, COUNTER_PAUSED if desk[D_IS_PAUSED] else COUNTER_CLOSED, now_us, now_us, -1, counter)
    end_stint(day, counter, desk[D_SINCE_US], now_us)


def note_left(day: Day, counter: int, now_us: int) -> None:
    """The counter closes, and its person leaves it: who is bound to one of them waits from now."""
    desk = day.desks[counter]
    desk[D_LEFT_US] = now_us
    day.visiting.rules[day.visiting.rules[B_LEFT] + day.stints[desk[D_STINT], W_PERSON]] = now_us


def end_stint(day: Day, counter: int, from_us: int, now_us: int) -> None:
    """The stint is over: the next one here may begin, and that of the same person elsewhere."""
    desk = day.desks[counter]
    stint = desk[D_STINT]
    day.worked[stint, 0], day.worked[stint, 1] = from_us, now_us
    desk[D_STINT] = stint + 1
    stint_at(day, counter, next_stint_us(day, counter, now_us))
    then = day.stints[stint, W_THEN]
    if then >= 0 and day.desks[day.stints[then, W_COUNTER], D_STINT] == then:
        other = day.stints[then, W_COUNTER]
        stint_at(day, other, next_stint_us(day, other, now_us))


def next_stint_us(day: Day, counter: int, now_us: int) -> int:
    """When the counter's next stint begins; FAR: never, or not before its person is done."""
    desk = day.desks[counter]
    stint = desk[D_STINT]
    if stint >= desk[D_BEYOND]:
        return FAR
    after = day.stints[stint, W_AFTER]
    if after >= 0 and day.worked[after, 1] < 0:
        return FAR
    from_us = day.stints[stint, W_FROM_US]
    gap_us = day.stints[stint, W_GAP_US]
    return int(max(now_us, from_us, now_us + gap_us))
