"""The address of the lead's page: /lead, or /lead/{branch} where a server serves several. Public.

The page holds nothing of the hall: it asks the server's other addresses with the phone's own key
and the session of who is signed in.
"""

import secrets
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool

from shared.domain.errors import BranchUnknown
from shared.server.dependencies import InHouse
from shared.server.house import House
from shared.server.lead.page import lead_page
from shared.server.limits import source_of
from shared.server.phone.route import page_headers
from shared.server.problems import declare
from shared.server.running import look


async def count(request: Request, house: InHouse) -> None:
    """Refuse who asks too often: the page is for everybody, and drawing it is work."""
    house.limits.remote(source_of(request))


router = APIRouter(prefix="/lead", tags=["lead"], dependencies=[Depends(count)])
PAGES: dict[int | str, dict[str, Any]] = declare(404, 422, 429, 500, 503)
BranchId = Annotated[str, Path(max_length=64, pattern=r"^[A-Za-z0-9_.-]+$")]


@router.get("", response_class=HTMLResponse, responses=PAGES)
async def page(house: InHouse) -> HTMLResponse:
    """The page of the first branch that this server serves."""
    return await _page(house, house.branches[0])


@router.get("/{branch}", response_class=HTMLResponse, responses=PAGES)
async def page_of(branch: BranchId, house: InHouse) -> HTMLResponse:
    """The page of one of several branches."""
    return await _page(house, branch)


async def _page(house: House, branch: str) -> HTMLResponse:
    if branch not in house.profiles:
        raise BranchUnknown(branch, ", ".join(house.branches[:10]))
    nonce = secrets.token_urlsafe(16)
    profile = await look(house, branch, lambda lobby, _: lobby.profile)
    html = await run_in_threadpool(lead_page, profile, nonce)
    return HTMLResponse(html, headers=page_headers(nonce))
