"""What a stand-in is told: by the branch server its copy, by counters what they have heard."""

from collections.abc import Callable
from typing import Annotated, TypeVar

from fastapi import APIRouter, Depends
from starlette.concurrency import run_in_threadpool

from shared.domain.away import NotStandIn
from shared.protocol.charge import Heard, HeardTaken
from shared.protocol.stand_in import (
    Beat,
    CopyLines,
    CopyStart,
    Credentials,
    HandOver,
    StandInState,
)
from shared.server.dependencies import Branch, InHouse, allowed
from shared.server.duty.heard import take_heard
from shared.server.duty.stand_in import StandInDuty
from shared.server.house import House
from shared.server.permission import Action
from shared.server.problems import ALWAYS, declare
from shared.services.actor import Actor

router = APIRouter(tags=["stand-in"])
REFUSALS = declare(*ALWAYS, 409)
BranchServer = Annotated[Actor, Depends(allowed(Action.SHIP))]
Counter = Annotated[Actor, Depends(allowed(Action.TELL_HEARD))]
Given = TypeVar("Given")


@router.post("/stand-in/beat", responses=REFUSALS)
async def beat(body: Beat, house: InHouse, _branch: Branch, _: BranchServer) -> StandInState:
    """The branch server lives."""
    return await _on_duty(house, lambda duty: duty.hear_branch(body.beat))


@router.put("/copy", responses=REFUSALS)
async def begin_copy(
    body: CopyStart, house: InHouse, _branch: Branch, _: BranchServer
) -> StandInState:
    """The copy begins anew. Refused while something was decided here that is not absorbed."""
    return await _on_duty(house, lambda duty: duty.begin(body))


@router.post("/copy/lines", responses=REFUSALS)
async def add_lines(
    body: CopyLines, house: InHouse, _branch: Branch, _: BranchServer
) -> StandInState:
    """What the branch server has written since."""
    return await _on_duty(house, lambda duty: duty.receive(body))


@router.put("/copy/credentials", responses=REFUSALS)
async def put_credentials(
    body: Credentials, house: InHouse, _branch: Branch, _: BranchServer
) -> StandInState:
    """Who may ask here: digests, slow hashes, and the two keys that both servers share."""
    return await _on_duty(house, lambda duty: duty.keep_credentials(body))


@router.post("/stand-in/hand-back", responses=REFUSALS)
async def hand_back(body: Beat, house: InHouse, _branch: Branch, _: BranchServer) -> HandOver:
    """Stop deciding, and tell what was decided; the copy that follows confirms it."""
    return await _on_duty(house, lambda duty: duty.hand_back(body.beat))


@router.post("/stand-in/heard", responses=REFUSALS)
async def heard(body: Heard, house: InHouse, _branch: Branch, _: Counter) -> HeardTaken:
    """What a counter has heard of the branch server; after it the counter's beats are votes."""
    return await _on_duty(house, lambda duty: take_heard(duty, body))


async def _on_duty(house: House, what: Callable[[StandInDuty], Given]) -> Given:
    """In a thread: the copy is written, or a commit is waited for."""
    duty = house.duty
    if not isinstance(duty, StandInDuty):
        raise NotStandIn()
    return await run_in_threadpool(what, duty)
