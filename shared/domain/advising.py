"""What a customer was offered at the door, and what the customer took.

Kept so that it can be told whether advice is worth anything; it changes nothing.
"""

from collections.abc import Sequence

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.event import Event, Value


def advise(
    branch: Branch,
    now_us: int,
    *,
    service: str,
    segment: str,
    offered: Sequence[str],
    taken: str = "",
    ticket: str = "",
    missing: Sequence[str] = (),
    saves_min: int | None = None,
) -> list[Event]:
    """Ways were shown, and one of them was taken, or none (``taken`` empty: the customer left).

    Raises:
        ServiceUnknown, SegmentUnknown, TicketUnknown.
    """
    if ticket:
        branch.ticket(ticket)
    at_us = branch.stamp(now_us)
    data: dict[str, Value] = {
        "service": branch.rules.service(service).id,
        "segment": branch.rules.segment(segment).id,
        "offered": list(offered),
        "taken": taken,
    }
    if missing:
        data["missing"] = list(missing)
    if saves_min is not None:
        data["saves_min"] = saves_min
    return [Event(kinds.ADVICE_GIVEN, at_us, at_us, ticket, "", "", data)]
