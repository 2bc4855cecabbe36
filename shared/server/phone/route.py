"""The addresses of the phone page: /t/{token}, its state, its stream. Public."""

import secrets
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import HTMLResponse, StreamingResponse
from starlette.concurrency import run_in_threadpool

from shared.config.profile import Profile
from shared.domain.refused import PhonePageEnded
from shared.protocol.lobby import PhoneView
from shared.server.dependencies import InHouse
from shared.server.house import House
from shared.server.limits import source_of
from shared.server.notices.contact import is_offered
from shared.server.phone.page import ended_page, ticket_page, unknown_page
from shared.server.phone.stream import PhoneStream
from shared.server.problems import PhonePageUnknown, declare
from shared.server.running import look
from shared.server.stream import STREAM_HEADERS, STREAM_TYPE, counted
from shared.services.phoning import phone_page
from shared.store.phone import find_phone_ticket

Token = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]


async def count(token: Token, request: Request, house: InHouse) -> None:
    """Refuse who asks too often."""
    house.limits.page(token, source_of(request))


router = APIRouter(prefix="/t", tags=["phone"], dependencies=[Depends(count)])
REFUSALS = declare(404, 410, 422, 429, 500, 503)
PAGES: dict[int | str, dict[str, Any]] = {
    404: {"description": "A page that says what to do.", "content": {"text/html": {}}},
    410: {"description": "A page that says that this one has ended.", "content": {"text/html": {}}},
}
STREAM: dict[int | str, dict[str, Any]] = {
    200: {"description": "Server-sent states.", "content": {STREAM_TYPE: {}}}
}


@router.get(
    "/{token}", response_class=HTMLResponse, responses={**PAGES, **declare(422, 429, 500, 503)}
)
async def page(token: Token, house: InHouse) -> HTMLResponse:
    """The page for people; a page that says what to do when there is no such ticket."""
    nonce = secrets.token_urlsafe(16)
    try:
        profile, view = await _view(house, token)
    except PhonePageUnknown:
        html = await run_in_threadpool(unknown_page, nonce)
        return HTMLResponse(html, 404, page_headers(nonce))
    except PhonePageEnded:
        html = await run_in_threadpool(ended_page, nonce)
        return HTMLResponse(html, 410, page_headers(nonce))
    branch, ticket = await ticket_of(house, token)
    is_told = house.courier.is_wanted(branch, ticket) if is_offered(house, profile) else None
    draw = partial(ticket_page, rate=house.clock.rate, nonce=nonce, is_told=is_told)
    # In a thread: the first page imports Jinja, a tenth of a second that a kiosk must not wait.
    html = await run_in_threadpool(draw, view, profile)
    return HTMLResponse(html, headers=page_headers(nonce))


@router.get("/{token}/state", responses=REFUSALS)
async def state(token: Token, house: InHouse) -> PhoneView:
    """What the page shows, as data."""
    _, view = await _view(house, token)
    return view


@router.get(
    "/{token}/events",
    response_class=StreamingResponse,
    responses={**STREAM, **REFUSALS},
)
async def events(token: Token, request: Request, house: InHouse) -> StreamingResponse:
    """The state now, and again whenever it changes."""
    branch, ticket = await ticket_of(house, token)
    await _view(house, token)
    limits, source = house.limits, source_of(request)
    limits.streams.refuse_if_full(ticket)
    limits.page_streams.refuse_if_full(source)
    stream = PhoneStream(house, branch, ticket, request.is_disconnected)
    states = counted(limits.page_streams, source, counted(limits.streams, ticket, stream.states()))
    return StreamingResponse(states, media_type=STREAM_TYPE, headers=STREAM_HEADERS)


async def ticket_of(house: House, token: str) -> tuple[str, str]:
    """Branch and ticket of a page. PhonePageUnknown."""
    found = await run_in_threadpool(find_phone_ticket, house.database, token)
    if found is None or found[0] not in house.profiles:
        raise PhonePageUnknown()
    return found


async def _view(house: House, token: str) -> tuple[Profile, PhoneView]:
    """The profile that holds and the ticket's state. PhonePageUnknown, PhonePageEnded."""
    branch, ticket = await ticket_of(house, token)
    return await look(
        house,
        branch,
        lambda lobby, now: (
            lobby.profile,
            phone_page(lobby, now, ticket, house.forecasts.latest(branch)),
        ),
    )


def page_headers(nonce: str) -> dict[str, str]:
    """Nothing from outside, nothing cached, and the secret address is told to nobody."""
    source = f"'nonce-{nonce}'"
    policy = (
        f"default-src 'none'; script-src {source}; style-src {source}; "
        "connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
