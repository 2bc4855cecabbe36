"""Which branches there are, and whether the server lives and is ready."""

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse, Response
from pydantic import BaseModel

from shared.config.profile import Text
from shared.server.dependencies import InHouse
from shared.server.metrics import MEDIA_TYPE, exposition, gauges_of, process_figures
from shared.server.problems import declare
from shared.server.running import look

router = APIRouter(tags=["probes"])


class BranchName(BaseModel):
    """A branch that this server serves."""

    id: str
    name: Text


class BranchList(BaseModel):
    """GET branches."""

    branches: tuple[BranchName, ...]


class Health(BaseModel):
    """Answer of the probes."""

    status: str


@router.get("/api/v1/branches", responses=declare(500, 503))
async def branches(house: InHouse) -> BranchList:
    """The branches that this server serves. Public."""
    tables = [await look(house, b, lambda lobby, _: lobby.profile.branch) for b in house.branches]
    return BranchList(branches=tuple(BranchName(id=t.id, name=t.name) for t in tables))


@router.get("/healthz", responses=declare(500))
async def healthz() -> Health:
    """The process lives."""
    return Health(status="ok")


@router.get("/readyz", responses=declare(500, 503))
async def readyz(house: InHouse) -> Health:
    """The database can be read and written, and the writer gets to its work."""
    await house.readiness.check()
    return Health(status="ready")


@router.get(
    "/metrics",
    response_class=PlainTextResponse,
    responses={
        200: {"content": {"text/plain": {"schema": {"type": "string"}}}},
        **declare(500, 503),
    },
)
async def metrics(house: InHouse) -> Response:
    """Figures for Prometheus; none is about a person."""
    families = list(house.metrics.samples())
    for branch in house.branches:
        families += await look(house, branch, lambda lobby, _: list(gauges_of(lobby)))
    writer, hub = house.writer, house.hub
    families += process_figures(writer.groups, writer.commands, hub.listeners)
    return Response(exposition(families), media_type=MEDIA_TYPE)
