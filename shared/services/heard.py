"""Use case of a stand-in: a call that its copy lacks, since the branch server left with it."""

from shared.dispatch.reason import PICKED
from shared.domain.branch import Branch
from shared.domain.choosing import call_event, hall, look
from shared.domain.counter import CounterState
from shared.domain.event import Event
from shared.domain.ticket import TicketState
from shared.protocol.charge import HeardTaken
from shared.services.decision import Decision
from shared.services.lobby import Lobby

#: The reason that such a call carries: nobody picked the customer here.
HEARD = "heard_elsewhere"


def record_call(
    lobby: Lobby, now_us: int, *, counter: str, ticket: str, called_us: int
) -> Decision:
    """The customer stands at the counter already; nothing is recorded where that is known.

    Nor where it cannot be: a ticket or a counter that the copy does not have like that.
    """
    return Decision(
        _call(lobby.branch, now_us, counter, ticket, called_us),
        lambda after: HeardTaken(sequence=after.branch.sequence),
    )


def _call(branch: Branch, now_us: int, counter: str, ticket: str, called_us: int) -> list[Event]:
    desk, found = branch.counters.get(counter), branch.tickets.get(ticket)
    if desk is None or found is None or found.state is not TicketState.WAITING:
        return []
    if desk.state is not CounterState.OPEN or desk.ticket or branch.is_elsewhere(found):
        return []
    at_us = branch.stamp(now_us)
    here = hall(branch, at_us)
    call = call_event(branch, desk, found, here, at_us, PICKED, look(branch, desk, here))
    true_us = min(max(called_us, found.issued_us), at_us)
    return [call._replace(at_us=true_us, data={**call.data, "reason": HEARD, "by": desk.staff})]
