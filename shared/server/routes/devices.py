"""Devices: enrol with a one-time code, list them all.

Times of devices are the machine's own, also in practice: keys and codes know no practice days.
"""

from datetime import UTC, datetime

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool

from shared.domain.admission import EnrolmentRefused
from shared.protocol.device import DeviceList, DeviceView, Enrol, Enrolled
from shared.protocol.event import to_datetime
from shared.server.dependencies import Branch, InHouse, Overseer
from shared.server.ids import new_device_id, new_device_key
from shared.server.limits import source_of
from shared.server.problems import ALWAYS, declare
from shared.store.device import DeviceRecord

router = APIRouter(prefix="/devices", tags=["devices"])


@router.post("/enrol", status_code=201, responses=declare(*ALWAYS))
async def enrol(body: Enrol, request: Request, house: InHouse, branch: Branch) -> Enrolled:
    """A device with a one-time code becomes one of this branch, with a key. Public.

    The code is used up.
    """
    digest = house.pseudonyms.invitation(body.code)
    device, key = new_device_id(), new_device_key()
    with house.limits.enrolments.guess(source_of(request), EnrolmentRefused):
        invited = await run_in_threadpool(
            house.invitations.redeem, digest, branch, device, body.name, key, datetime.now(UTC)
        )
    return Enrolled(device=device, name=invited.name, role=invited.role, key=key)


@router.get("", responses=declare(*ALWAYS))
async def list_devices(house: InHouse, branch: Branch, _: Overseer) -> DeviceList:
    """Every device that may ask in this branch, in the order of enrolment."""
    records = await run_in_threadpool(house.devices.of_branch, branch)
    return DeviceList(devices=tuple(map(view_of, records)))


def view_of(record: DeviceRecord) -> DeviceView:
    """The device as the list shows it."""
    return DeviceView(
        id=record.id,
        name=record.name,
        role=record.role,
        enrolled_at=record.enrolled_at,
        revoked_at=record.revoked_at,
        last_seen=None if record.seen_us is None else to_datetime(record.seen_us),
        program=record.program,
        problems=record.problems,
    )
