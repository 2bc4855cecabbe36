"""Who is in charge, and what keeps that so: beats of devices, a person's word."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from shared.protocol.charge import ChargeView
from shared.protocol.device import Heartbeat, HeartbeatTaken
from shared.protocol.event import to_us
from shared.server.dependencies import Branch, InHouse, Reader, Teller, allowed
from shared.server.duty.health import best_effort
from shared.server.permission import Action, is_for_staff
from shared.server.problems import ALWAYS, declare
from shared.server.running import Running, look
from shared.services.actor import Actor
from shared.services.charge import waive

router = APIRouter(tags=["charge"])
Waiver = Annotated[Actor, Depends(allowed(Action.DO_WITHOUT))]


@router.post("/devices/heartbeat", responses=declare(*ALWAYS))
async def heartbeat(
    body: Heartbeat, house: InHouse, branch: Branch, actor: Teller
) -> HeartbeatTaken:
    """The device lives; what program runs there and what it lacks, by code.

    An open counter repeats the server's last beat: it says so that it listens to this server.
    """
    now_us = to_us(datetime.now(UTC))

    def take() -> HeartbeatTaken:
        taken = house.duty.heartbeat(body, is_counter=is_for_staff(actor))
        with best_effort("device.not_noted"):  # the beat counts all the same
            house.devices.note(actor.device, body.program, body.problems, now_us, body.profile)
        return taken

    taken = await run_in_threadpool(take)
    house.device_news.hear(branch, actor, body.problems)
    return taken


@router.get("/charge", responses=declare(*ALWAYS))
async def charge(house: InHouse, branch: Branch, _: Reader) -> ChargeView:
    """Whether this server carries out commands now, and on whose word."""
    return await look(house, branch, lambda lobby, _now_us: house.duty.view(lobby))


@router.post("/charge", response_model=ChargeView, responses=declare(*ALWAYS, 409))
async def take_charge(house: InHouse, actor: Waiver, running: Running) -> Response:
    """Take the charge without the stand-in, which is out of use: somebody has looked after it.

    It holds until the stand-in answers again. Where there is no stand-in nothing is to be taken.
    """
    terms = await run_in_threadpool(house.duty.waive, datetime.now(UTC))
    return await running.run(
        actor, lambda lobby, now_us: waive(lobby, now_us, actor.staff, house.duty.view, terms)
    )
