"""Appointments: free times, book, look, change, cancel, check in.

Whoever has the code may do everything with its appointment. A wrong code is always answered alike,
whatever it looks like.
"""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from shared.domain.refused import AppointmentUnknown
from shared.protocol.appointment import (
    AppointmentBooked,
    AppointmentView,
    BookAppointment,
    ChangeAppointment,
    CheckInCustomer,
    SlotsView,
)
from shared.protocol.command import Identifier
from shared.protocol.event import to_us
from shared.protocol.lobby import TicketIssued
from shared.protocol.times import Day
from shared.server.dependencies import Booker, Branch, InHouse, Issuer
from shared.server.problems import ALWAYS, declare
from shared.server.routes.tickets import phone_addresses
from shared.server.running import Running, look
from shared.services import appointing

router = APIRouter(tags=["appointments"])
PLACE = "/appointments/{code}"
Code = Annotated[str, Path(max_length=64, description="as it was told on booking")]
REFUSALS = declare(*ALWAYS, 409)


@router.get("/slots", responses=declare(*ALWAYS))
async def slots(
    branch: Branch,
    house: InHouse,
    _: Booker,
    service: Annotated[Identifier, Query()],
    day: Annotated[Day | None, Query(description="default: today")] = None,
) -> SlotsView:
    """The times of one service on one day, with their free places."""
    return await look(
        house, branch, lambda lobby, now_us: appointing.free_slots(lobby, now_us, service, day)
    )


@router.post("/appointments", status_code=201, response_model=AppointmentBooked, responses=REFUSALS)
async def book(
    body: BookAppointment, branch: Branch, house: InHouse, actor: Booker, running: Running
) -> Response:
    """Book one of the times; the answer tells the code, once."""
    customer = await house.customer(branch, body.customer_ref, to_us(body.at))

    def digest_of(code: str) -> str:
        return house.pseudonyms.code(branch, code)

    return await running.run(
        actor,
        lambda lobby, now_us: appointing.book(lobby, now_us, body, house.ids, digest_of, customer),
        status=201,
    )


@router.post(
    "/appointments/check-in", status_code=201, response_model=TicketIssued, responses=REFUSALS
)
async def check_in_customer(
    body: CheckInCustomer,
    branch: Branch,
    request: Request,
    house: InHouse,
    actor: Issuer,
    running: Running,
) -> Response:
    """Who booked under this reference is here: a ticket for the first appointment of today.

    The reference is not stored; a wrong one is answered as a wrong code is.
    """
    customer = await house.customer(branch, body.customer_ref)
    address = phone_addresses(house, request)
    with house.limits.codes.guess(actor.device, AppointmentUnknown):
        return await running.run(
            actor,
            lambda lobby, now_us: appointing.check_in_customer(
                lobby, now_us, customer, house.ids, address
            ),
            status=201,
        )


@router.get(PLACE, responses=declare(*ALWAYS))
async def show(code: Code, branch: Branch, house: InHouse, actor: Booker) -> AppointmentView:
    """The appointment under a code."""
    digest = house.pseudonyms.code(branch, code)
    with house.limits.codes.guess(actor.device, AppointmentUnknown):
        return await look(house, branch, lambda lobby, _: appointing.look_up(lobby, digest))


@router.patch(PLACE, response_model=AppointmentView, responses=REFUSALS)
async def change(
    code: Code,
    body: ChangeAppointment,
    branch: Branch,
    house: InHouse,
    actor: Booker,
    running: Running,
) -> Response:
    """Another time or service under the same code."""
    digest = house.pseudonyms.code(branch, code)
    with house.limits.codes.guess(actor.device, AppointmentUnknown):
        return await running.run(
            actor, lambda lobby, now_us: appointing.change(lobby, now_us, digest, body)
        )


@router.delete(PLACE, response_model=AppointmentView, responses=REFUSALS)
async def cancel(
    code: Code, branch: Branch, house: InHouse, actor: Booker, running: Running
) -> Response:
    """The place is free again."""
    digest = house.pseudonyms.code(branch, code)
    with house.limits.codes.guess(actor.device, AppointmentUnknown):
        return await running.run(
            actor, lambda lobby, now_us: appointing.cancel(lobby, now_us, digest, actor)
        )


@router.post(f"{PLACE}/check-in", status_code=201, response_model=TicketIssued, responses=REFUSALS)
async def check_in(
    code: Code, branch: Branch, request: Request, house: InHouse, actor: Issuer, running: Running
) -> Response:
    """The customer is here: a ticket, as from POST tickets."""
    digest = house.pseudonyms.code(branch, code)
    address = phone_addresses(house, request)
    with house.limits.codes.guess(actor.device, AppointmentUnknown):
        return await running.run(
            actor,
            lambda lobby, now_us: appointing.check_in(lobby, now_us, digest, house.ids, address),
            status=201,
        )
