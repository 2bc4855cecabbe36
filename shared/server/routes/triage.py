"""Triage: which ways are open to a customer now."""

from typing import Annotated

from fastapi import APIRouter, Query

from shared.protocol.command import Identifier
from shared.protocol.triage import TriageView
from shared.server.dependencies import Branch, InHouse, Reader
from shared.server.problems import ALWAYS, declare
from shared.server.running import look
from shared.services.triage import triage

router = APIRouter(tags=["triage"])


@router.get("/triage", responses=declare(*ALWAYS))
async def ways(
    branch: Branch,
    house: InHouse,
    _: Reader,
    service: Annotated[Identifier, Query()],
    segment: Annotated[Identifier | None, Query(description="default: the ordinary one")] = None,
    missing: Annotated[
        str, Query(max_length=300, description="documents not at hand, with commas between")
    ] = "",
) -> TriageView:
    """The ways for this service, the recommended one first, with what to have ready.

    No forecast exists yet: no waits, no savings. What would need one is offered only when
    documents are missing or the service is suspended.
    """
    lacking = [name.strip() for name in missing.split(",") if name.strip()]
    return await look(
        house, branch, lambda lobby, now_us: triage(lobby, now_us, service, segment, lacking)
    )
