"""Triage: which ways are open to a customer now, and what came of it."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from shared.protocol.command import Identifier
from shared.protocol.triage import AdviceNoted, NoteAdvice, TriageView
from shared.server.dependencies import Branch, InHouse, Issuer, Reader
from shared.server.problems import ALWAYS, declare
from shared.server.running import Running, look
from shared.services.triage import note_advice, triage

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

    Savings stand on the forecast. Without one what needs a saving is offered only when documents
    are missing or the service is suspended.
    """
    lacking = [name.strip() for name in missing.split(",") if name.strip()]
    return await look(
        house,
        branch,
        lambda lobby, now_us: triage(
            lobby, now_us, service, segment, lacking, house.forecasts.latest(branch)
        ),
    )


@router.post("/advice", status_code=202, response_model=AdviceNoted, responses=declare(*ALWAYS))
async def advice(actor: Issuer, running: Running, body: NoteAdvice) -> Response:
    """Ways were shown to a customer, who took one of them or left; nobody is named."""
    return await running.run(
        actor, lambda lobby, now_us: note_advice(lobby, now_us, body), status=202
    )
