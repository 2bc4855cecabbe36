"""What customers may do with their own ticket from the phone page."""

from shared.config.profile import Profile
from shared.dispatch.layout import MINUTE_US
from shared.domain.branch import Branch
from shared.domain.surveying import asked_by
from shared.domain.ticket import Ticket, TicketState

DEFER, RESUME, RETURN, CANCEL, RATE = "defer", "resume", "return", "cancel", "rate"
SURVEY = "survey"


def rights(branch: Branch, profile: Profile, ticket: Ticket) -> tuple[str, ...]:
    """The commands that would be taken now; none for who goes along on another ticket."""
    if ticket.joined_to:
        return ()
    state = ticket.state
    if state in (TicketState.WAITING, TicketState.CALLED):
        later = (DEFER,) if _may_defer(branch, profile, ticket) else ()
        return (*later, CANCEL) if state is TicketState.WAITING else later
    if state is TicketState.HELD:
        return (CANCEL,) if ticket.pool else (RESUME, CANCEL)
    if state is TicketState.NO_SHOW:
        is_left = ticket.returns < branch.rules.visit.returns_max
        return (RETURN,) if is_left and profile.phone.may_return else ()
    if state is not TicketState.CLOSED:
        return ()
    rate = (RATE,) if ticket.rating is None else ()
    return (*rate, SURVEY) if asked_by(branch, ticket) else rate


def later_min(branch: Branch, profile: Profile) -> tuple[int, ...]:
    """The minutes that are offered to who wants to be called later, within the visit's limit."""
    most = branch.rules.visit.defer_max_us // MINUTE_US
    return tuple(minutes for minutes in profile.phone.later_min if minutes <= most)


def _may_defer(branch: Branch, profile: Profile, ticket: Ticket) -> bool:
    return ticket.defers < branch.rules.visit.defers_max and bool(later_min(branch, profile))
