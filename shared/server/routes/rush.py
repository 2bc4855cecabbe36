"""Rush mode: on and off."""

from fastapi import APIRouter
from fastapi.responses import Response

from shared.protocol.command import SetRush
from shared.protocol.lobby import RushResult
from shared.server.dependencies import InCharge
from shared.server.problems import ALWAYS, declare
from shared.server.running import Running
from shared.services import rushing

router = APIRouter(tags=["lobby"])


@router.post("/rush", response_model=RushResult, responses=declare(*ALWAYS))
async def set_rush(actor: InCharge, running: Running, body: SetRush | None = None) -> Response:
    """One touch gives a ticket at the kiosks, for some minutes; or the usual way again."""
    wish = body or SetRush()
    return await running.run(
        actor, lambda lobby, now_us: rushing.set_rush(lobby, now_us, wish, actor)
    )
