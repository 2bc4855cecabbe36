"""Visits that go on: hold, resume, send on, call later, further needs, companions, other ways."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from shared.protocol.lobby import SplitResult, TicketView
from shared.protocol.visit import (
    DeferTicket,
    DivertTicket,
    HoldTicket,
    JoinTicket,
    NextNeed,
    ReclassifyTicket,
    SplitTicket,
    TransferTicket,
)
from shared.server.dependencies import Deferrer, InCharge, InHouse, Server
from shared.server.problems import ALWAYS, declare
from shared.server.routes.tickets import TicketId, phone_addresses
from shared.server.running import Running
from shared.services import regrouping, visiting

router = APIRouter(prefix="/tickets/{ticket}", tags=["visits"])
REFUSALS = declare(*ALWAYS, 409)


@router.post("/hold", response_model=TicketView, responses=REFUSALS)
async def hold(ticket: TicketId, actor: Server, running: Running, body: HoldTicket) -> Response:
    """Put the ticket at the counter aside, for a reason of the profile."""
    return await running.run(
        actor, lambda lobby, now_us: visiting.hold(lobby, now_us, ticket, body, actor)
    )


@router.post("/resume", response_model=TicketView, responses=REFUSALS)
async def resume(ticket: TicketId, actor: Server, running: Running) -> Response:
    """A held ticket waits again, with its seniority."""
    return await running.run(
        actor, lambda lobby, now_us: visiting.resume(lobby, now_us, ticket, actor)
    )


@router.post("/transfer", response_model=TicketView, responses=REFUSALS)
async def transfer(
    ticket: TicketId, actor: Server, running: Running, body: TransferTicket
) -> Response:
    """Send the ticket on; it keeps its number."""
    return await running.run(
        actor, lambda lobby, now_us: visiting.transfer(lobby, now_us, ticket, body, actor)
    )


@router.post("/defer", response_model=TicketView, responses=REFUSALS)
async def defer(ticket: TicketId, actor: Deferrer, running: Running, body: DeferTicket) -> Response:
    """The customer wants to be called later; the seniority stays."""
    return await running.run(
        actor, lambda lobby, now_us: visiting.defer(lobby, now_us, ticket, body, actor)
    )


@router.post("/next-need", response_model=TicketView, responses=REFUSALS)
async def next_need(
    ticket: TicketId, actor: Server, running: Running, body: NextNeed | None = None
) -> Response:
    """The present need is done; the next one is served at the same counter."""
    return await running.run(
        actor,
        lambda lobby, now_us: visiting.next_need(lobby, now_us, ticket, body or NextNeed(), actor),
    )


@router.post("/reclassify", response_model=TicketView, responses=REFUSALS)
async def reclassify(
    ticket: TicketId, actor: Server, running: Running, body: ReclassifyTicket
) -> Response:
    """Another service or segment; number, seniority and overtakes stay."""
    return await running.run(
        actor, lambda lobby, now_us: regrouping.reclassify(lobby, now_us, ticket, body, actor)
    )


@router.post("/join", response_model=TicketView, responses=REFUSALS)
async def join(ticket: TicketId, actor: Server, running: Running, body: JoinTicket) -> Response:
    """A companion's ticket comes along on this one."""
    return await running.run(
        actor, lambda lobby, now_us: regrouping.join(lobby, now_us, ticket, body, actor)
    )


@router.post("/split", response_model=SplitResult, responses=REFUSALS)
async def split(
    ticket: TicketId,
    request: Request,
    house: InHouse,
    actor: Server,
    running: Running,
    body: SplitTicket,
) -> Response:
    """The companion goes alone again, or a need gets a ticket of its own."""
    address = phone_addresses(house, request)
    return await running.run(
        actor,
        lambda lobby, now_us: regrouping.split(
            lobby, now_us, ticket, body, actor, house.ids, address
        ),
    )


@router.post("/divert", response_model=TicketView, responses=REFUSALS)
async def divert(
    ticket: TicketId, actor: InCharge, running: Running, body: DivertTicket
) -> Response:
    """The customer goes another way and does not wait."""
    return await running.run(
        actor, lambda lobby, now_us: regrouping.divert(lobby, now_us, ticket, body, actor)
    )
