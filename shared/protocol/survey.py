"""Survey campaigns on the wire."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from shared.protocol.base import Message, Request
from shared.protocol.command import Identifier

Mark = Annotated[int, Field(ge=1, le=5)]
Marks = Annotated[dict[Identifier, Mark], Field(min_length=1, max_length=8)]
Share = Annotated[float, Field(ge=0, le=1)]


class StartCampaign(Request):
    """POST surveys: put a survey of the profile to customers of these days."""

    survey: Identifier
    from_day: date = Field(description="local date; today begins at once")
    to_day: date = Field(description="last day")
    shares: dict[Identifier, Share] = Field(
        min_length=1, max_length=62, description="by segment: the share of customers that is asked"
    )


class EnterAnswers(Request):
    """POST surveys/{campaign}/answers: what a customer answered on paper or by telephone."""

    segment: Identifier
    marks: Marks


class AnswerSurvey(Request):
    """POST /t/{token}/survey: a mark for each question; questions may be left out."""

    marks: Marks


class CampaignView(Message):
    """A campaign."""

    id: str
    survey: str
    from_at: datetime
    until_at: datetime = Field(description="who comes from then on is not asked")
    is_running: bool
    shares: dict[str, float]
    questions: tuple[str, ...]
    by: str
    by_name: str | None = None


class CampaignList(Message):
    """GET surveys: newest first."""

    campaigns: tuple[CampaignView, ...]
    is_due: bool = Field(description="no campaign asks anybody in this quarter")
    target_share: float


class ReachView(Message):
    """How far a campaign came; ``segment`` none: all together."""

    segment: str | None
    customers: int = Field(description="visits that came in the period and were served")
    asked: int
    answered: int
    coverage: float | None = Field(default=None, description="answered of customers")
    is_reached: bool = Field(description="coverage is at the target or above")


class QuestionView(Message):
    """The marks of one question; without figures while too few answered."""

    question: str
    answers: int
    mean: float | None = None
    share_satisfied: float | None = Field(default=None, description="marks of 4 or 5")
    by_score: tuple[int, ...] = Field(default=(), description="how many gave 1, 2, 3, 4, 5")


class CampaignReport(Message):
    """GET surveys/{campaign}."""

    campaign: CampaignView
    target_share: float
    whole: ReachView
    segments: tuple[ReachView, ...]
    questions: tuple[QuestionView, ...]
    answers_least: int = Field(description="from so many answers on a question has figures")
