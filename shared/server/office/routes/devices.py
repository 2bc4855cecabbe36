"""Devices of head office: the servers of branches, booking pages, operators."""

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool

from shared.protocol.device import DeviceList, Enrol, Enrolled
from shared.server.limits import source_of
from shared.server.office.dependencies import InOffice, KeptBranch, Overseer
from shared.server.problems import ALWAYS, declare
from shared.server.routes.devices import enrolled, view_of

router = APIRouter(prefix="/devices", tags=["devices"])


@router.post("/enrol", status_code=201, responses=declare(*ALWAYS))
async def enrol(body: Enrol, request: Request, branch: KeptBranch, office: InOffice) -> Enrolled:
    """A server or program with a one-time code becomes one of this branch, with a key. Public.

    The code is used up.
    """
    return await enrolled(office, branch, body, source_of(request))


@router.get("", responses=declare(*ALWAYS))
async def list_devices(branch: KeptBranch, office: InOffice, _: Overseer) -> DeviceList:
    """Every device that may ask about this branch, in the order of enrolment."""
    records = await run_in_threadpool(office.devices.of_branch, branch)
    return DeviceList(devices=tuple(map(view_of, records)))
