"""People: who works here, their certificates, their courses."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from shared.domain.errors import StaffUnknown
from shared.metrics.folding import visits
from shared.protocol.command import Identifier
from shared.protocol.staff import Certify, PersonDay, PersonView, RecordTraining, StaffList
from shared.protocol.times import Day
from shared.server.dependencies import Branch, InHouse, StaffKeeper, StaffReader
from shared.server.house import House
from shared.server.problems import ALWAYS, declare
from shared.server.running import Running, look
from shared.services import staffing
from shared.services.ports import StaffRecord
from shared.store.day_log import day_log

router = APIRouter(prefix="/staff", tags=["staff"])
REFUSALS = declare(*ALWAYS, 409)


@router.get("", responses=declare(*ALWAYS))
async def everybody(branch: Branch, house: InHouse, _: StaffReader) -> StaffList:
    """Everybody, with certificates, courses, and how this period's training stands."""
    people = await run_in_threadpool(house.staff.everybody)
    return await look(
        house, branch, lambda lobby, now_us: staffing.everybody(lobby, now_us, people)
    )


@router.get("/{person}/day", responses=declare(*ALWAYS))
async def person_day(
    person: Identifier,
    branch: Branch,
    house: InHouse,
    _: StaffReader,
    day: Annotated[Day | None, Query(description="business day; default: today")] = None,
) -> PersonDay:
    """What somebody did on a day, beside what the branch needs for the same matters."""
    found = await _person(house, person)
    name = day.isoformat() if day else await look(house, branch, lambda lobby, _: lobby.branch.day)
    return await run_in_threadpool(_day, house, branch, found.id, name)


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


def _day(house: House, branch: str, person: str, day: str) -> PersonDay:
    lived = visits(day_log(house.database, branch, day).events)
    return staffing.person_day(person, date.fromisoformat(day), lived)


async def _person(house: House, person: str) -> StaffRecord:
    """The record, or StaffUnknown."""
    found = await run_in_threadpool(house.staff.find, person)
    if found is None:
        raise StaffUnknown(person)
    return found
