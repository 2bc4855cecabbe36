"""Commands of survey campaigns: start, end, answer."""

from collections.abc import Mapping

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.errors import TicketStateWrong
from shared.domain.event import Event
from shared.domain.survey import MARK_MAX, MARK_MIN, MILLI, Campaign
from shared.domain.survey_refused import (
    CampaignPeriodInvalid,
    CampaignRunning,
    CampaignUnknown,
    MarksInvalid,
    SurveyNotAsked,
    SurveyUnknown,
)
from shared.domain.ticket import Ticket, TicketState

#: Longer than a quarter, with some days for those who end it late.
LONGEST_DAYS = 100
DAY_US = 24 * 3600 * 1_000_000


def start(
    branch: Branch,
    now_us: int,
    *,
    campaign: str,
    survey: str,
    from_us: int,
    to_us: int,
    shares_milli: Mapping[str, int],
    by: str,
) -> list[Event]:
    """Ask customers who come in this period; ``shares_milli`` by segment, 0 for those not named.

    Raises:
        SurveyUnknown, SegmentUnknown, CampaignPeriodInvalid, CampaignRunning: another one then.
    """
    questions = branch.rules.surveys.get(survey)
    if questions is None:
        raise SurveyUnknown(survey, ", ".join(branch.rules.surveys))
    segments = [branch.rules.segment(each).id for each in shares_milli]
    at_us = branch.stamp(now_us)
    begins_us = max(at_us, from_us)
    if not begins_us < to_us <= begins_us + LONGEST_DAYS * DAY_US:
        raise CampaignPeriodInvalid(LONGEST_DAYS)
    for other in branch.surveys.values():
        if other.from_us < to_us and begins_us < other.until_us:
            raise CampaignRunning(other.survey)
    data: dict[str, kinds.Value] = {
        "campaign": campaign,
        "survey": survey,
        "from_us": begins_us,
        "to_us": to_us,
        "segments": segments,
        "shares_milli": [min(MILLI, max(0, shares_milli[each])) for each in shares_milli],
        "questions": list(questions),
    }
    return [Event(kinds.SURVEY_STARTED, at_us, at_us, "", "", by, data)]


def end(branch: Branch, now_us: int, *, campaign: str, by: str) -> list[Event]:
    """Nobody who comes from now on is asked; nothing happens where it is over.

    Raises:
        CampaignUnknown.
    """
    found = campaign_of(branch, campaign)
    at_us = branch.stamp(now_us)
    if found.until_us <= at_us:
        return []
    return [Event(kinds.SURVEY_ENDED, at_us, at_us, "", "", by, {"campaign": found.id})]


def answer(branch: Branch, now_us: int, *, ticket: str, marks: Mapping[str, int]) -> list[Event]:
    """The customer of a finished visit answers on the phone page, once.

    Raises:
        TicketUnknown; TicketStateWrong: the visit goes on.
        SurveyNotAsked: not among those who are asked, or answered already; MarksInvalid.
    """
    found = branch.ticket(ticket)
    if found.state is not TicketState.CLOSED:
        raise TicketStateWrong(found.number, found.state, "rated")
    campaign = asked_by(branch, found)
    if campaign is None:
        raise SurveyNotAsked()
    at_us = branch.stamp(now_us)
    data = _answered(campaign, found.segment, "phone_page", marks)
    return [Event(kinds.SURVEY_ANSWERED, at_us, at_us, ticket, data=data)]


def enter(
    branch: Branch,
    now_us: int,
    *,
    campaign: str,
    segment: str,
    marks: Mapping[str, int],
    by: str,
) -> list[Event]:
    """Staff enter what a customer answered on paper or by telephone.

    Raises:
        CampaignUnknown, SegmentUnknown, MarksInvalid; CampaignPeriodInvalid: not begun yet.
    """
    found = campaign_of(branch, campaign)
    at_us = branch.stamp(now_us)
    if at_us < found.from_us:
        raise CampaignPeriodInvalid(LONGEST_DAYS)
    data = _answered(found, branch.rules.segment(segment).id, "staff", marks)
    return [Event(kinds.SURVEY_ANSWERED, at_us, at_us, "", "", by, data)]


def asked_by(branch: Branch, ticket: Ticket) -> Campaign | None:
    """The campaign that asks the customer of this ticket and was not answered yet.

    A stand-in asks nobody: it could not hand the answers on.
    """
    if branch.holder or ticket.id in branch.surveyed:
        return None
    for campaign in branch.surveys.values():
        if campaign.takes(ticket.arrived_us) and campaign.asks(ticket.id, ticket.segment):
            return campaign
    return None


def campaign_of(branch: Branch, campaign: str) -> Campaign:
    """The campaign with this identifier, or CampaignUnknown."""
    found = branch.surveys.get(campaign)
    if found is None:
        raise CampaignUnknown(campaign)
    return found


def _answered(
    campaign: Campaign, segment: str, channel: str, marks: Mapping[str, int]
) -> dict[str, kinds.Value]:
    """The marks in the order of the questions; a question may be left out, not all of them."""
    given = [name for name in campaign.questions if name in marks]
    is_sound = all(MARK_MIN <= mark <= MARK_MAX for mark in marks.values())
    if not given or len(given) != len(marks) or not is_sound:
        raise MarksInvalid(", ".join(campaign.questions))
    return {
        "campaign": campaign.id,
        "segment": segment,
        "channel": channel,
        "questions": given,
        "marks": [marks[name] for name in given],
    }
