"""The addresses of the booking page. Public: whoever has the code may do everything with it.

No cookie is set; a wrong code is answered like any other and counted. Times, codes and refusals are
those of the branch's own appointments (``shared.services.appointing``).
"""

import secrets
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import HTMLResponse, Response
from starlette.concurrency import run_in_threadpool

from shared.config.profile import Profile
from shared.domain.refused import AppointmentUnknown
from shared.protocol.appointment import (
    AppointmentBooked,
    AppointmentView,
    BookAppointment,
    BookFromAfar,
    ChangeAppointment,
    CheckedIn,
    DaysView,
    SlotsView,
)
from shared.protocol.command import Identifier
from shared.protocol.event import to_us
from shared.protocol.lobby import TicketIssued
from shared.protocol.times import Day
from shared.server.booking.given_out import calendar_of, drawn
from shared.server.booking.page import booking_page
from shared.server.dependencies import Branch, InHouse
from shared.server.house import House
from shared.server.limits import source_of
from shared.server.phone.commands import refuse_other_sites
from shared.server.phone.route import page_headers
from shared.server.problems import BookingOff, declare, wanted_language
from shared.server.routes.tickets import phone_addresses
from shared.server.running import Running, look
from shared.services import appointing
from shared.services.phoning import CUSTOMER

PLACE: Final = "/appointments/{code}"
Code = Annotated[str, Path(max_length=64, description="as it was told on booking")]
Written = Annotated[str, Path(pattern=r"^[A-Za-z0-9-]{4,16}$")]
READS: Final = declare(404, 409, 422, 429, 500, 503)
COMMANDS: Final = declare(403, 404, 409, 413, 422, 429, 500, 503)
PAGE: Final[dict[int | str, dict[str, Any]]] = {
    200: {"description": "The page.", "content": {"text/html": {}}}
}
NO_STORE: Final = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


async def admitted(branch: Branch, request: Request, house: InHouse) -> None:
    """Whether anybody may book here from afar, and this one so often. BookingOff, AskedTooOften."""
    house.limits.remote(source_of(request))
    if not (await _profile(house, branch)).phone.booking:
        raise BookingOff()


async def commanding(request: Request, house: InHouse) -> None:
    """Raises OtherSite, AskedTooOften, HandedBack, StoreUnavailable."""
    refuse_other_sites(request)
    house.limits.booking(source_of(request))
    house.duty.admit()


router = APIRouter(prefix="/book/{branch}", tags=["booking"], dependencies=[Depends(admitted)])
commands = [Depends(commanding)]


@router.get("", response_class=HTMLResponse, responses={**PAGE, **READS})
async def page(branch: Branch, request: Request, house: InHouse) -> HTMLResponse:
    """The page for people, in the language that their browser asks for first."""
    nonce = secrets.token_urlsafe(16)
    language = wanted_language(request.headers.get("accept-language", ""))
    profile = await _profile(house, branch)
    html = await run_in_threadpool(booking_page, profile, language=language, nonce=nonce)
    return HTMLResponse(html, headers=page_headers(nonce))


@router.get("/days", responses=READS)
async def days(branch: Branch, house: InHouse, service: Annotated[Identifier, Query()]) -> DaysView:
    """The days that may be booked, with their free places."""
    return await look(
        house, branch, lambda lobby, now_us: appointing.days_ahead(lobby, now_us, service)
    )


@router.get("/slots", responses=READS)
async def slots(
    branch: Branch,
    house: InHouse,
    service: Annotated[Identifier, Query()],
    day: Annotated[Day, Query()],
) -> SlotsView:
    """The times of one day, full ones included."""
    return await look(
        house, branch, lambda lobby, now_us: appointing.free_slots(lobby, now_us, service, day)
    )


@router.post(
    "/appointments",
    status_code=201,
    response_model=AppointmentBooked,
    responses=COMMANDS,
    dependencies=commands,
)
async def book(body: BookFromAfar, branch: Branch, house: InHouse, running: Running) -> Response:
    """Book a time; the answer tells the code, once."""
    telephone = "".join(sign for sign in body.telephone if sign.isdigit() or sign == "+")
    customer = await house.customer(branch, telephone, to_us(body.at))
    wanted = BookAppointment(service=body.service, at=body.at, language=body.language)

    def digest_of(code: str) -> str:
        return house.pseudonyms.code(branch, code)

    return await running.run(
        CUSTOMER,
        lambda lobby, now_us: appointing.book(
            lobby, now_us, wanted, house.ids, digest_of, customer
        ),
        status=201,
    )


