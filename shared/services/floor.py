"""Use cases of the lobby lead in the hall: enquiries, a counter wanted, a customer looked for."""

from shared.domain import floor
from shared.domain.case import HASTY, Case
from shared.domain.errors import ServiceUnknown
from shared.protocol.event import to_datetime
from shared.protocol.floor import (
    AskForCounter,
    BeginEnquiry,
    EnquiryView,
    FloorView,
    FollowUp,
    Kept,
)
from shared.protocol.lobby import HelpAsked
from shared.services.actor import Actor
from shared.services.answering import ticket_decision
from shared.services.decision import Decision
from shared.services.lobby import Lobby
from shared.services.views import counter_view

MINUTE_US = 60_000_000


def begin_enquiry(lobby: Lobby, now_us: int, request: BeginEnquiry, actor: Actor) -> Decision:
    """A customer asks.

    Raises:
        ServiceUnknown: the topic is no service of the profile.
    """
    topic = request.topic or ""
    services = [service.id for service in lobby.profile.services]
    if topic and topic not in services:
        raise ServiceUnknown(topic, ", ".join(services))
    events = floor.begin_enquiry(lobby.branch, now_us, topic=topic, by=actor.staff)
    return Decision(events, lambda after: HelpAsked(sequence=after.branch.sequence))


def answer_enquiry(lobby: Lobby, now_us: int, asked: int, actor: Actor) -> Decision:
    """The customer has the answer.

    Raises:
        HelpCallUnknown.
    """
    events = floor.answer_enquiry(lobby.branch, now_us, asked=asked, by=actor.staff)
    return Decision(events, lambda after: HelpAsked(sequence=after.branch.sequence))


def ask_for_counter(
    lobby: Lobby, now_us: int, counter: str, request: AskForCounter, actor: Actor
) -> Decision:
    """Somebody is wanted at this counter.

    Raises:
        CounterUnknown, CounterAlreadyOpen.
    """
    events = floor.ask_for_counter(
        lobby.branch, now_us, counter=counter, is_on=request.is_on, by=actor.staff
    )
    return Decision(events, lambda after: counter_view(after, after.branch.counters[counter]))


def look(lobby: Lobby, now_us: int, ticket: str, actor: Actor) -> Decision:
    """Somebody went to a called customer.

    Raises:
        TicketUnknown, TicketStateWrong.
    """
    return ticket_decision(ticket, floor.look(lobby.branch, now_us, ticket=ticket, by=actor.staff))


def floor_view(lobby: Lobby, now_us: int) -> FloorView:
    """Who waits for a person, and how the standards were kept today."""
    cases = [case for case in lobby.branch.cases.values() if case.kind in HASTY]
    waiting = sorted((c for c in cases if _is_waiting(c)), key=lambda c: c.first_due_us)
    within_us = round(lobby.profile.standards.enquiry_min * MINUTE_US)
    return FloorView(
        follow_ups=tuple(_follow_up(lobby, now_us, case) for case in waiting),
        enquiries=_enquiries(lobby),
        answered=Kept(
            within_min=lobby.profile.standards.enquiry_min,
            in_all=len(lobby.answered_us),
            in_time=sum(1 for waited_us in lobby.answered_us if waited_us <= within_us),
        ),
        followed_up=_followed_up(lobby, cases),
    )


def _is_waiting(case: Case) -> bool:
    """Whether nobody has been there yet."""
    return case.is_open and case.first_answered_us is None


def _followed_up(lobby: Lobby, cases: list[Case]) -> Kept:
    """Of the cases of today to which somebody went."""
    seen = [
        (case.first_answered_us, case.first_due_us)
        for case in cases
        if case.first_answered_us is not None and case.opened_us >= lobby.branch.midnight_us
    ]
    return Kept(
        within_min=lobby.profile.cases.follow_up_min,
        in_all=len(seen),
        in_time=sum(1 for at_us, due_us in seen if at_us <= due_us),
    )


def _follow_up(lobby: Lobby, now_us: int, case: Case) -> FollowUp:
    ticket = lobby.branch.tickets.get(case.ticket)
    return FollowUp(
        case=case.id,
        number=case.number,
        kind=case.kind,
        ticket=ticket.number if ticket else "",
        service=ticket.service if ticket else "",
        counter=ticket.counter if ticket else "",
        score=ticket.rating if ticket else None,
        reasons=ticket.remarks if ticket else (),
        since=to_datetime(case.received_us),
        by=to_datetime(case.first_due_us),
        owner=case.owner or None,
        owner_name=lobby.staff_names.get(case.owner),
        is_late=now_us > case.first_due_us,
    )


def _enquiries(lobby: Lobby) -> tuple[EnquiryView, ...]:
    return tuple(
        EnquiryView(
            id=number,
            topic=each.topic or None,
            at=to_datetime(each.at_us),
            staff=each.by,
            staff_name=lobby.staff_names.get(each.by),
        )
        for number, each in lobby.branch.enquiries.items()
    )
