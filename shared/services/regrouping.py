"""Use cases that change what a ticket is for, or for whom: reclassify, join, split, divert."""

from collections.abc import Callable

from shared.domain import regrouping
from shared.domain.event import Event
from shared.protocol.lobby import SplitResult
from shared.protocol.visit import DivertTicket, JoinTicket, ReclassifyTicket, SplitTicket
from shared.services.actor import (
    Actor,
    refuse_unless_at_own_counter,
    refuse_unless_in_charge,
)
from shared.services.answering import ticket_decision
from shared.services.decision import Decision, PhoneToken
from shared.services.lobby import Lobby
from shared.services.ports import Ids
from shared.services.views import ticket_view


def reclassify(
    lobby: Lobby, now_us: int, ticket: str, request: ReclassifyTicket, actor: Actor
) -> Decision:
    """Another service or segment; a teller changes the service of the customer at the counter.

    Raises:
        TicketUnknown, TicketStateWrong, ServiceUnknown, SegmentUnknown, ServiceNotOffered.
        NothingChanges, RoleForbidden, CounterAlreadyOpen (somebody else's).
    """
    refuse_unless_at_own_counter(lobby, ticket, actor)
    if request.segment:
        refuse_unless_in_charge(actor)
    events = regrouping.reclassify(
        lobby.branch,
        now_us,
        ticket=ticket,
        by=actor.staff,
        service=request.service or "",
        segment=request.segment or "",
    )
    return ticket_decision(ticket, events)


def join(lobby: Lobby, now_us: int, ticket: str, request: JoinTicket, actor: Actor) -> Decision:
    """A companion's ticket comes along on this one.

    Raises:
        TicketUnknown, TicketStateWrong, JoinImpossible, TooManyNeeds.
        RoleForbidden, CounterAlreadyOpen (somebody else's).
    """
    refuse_unless_at_own_counter(lobby, ticket, actor)
    companion = request.companion
    events = regrouping.join(lobby.branch, now_us, ticket=ticket, companion=companion)
    return ticket_decision(ticket, events)


def split(
    lobby: Lobby,
    now_us: int,
    ticket: str,
    request: SplitTicket,
    actor: Actor,
    ids: Ids,
    phone_address: Callable[[str], str],
) -> Decision:
    """The companion goes alone again, or a need goes on a ticket of its own with a phone page.

    Raises:
        TicketUnknown, TicketStateWrong, SplitImpossible, NeedMissing.
        RoleForbidden, CounterAlreadyOpen (somebody else's).
    """
    refuse_unless_at_own_counter(lobby, ticket, actor)
    if request.companion:
        companion = request.companion
        events = regrouping.split_companion(
            lobby.branch, now_us, ticket=ticket, companion=companion
        )
        return _parted(ticket, companion, events)
    phone = PhoneToken(ids.new_token(), ids.new_id())
    events = regrouping.split_need(
        lobby.branch,
        now_us,
        ticket=ticket,
        service=request.service or "",
        new_ticket=phone.ticket,
    )
    return _parted(ticket, phone.ticket, events, (phone,), phone_address(phone.token))


def divert(lobby: Lobby, now_us: int, ticket: str, request: DivertTicket, actor: Actor) -> Decision:
    """The customer goes another way and does not wait.

    Raises:
        TicketUnknown, TicketStateWrong.
    """
    events = regrouping.divert(lobby.branch, now_us, ticket=ticket, way=request.way, by=actor.staff)
    return ticket_decision(ticket, events)


def _parted(
    ticket: str,
    other: str,
    events: list[Event],
    tokens: tuple[PhoneToken, ...] = (),
    phone_url: str | None = None,
) -> Decision:
    def answer(after: Lobby) -> SplitResult:
        branch = after.branch
        return SplitResult(
            ticket=ticket_view(branch.tickets[ticket], branch),
            other=ticket_view(branch.tickets[other], branch),
            phone_url=phone_url,
        )

    return Decision(events, answer, tokens)
