"""Devices: enrol with a one-time code, list them all.

Times of devices are the machine's own, also in practice: keys and codes know no practice days.
"""

from datetime import UTC, datetime
from typing import Protocol

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool

from shared.domain.admission import EnrolmentRefused
from shared.protocol.device import DeviceList, DeviceView, Enrol, Enrolled
from shared.protocol.event import to_datetime
from shared.server.dependencies import Branch, InHouse, Overseer
from shared.server.ids import new_device_id, new_device_key
from shared.server.limits import Limits, source_of
from shared.server.problems import ALWAYS, declare
from shared.server.running import look
from shared.services.pseudonym import Pseudonyms
from shared.store.device import DeviceRecord
from shared.store.invitation import InvitationTable

router = APIRouter(prefix="/devices", tags=["devices"])


@router.post("/enrol", status_code=201, responses=declare(*ALWAYS))
async def enrol(body: Enrol, request: Request, house: InHouse, branch: Branch) -> Enrolled:
    """A device with a one-time code becomes one of this branch, with a key. Public.

    The code is used up.
    """
    return await enrolled(house, branch, body, source_of(request))


@router.get("", responses=declare(*ALWAYS))
async def list_devices(house: InHouse, branch: Branch, _: Overseer) -> DeviceList:
    """Every device that may ask in this branch, in the order of enrolment."""
    records = await run_in_threadpool(house.devices.of_branch, branch)
    published = await look(house, branch, lambda lobby, _now_us: lobby.published)
    return DeviceList(devices=tuple(view_of(record, published) for record in records))


class Enrolling(Protocol):
    """What a server needs to take a device in."""

    pseudonyms: Pseudonyms
    limits: Limits
    invitations: InvitationTable


async def enrolled(house: Enrolling, branch: str, body: Enrol, source: str) -> Enrolled:
    """The device that comes with this code; the code is used up. ``source``: who may guess less.

    Raises:
        EnrolmentRefused: there is no such code, or not any more. StoreUnavailable.
    """
    digest = house.pseudonyms.invitation(body.code)
    device, key = new_device_id(), new_device_key()
    with house.limits.enrolments.guess(source, EnrolmentRefused):
        invited = await run_in_threadpool(
            house.invitations.redeem, digest, branch, device, body.name, key, datetime.now(UTC)
        )
    return Enrolled(device=device, name=invited.name, role=invited.role, key=key)


def view_of(record: DeviceRecord, published: str = "") -> DeviceView:
    """The device as the list shows it; ``published`` is the fingerprint of what it should run."""
    return DeviceView(
        id=record.id,
        name=record.name,
        role=record.role,
        enrolled_at=record.enrolled_at,
        revoked_at=record.revoked_at,
        last_seen=None if record.seen_us is None else to_datetime(record.seen_us),
        program=record.program,
        problems=record.problems,
        profile=record.profile,
        is_behind=is_behind(record, published),
    )


def is_behind(record: DeviceRecord, published: str) -> bool:
    """Whether it said that it runs another profile; one that said nothing runs none."""
    return bool(published and record.profile) and record.profile != published
