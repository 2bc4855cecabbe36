"""Events of what somebody does in the hall: enquiries, counters that are wanted."""

from shared.domain import event as kinds
from shared.domain.branch import Branch, Enquiry, Wanted
from shared.domain.event import Event, whole


def enquiry_begun(branch: Branch, event: Event) -> None:
    """Somebody waits for an answer; the enquiry has the number of its event."""
    data = event.data
    enquiry = Enquiry(str(data["topic"]), str(data["by"]), event.at_us)
    branch.enquiries[branch.sequence + 1] = enquiry


def enquiry_answered(branch: Branch, event: Event) -> None:
    """It is answered."""
    branch.enquiries.pop(whole(event, "asked"), None)


def counter_asked(branch: Branch, event: Event) -> None:
    """Somebody is wanted there, or not any more."""
    branch.wanted.pop(event.counter, None)
    if event.data["is_on"] is True:
        branch.wanted[event.counter] = Wanted(str(event.data["by"]), event.at_us)


HANDLERS = {
    kinds.ENQUIRY_BEGUN: enquiry_begun,
    kinds.ENQUIRY_ANSWERED: enquiry_answered,
    kinds.COUNTER_ASKED: counter_asked,
}
