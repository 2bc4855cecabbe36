"""Use cases at the door: issue, cancel, rate, ask for help."""

from collections.abc import Callable

from shared.domain import ticketing
from shared.domain.event import PROMISE_MADE, Event, whole
from shared.domain.ticket import TicketState
from shared.protocol.command import AskHelp, CancelTicket, IssueTicket, NoteTicket, RateTicket
from shared.protocol.event import to_datetime
from shared.protocol.lobby import HelpAsked, HelpCallView, TicketIssued
from shared.rollout.windows.quoted import Foretold
from shared.services.actor import Actor, refuse_unknown_person
from shared.services.answering import ticket_decision
from shared.services.decision import Decision, PhoneToken
from shared.services.lobby import Lobby
from shared.services.ports import Ids
from shared.services.quoting import promised, window_of
from shared.services.rating import low_mark
from shared.services.rushing import by_rate
from shared.services.views import ticket_with_also

#: The public address of a ticket's phone page, from its token.
PhoneAddress = Callable[[str], str]


def issue(
    lobby: Lobby,
    now_us: int,
    request: IssueTicket,
    ids: Ids,
    phone_address: PhoneAddress,
    customer: str = "",
    foretold: Foretold | None = None,
) -> Decision:
    """A new ticket with its phone page. ``customer`` is a pseudonymous key, never a reference.

    ``foretold`` is the newest forecast, if there is one: what it says is promised.

    Raises:
        ServiceUnknown, SegmentUnknown, ServiceNotOffered, CounterUnknown, StaffUnknown.
        CounterCannotServe, DayClosed, BranchClosed, TicketsOver, ServiceSuspended.
        TooManyNeeds, NeedTwice, TooManyItems, SecondTicket.
    """
    refuse_unknown_person(lobby, request.person)
    phone = PhoneToken(ids.new_token(), ids.new_id())
    events = ticketing.issue(
        lobby.branch,
        now_us,
        ticket=phone.ticket,
        service=request.service,
        segment=request.segment or "",
        language=request.language,
        more_needs=request.needs,
        items=request.items,
        counter=request.counter or "",
        person=request.person or "",
        customer=customer,
        is_visual=request.needs_visual_call,
    )
    promise = promised(lobby, now_us, events[0], foretold)
    rush = by_rate(lobby, now_us)
    return issued_decision([*events, *promise, *rush], phone, phone_address)


def issued_decision(
    events: list[Event], phone: PhoneToken, phone_address: PhoneAddress
) -> Decision:
    """Record the events, the first of which issues the ticket; answer with it and its page.

    A window that is promised among them is told, unless the ticket is called at once after all.
    """
    ahead = whole(events[0], "people_ahead")
    windows = [window_of(event) for event in events if event.kind == PROMISE_MADE]

    def answer(after: Lobby) -> TicketIssued:
        ticket = after.branch.tickets[phone.ticket]
        waits = ticket.state is TicketState.WAITING
        return TicketIssued(
            **dict(ticket_with_also(ticket, after.branch)),
            people_ahead=ahead,
            window=windows[0] if windows and waits else None,
            phone_url=phone_address(phone.token),
        )

    return Decision(events, answer, (phone,))


def cancel(lobby: Lobby, now_us: int, ticket: str, request: CancelTicket) -> Decision:
    """The customer left, or does not want the ticket any more.

    Raises:
        TicketUnknown, TicketStateWrong.
    """
    events = ticketing.cancel(lobby.branch, now_us, ticket=ticket, reason=request.reason)
    return ticket_decision(ticket, events)


def rate(lobby: Lobby, now_us: int, ticket: str, request: RateTicket, ids: Ids) -> Decision:
    """The customer's mark for the visit; a low one opens a case in the same breath.

    Raises:
        TicketUnknown, RatingInvalid, AlreadyRated, TicketStateWrong.
    """
    events = ticketing.rate(lobby.branch, now_us, ticket=ticket, score=request.score)
    events += low_mark(lobby, now_us, lobby.branch.ticket(ticket), request.score, ids)
    return ticket_decision(ticket, events)


def note(lobby: Lobby, now_us: int, ticket: str, request: NoteTicket) -> Decision:
    """How the customer wants to be called.

    Raises:
        TicketUnknown, TicketStateWrong.
    """
    visual = request.needs_visual_call
    events = ticketing.note(lobby.branch, now_us, ticket=ticket, is_visual=visual)
    return ticket_decision(ticket, events)


def ask_help(lobby: Lobby, now_us: int, request: AskHelp) -> Decision:
    """Somebody at a kiosk asks for a person."""
    events = ticketing.ask_help(lobby.branch, now_us, device=request.device, screen=request.screen)
    return Decision(events, lambda after: HelpAsked(sequence=after.branch.sequence))


def answer_help(lobby: Lobby, now_us: int, asked: int, actor: Actor) -> Decision:
    """Somebody goes.

    Raises:
        HelpCallUnknown.
    """
    events = ticketing.answer_help(lobby.branch, now_us, asked=asked, by=actor.staff)
    return Decision(events, lambda after: HelpAsked(sequence=after.branch.sequence))


def help_calls(lobby: Lobby) -> tuple[HelpCallView, ...]:
    """Who asks for a person and nobody has gone, longest first."""
    return tuple(
        HelpCallView(id=number, device=call.device, screen=call.screen, at=to_datetime(call.at_us))
        for number, call in lobby.branch.help_calls.items()
    )
