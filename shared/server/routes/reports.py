"""Reports: the figures of a day, and what became of promised windows."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.concurrency import run_in_threadpool

from shared.protocol.times import Day
from shared.reports.day import day_report
from shared.reports.day_json import to_json
from shared.reports.kept_windows import kept_json
from shared.server.dependencies import Branch, InHouse, Reporter
from shared.server.house import House
from shared.server.problems import ALWAYS, declare
from shared.server.running import look
from shared.store.day_log import day_log
from shared.store.window_score import kept_scores

router = APIRouter(prefix="/reports", tags=["reports"])


@router.get("/day", responses=declare(*ALWAYS))
async def report_day(
    branch: Branch,
    house: InHouse,
    _: Reporter,
    day: Annotated[Day | None, Query(description="business day; default: today")] = None,
) -> dict[str, object]:
    """Waiting, counters, overtakes, ratings and the standard's verdict of one day."""
    name = day.isoformat() if day else await look(house, branch, lambda lobby, _: lobby.branch.day)
    return await run_in_threadpool(_report, house, branch, name)


@router.get("/windows", responses=declare(*ALWAYS))
async def report_windows(
    branch: Branch,
    house: InHouse,
    _: Reporter,
    days: Annotated[int, Query(ge=1, le=400, description="so many of the last days")] = 30,
) -> dict[str, object]:
    """The score of promised windows of each day that is over, and of these days together."""
    found = await run_in_threadpool(kept_scores, house.database, branch, days)
    return kept_json(found)


def _report(house: House, branch: str, day: str) -> dict[str, object]:
    found = day_log(house.database, branch, day)
    return to_json(day_report(found.events, found.profile, day, branch, found.library))
