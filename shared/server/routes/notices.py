"""Notices on the board: put up and taken down."""

from fastapi import APIRouter
from fastapi.responses import Response

from shared.protocol.command import PutUpNotice
from shared.protocol.lobby import NoticesResult
from shared.server.dependencies import InCharge
from shared.server.problems import ALWAYS, declare
from shared.server.running import Running
from shared.services import noticing

router = APIRouter(tags=["lobby"])


@router.post("/notices", response_model=NoticesResult, responses=declare(*ALWAYS, 409))
async def put_up_notice(actor: InCharge, running: Running, body: PutUpNotice) -> Response:
    """Words of the profile on the board for some minutes, or no longer."""
    return await running.run(
        actor, lambda lobby, now_us: noticing.put_up(lobby, now_us, body, actor)
    )
