"""Use cases of the phone page: its ticket's customer looks, delays, comes back, cancels, rates.

Whoever has the address of the page is the customer: it is unguessable and ends with the visit.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from shared.dispatch.layout import MINUTE_US
from shared.domain import calling, ticketing, visiting
from shared.domain.case import Channel
from shared.domain.case_refused import FeedbackEnough
from shared.domain.errors import TicketStateWrong
from shared.domain.event import Event
from shared.domain.refused import PhonePageEnded
from shared.domain.ticket import FINAL, Ticket
from shared.protocol.case import CaseView, FeedbackTaken, GiveFeedback, OpenCase
from shared.protocol.command import RateTicket
from shared.protocol.lobby import PhoneView
from shared.protocol.visit import DeferTicket
from shared.rollout.windows.quoted import Foretold
from shared.services import casework, phone_rights
from shared.services.actor import Actor, refuse_by_stand_in
from shared.services.decision import Decision
from shared.services.lobby import Lobby
from shared.services.ports import Ids
from shared.services.rating import low_mark
from shared.services.views import phone_view

#: Who acts: the log says of a page's commands what they are, and of nobody who did them.
#: So many messages of one visit become cases.
FEEDBACK_MAX: Final = 5
CUSTOMER: Final = Actor(device="phone-page", role="public")


def phone_page(
    lobby: Lobby, now_us: int, ticket: str, foretold: Foretold | None = None
) -> PhoneView:
    """What the page shows; ``foretold`` is the newest forecast.

    Raises:
        PhonePageEnded: the ticket is of another day, or the visit was over long ago.
    """
    _lasting(lobby, now_us, ticket)
    return phone_view(lobby, now_us, ticket, foretold)


def is_over(lobby: Lobby, now_us: int, ticket: Ticket) -> bool:
    """Whether the page of this ticket has ended, by the profile's time after the visit."""
    leading = lobby.branch.tickets[ticket.joined_to] if ticket.joined_to else ticket
    if leading.state not in FINAL or leading.ended_us is None:
        return False
    return now_us > leading.ended_us + lobby.profile.phone.ends_after_min * MINUTE_US


def defer(lobby: Lobby, now_us: int, ticket: str, request: DeferTicket) -> Decision:
    """The customer wants to be called later.

    Raises:
        PhonePageEnded, TicketStateWrong, DeferTooLong, DeferTooOften.
    """
    _own(lobby, now_us, ticket, "put aside")
    events = visiting.defer(lobby.branch, now_us, ticket=ticket, minutes=request.minutes)
    return _decision(now_us, ticket, events)


def resume(lobby: Lobby, now_us: int, ticket: str) -> Decision:
    """Whoever wanted to be called later is here again, and waits with the old seniority.

    Raises:
        PhonePageEnded, TicketStateWrong: also for a ticket that our staff have set aside.
    """
    return _by_right(lobby, now_us, ticket, phone_rights.RESUME, visiting.resume)


def return_(lobby: Lobby, now_us: int, ticket: str) -> Decision:
    """Whoever missed the call is here, and waits again with the profile's credit.

    Raises:
        PhonePageEnded, TicketStateWrong: it has returned too often, or only staff may do it.
    """
    return _by_right(lobby, now_us, ticket, phone_rights.RETURN, calling.return_)


def cancel(lobby: Lobby, now_us: int, ticket: str) -> Decision:
    """The customer does not want to wait any more.

    Raises:
        PhonePageEnded, TicketStateWrong.
    """
    return _by_right(lobby, now_us, ticket, phone_rights.CANCEL, ticketing.cancel)


def rate(lobby: Lobby, now_us: int, ticket: str, request: RateTicket, ids: Ids) -> Decision:
    """The customer's mark for the visit; a low one opens a case.

    Raises:
        PhonePageEnded, RatingInvalid, AlreadyRated, TicketStateWrong.
    """
    found = _own(lobby, now_us, ticket, "rated")
    events = ticketing.rate(lobby.branch, now_us, ticket=ticket, score=request.score)
    events += low_mark(lobby, now_us, found, request.score, ids)
    return _decision(now_us, ticket, events)


def give_feedback(
    lobby: Lobby, now_us: int, ticket: str, request: GiveFeedback, ids: Ids, text: str
) -> Decision:
    """A case of what the customer wrote, which is kept under the identifier ``text``.

    At any time of the visit, and as long as the page lasts after it.

    Raises:
        PhonePageEnded, NotByStandIn. FeedbackEnough: it has written often enough.
    """
    refuse_by_stand_in(lobby)
    found = _lasting(lobby, now_us, ticket)
    written = [c for c in lobby.branch.cases.values() if c.ticket == ticket]
    if sum(case.channel is Channel.PHONE_PAGE for case in written) >= FEEDBACK_MAX:
        raise FeedbackEnough(FEEDBACK_MAX)
    case = OpenCase(
        kind=request.kind,
        channel=Channel.PHONE_PAGE,
        text=request.text,
        contact=request.contact,
        ticket=ticket,
        language=found.language,
    )
    decision = casework.open_case(lobby, now_us, case, CUSTOMER, ids, text, found.customer)

    def answer(after: Lobby) -> FeedbackTaken:
        view = decision.answer(after)
        assert isinstance(view, CaseView)
        return FeedbackTaken(number=view.number)

    return replace(decision, answer=answer)


#: What a refused command would have done to the ticket, in the words of TicketStateWrong.
VERBS = {
    phone_rights.RESUME: "resumed",
    phone_rights.RETURN: "returned",
    phone_rights.CANCEL: "cancelled",
}


def _by_right(
    lobby: Lobby, now_us: int, ticket: str, right: str, decide: Callable[..., list[Event]]
) -> Decision:
    """A command that is taken whenever the page offers it."""
    found = _own(lobby, now_us, ticket, VERBS[right])
    if right not in phone_rights.rights(lobby.branch, lobby.profile, found):
        raise TicketStateWrong(found.number, found.state, VERBS[right])
    return _decision(now_us, ticket, decide(lobby.branch, now_us, ticket=ticket))


def _lasting(lobby: Lobby, now_us: int, ticket: str) -> Ticket:
    """The ticket of a page that has not ended. PhonePageEnded."""
    found = lobby.branch.tickets.get(ticket)
    if found is None or is_over(lobby, now_us, found):
        raise PhonePageEnded()
    return found


def _own(lobby: Lobby, now_us: int, ticket: str, verb: str) -> Ticket:
    """The ticket of a page that has not ended; who goes along on another one only looks."""
    found = _lasting(lobby, now_us, ticket)
    if found.joined_to:
        raise TicketStateWrong(found.number, found.state, verb)
    return found


def _decision(now_us: int, ticket: str, events: list[Event]) -> Decision:
    return Decision(events, lambda after: phone_view(after, now_us, ticket))
