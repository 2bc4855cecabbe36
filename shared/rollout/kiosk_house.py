"""The way in on a day on which kiosks are out of order, or the lobby lead helps there.

As ``shared.rollout.kiosk``, worked out before the day. Within a microsecond a kiosk that is back
comes first, then who is done at one, then who comes in. Whoever uses a kiosk ends there in peace.
"""

from shared.rollout.columns import FAR, K_FROM_US, K_KIOSK, K_SPEED_MILLI, K_TO_US, P_KIOSK_US
from shared.rollout.day import Ints
from shared.rollout.kiosk import first_done


def through_house(
    people: Ints,
    comes: Ints,
    comes_us: Ints,
    count: int,
    kiosks: int,
    busy: Ints,
    user: Ints,
    order: Ints,
    at_us: Ints,
    plan: Ints,
) -> None:
    """Write into ``order`` and ``at_us`` who takes a ticket and when, first to last.

    As ``kiosk.through_kiosks``; ``plan`` has a row for each time in which a kiosk is away (columns
    ``K_``), or in which whoever begins at any of them is quicker. Every kiosk but those of a lead
    comes back some time.
    """
    for k in range(kiosks):
        busy[k] = FAR
    inside = begun = done = 0
    now_us = -1
    while done < count:
        first = first_done(busy, user, kiosks)
        back_us = next_back_us(plan, now_us) if begun < inside else FAR
        done_us = busy[first] if first >= 0 else FAR
        comes_next_us = comes_us[inside] if inside < count else FAR
        if back_us <= done_us and back_us <= comes_next_us:
            now_us = back_us
        elif done_us <= comes_next_us:
            now_us = done_us
            order[done], at_us[done] = user[first], now_us
            done += 1
            busy[first] = FAR
        else:
            now_us = comes_next_us
            inside += 1
        free = free_at(busy, kiosks, plan, now_us)
        while begun < inside and free >= 0:
            user[free] = comes[begun]
            needs_us = people[comes[begun], P_KIOSK_US] * 1000 // speed_at(plan, now_us)
            busy[free] = now_us + needs_us
            begun += 1
            free = free_at(busy, kiosks, plan, now_us)


def next_back_us(plan: Ints, now_us: int) -> int:
    """When the next kiosk comes back after now; FAR: none does."""
    found_us = FAR
    for row in range(len(plan)):
        if plan[row, K_KIOSK] >= 0 and now_us < plan[row, K_TO_US] < found_us:
            found_us = plan[row, K_TO_US]
    return int(found_us)


def free_at(busy: Ints, kiosks: int, plan: Ints, now_us: int) -> int:
    """The first kiosk that is there and that nobody uses, or -1."""
    for k in range(kiosks):
        if busy[k] == FAR and is_there(plan, k, now_us):
            return k
    return -1


def is_there(plan: Ints, kiosk: int, now_us: int) -> bool:
    """Whether this kiosk can be begun at now."""
    for row in range(len(plan)):
        if plan[row, K_KIOSK] == kiosk and plan[row, K_FROM_US] <= now_us < plan[row, K_TO_US]:
            return False
    return True


def speed_at(plan: Ints, now_us: int) -> int:
    """Thousandths of the usual speed of whoever begins now: of the first row that holds."""
    for row in range(len(plan)):
        if plan[row, K_KIOSK] < 0 and plan[row, K_FROM_US] <= now_us < plan[row, K_TO_US]:
            return int(plan[row, K_SPEED_MILLI])
    return 1000
