"""Slips: what became of each print, one more print, and finding a slip that was lost."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from shared.protocol.command import Identifier
from shared.protocol.lobby import TicketView
from shared.protocol.printing import (
    PrintsTaken,
    Reprint,
    SlipTaken,
    TakeSlip,
    TellPrints,
    TicketsFound,
)
from shared.protocol.times import Moment
from shared.server.dependencies import Branch, InHouse, Printing, Reprinter, Server
from shared.server.problems import ALWAYS, declare
from shared.server.routes.tickets import TicketId, phone_addresses
from shared.server.running import Running, look
from shared.services import printing
from shared.services.finding import find_tickets

router = APIRouter(tags=["slips"])
REFUSALS = declare(*ALWAYS, 409)


@router.post("/prints", response_model=PrintsTaken, responses=REFUSALS)
async def tell_prints(actor: Printing, running: Running, body: TellPrints) -> Response:
    """How prints of this device ended; told again it counts once."""
    return await running.run(
        actor, lambda lobby, now_us: printing.tell(lobby, now_us, body, actor.device)
    )


@router.post("/tickets/{ticket}/slip", response_model=SlipTaken, responses=REFUSALS)
async def take_slip(
    ticket: TicketId,
    actor: Printing,
    running: Running,
    house: InHouse,
    request: Request,
    body: TakeSlip,
) -> Response:
    """The kiosk that was asked for a copy begins to print it: what stands on it."""
    address = phone_addresses(house, request)
    return await running.run(
        actor,
        lambda lobby, now_us: printing.take_slip(
            lobby, now_us, ticket, body.copy_no, actor.device, house.ids, address
        ),
    )


@router.post("/tickets/{ticket}/reprint", response_model=TicketView, responses=REFUSALS)
async def reprint(
    ticket: TicketId, actor: Reprinter, running: Running, body: Reprint | None = None
) -> Response:
    """Ask a kiosk to print the slip once more, marked as a copy."""
    return await running.run(
        actor,
        lambda lobby, now_us: printing.reprint(lobby, now_us, ticket, body or Reprint(), actor),
    )


@router.get("/tickets", responses=REFUSALS)
async def find(
    branch: Branch,
    house: InHouse,
    _: Server,
    service: Annotated[Identifier | None, Query(description="what it is for")] = None,
    number: Annotated[
        str, Query(max_length=8, pattern=r"^[A-Za-z0-9]*$", description="any part of it")
    ] = "",
    arrived: Annotated[Moment | None, Query(description="about when")] = None,
    within_min: Annotated[int, Query(ge=1, le=240, description="before and after that")] = 15,
) -> TicketsFound:
    """Find a lost slip among today's tickets by what the customer remembers of it."""
    return await look(
        house,
        branch,
        lambda lobby, _now_us: find_tickets(
            lobby,
            service=service or "",
            number=number,
            arrived=arrived,
            within=timedelta(minutes=within_min),
        ),
    )
