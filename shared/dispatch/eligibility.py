"""Which ticket may be called to which counter, after reservation and overflow."""

from collections.abc import Sequence

from shared.dispatch.layout import (
    C_INDEX,
    C_OVER_AFTER_US,
    C_OVER_SEGMENTS,
    C_OVER_SERVICES,
    C_PERSON,
    C_SEGMENTS,
    C_SERVICES,
    T_COUNTER,
    T_PERSON,
    T_SEGMENT,
    T_SENIOR_US,
    T_SERVICE,
)


def is_own(ticket: Sequence[int], counter: Sequence[int]) -> bool:
    """Whether the counter is there for this ticket: service, segment and no other binding."""
    if (counter[C_SERVICES] >> ticket[T_SERVICE]) & 1 == 0:
        return False
    if (counter[C_SEGMENTS] >> ticket[T_SEGMENT]) & 1 == 0:
        return False
    if ticket[T_COUNTER] < 0 and ticket[T_PERSON] < 0:
        return True
    return is_free_for(ticket, counter)


def is_free_for(ticket: Sequence[int], counter: Sequence[int]) -> bool:
    """Whether the ticket is bound neither to another counter nor to another person."""
    if ticket[T_COUNTER] >= 0 and ticket[T_COUNTER] != counter[C_INDEX]:
        return False
    return not (ticket[T_PERSON] >= 0 and ticket[T_PERSON] != counter[C_PERSON])


def is_overflow(ticket: Sequence[int], counter: Sequence[int], now_us: int) -> bool:
    """Whether the counter takes this ticket when none of its own wait."""
    if (counter[C_OVER_SERVICES] >> ticket[T_SERVICE]) & 1 == 0:
        return False
    if (counter[C_OVER_SEGMENTS] >> ticket[T_SEGMENT]) & 1 == 0:
        return False
    if now_us - ticket[T_SENIOR_US] < counter[C_OVER_AFTER_US]:
        return False
    return is_free_for(ticket, counter)


def is_eligible(ticket: Sequence[int], counter: Sequence[int], has_own: int, now_us: int) -> bool:
    """Whether this counter may call this ticket now.

    ``has_own`` tells whether a ticket of the counter's own waits (see ``own_waits``): then the
    others have to wait for other counters.
    """
    if is_own(ticket, counter):
        return True
    return has_own == 0 and is_overflow(ticket, counter, now_us)


def own_waits(tickets: Sequence[Sequence[int]], count: int, counter: Sequence[int]) -> int:
    """1 when one of the counter's own tickets waits, else 0; 1 without looking where no overflow.

    A counter without an overflow rule takes nobody else's tickets anyway.
    """
    if counter[C_OVER_SERVICES] == 0:
        return 1
    for i in range(count):
        if is_own(tickets[i], counter):
            return 1
    return 0
