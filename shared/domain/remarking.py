"""What a mark was about: said once, after the mark, by a touch on the pad."""

from collections.abc import Sequence

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.errors import AlreadyRated, TicketStateWrong
from shared.domain.event import Event


def remark(branch: Branch, now_us: int, *, ticket: str, reasons: Sequence[str]) -> list[Event]:
    """The reasons, which the profile knows; each once.

    Raises:
        TicketUnknown; TicketStateWrong: there is no mark; AlreadyRated: reasons were given.
    """
    found = branch.ticket(ticket)
    if found.rating is None:
        raise TicketStateWrong(found.number, found.state, "explained before it is rated")
    if found.remarks:
        raise AlreadyRated(found.number)
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {"reasons": list(dict.fromkeys(reasons))}
    return [Event(kinds.TICKET_REMARKED, at_us, at_us, ticket, found.counter, found.staff, data)]
