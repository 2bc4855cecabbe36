"""The way in: arrivals, the wait until check-in opens, kiosks first come, first served.

Nothing that happens at the counters changes when somebody takes a ticket, so this is worked out
before the day is lived. Order within a microsecond: who is done at a kiosk, then who comes in,
each in the order of the demand.
"""

from shared.rollout.columns import FAR, P_KIOSK_US
from shared.rollout.day import Ints


def through_kiosks(
    people: Ints,
    comes: Ints,
    comes_us: Ints,
    count: int,
    kiosks: int,
    busy: Ints,
    user: Ints,
    order: Ints,
    at_us: Ints,
) -> None:
    """Write into ``order`` and ``at_us`` who takes a ticket and when, first to last.

    ``comes`` and ``comes_us`` say who comes in when, in order; ``kiosks`` 0: a ticket costs no
    time. ``busy`` and ``user`` are buffers, one place a kiosk; ``order`` and ``at_us`` may not be
    the arrays given.
    """
    if kiosks < 2:  # whoever begins first is done first
        free_us = 0
        for place in range(count):
            free_us = comes_us[place] if kiosks == 0 else max(free_us, comes_us[place])
            if kiosks == 1:
                free_us += people[comes[place], P_KIOSK_US]
            order[place], at_us[place] = comes[place], free_us
        return
    for k in range(kiosks):
        busy[k] = FAR
    inside = begun = done = 0
    while done < count:
        first = first_done(busy, user, kiosks)
        if first >= 0 and (inside == count or busy[first] <= comes_us[inside]):
            now_us, free = busy[first], first
            order[done], at_us[done] = user[first], now_us
            done += 1
            busy[first] = FAR
        else:
            now_us, free = comes_us[inside], free_kiosk(busy, kiosks)
            inside += 1
        if begun < inside and free >= 0:
            user[free] = comes[begun]
            busy[free] = now_us + people[comes[begun], P_KIOSK_US]
            begun += 1


def first_done(busy: Ints, user: Ints, kiosks: int) -> int:
    """The kiosk that is free first, equal times by the order of the demand; -1: none is used."""
    first = -1
    for k in range(kiosks):
        if busy[k] == FAR:
            continue
        if first < 0 or busy[k] < busy[first] or (busy[k] == busy[first] and user[k] < user[first]):
            first = k
    return first


def free_kiosk(busy: Ints, kiosks: int) -> int:
    """A kiosk that nobody uses, or -1."""
    for k in range(kiosks):
        if busy[k] == FAR:
            return k
    return -1
