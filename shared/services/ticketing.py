"""Use cases at the door: issue, cancel, rate, ask for help."""

from collections.abc import Callable

from shared.domain import ticketing
from shared.protocol.command import AskHelp, CancelTicket, IssueTicket, RateTicket
from shared.protocol.lobby import HelpAsked, TicketIssued
from shared.services.answering import ticket_decision
from shared.services.decision import Decision, PhoneToken
from shared.services.lobby import Lobby
from shared.services.ports import Ids
from shared.services.views import ticket_view

#: The public address of a ticket's phone page, from its token.
PhoneAddress = Callable[[str], str]


def issue(
    lobby: Lobby, now_us: int, request: IssueTicket, ids: Ids, phone_address: PhoneAddress
) -> Decision:
    """A new ticket with its phone page.

    Raises:
        ServiceUnknown, SegmentUnknown, ServiceNotOffered, BranchClosed.
    """
    phone = PhoneToken(ids.new_token(), ids.new_id())
    events = ticketing.issue(
        lobby.branch,
        now_us,
        ticket=phone.ticket,
        service=request.service,
        segment=request.segment or "",
        language=request.language,
    )
    ahead = events[0].data["people_ahead"]
    assert isinstance(ahead, int)

    def answer(after: Lobby) -> TicketIssued:
        view = ticket_view(after.branch.tickets[phone.ticket])
        return TicketIssued(**dict(view), people_ahead=ahead, phone_url=phone_address(phone.token))

    return Decision(events, answer, (phone,))


def cancel(lobby: Lobby, now_us: int, ticket: str, request: CancelTicket) -> Decision:
    """The customer left, or does not want the ticket any more.

    Raises:
        TicketUnknown, TicketStateWrong.
    """
    events = ticketing.cancel(lobby.branch, now_us, ticket=ticket, reason=request.reason)
    return ticket_decision(ticket, events)


def rate(lobby: Lobby, now_us: int, ticket: str, request: RateTicket) -> Decision:
    """The customer's mark for the visit.

    Raises:
        TicketUnknown, RatingInvalid, AlreadyRated, TicketStateWrong.
    """
    events = ticketing.rate(lobby.branch, now_us, ticket=ticket, score=request.score)
    return ticket_decision(ticket, events)


def ask_help(lobby: Lobby, now_us: int, request: AskHelp) -> Decision:
    """Somebody at a kiosk asks for a person."""
    events = ticketing.ask_help(lobby.branch, now_us, device=request.device, screen=request.screen)
    return Decision(events, lambda after: HelpAsked(sequence=after.branch.sequence))
