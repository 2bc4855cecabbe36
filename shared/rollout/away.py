"""Who is away: put aside, or after a missed call; and tickets bound to somebody who is not there.

Away are kept in the order in which they went. Bound tickets are released to everybody when nobody
whom they are bound to has been there for so long: the twin of ``shared.domain.tick``.
"""

from shared.dispatch.layout import (
    C_OVER_SEGMENTS,
    C_PERSON,
    C_SEGMENTS,
    NOBODY,
    T_CONTINUES,
    T_COUNTER,
    T_PERSON,
    T_SEGMENT,
    T_SENIOR_US,
    T_SERVICE,
)
from shared.rollout.columns import (
    AWAY,
    B_LEFT,
    B_POOLS,
    B_RELEASE_US,
    B_RETURN_CREDIT_US,
    D_DOES,
    D_IS_PAUSED,
    D_LEFT_US,
    D_OVER,
    D_OWN,
    D_SERVES,
    FAR,
    HELD,
    L_ASIDE_US,
    L_AWAY,
    L_BACK,
    L_BACK_US,
    L_JOINED,
    L_RELEASE_US,
    L_WAITING,
    O_STATE,
    POOL_WIDTH,
    REACH_COUNTER,
    REACH_PERSON,
    V_AWAY,
    V_BACK_US,
    V_BOUND_US,
    V_COUNTER,
    V_JOINED,
    V_PERSON,
    V_POOL,
    V_RETURNS,
    V_TICKET,
    V_UNTIL_US,
)
from shared.rollout.day import Day
from shared.rollout.stop import join_again
from shared.rollout.telling import tell
from shared.rollout.trace import TICKET_RELEASED, TICKET_RESUMED, TICKET_RETURNED


def go_away(day: Day, customer: int, back_us: int, until_us: int) -> None:
    """Away until ``back_us``; put aside, the ticket waits again by itself at ``until_us``."""
    visit, line = day.visiting.visits[customer], day.line
    visit[V_BACK_US], visit[V_UNTIL_US] = back_us, until_us
    day.visiting.visits[line[L_AWAY], V_AWAY] = customer
    line[L_AWAY] += 1
    find_back(day)


def leave_away(day: Day, customer: int) -> None:
    """Not away any more; the order of the others stays."""
    line, place = day.line, 0
    while day.visiting.visits[place, V_AWAY] != customer:
        place += 1
    line[L_AWAY] -= 1
    while place < line[L_AWAY]:
        day.visiting.visits[place, V_AWAY] = day.visiting.visits[place + 1, V_AWAY]
        place += 1
    find_back(day)


def find_back(day: Day) -> None:
    """Who is back first, equal times by the order of the demand; and the first limit of a pool."""
    line = day.line
    line[L_BACK_US], line[L_BACK], line[L_ASIDE_US] = FAR, -1, FAR
    for place in range(line[L_AWAY]):
        customer = day.visiting.visits[place, V_AWAY]
        back_us = day.visiting.visits[customer, V_BACK_US]
        if back_us < line[L_BACK_US] or (back_us == line[L_BACK_US] and customer < line[L_BACK]):
            line[L_BACK_US], line[L_BACK] = back_us, customer
        line[L_ASIDE_US] = min(line[L_ASIDE_US], day.visiting.visits[customer, V_UNTIL_US])


def come_back(day: Day, now_us: int) -> None:
    """The first of those who are away is back and waits again."""
    customer = day.line[L_BACK]
    leave_away(day, customer)
    if day.out[customer, O_STATE] == HELD:
        resume(day, customer, now_us)
        return
    visit = day.visiting.visits[customer]
    visit[V_RETURNS] += 1
    visit[V_COUNTER] = -1
    senior_us = visit[V_TICKET + T_SENIOR_US]
    credit_us = day.visiting.rules[B_RETURN_CREDIT_US]
    visit[V_TICKET + T_SENIOR_US] = max(senior_us, now_us - credit_us)
    tell(day, TICKET_RETURNED, now_us, now_us, customer, -1)
    join_again(day, customer)


