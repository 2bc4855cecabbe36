"""What people and programs at the bank ask of a branch: times, appointments, another profile."""

from dataclasses import replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Body, Query, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from shared.config.profile import Profile
from shared.protocol.appointment import AppointmentBooked, SlotsView
from shared.protocol.command import Identifier
from shared.protocol.office import WITHIN_S_MAX, BookRemotely, ErrandView
from shared.protocol.profile import ProfilePublished
from shared.protocol.times import Day
from shared.server.dependencies import IdempotencyKey
from shared.server.office.dependencies import InOffice, KeptBranch, Publisher, RemoteBooker
from shared.server.office.errands import answer_of, carried_out, settled, view_of
from shared.server.office.repeated import identity
from shared.server.problems import ALWAYS, declare
from shared.services import appointing
from shared.services.day import local_day
from shared.services.lobby import Lobby
from shared.services.publication import BranchDiffers
from shared.store.errand import OPEN, TOLD

router = APIRouter(tags=["wishes"])
#: A longer wait is not for whoever asks, but for the branch to come back.
AT_ONCE_S = 10


@router.get("/slots", responses=declare(*ALWAYS))
async def slots(
    branch: KeptBranch,
    office: InOffice,
    _: RemoteBooker,
    service: Annotated[Identifier, Query()],
    day: Annotated[Day | None, Query(description="default: today")] = None,
) -> SlotsView:
    """The times of one service on one day, as far as the copy knows. The branch decides."""

    def see(lobby: Lobby, now_us: int) -> SlotsView:
        wanted = day or date.fromisoformat(local_day(now_us, lobby.zone).day)
        return appointing.free_slots(lobby, now_us, service, wanted)

    return await run_in_threadpool(office.look, branch, see)


@router.post(
    "/appointments",
    status_code=201,
    response_model=AppointmentBooked,
    responses=declare(*ALWAYS, 409),
)
async def book(
    request: Request,
    body: BookRemotely,
    branch: KeptBranch,
    office: InOffice,
    actor: RemoteBooker,
    key: IdempotencyKey = None,
) -> Response:
    """Book a time in the branch; the answer tells the code, once the branch has confirmed.

    503 branch_out_of_reach: the branch did not confirm within seconds, and nothing stays booked.
    """
    wish = office.wish(branch, "appointment", body.model_dump(mode="json"), office.patience_s)
    kept, digest = await identity(office, request, actor, key)
    wish = replace(wish, key=kept, digest=digest)
    answer = await carried_out(office, wish)
    booked = AppointmentBooked.model_validate(answer)
    return Response(booked.model_dump_json(), 201, media_type="application/json")


@router.post(
    "/profile",
    response_model=ProfilePublished,
    responses={202: {"model": ErrandView}, **declare(*ALWAYS, 409)},
)
async def publish(
    request: Request,
    body: Annotated[Profile, Body(description="the whole profile, as in lobby schema profile")],
    branch: KeptBranch,
    office: InOffice,
    actor: Publisher,
    within_s: Annotated[
        int, Query(ge=1, le=WITHIN_S_MAX, description="give up when the branch is away for longer")
    ] = AT_ONCE_S,
    key: IdempotencyKey = None,
) -> Response:
    """Have the branch put a profile in force. It refuses what today still needs.

    202: the branch is away; it has ``within_s`` to come back, and GET errands/{errand} says how
    that stands.
    """
    if body.branch.id != branch:
        raise BranchDiffers(body.branch.id, branch)
    wish = office.wish(branch, "profile", body.model_dump(mode="json"), within_s)
    kept, digest = await identity(office, request, actor, key)
    wish = replace(wish, key=kept, digest=digest)
    made = await run_in_threadpool(office.errands.wish, wish, office.clock.now_us())
    await office.bell.ring(branch)
    found = await settled(office, made, min(within_s, AT_ONCE_S))
    if found.state in (OPEN, TOLD):
        return Response(view_of(found).model_dump_json(), 202, media_type="application/json")
    published = ProfilePublished.model_validate(answer_of(found))
    return Response(published.model_dump_json(), 200, media_type="application/json")
