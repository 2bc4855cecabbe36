"""Use cases of survey campaigns: start, end, answer, enter answers, look at what came of them."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from shared.config.profile import Profile
from shared.domain import surveying
from shared.domain.event import Event
from shared.domain.refused import NotByStandIn
from shared.domain.survey import MILLI, Campaign
from shared.metrics.survey import Marks, Outcome, Reach, outcome
from shared.protocol.event import to_datetime, to_us
from shared.protocol.survey import (
    AnswerSurvey,
    CampaignList,
    CampaignReport,
    CampaignView,
    EnterAnswers,
    QuestionView,
    ReachView,
    StartCampaign,
)
from shared.services.actor import Actor
from shared.services.decision import Decision
from shared.services.lobby import Lobby
from shared.services.ports import Ids
from shared.services.views import phone_view

#: Fewer could tell who said what; as with marks of a teller's day (docs/decisions/0010).
ANSWERS_LEAST: Final = 5


def start(lobby: Lobby, now_us: int, request: StartCampaign, actor: Actor, ids: Ids) -> Decision:
    """Customers who come in these days are asked.

    Raises:
        SurveyUnknown, SegmentUnknown, CampaignPeriodInvalid, CampaignRunning, NotByStandIn.
    """
    _refuse_by_stand_in(lobby)
    campaign = ids.new_id()
    events = surveying.start(
        lobby.branch,
        now_us,
        campaign=campaign,
        survey=request.survey,
        from_us=_midnight_us(lobby, request.from_day),
        to_us=_midnight_us(lobby, request.to_day + timedelta(days=1)),
        shares_milli={who: round(share * MILLI) for who, share in request.shares.items()},
        by=actor.staff,
    )
    return _decision(campaign, now_us, events)


def end(lobby: Lobby, now_us: int, campaign: str, actor: Actor) -> Decision:
    """Nobody who comes from now on is asked.

    Raises:
        CampaignUnknown, NotByStandIn.
    """
    _refuse_by_stand_in(lobby)
    events = surveying.end(lobby.branch, now_us, campaign=campaign, by=actor.staff)
    return _decision(campaign, now_us, events)


def enter(
    lobby: Lobby, now_us: int, campaign: str, request: EnterAnswers, actor: Actor
) -> Decision:
    """What a customer answered on paper or by telephone.

    Raises:
        CampaignUnknown, SegmentUnknown, MarksInvalid, CampaignPeriodInvalid, NotByStandIn.
    """
    _refuse_by_stand_in(lobby)
    events = surveying.enter(
        lobby.branch,
        now_us,
        campaign=campaign,
        segment=request.segment,
        marks=request.marks,
        by=actor.staff,
    )
    return _decision(campaign, now_us, events)


def answer(lobby: Lobby, now_us: int, ticket: str, request: AnswerSurvey) -> Decision:
    """The customer of a ticket answers on its phone page, whose state is the answer.

    Raises:
        TicketUnknown, TicketStateWrong, SurveyNotAsked, MarksInvalid.
    """
    events = surveying.answer(lobby.branch, now_us, ticket=ticket, marks=request.marks)
    return Decision(events, lambda after: phone_view(after, now_us, ticket))


def campaigns(lobby: Lobby, now_us: int) -> CampaignList:
    """All campaigns, the newest first, and whether this quarter has none."""
    started = reversed(lobby.branch.surveys.values())
    found = sorted(started, key=lambda each: each.from_us, reverse=True)
    begins_us, ends_us = _quarter(lobby, now_us)
    return CampaignList(
        campaigns=tuple(campaign_view(lobby, now_us, each) for each in found),
        is_due=not any(c.from_us < ends_us and begins_us < c.until_us for c in found),
        target_share=lobby.profile.survey.coverage_share,
    )


def report(lobby: Lobby, now_us: int, campaign: str, events: Iterable[Event]) -> CampaignReport:
    """What came of a campaign so far, by the events that ``shared.metrics.survey`` reads.

    Raises:
        CampaignUnknown.
    """
    asked = surveying.campaign_of(lobby.branch, campaign)
    found = outcome(asked, events)
    target = lobby.profile.survey.coverage_share
    return CampaignReport(
        campaign=campaign_view(lobby, now_us, asked),
        target_share=target,
        whole=_reach(None, found.whole, target),
        segments=tuple(_segments(lobby.profile, found, target)),
        questions=tuple(_question(name, found.questions[name]) for name in asked.questions),
        answers_least=ANSWERS_LEAST,
    )


def campaign_view(lobby: Lobby, now_us: int, campaign: Campaign) -> CampaignView:
    """A campaign on the wire."""
    return CampaignView(
        id=campaign.id,
        survey=campaign.survey,
        from_at=to_datetime(campaign.from_us),
        until_at=to_datetime(campaign.until_us),
        is_running=campaign.takes(now_us),
        shares={who: milli / MILLI for who, milli in campaign.shares_milli.items()},
        questions=campaign.questions,
        by=campaign.by,
        by_name=lobby.staff_names.get(campaign.by),
    )


def _segments(profile: Profile, found: Outcome, target: float) -> Iterable[ReachView]:
    """Those of the profile in its order, then those of before that have answers."""
    known = [segment.id for segment in profile.segments]
    for name in [*known, *sorted(found.segments.keys() - set(known))]:
        yield _reach(name, found.segments.get(name, Reach()), target)


def _reach(segment: str | None, reach: Reach, target: float) -> ReachView:
    coverage = reach.coverage if reach.customers else None
    return ReachView(
        segment=segment,
        customers=reach.customers,
        asked=reach.asked,
        answered=reach.answered,
        coverage=coverage,
        is_reached=coverage is not None and coverage >= target,
    )


def _question(name: str, marks: Marks) -> QuestionView:
    if marks.count < ANSWERS_LEAST:
        return QuestionView(question=name, answers=marks.count)
    return QuestionView(
        question=name,
        answers=marks.count,
        mean=marks.mean,
        share_satisfied=marks.share_satisfied,
        by_score=tuple(marks.by_score[score] for score in range(1, 6)),
    )


def _quarter(lobby: Lobby, now_us: int) -> tuple[int, int]:
    """Beginning and end of the quarter that goes on."""
    today = to_datetime(now_us).astimezone(lobby.zone).date()
    first = 3 * ((today.month - 1) // 3) + 1
    begins = date(today.year, first, 1)
    ends = date(today.year + (first == 10), (first + 2) % 12 + 1, 1)
    return _midnight_us(lobby, begins), _midnight_us(lobby, ends)


def _midnight_us(lobby: Lobby, day: date) -> int:
    return to_us(datetime(day.year, day.month, day.day, tzinfo=lobby.zone))


def _refuse_by_stand_in(lobby: Lobby) -> None:
    if lobby.branch.holder:
        raise NotByStandIn


def _decision(campaign: str, now_us: int, events: list[Event]) -> Decision:
    def answer(after: Lobby) -> CampaignView:
        return campaign_view(after, now_us, surveying.campaign_of(after.branch, campaign))

    return Decision(events, answer)
