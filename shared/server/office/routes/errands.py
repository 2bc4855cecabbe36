"""The other direction of the line: what head office wants of a branch, and its reports."""

import time
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.concurrency import run_in_threadpool

from shared.protocol.office import WAIT_S_MAX, Errand, Errands, ErrandView, Report
from shared.server.office.dependencies import InOffice, KeptBranch, Publisher, Shipping
from shared.server.office.errands import view_of
from shared.server.office.office import Office
from shared.server.problems import ALWAYS, declare
from shared.store.errand import WITHDRAWING, ErrandRecord

router = APIRouter(prefix="/errands", tags=["errands"])
ErrandId = Annotated[str, Path(pattern=r"^[0-9a-f]{32}$", description="as GET errands says")]


@router.get("", responses=declare(*ALWAYS))
async def wait_for_errands(
    request: Request,
    branch: KeptBranch,
    office: InOffice,
    _: Shipping,
    wait_s: Annotated[int, Query(ge=0, le=WAIT_S_MAX, description="keep the question open")] = 0,
) -> Errands:
    """What the branch has to do, as soon as there is something; oldest first.

    What was told and not reported is told again: the branch must do each of them once.
    """
    with office.presence.asking(branch):
        return await _next_errands(request, branch, office, wait_s)


async def _next_errands(request: Request, branch: str, office: Office, wait_s: int) -> Errands:
    """As soon as there are some, or so many seconds have passed."""
    began_s = time.monotonic()
    while True:
        heard = office.bell.heard(branch)
        found = await run_in_threadpool(office.errands.tell, branch, office.clock.now_us())
        waited_s = time.monotonic() - began_s
        is_over = waited_s >= wait_s or office.bell.is_closed
        if found or is_over or await request.is_disconnected():
            told = tuple(_told(office, errand) for errand in found)
            return Errands(waited_ms=int(waited_s * 1000), errands=told)
        await office.bell.wait(branch, heard, wait_s - waited_s)


@router.post("/{errand}/report", responses=declare(*ALWAYS))
async def report(
    errand: ErrandId, body: Report, branch: KeptBranch, office: InOffice, _: Shipping
) -> ErrandView:
    """What came of an errand. The answer says whether that was in time."""
    problem = body.problem.model_dump() if body.problem else None
    now_us = office.clock.now_us()
    found = await run_in_threadpool(
        office.errands.report, branch, errand, body.answer, problem, now_us
    )
    return view_of(found)


@router.post("/{errand}/withdrawn", responses=declare(*ALWAYS))
async def withdrawn(
    errand: ErrandId, branch: KeptBranch, office: InOffice, _: Shipping
) -> ErrandView:
    """What was not confirmed in time was taken back, or never done."""
    return view_of(await run_in_threadpool(office.errands.withdrawn, branch, errand))


@router.get("/{errand}", responses=declare(*ALWAYS))
async def show_errand(
    errand: ErrandId, branch: KeptBranch, office: InOffice, _: Publisher
) -> ErrandView:
    """How an errand stands."""
    now_us = office.clock.now_us()
    return view_of(await run_in_threadpool(office.errands.look_up, branch, errand, now_us))


def _told(office: Office, errand: ErrandRecord) -> Errand:
    """The errand as the branch hears it. What is to be taken back needs no words."""
    left_us = errand.valid_us - office.clock.now_us()
    if errand.state == WITHDRAWING:
        return Errand(id=errand.id, kind="withdraw", valid_ms=0)
    return Errand.model_validate(
        {
            "id": errand.id,
            "kind": errand.kind,
            "valid_ms": max(left_us // 1000, 0),
            "body": errand.body,
        }
    )
