"""The staff page of a device in the hall: a person in charge, by staff number and PIN."""

import asyncio
from functools import partial

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool

from shared.domain.errors import AccessRefused
from shared.protocol.command import Unlock
from shared.protocol.lobby import Session
from shared.server.dependencies import Branch, IdempotencyKey, InHouse, Unlocker
from shared.server.house import House
from shared.server.problems import ALWAYS, declare
from shared.services import access, unlocking
from shared.services.decision import Decide
from shared.store.job import Command

router = APIRouter(prefix="/devices", tags=["devices"])


@router.post("/unlock", status_code=201, responses=declare(*ALWAYS, 409))
async def unlock(
    body: Unlock, house: InHouse, branch: Branch, actor: Unlocker, _key: IdempotencyKey = None
) -> Session:
    """A short session at this device. A repeated request opens another one, whatever its key.

    Everybody in the hall can try, so a device may be wrong a few times only, and each time is
    recorded. Where the bank wants no PIN, none opens anything here either.
    """
    await house.staff_directory.refuse_pin()

    def open_session() -> Session:
        found = access.unlock(
            house.staff,
            house.pins,
            house.ids,
            body,
            device=actor.device,
            now_us=house.clock.now_us(),
        )
        house.duty.note_credentials()
        return found

    with house.limits.unlocks.guess(actor.device, AccessRefused):
        try:
            session = await run_in_threadpool(open_session)
        except AccessRefused as refusal:
            await _record(
                house, branch, partial(unlocking.refused, device=actor, code=refusal.code)
            )
            raise
    await _record(house, branch, partial(unlocking.unlocked, device=actor, staff=session.staff))
    return session


async def _record(house: House, branch: str, decide: Decide) -> None:
    """Into the log. Not with the request's key: what is kept of that would be a digest of a PIN."""
    await asyncio.wrap_future(house.writer.submit(Command(branch, decide)))
