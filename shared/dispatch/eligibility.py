"""Which ticket may be called to which counter."""

from collections.abc import Sequence

from shared.dispatch.layout import (
    C_INDEX,
    C_PERSON,
    C_SEGMENTS,
    C_SERVICES,
    T_COUNTER,
    T_PERSON,
    T_SEGMENT,
    T_SERVICE,
)


def is_eligible(ticket: Sequence[int], counter: Sequence[int]) -> bool:
    """Whether this counter may serve this ticket now.

    It may when service and segment are among what the counter serves and the ticket is bound
    neither to another counter nor to another person.
    """
    if (counter[C_SERVICES] >> ticket[T_SERVICE]) & 1 == 0:
        return False
    if (counter[C_SEGMENTS] >> ticket[T_SEGMENT]) & 1 == 0:
        return False
    if ticket[T_COUNTER] >= 0 and ticket[T_COUNTER] != counter[C_INDEX]:
        return False
    return not (ticket[T_PERSON] >= 0 and ticket[T_PERSON] != counter[C_PERSON])
