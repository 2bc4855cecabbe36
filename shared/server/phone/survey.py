"""The page of a survey's questions, a page of its own beside the ticket's: /t/{token}/survey."""

import secrets
from functools import partial

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse, Response
from starlette.concurrency import run_in_threadpool

from shared.config.profile import Profile
from shared.domain.survey import Campaign
from shared.domain.surveying import asked_by
from shared.protocol.lobby import PhoneView
from shared.protocol.survey import AnswerSurvey
from shared.server.dependencies import InHouse
from shared.server.phone.commands import REFUSALS as COMMAND_REFUSALS
from shared.server.phone.commands import Customer
from shared.server.phone.page import (
    FACES,
    bilingual,
    ended_page,
    icons,
    languages,
    script_json,
    template,
    unknown_page,
)
from shared.server.phone.route import PAGES, Token, count, page_headers, ticket_of
from shared.server.phone.words import both
from shared.server.problems import PhonePageUnknown, declare
from shared.server.running import look
from shared.services import surveying
from shared.services.lobby import Lobby

router = APIRouter(prefix="/t/{token}", tags=["phone"])


@router.get(
    "/survey",
    response_class=HTMLResponse,
    responses={**PAGES, **declare(422, 429, 500, 503)},
    dependencies=[Depends(count)],
)
async def survey_page(token: Token, house: InHouse) -> HTMLResponse:
    """The questions; a page that says that it has ended where nobody is asked any more."""
    nonce = secrets.token_urlsafe(16)
    try:
        branch, ticket = await ticket_of(house, token)
    except PhonePageUnknown:
        html = await run_in_threadpool(unknown_page, nonce)
        return HTMLResponse(html, 404, page_headers(nonce))

    def see(lobby: Lobby, _now_us: int) -> tuple[Profile, Campaign | None, str]:
        found = lobby.branch.tickets.get(ticket)
        asked = asked_by(lobby.branch, found) if found else None
        return lobby.profile, asked, found.language if found else ""

    profile, campaign, language = await look(house, branch, see)
    if campaign is None:
        html = await run_in_threadpool(ended_page, nonce)
        return HTMLResponse(html, 410, page_headers(nonce))
    draw = partial(questions_page, language=language, nonce=nonce)
    html = await run_in_threadpool(draw, profile, campaign)
    return HTMLResponse(html, headers=page_headers(nonce))


@router.post("/survey", response_model=PhoneView, responses=COMMAND_REFUSALS)
async def answer_survey(customer: Customer, body: AnswerSurvey) -> Response:
    """My marks; the page thanks and asks no more."""
    return await customer.run(
        lambda lobby, now_us: surveying.answer(lobby, now_us, customer.ticket, body)
    )


def questions_page(profile: Profile, campaign: Campaign, *, language: str, nonce: str) -> str:
    """One file with everything in it; questions that the profile has no more are left out."""
    survey = next((s for s in profile.surveys if s.id == campaign.survey), None)
    texts = {q.id: bilingual(q.text) for q in survey.questions} if survey else {}
    asked = [name for name in campaign.questions if name in texts]
    lang, other = languages(language)
    names = {"branch": bilingual(profile.branch.name), **{f"q_{q}": texts[q] for q in asked}}
    live = {"language": lang, "names": names, "words": both(), "time_zone": ""}
    return template("survey.html").render(
        asked=asked,
        names=names,
        words=both(),
        lang=lang,
        other=other,
        accent=profile.bank.accent,
        faces=FACES,
        icons=icons(),
        live=script_json(live),
        nonce=nonce,
    )
