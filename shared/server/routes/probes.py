"""Which branches there are, and whether the server lives and is ready."""

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

from shared.config.profile import Text
from shared.server.dependencies import InHouse
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
    """The database answers."""
    await run_in_threadpool(house.database.check)
    return Health(status="ready")
