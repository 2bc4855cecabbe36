"""Survey campaigns: start, end, enter answers, what came of them."""

from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from shared.protocol.survey import (
    CampaignList,
    CampaignReport,
    CampaignView,
    EnterAnswers,
    StartCampaign,
)
from shared.server.dependencies import Branch, CaseOpener, CaseReader, InHouse, SurveyKeeper
from shared.server.problems import ALWAYS, declare
from shared.server.running import Running, look
from shared.services import surveying
from shared.store.survey_log import survey_events

router = APIRouter(prefix="/surveys", tags=["surveys"])
CampaignId = Annotated[str, Path(max_length=64, pattern=r"^[A-Za-z0-9_.-]+$")]
REFUSALS = declare(*ALWAYS, 409)


@router.get("", responses=declare(*ALWAYS))
async def campaigns(branch: Branch, house: InHouse, _: CaseReader) -> CampaignList:
    """All campaigns, the newest first, and whether this quarter has none."""
    return await look(house, branch, surveying.campaigns)


@router.post("", status_code=201, response_model=CampaignView, responses=REFUSALS)
async def start(
    body: StartCampaign, house: InHouse, actor: SurveyKeeper, running: Running
) -> Response:
    """Ask customers who come in these days, a share of each segment."""
    return await running.run(
        actor,
        lambda lobby, now_us: surveying.start(lobby, now_us, body, actor, house.ids),
        status=201,
    )


@router.get("/{campaign}", responses=declare(*ALWAYS))
async def report(
    campaign: CampaignId, branch: Branch, house: InHouse, _: CaseReader
) -> CampaignReport:
    """Coverage by segment and the marks of each question, worked out from the log."""
    events = await run_in_threadpool(survey_events, house.database, branch, campaign)
    return await look(
        house, branch, lambda lobby, now_us: surveying.report(lobby, now_us, campaign, events)
    )


@router.post("/{campaign}/end", response_model=CampaignView, responses=REFUSALS)
async def end(campaign: CampaignId, actor: SurveyKeeper, running: Running) -> Response:
    """Nobody who comes from now on is asked."""
    return await running.run(
        actor, lambda lobby, now_us: surveying.end(lobby, now_us, campaign, actor)
    )


@router.post(
    "/{campaign}/answers", status_code=201, response_model=CampaignView, responses=REFUSALS
)
async def enter(
    campaign: CampaignId, body: EnterAnswers, actor: CaseOpener, running: Running
) -> Response:
    """Enter what a customer answered on paper or by telephone."""
    return await running.run(
        actor,
        lambda lobby, now_us: surveying.enter(lobby, now_us, campaign, body, actor),
        status=201,
    )
