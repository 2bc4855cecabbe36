"""Incidents: suspend services or the branch, resume them, see what goes on."""

from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import Response

from shared.protocol.command import Identifier
from shared.protocol.incident import (
    DeclareIncident,
    IncidentChanged,
    IncidentList,
    SuspendService,
)
from shared.server.dependencies import Branch, InCharge, InHouse, Reader
from shared.server.problems import ALWAYS, declare
from shared.server.running import Running, look
from shared.services import incidents

router = APIRouter(tags=["incidents"])
IncidentId = Annotated[str, Path(max_length=64, pattern=r"^[A-Za-z0-9_.-]+$")]
REFUSALS = declare(*ALWAYS, 409)


@router.post("/incidents", status_code=201, response_model=IncidentChanged, responses=REFUSALS)
async def declare_incident(
    house: InHouse, actor: InCharge, running: Running, body: DeclareIncident
) -> Response:
    """Suspend services, or the whole branch, in one action; everybody who waits is told."""
    return await running.run(
        actor,
        lambda lobby, now_us: incidents.declare(lobby, now_us, body, actor, house.ids),
        status=201,
    )


@router.get("/incidents", responses=declare(*ALWAYS))
async def going_on(branch: Branch, house: InHouse, _: Reader) -> IncidentList:
    """What goes on now, oldest first."""
    return await look(house, branch, lambda lobby, _: incidents.incident_list(lobby))


@router.post("/incidents/{incident}/end", response_model=IncidentChanged, responses=REFUSALS)
async def end_incident(incident: IncidentId, actor: InCharge, running: Running) -> Response:
    """Everything that it suspends is served again, in the order of before."""
    return await running.run(
        actor, lambda lobby, now_us: incidents.end(lobby, now_us, incident, actor)
    )


@router.post("/services/{service}/suspend", response_model=IncidentChanged, responses=REFUSALS)
async def suspend_service(
    service: Identifier, house: InHouse, actor: InCharge, running: Running, body: SuspendService
) -> Response:
    """Suspend one service."""
    request = DeclareIncident(reason=body.reason, services=(service,))
    return await running.run(
        actor, lambda lobby, now_us: incidents.declare(lobby, now_us, request, actor, house.ids)
    )


@router.post("/services/{service}/resume", response_model=IncidentChanged, responses=REFUSALS)
async def resume_service(service: Identifier, actor: InCharge, running: Running) -> Response:
    """The service is served again, whatever suspended it."""
    return await running.run(
        actor, lambda lobby, now_us: incidents.resume_service(lobby, now_us, service, actor)
    )
