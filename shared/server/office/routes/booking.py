"""The booking page that head office gives out. Public: whoever has the code may do all with it.

Times are shown as the copy has them; the branch decides. Whatever is booked, moved or cancelled
goes down the line as an errand and is told only when the branch has confirmed it (decision 0026).
"""

import secrets
from collections.abc import Callable
from typing import Annotated, Any, Final, TypeVar

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response
from starlette.concurrency import run_in_threadpool

from shared.config.profile import Profile
from shared.domain.reach import BranchOutOfReach, BranchUnsure
from shared.domain.refused import AppointmentUnknown
from shared.protocol.appointment import (
    AppointmentBooked,
    AppointmentView,
    ChangeAppointment,
    DaysView,
    SlotsView,
)
from shared.protocol.command import Identifier
from shared.protocol.office import BookOnPage, BookRemotely
from shared.protocol.times import Day
from shared.server.booking.given_out import calendar_of, drawn
from shared.server.booking.page import booking_page
from shared.server.booking.route import COMMANDS, NO_STORE, PAGE, PLACE, READS, Code, Written
from shared.server.limits import source_of
from shared.server.office.dependencies import InOffice, KeptBranch
from shared.server.office.errands import carried_out
from shared.server.office.office import Office
from shared.server.phone.commands import refuse_other_sites
from shared.server.phone.route import page_headers
from shared.server.problems import BookingOff, wanted_language
from shared.services import appointing
from shared.services.lobby import Lobby

Seen = TypeVar("Seen")
HAS_CALENDAR: Final[dict[int | str, dict[str, Any]]] = {200: {"content": {"text/calendar": {}}}}
HAS_SQUARE: Final[dict[int | str, dict[str, Any]]] = {200: {"content": {"image/svg+xml": {}}}}


async def admitted(request: Request, office: InOffice) -> None:
    """Raises AskedTooOften."""
    office.limits.remote(source_of(request))


async def asking(branch: KeptBranch, request: Request, office: InOffice) -> None:
    """What the branch itself is asked: an errand each, so nobody may ask for many.

    Raises:
        OtherSite, AskedTooOften. BookingOff. BranchOutOfReach: at once, while it is away.
    """
    refuse_other_sites(request)
    office.limits.booking(source_of(request))
    profile = await _profile(office, branch)
    if office.presence.is_away(branch):
        raise BranchOutOfReach(_name(profile, request))


router = APIRouter(prefix="/book/{branch}", tags=["booking"], dependencies=[Depends(admitted)])
asked = [Depends(asking)]


@router.get("", response_class=HTMLResponse, responses={**PAGE, **READS})
async def page(branch: KeptBranch, request: Request, office: InOffice) -> HTMLResponse:
    """The page for people; while the branch is away it says so."""
    nonce = secrets.token_urlsafe(16)
    language = wanted_language(request.headers.get("accept-language", ""))
    profile = await _profile(office, branch)
    html = await run_in_threadpool(
        booking_page,
        profile,
        language=language,
        nonce=nonce,
        at_office=True,
        is_away=office.presence.is_away(branch),
    )
    return HTMLResponse(html, headers=page_headers(nonce))


@router.get("/days", responses=READS)
async def days(
    branch: KeptBranch, office: InOffice, service: Annotated[Identifier, Query()]
) -> DaysView:
    """The days that may be booked, as far as the copy knows."""
    return await _see(
        office, branch, lambda lobby, now_us: appointing.days_ahead(lobby, now_us, service)
    )


@router.get("/slots", responses=READS)
async def slots(
    branch: KeptBranch,
    office: InOffice,
    service: Annotated[Identifier, Query()],
    day: Annotated[Day, Query()],
) -> SlotsView:
    """The times of one day as far as the copy knows, full ones included."""
    return await _see(
        office, branch, lambda lobby, now_us: appointing.free_slots(lobby, now_us, service, day)
    )


