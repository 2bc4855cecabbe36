"""Tickets: issue, look at, recall, start, close, no-show, return, cancel, rate."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from shared.protocol.command import CancelTicket, CloseTicket, IssueTicket, RateTicket
from shared.protocol.lobby import TicketIssued, TicketView
from shared.server.dependencies import (
    Branch,
    Canceller,
    InHouse,
    Issuer,
    Rater,
    Reader,
    Server,
)
from shared.server.house import House
from shared.server.problems import ALWAYS, declare
from shared.server.running import Running, look
from shared.services import calling, ticketing
from shared.services.views import ticket_view

router = APIRouter(prefix="/tickets", tags=["tickets"])
TicketId = Annotated[str, Path(max_length=64, pattern=r"^[A-Za-z0-9_.-]+$")]
REFUSALS = declare(*ALWAYS, 409)


@router.post("", status_code=201, response_model=TicketIssued, responses=REFUSALS)
async def issue(
    body: IssueTicket, request: Request, house: InHouse, actor: Issuer, running: Running
) -> Response:
    """Issue a ticket; a counter that stands by calls it at once."""

    def phone_address(token: str) -> str:
        return f"{_public_url(house, request)}/t/{token}"

    return await running.run(
        actor,
        lambda lobby, now_us: ticketing.issue(lobby, now_us, body, house.ids, phone_address),
        status=201,
    )


@router.get("/{ticket}", responses=declare(*ALWAYS))
async def show(ticket: TicketId, branch: Branch, house: InHouse, _: Reader) -> TicketView:
    """One ticket of today."""
    return await look(house, branch, lambda lobby, _: ticket_view(lobby.branch.ticket(ticket)))


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
async def no_show(ticket: TicketId, actor: Server, running: Running) -> Response:
    """The called customer did not come."""
    return await running.run(
        actor, lambda lobby, now_us: calling.no_show(lobby, now_us, ticket, actor)
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
async def rate(ticket: TicketId, actor: Rater, running: Running, body: RateTicket) -> Response:
    """The customer's mark for the visit."""
    return await running.run(
        actor, lambda lobby, now_us: ticketing.rate(lobby, now_us, ticket, body)
    )


def _public_url(house: House, request: Request) -> str:
    return (house.settings.public_url or str(request.base_url)).rstrip("/")
