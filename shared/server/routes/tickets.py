"""Tickets: issue, look at, recall, start, close, no-show, return, cancel, rate."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from shared.domain.refused import AppointmentUnknown
from shared.protocol.case import TalkAsked
from shared.protocol.command import (
    CancelTicket,
    CloseTicket,
    IssueTicket,
    NoShow,
    NoteTicket,
    RateTicket,
    RemarkTicket,
)
from shared.protocol.lobby import TicketIssued, TicketView
from shared.protocol.notice import NoticeState, WantNotice
from shared.server.dependencies import (
    Branch,
    Canceller,
    Helped,
    InHouse,
    Issuer,
    Rater,
    Reader,
    Server,
)
from shared.server.house import House
from shared.server.notices.contact import contact
from shared.server.permission import is_for_staff
from shared.server.problems import ALWAYS, declare
from shared.server.running import Running, look
from shared.services import appointing, calling, notifying, rating, ticketing
from shared.services.decision import Decision
from shared.services.lobby import Lobby
from shared.services.views import ticket_view, ticket_with_also

router = APIRouter(prefix="/tickets", tags=["tickets"])
TicketId = Annotated[str, Path(max_length=64, pattern=r"^[A-Za-z0-9_.-]+$")]
REFUSALS = declare(*ALWAYS, 409)


@router.post("", status_code=201, response_model=TicketIssued, responses=REFUSALS)
async def issue(
    body: IssueTicket,
    request: Request,
    branch: Branch,
    house: InHouse,
    actor: Issuer,
    running: Running,
) -> Response:
    """Issue a ticket, or check an appointment in; a counter that stands by calls it at once."""
    address = phone_addresses(house, request)
    customer = await house.customer(branch, body.customer_ref)
    digest = house.pseudonyms.code(branch, body.appointment_code or "")

    def decide(lobby: Lobby, now_us: int) -> Decision:
        if body.appointment_code is not None:
            return appointing.check_in(lobby, now_us, digest, house.ids, address)
        foretold = house.forecasts.latest(branch)
        return ticketing.issue(lobby, now_us, body, house.ids, address, customer, foretold)

    if body.appointment_code is None:
        return await running.run(actor, decide, status=201)
    with house.limits.codes.guess(actor.device, AppointmentUnknown):
        return await running.run(actor, decide, status=201)


@router.get("/{ticket}", responses=declare(*ALWAYS))
async def show(ticket: TicketId, branch: Branch, house: InHouse, actor: Reader) -> TicketView:
    """One ticket of today; for staff devices with the same customer's others."""
    view = ticket_with_also if is_for_staff(actor) else ticket_view

    def see(lobby: Lobby, _now_us: int) -> TicketView:
        return view(lobby.branch.ticket(ticket), lobby.branch)

    return await look(house, branch, see)


@router.post("/{ticket}/recall", response_model=TicketView, responses=REFUSALS)
async def recall(ticket: TicketId, actor: Server, running: Running) -> Response:
    """Announce a called ticket once more."""
    return await running.run(
        actor, lambda lobby, now_us: calling.recall(lobby, now_us, ticket, actor)
    )


@router.post("/{ticket}/start", response_model=TicketView, responses=REFUSALS)
async def start(ticket: TicketId, actor: Server, running: Running) -> Response:
    """The called customer is at the counter."""
    return await running.run(
        actor, lambda lobby, now_us: calling.start(lobby, now_us, ticket, actor)
    )


@router.post("/{ticket}/close", response_model=TicketView, responses=REFUSALS)
async def close(
    ticket: TicketId, actor: Server, running: Running, body: CloseTicket | None = None
) -> Response:
    """End the visit, with the usual outcome when none is given."""
    return await running.run(
        actor,
        lambda lobby, now_us: calling.close(lobby, now_us, ticket, body or CloseTicket(), actor),
    )


@router.post("/{ticket}/no-show", response_model=TicketView, responses=REFUSALS)
async def no_show(
    ticket: TicketId, actor: Server, running: Running, body: NoShow | None = None
) -> Response:
    """The called customer did not come."""
    has_looked = body is not None and body.has_looked
    return await running.run(
        actor,
        lambda lobby, now_us: calling.no_show(lobby, now_us, ticket, actor, has_looked=has_looked),
    )


@router.post("/{ticket}/note", response_model=TicketView, responses=REFUSALS)
async def note(ticket: TicketId, actor: Helped, running: Running, body: NoteTicket) -> Response:
    """Whether the customer hears well; else a call is seen, and somebody looks before a no-show."""
    return await running.run(
        actor, lambda lobby, now_us: ticketing.note(lobby, now_us, ticket, body)
    )


@router.post("/{ticket}/return", response_model=TicketView, responses=REFUSALS)
async def return_(ticket: TicketId, actor: Server, running: Running) -> Response:
    """A customer who missed the call is back."""
    return await running.run(actor, lambda lobby, now_us: calling.return_(lobby, now_us, ticket))


@router.post("/{ticket}/cancel", response_model=TicketView, responses=REFUSALS)
async def cancel(
    ticket: TicketId, actor: Canceller, running: Running, body: CancelTicket | None = None
) -> Response:
    """The customer has left, or does not want the ticket any more."""
    return await running.run(
        actor,
        lambda lobby, now_us: ticketing.cancel(lobby, now_us, ticket, body or CancelTicket()),
    )


@router.post("/{ticket}/rating", response_model=TicketView, responses=REFUSALS)
async def rate(
    ticket: TicketId, house: InHouse, actor: Rater, running: Running, body: RateTicket
) -> Response:
    """The customer's mark for the visit; a low one opens a case."""
    return await running.run(
        actor, lambda lobby, now_us: ticketing.rate(lobby, now_us, ticket, body, house.ids)
    )


@router.post("/{ticket}/rating/reasons", response_model=TicketView, responses=REFUSALS)
async def remark(ticket: TicketId, actor: Rater, running: Running, body: RemarkTicket) -> Response:
    """What the customer's mark was about."""
    return await running.run(
        actor, lambda lobby, now_us: rating.remark(lobby, now_us, ticket, body)
    )


@router.post("/{ticket}/talk", status_code=201, response_model=TalkAsked, responses=REFUSALS)
async def talk(ticket: TicketId, house: InHouse, actor: Rater, running: Running) -> Response:
    """The customer wants to speak to somebody: a case for the lead, within minutes."""
    return await running.run(
        actor, lambda lobby, now_us: rating.talk(lobby, now_us, ticket, house.ids), status=201
    )


@router.post("/{ticket}/notice", response_model=NoticeState, responses=REFUSALS)
async def want_notice(
    ticket: TicketId,
    branch: Branch,
    house: InHouse,
    actor: Issuer,
    running: Running,
    body: WantNotice,
) -> Response:
    """Tell the customer by text message, at the number left at the kiosk."""
    beside = await contact(house, branch, ticket, body)
    return await running.run(
        actor, lambda lobby, now_us: notifying.want(lobby, now_us, ticket), beside=beside
    )


def phone_addresses(house: House, request: Request) -> Callable[[str], str]:
    """Gives the public address of a ticket's phone page from its token."""
    public_url = (house.settings.public_url or str(request.base_url)).rstrip("/")
    return lambda token: f"{public_url}/t/{token}"
