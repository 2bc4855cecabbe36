"""The copies of the logs: branches send what follows, and read back what they have lost."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.concurrency import run_in_threadpool

from shared.protocol.event import EventPage
from shared.protocol.shipping import LINES_MAX, Lines, Position
from shared.server.office.dependencies import CopyReader, InOffice, KeptBranch, Shipping
from shared.server.problems import ALWAYS, declare
from shared.server.routes.lobby import SEQUENCE_MAX
from shared.store.lines import lines_after, position
from shared.store.log import read_page

router = APIRouter(tags=["copies"])
After = Annotated[int, Query(ge=0, le=SEQUENCE_MAX, description="everything after this event")]
PAGE_MAX = 1000


@router.get("/position", responses=declare(*ALWAYS))
async def show_position(branch: KeptBranch, office: InOffice, _: CopyReader) -> Position:
    """How far the copy of this branch goes."""
    return await run_in_threadpool(position, office.database, branch)


@router.post("/lines", responses=declare(*ALWAYS, 409))
async def take_lines(body: Lines, branch: KeptBranch, office: InOffice, _: Shipping) -> Position:
    """What follows on the copy, to the letter; all of it is taken, or nothing.

    What is here already is compared and skipped, so that the same may be sent again.
    """
    return await run_in_threadpool(office.receive, branch, body)


@router.get("/lines", responses=declare(*ALWAYS))
async def read_lines(
    branch: KeptBranch,
    office: InOffice,
    _: CopyReader,
    after: After = 0,
    limit: Annotated[int, Query(ge=1, le=LINES_MAX)] = LINES_MAX,
) -> Lines:
    """Lines as they were sent, as many as fit into an answer; none at the end."""
    return await run_in_threadpool(lines_after, office.database, branch, after, limit)


@router.get("/log", responses=declare(*ALWAYS))
async def read_log(
    branch: KeptBranch,
    office: InOffice,
    _: CopyReader,
    after: After = 0,
    limit: Annotated[int, Query(ge=1, le=PAGE_MAX)] = 100,
) -> EventPage:
    """The events of the copy for reading, as in the branch."""
    return await run_in_threadpool(read_page, office.database, branch, after, limit)