@router.get(PLACE, responses=READS)
async def show(code: Code, branch: Branch, request: Request, house: InHouse) -> AppointmentView:
    """The appointment under a code."""
    return await _look_up(house, branch, code, request)


@router.patch(PLACE, response_model=AppointmentView, responses=COMMANDS, dependencies=commands)
async def change(
    code: Code,
    body: ChangeAppointment,
    branch: Branch,
    request: Request,
    house: InHouse,
    running: Running,
) -> Response:
    """Another time under the same code."""
    digest = house.pseudonyms.code(branch, code)
    with house.limits.remote_codes.guess(source_of(request), AppointmentUnknown):
        return await running.run(
            CUSTOMER, lambda lobby, now_us: appointing.change(lobby, now_us, digest, body)
        )


@router.delete(PLACE, response_model=AppointmentView, responses=COMMANDS, dependencies=commands)
async def cancel(
    code: Code, branch: Branch, request: Request, house: InHouse, running: Running
) -> Response:
    """The place is free again."""
    digest = house.pseudonyms.code(branch, code)
    with house.limits.remote_codes.guess(source_of(request), AppointmentUnknown):
        return await running.run(
            CUSTOMER, lambda lobby, now_us: appointing.cancel(lobby, now_us, digest, CUSTOMER)
        )


@router.post(
    f"{PLACE}/check-in",
    status_code=201,
    response_model=CheckedIn,
    responses=COMMANDS,
    dependencies=commands,
)
async def check_in(
    code: Code, branch: Branch, request: Request, house: InHouse, running: Running
) -> Response:
    """I am in the hall: a ticket, and the address of its page."""
    digest = house.pseudonyms.code(branch, code)
    address = phone_addresses(house, request)
    with house.limits.remote_codes.guess(source_of(request), AppointmentUnknown):
        answer = await running.run(
            CUSTOMER,
            lambda lobby, now_us: appointing.check_in(lobby, now_us, digest, house.ids, address),
            status=201,
        )
    issued = TicketIssued.model_validate_json(bytes(answer.body))
    told = CheckedIn(number=issued.number, phone_url=issued.phone_url)
    return Response(told.model_dump_json(), 201, media_type="application/json")


@router.get(
    f"{PLACE}/calendar.ics",
    response_class=Response,
    responses={200: {"content": {"text/calendar": {}}}, **READS},
)
async def calendar(code: Code, branch: Branch, request: Request, house: InHouse) -> Response:
    """The appointment for the customer's own calendar."""
    found = await _look_up(house, branch, code, request)
    digest = house.pseudonyms.code(branch, code)
    profile = await _profile(house, branch)
    text = calendar_of(found, profile, code, digest, house.clock.now_us())
    headers = {"Content-Disposition": 'attachment; filename="appointment.ics"'}
    return Response(text, headers=headers | NO_STORE, media_type="text/calendar")


@router.get(
    f"{PLACE}/code.svg",
    response_class=Response,
    responses={200: {"content": {"image/svg+xml": {}}}, **READS},
)
async def square(code: Written) -> Response:
    """The code to be scanned, drawn from the address alone."""
    image = await run_in_threadpool(drawn, code)
    return Response(image, headers=NO_STORE, media_type="image/svg+xml")


async def _profile(house: House, branch: str) -> Profile:
    """The profile that holds now, which need not be the one that the server was started with."""
    return await look(house, branch, lambda lobby, _: lobby.profile)


async def _look_up(house: House, branch: str, code: str, request: Request) -> AppointmentView:
    digest = house.pseudonyms.code(branch, code)
    with house.limits.remote_codes.guess(source_of(request), AppointmentUnknown):
        return await look(house, branch, lambda lobby, _: appointing.look_up(lobby, digest))
