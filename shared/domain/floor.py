"""What somebody does who walks about in the hall: enquiries, a counter wanted, a customer found."""

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.calling import in_state
from shared.domain.counter import OPEN
from shared.domain.errors import CounterAlreadyOpen
from shared.domain.event import Event
from shared.domain.finishing import ticket_event
from shared.domain.refused import HelpCallUnknown
from shared.domain.ticket import TicketState


def begin_enquiry(branch: Branch, now_us: int, *, topic: str, by: str) -> list[Event]:
    """A customer asks something; the time to its answer is measured against the standard (R6)."""
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {"topic": topic, "by": by}
    return [Event(kinds.ENQUIRY_BEGUN, at_us, at_us, staff=by, data=data)]


def answer_enquiry(branch: Branch, now_us: int, *, asked: int, by: str) -> list[Event]:
    """The customer has the answer.

    Raises:
        HelpCallUnknown: nobody asked under this number today, or it is answered.
    """
    found = branch.enquiries.get(asked)
    if found is None:
        raise HelpCallUnknown()
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {
        "asked": asked,
        "waited_us": max(0, at_us - found.at_us),
        "by": by,
    }
    return [Event(kinds.ENQUIRY_ANSWERED, at_us, at_us, staff=by, data=data)]


def ask_for_counter(
    branch: Branch, now_us: int, *, counter: str, is_on: bool, by: str
) -> list[Event]:
    """Somebody is wanted at a counter where nobody calls, or not any more.

    Raises:
        CounterUnknown; CounterAlreadyOpen: somebody works there.
    """
    found = branch.counter(counter)
    if is_on and found.state is OPEN:
        raise CounterAlreadyOpen(counter, found.staff)
    if is_on == (counter in branch.wanted):
        return []
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {"is_on": is_on, "by": by}
    return [Event(kinds.COUNTER_ASKED, at_us, at_us, "", counter, by, data)]


def look(branch: Branch, now_us: int, *, ticket: str, by: str) -> list[Event]:
    """Somebody went to a called customer, who may not have heard the call; said once a call.

    Raises:
        TicketUnknown, TicketStateWrong: only a called ticket.
    """
    found = in_state(branch, ticket, "looked for", TicketState.CALLED)
    if found.is_found:
        return []
    return [ticket_event(kinds.TICKET_LOOKED, found, branch.stamp(now_us), {"by": by})]