@router.post("/appointments", status_code=201, responses=COMMANDS, dependencies=asked)
async def book(
    body: BookOnPage, branch: KeptBranch, request: Request, office: InOffice
) -> AppointmentBooked:
    """Book a time; the answer tells the code, once the branch has confirmed.

    503 branch_out_of_reach: nothing stays booked.
    """
    wanted = BookRemotely(service=body.service, at=body.at, language=body.language)
    return AppointmentBooked.model_validate(
        await _carried_out(office, branch, request, "appointment", wanted.model_dump(mode="json"))
    )


@router.get(PLACE, responses=COMMANDS, dependencies=asked)
async def show(
    code: Code, branch: KeptBranch, request: Request, office: InOffice
) -> AppointmentView:
    """The appointment under a code, as the branch knows it."""
    return await _by_code(office, branch, request, "find", {"code": code})


@router.patch(PLACE, responses=COMMANDS, dependencies=asked)
async def change(
    code: Code, body: ChangeAppointment, branch: KeptBranch, request: Request, office: InOffice
) -> AppointmentView:
    """Another time or service under the same code. 503 branch_unsure: look it up."""
    wanted = {"code": code} | body.model_dump(mode="json", exclude_none=True)
    return await _by_code(office, branch, request, "move", wanted)


@router.delete(PLACE, responses=COMMANDS, dependencies=asked)
async def cancel(
    code: Code, branch: KeptBranch, request: Request, office: InOffice
) -> AppointmentView:
    """The place is free again. 503 branch_unsure: look it up."""
    return await _by_code(office, branch, request, "cancel", {"code": code})


@router.get(
    f"{PLACE}/calendar.ics",
    response_class=Response,
    responses={**HAS_CALENDAR, **COMMANDS},
    dependencies=asked,
)
async def calendar(code: Code, branch: KeptBranch, request: Request, office: InOffice) -> Response:
    """The appointment for the customer's own calendar."""
    found = await _by_code(office, branch, request, "find", {"code": code})
    profile = await _profile(office, branch)
    digest = office.pseudonyms.code(branch, code)
    text = calendar_of(found, profile, code, digest, office.clock.now_us())
    headers = {"Content-Disposition": 'attachment; filename="appointment.ics"'}
    return Response(text, headers=headers | NO_STORE, media_type="text/calendar")


@router.get(
    f"{PLACE}/code.svg",
    response_class=Response,
    responses={**HAS_SQUARE, **READS},
)
async def square(code: Written, _: KeptBranch) -> Response:
    """The code to be scanned, drawn from the address alone."""
    image = await run_in_threadpool(drawn, code)
    return Response(image, headers=NO_STORE, media_type="image/svg+xml")


async def _by_code(
    office: Office, branch: str, request: Request, kind: str, body: dict[str, Any]
) -> AppointmentView:
    """What the branch says of the appointment; wrong codes are counted."""
    with office.limits.remote_codes.guess(source_of(request), AppointmentUnknown):
        return AppointmentView.model_validate(
            await _carried_out(office, branch, request, kind, body)
        )


async def _carried_out(
    office: Office, branch: str, request: Request, kind: str, body: dict[str, Any]
) -> dict[str, Any]:
    """What the branch answers; where it does not, customers read its name, not its identifier."""
    try:
        return await carried_out(office, office.wish(branch, kind, body, office.patience_s))
    except (BranchOutOfReach, BranchUnsure) as error:
        raise type(error)(_name(await _profile(office, branch), request)) from error


def _name(profile: Profile, request: Request) -> str:
    """The branch as people call it, in the language of who asks."""
    return profile.branch.name.of(wanted_language(request.headers.get("accept-language", "")))


async def _profile(office: Office, branch: str) -> Profile:
    """The profile that holds in the branch, as far as the copy knows. BookingOff."""
    return await _see(office, branch, lambda lobby, _: lobby.profile)


async def _see(office: Office, branch: str, see: Callable[[Lobby, int], Seen]) -> Seen:
    """What is found in the copy. BookingOff where the branch takes no bookings from afar."""

    def look(lobby: Lobby, now_us: int) -> Seen:
        if not lobby.profile.phone.booking:
            raise BookingOff()
        return see(lobby, now_us)

    return await run_in_threadpool(office.look, branch, look)
