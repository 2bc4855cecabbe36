"""The lines of integers that dispatch reads, made from names (columns in dispatch.layout)."""

from collections.abc import Iterable, Sequence

from shared.dispatch.layout import (
    C_OVER_SERVICES,
    C_PERSON,
    C_SERVICES,
    NOBODY,
    T_CLASS,
    T_COUNTER,
    T_NEEDS,
    T_PERSON,
    T_SEGMENT,
    T_SERVICE,
)
from shared.domain.counter import Counter, CounterSpec, CounterState
from shared.domain.rules import Rules
from shared.domain.ticket import Ticket


def ticket_row(
    rules: Rules,
    *,
    needs: Sequence[str],
    segment: str,
    senior_us: int,
    arrived_us: int,
    order: int,
    due_us: int = NOBODY,
) -> list[int]:
    """A new ticket's line. The times are microseconds from the branch's midnight."""
    service = rules.service_index[needs[0]]
    group = rules.segment_index[segment]
    needed = 1 << service if len(needs) == 1 else service_mask(rules, needs)
    return [
        service * len(rules.segments) + group,
        service,
        group,
        senior_us,
        arrived_us,
        0,
        due_us,
        NOBODY,
        NOBODY,
        order,
        0,
        needed,
    ]


def refresh_ticket(rules: Rules, people: dict[str, int], ticket: Ticket) -> None:
    """Bring a ticket's line up to its need, segment and binding; the rest stays as it is."""
    row = ticket.row
    row[T_SERVICE] = rules.service_index[ticket.service]
    row[T_SEGMENT] = rules.segment_index[ticket.segment]
    row[T_CLASS] = row[T_SERVICE] * len(rules.segments) + row[T_SEGMENT]
    row[T_NEEDS] = service_mask(rules, ticket.needs)
    row[T_COUNTER] = rules.counter_index.get(ticket.bound_counter, NOBODY)
    row[T_PERSON] = NOBODY
    if ticket.bound_person:
        row[T_PERSON] = people.setdefault(ticket.bound_person, len(people))


def counter_row(rules: Rules, spec: CounterSpec) -> list[int]:
    """A counter's line while nobody sits there."""
    speeds = spec.speeds_milli or (1000,) * len(rules.services)
    return [
        spec.index,
        NOBODY,
        spec.services_mask,
        spec.segments_mask,
        spec.preference,
        spec.over_services_mask,
        spec.over_segments_mask,
        spec.over_after_us,
        *speeds,
    ]


def refresh_counter(rules: Rules, counter: Counter, person: int, suspended: int) -> None:
    """Bring a counter's line up to who sits there and what is served there now.

    A closed counter shows what it could serve, so that screens can say it.
    """
    spec, row = counter.spec, counter.row
    is_closed = counter.state is CounterState.CLOSED
    able = ~suspended if is_closed else counter.services_mask & ~suspended
    row[:] = counter_row(rules, spec)
    row[C_PERSON] = NOBODY if is_closed else person
    row[C_SERVICES] &= able
    row[C_OVER_SERVICES] &= able


def service_mask(rules: Rules, services: Iterable[str]) -> int:
    """One bit per service of this list that the rules know."""
    mask = 0
    for service in services:
        if service in rules.service_index:
            mask |= 1 << rules.service_index[service]
    return mask
