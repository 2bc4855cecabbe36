"""Which branches there are, and whether the server lives and is ready."""

from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Security
from fastapi.responses import PlainTextResponse, Response
from fastapi.security import HTTPAuthorizationCredentials
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool

from shared.config.profile import Profile, Text
from shared.config.shelf import BranchUnusable
from shared.protocol.base import ServerKind
from shared.server.dependencies import InHouse, bearer
from shared.server.house import House
from shared.server.metrics import MEDIA_TYPE, charge_figure, exposition, gauges_of, process_figures
from shared.server.problems import declare
from shared.server.running import survey
from shared.server.shipping.figures import CopyView, copy_figures, view_of

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


class Ready(Health):
    """Answer of readyz: with the copies of the log elsewhere, if there are any."""

    copies: tuple[CopyView, ...] = ()
    server: ServerKind = "branch"
    is_in_charge: bool = Field(default=True, description="this server carries out commands")


@router.get("/api/v1/branches", responses=declare(500, 503))
async def branches(
    house: InHouse, key: Annotated[HTTPAuthorizationCredentials | None, Security(bearer)]
) -> BranchList:
    """The branches that this server serves; for a device with its key, where it may ask. Public.

    Without those that cannot be served, such as one whose profile is wrong.
    """
    wanted = list(house.branches)
    device = await run_in_threadpool(house.devices.by_key, key.credentials) if key else None
    if device is not None:
        wanted = [branch for branch in wanted if device.may_ask(branch)]
    held = await survey(house, lambda lobbies: {x.profile.branch.id: x.profile for x in lobbies})
    return await run_in_threadpool(_named, house, wanted, held)


def _named(house: House, wanted: list[str], held: dict[str, Profile]) -> BranchList:
    """By the profile that holds; by the one that was given where the branch is not in use yet."""
    named: list[BranchName] = []
    for branch in wanted:
        with suppress(BranchUnusable):
            table = (held.get(branch) or house.profiles[branch]).branch
            named.append(BranchName(id=branch, name=table.name))
    return BranchList(branches=tuple(named))


@router.get("/healthz", responses=declare(500))
async def healthz() -> Health:
    """The process lives."""
    return Health(status="ok")


@router.get("/readyz", responses=declare(500, 503))
async def readyz(house: InHouse) -> Ready:
    """The database can be read and written, and the writer gets to its work.

    A line that is down makes nothing less ready: the branch goes on alone. Nor is a server that
    stands by without the charge.
    """
    await house.readiness.check()
    copies = tuple(map(view_of, house.office.states))
    held = await survey(house, lambda lobbies: all(map(house.duty.is_held, lobbies)))
    return Ready(status="ready", copies=copies, server=house.duty.kind, is_in_charge=held)


@router.get(
    "/metrics",
    response_class=PlainTextResponse,
    responses={
        200: {"content": {"text/plain": {"schema": {"type": "string"}}}},
        **declare(500, 503),
    },
)
async def metrics(house: InHouse) -> Response:
    """Figures for Prometheus, of branches in use since the start; none is about a person."""
    families = list(house.metrics.samples())
    for gauges in await survey(house, lambda lobbies: [list(gauges_of(x)) for x in lobbies]):
        families += gauges
    writer, hub = house.writer, house.hub
    families += process_figures(writer.groups, writer.commands, hub.listeners)
    held = await survey(house, lambda lobbies: all(map(house.duty.is_held, lobbies)))
    families += charge_figure(house.duty.kind, is_held=held)
    families += copy_figures(house.office.states)
    families += house.forecasts.figures()
    return Response(exposition(families), media_type=MEDIA_TYPE)
