"""Why a ticket was called when it was, and others before it: for colleagues or the customer."""

from typing import Annotated

from fastapi import APIRouter, Header, Query
from starlette.concurrency import run_in_threadpool

from shared.protocol.command import Identifier
from shared.protocol.why import Audience, TicketStory
from shared.server.dependencies import Branch, Explainer, InHouse
from shared.server.problems import ALWAYS, declare, wanted_language
from shared.server.why import explain_ticket

router = APIRouter(prefix="/tickets/{ticket}", tags=["tickets"])


@router.get("/why", responses=declare(*ALWAYS))
async def why(
    ticket: Identifier,
    branch: Branch,
    house: InHouse,
    _: Explainer,
    audience: Annotated[Audience, Query(description="for whom the words are")] = Audience.STAFF,
    accept_language: Annotated[str, Header(description="zh or en")] = "",
) -> TicketStory:
    """The story of one ticket in words, of today or any day before."""
    language = wanted_language(accept_language)
    return await run_in_threadpool(
        explain_ticket, house.database, branch, ticket, audience, language
    )
