"""Words of surveys: names of the profile, days, shares."""

from datetime import datetime, timedelta

from shared.config.profile import Profile
from shared.i18n import current_language, translate
from shared.protocol.survey import CampaignView


def survey_name(profile: Profile | None, survey: str) -> str:
    """Its name; the identifier where the profile has it no more."""
    surveys = profile.surveys if profile else ()
    return next((s.name.of(current_language()) for s in surveys if s.id == survey), survey)


def question_text(profile: Profile | None, survey: str, question: str) -> str:
    """The question as customers read it."""
    surveys = profile.surveys if profile else ()
    asked = next((s.questions for s in surveys if s.id == survey), ())
    return next((q.text.of(current_language()) for q in asked if q.id == question), question)


def segment_name(profile: Profile | None, segment: str | None) -> str:
    """A segment; all of them for None."""
    if segment is None:
        return translate("Surveys", "All customers")
    segments = profile.segments if profile else ()
    return next((s.name.of(current_language()) for s in segments if s.id == segment), segment)


def days(campaign: CampaignView, now: datetime) -> str:
    """From its first day to its last."""
    begins = campaign.from_at.astimezone(now.tzinfo)
    ends = campaign.until_at.astimezone(now.tzinfo) - timedelta(microseconds=1)
    return f"{begins:%Y-%m-%d} – {max(begins, ends):%Y-%m-%d}"


def state_word(campaign: CampaignView, now: datetime) -> tuple[str, str]:
    """How it stands, and the token of that."""
    if campaign.is_running:
        return translate("Surveys", "asks now"), "positive"
    if campaign.from_at > now:
        return translate("Surveys", "to come"), "accent"
    return translate("Surveys", "over"), ""
