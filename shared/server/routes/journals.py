"""The time without a server: numbers lent before it, journals taken after it."""

from fastapi import APIRouter
from fastapi.responses import Response

from shared.protocol.journal import Journal, JournalTaken, LeaseNumbers, NumberLease
from shared.server.dependencies import Issuer
from shared.server.permission import is_for_staff
from shared.server.problems import ALWAYS, declare
from shared.server.running import Running
from shared.services import journals

router = APIRouter(tags=["without the server"])
REFUSALS = declare(*ALWAYS, 409)


@router.post("/number-leases", response_model=NumberLease, responses=REFUSALS)
async def lend(actor: Issuer, running: Running, body: LeaseNumbers | None = None) -> Response:
    """A block of numbers for this device, for good; asked again it is the same one."""
    wanted = body or LeaseNumbers()
    return await running.run(
        actor,
        lambda lobby, now_us: journals.lend_numbers(lobby, now_us, wanted, actor.device),
    )


@router.post("/journals", response_model=JournalTaken, responses=REFUSALS)
async def take(body: Journal, actor: Issuer, running: Running) -> Response:
    """What this device did while no server answered, each entry once however often it is told.

    A kiosk tells of tickets out of its block, a place at a counter what became of its customer.
    What contradicts the log, or is not for this device to tell, is kept in it and changes nothing.
    """
    may_tell = journals.of_counter if is_for_staff(actor) else journals.of_kiosk(actor.device)
    source = f"{actor.device}:{body.source}"
    return await running.run(
        actor, lambda lobby, now_us: journals.take(lobby, now_us, body, source, may_tell)
    )
