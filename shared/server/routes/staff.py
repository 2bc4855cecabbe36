"""People: who works here, their certificates, their courses."""

from fastapi import APIRouter
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from shared.domain.errors import StaffUnknown
from shared.protocol.command import Identifier
from shared.protocol.staff import Certify, PersonView, RecordTraining, StaffList
from shared.server.dependencies import Branch, InHouse, StaffKeeper, StaffReader
from shared.server.house import House
from shared.server.problems import ALWAYS, declare
from shared.server.running import Running, look
from shared.services import staffing
from shared.services.ports import StaffRecord

router = APIRouter(prefix="/staff", tags=["staff"])
REFUSALS = declare(*ALWAYS, 409)


@router.get("", responses=declare(*ALWAYS))
async def everybody(branch: Branch, house: InHouse, _: StaffReader) -> StaffList:
    """Everybody, with certificates, courses, and how this period's training stands."""
    people = await run_in_threadpool(house.staff.everybody)
    return await look(
        house, branch, lambda lobby, now_us: staffing.everybody(lobby, now_us, people)
    )


@router.post("/{person}/certificates", response_model=PersonView, responses=REFUSALS)
async def certify(
    person: Identifier, body: Certify, house: InHouse, actor: StaffKeeper, running: Running
) -> Response:
    """Give somebody a certificate, or a new one in place of an old one."""
    found = await _person(house, person)
    return await running.run(
        actor, lambda lobby, now_us: staffing.certify(lobby, now_us, found, body, actor)
    )


@router.post(
    "/{person}/certificates/{certificate}/withdraw", response_model=PersonView, responses=REFUSALS
)
async def withdraw(
    person: Identifier,
    certificate: Identifier,
    house: InHouse,
    actor: StaffKeeper,
    running: Running,
) -> Response:
    """Take a certificate back; the person's next call does without its services."""
    found = await _person(house, person)
    return await running.run(
        actor, lambda lobby, now_us: staffing.withdraw(lobby, now_us, found, certificate, actor)
    )


@router.post("/{person}/trainings", response_model=PersonView, responses=REFUSALS)
async def record_training(
    person: Identifier, body: RecordTraining, house: InHouse, actor: StaffKeeper, running: Running
) -> Response:
    """Record a course that somebody took; told again of the same day it is corrected."""
    found = await _person(house, person)
    return await running.run(
        actor, lambda lobby, now_us: staffing.record_training(lobby, now_us, found, body, actor)
    )


async def _person(house: House, person: str) -> StaffRecord:
    """The record, or StaffUnknown."""
    found = await run_in_threadpool(house.staff.find, person)
    if found is None:
        raise StaffUnknown(person)
    return found
