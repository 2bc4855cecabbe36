"""Sessions of staff: sign in with staff number and PIN, sign out. ``directory``: other ways."""

from typing import Annotated

from fastapi import APIRouter, Security
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from shared.domain.errors import SessionMissing
from shared.protocol.command import SignIn
from shared.protocol.lobby import Session
from shared.server.dependencies import Branch, Desk, IdempotencyKey, InHouse, Leaver, session_token
from shared.server.problems import ALWAYS, declare
from shared.services import access

router = APIRouter(prefix="/sessions", tags=["sessions"])


@router.post("", status_code=201, responses=declare(*ALWAYS, 409))
async def sign_in(
    body: SignIn, house: InHouse, _branch: Branch, actor: Desk, _key: IdempotencyKey = None
) -> Session:
    """Sign in on this device. A repeated request opens another session, whatever its key."""
    house.limits.signing_in(actor.device)
    await house.staff_directory.refuse_pin()

    def open_session() -> Session:
        session = access.sign_in(
            house.staff,
            house.pins,
            house.ids,
            body,
            device=actor.device,
            now_us=house.clock.now_us(),
        )
        house.staff.refresh_names()
        house.duty.note_credentials()
        return session

    return await run_in_threadpool(open_session)


@router.delete("/current", status_code=204, responses=declare(*ALWAYS))
async def sign_out(
    house: InHouse,
    _branch: Branch,
    actor: Leaver,
    token: Annotated[str | None, Security(session_token)],
) -> Response:
    """Sign out: the session of X-Staff-Session ends."""
    if not actor.staff or not token:
        raise SessionMissing()
    await run_in_threadpool(house.staff.end_session, token)
    house.gate.forget_session(token)
    house.duty.note_credentials()
    return Response(status_code=204)
