"""Why a ticket was called when it was, and others before it: for colleagues or the customer."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Header, Path, Query
from starlette.concurrency import run_in_threadpool

from shared.protocol.command import Identifier
from shared.protocol.why import Audience, TicketStory
from shared.server.dependencies import Branch, Explainer, InHouse
from shared.server.problems import ALWAYS, declare, wanted_language
from shared.server.why import explain_number, explain_ticket

router = APIRouter(tags=["tickets"])
Day = Annotated[date, Path(description="business day")]
Number = Annotated[str, Path(max_length=8, pattern=r"^[A-Za-z]{1,2}[0-9]{1,5}$")]
For = Annotated[Audience, Query(description="for whom the words are")]


@router.get("/stories/{day}/{number}", responses=declare(*ALWAYS))
async def why_number(
    day: Day,
    number: Number,
    branch: Branch,
    house: InHouse,
    _: Explainer,
    audience: For = Audience.STAFF,
    accept_language: Annotated[str, Header(description="zh or en")] = "",
) -> TicketStory:
    """The same of the ticket that bore this number on a day."""
    language = wanted_language(accept_language)
    return await run_in_threadpool(
        explain_number, house.database, branch, day.isoformat(), number, audience, language
    )


@router.get("/tickets/{ticket}/why", responses=declare(*ALWAYS))
async def why(
    ticket: Identifier,
    branch: Branch,
    house: InHouse,
    _: Explainer,
    audience: For = Audience.STAFF,
    accept_language: Annotated[str, Header(description="zh or en")] = "",
) -> TicketStory:
    """The story of one ticket in words, of today or any day before."""
    language = wanted_language(accept_language)
    return await run_in_threadpool(
        explain_ticket, house.database, branch, ticket, audience, language
    )