def resume(day: Day, customer: int, now_us: int) -> None:
    """A ticket put aside waits again, bound to whom its pool belongs to."""
    visit = day.visiting.visits[customer]
    counter = visit[V_COUNTER]
    tell(day, TICKET_RESUMED, now_us, now_us, customer, counter)
    if visit[V_POOL] >= 0:  # else on the customer's own wish: as before
        reach = day.visiting.rules[B_POOLS + POOL_WIDTH * visit[V_POOL]]
        visit[V_TICKET + T_PERSON] = NOBODY
        visit[V_TICKET + T_COUNTER] = counter if reach == REACH_COUNTER else NOBODY
        if reach == REACH_PERSON:
            visit[V_TICKET + T_PERSON] = visit[V_PERSON]
        visit[V_TICKET + T_CONTINUES] = 1
        visit[V_BOUND_US] = now_us
    join_again(day, customer)


def resume_due(day: Day, now_us: int) -> None:
    """Tickets put aside whose time is over, in the order in which they were."""
    place = 0
    while place < day.line[L_AWAY]:
        customer = day.visiting.visits[place, V_AWAY]
        if day.visiting.visits[customer, V_UNTIL_US] <= now_us:
            leave_away(day, customer)
            resume(day, customer, now_us)
        else:
            place += 1


# ------------------------------------------------------------ bound tickets


def release_due(day: Day, joined: int, now_us: int) -> None:
    """Bound tickets whose time is over, in the order in which they joined, before ``joined``."""
    while True:
        first = -1
        for row in range(day.line[L_WAITING]):
            place = day.visiting.visits[day.who[row], V_JOINED]
            if release_us(day, row) > now_us or place >= joined:
                continue
            if first < 0 or place < day.visiting.visits[day.who[first], V_JOINED]:
                first = row
        if first < 0:
            return
        customer = day.who[first]
        tell(
            day, TICKET_RELEASED, now_us, now_us, customer, day.visiting.visits[customer, V_COUNTER]
        )
        day.tickets[first, T_COUNTER] = day.tickets[first, T_PERSON] = NOBODY
        day.visiting.visits[customer, V_BOUND_US] = now_us


def find_release(day: Day, now_us: int) -> None:
    """When the first bound ticket is released, if nothing changes; not before now."""
    first_us = FAR
    for row in range(day.line[L_WAITING]):
        first_us = min(first_us, release_us(day, row))
    day.line[L_RELEASE_US] = max(first_us, now_us)


def release_us(day: Day, row: int) -> int:
    """When anybody may call this ticket; FAR for now when it is not bound, or they are there."""
    ticket = day.tickets[row]
    if ticket[T_COUNTER] < 0 and ticket[T_PERSON] < 0:
        return FAR
    for counter in range(len(day.desks)):
        if is_there(day, row, counter):
            return FAR
    since_us = day.visiting.visits[day.who[row], V_BOUND_US]
    if ticket[T_COUNTER] >= 0:
        since_us = max(since_us, day.desks[ticket[T_COUNTER], D_LEFT_US])
    place = day.visiting.rules[B_LEFT] + ticket[T_PERSON]
    if ticket[T_PERSON] >= 0 and place < len(day.visiting.rules):
        since_us = max(since_us, day.visiting.rules[place])
    return int(since_us + day.visiting.rules[B_RELEASE_US])


def is_there(day: Day, row: int, counter: int) -> bool:
    """Whether this ticket is bound to this counter, or who works there, and may go on there.

    A suspended service releases nobody: it comes back.
    """
    ticket, desk, here = day.tickets[row], day.counters[counter], day.desks[counter]
    if day.desks[counter, D_DOES] == AWAY and day.desks[counter, D_IS_PAUSED] == 0:
        return False
    if ticket[T_COUNTER] >= 0 and ticket[T_COUNTER] != counter:
        return False
    if ticket[T_PERSON] >= 0 and ticket[T_PERSON] != desk[C_PERSON]:
        return False
    own = here[D_OWN] >> ticket[T_SERVICE] & desk[C_SEGMENTS] >> ticket[T_SEGMENT]
    over = here[D_OVER] >> ticket[T_SERVICE] & desk[C_OVER_SEGMENTS] >> ticket[T_SEGMENT]
    return bool((own | over) & here[D_SERVES] >> ticket[T_SERVICE] & 1)


def joined_so_far(day: Day) -> int:
    """How often somebody came to wait again until now: for ``release_due``."""
    return int(day.line[L_JOINED])
