"""Use cases of the pad: what a mark was about, and a customer who wants to speak to somebody."""

from shared.domain import casework, remarking
from shared.domain import event as kinds
from shared.domain.case import HASTY, Case, CaseKind, Channel
from shared.domain.case_steps import case_of, step
from shared.domain.event import Event
from shared.domain.refused import NotByStandIn, RatingReasonUnknown, TalkNotOffered
from shared.domain.ticket import Ticket
from shared.protocol.case import TalkAsked
from shared.protocol.command import RemarkTicket
from shared.protocol.event import to_datetime
from shared.services.answering import ticket_decision
from shared.services.day import local_day
from shared.services.decision import Decision
from shared.services.lobby import Lobby
from shared.services.ports import Ids


def low_mark(lobby: Lobby, now_us: int, ticket: Ticket, score: int, ids: Ids) -> list[Event]:
    """A case for a low mark, so that somebody sees to it; nothing for a better one.

    Nothing where somebody goes to this customer already. Nothing at a stand-in either, where cases
    are not known: the mark itself is not lost.
    """
    if score > lobby.branch.rules.cases.low_mark or lobby.branch.holder:
        return []
    if _under_way(lobby, ticket.id) is not None:
        return []
    return _opened(lobby, now_us, ticket, CaseKind.LOW_MARK, ids.new_id())


def remark(lobby: Lobby, now_us: int, ticket: str, request: RemarkTicket) -> Decision:
    """What the mark was about.

    Raises:
        TicketUnknown, TicketStateWrong, AlreadyRated; RatingReasonUnknown.
    """
    known = [reason.id for reason in lobby.profile.rating.reasons]
    for reason in request.reasons:
        if reason not in known:
            raise RatingReasonUnknown(reason, ", ".join(known) or "-")
    events = remarking.remark(lobby.branch, now_us, ticket=ticket, reasons=request.reasons)
    return ticket_decision(ticket, events)


def talk(lobby: Lobby, now_us: int, ticket: str, ids: Ids) -> Decision:
    """The customer wants to speak to somebody: the lead goes. Asked again it is the same case.

    A low mark of this visit becomes such a case; its deadline holds.

    Raises:
        TicketUnknown, TalkNotOffered, NotByStandIn.
    """
    found = lobby.branch.ticket(ticket)
    if not lobby.profile.rating.offers_talk:
        raise TalkNotOffered()
    if lobby.branch.holder:
        raise NotByStandIn()
    case = _under_way(lobby, ticket)
    if case is None:
        name = ids.new_id()
        return _asked(name, _opened(lobby, now_us, found, CaseKind.TALK, name))
    if case.kind is CaseKind.TALK:
        return _asked(case.id, [])
    data: dict[str, kinds.Value] = {
        "kind": str(CaseKind.TALK),
        "category": case.category,
        "root_cause": case.root_cause,
    }
    wish = step(lobby.branch, now_us, kinds.CASE_CLASSIFIED, case, "", data)
    return _asked(case.id, [wish])


def _under_way(lobby: Lobby, ticket: str) -> Case | None:
    """The case because of which somebody goes to the customer of this ticket, if there is one."""
    cases = lobby.branch.cases.values()
    return next((c for c in cases if c.ticket == ticket and c.kind in HASTY and c.is_open), None)


def _opened(lobby: Lobby, now_us: int, ticket: Ticket, kind: CaseKind, case: str) -> list[Event]:
    """A case of this visit, about whoever served."""
    return casework.open_case(
        lobby.branch,
        now_us,
        case=case,
        year=local_day(now_us, lobby.zone).day[:4],
        kind=kind,
        channel=Channel.RATING,
        ticket=ticket.id,
        customer=ticket.customer,
        language=ticket.language,
        about=(ticket.staff,),
    )


def _asked(case: str, events: list[Event]) -> Decision:
    def answer(after: Lobby) -> TalkAsked:
        found = case_of(after.branch, case)
        return TalkAsked(number=found.number, by=to_datetime(found.first_due_us))

    return Decision(events, answer)
