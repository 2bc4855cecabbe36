"""Refusals of survey campaigns; the tree is drawn in ``errors``."""

from shared.domain.errors import RuleRefused


class SurveyUnknown(RuleRefused):
    """The profile has no such survey."""

    code = "survey_unknown"
    sentence = "This branch has no survey “%1”. Choose one of: %2."


class CampaignUnknown(RuleRefused):
    """No campaign with this identifier."""

    code = "campaign_unknown"
    sentence = "There is no survey campaign %1. Look it up in the list of campaigns."


class CampaignPeriodInvalid(RuleRefused):
    """A campaign runs from now on or later, for a quarter at most."""

    code = "campaign_period_invalid"
    sentence = "A campaign begins today or later and lasts at most %1 days. Correct the days."


class CampaignRunning(RuleRefused):
    """One campaign at a time: nobody is asked twice."""

    code = "campaign_running"
    sentence = "The survey “%1” runs in these days already. End it first, or choose other days."


class SurveyNotAsked(RuleRefused):
    """This customer is not asked, or has answered."""

    code = "survey_not_asked"
    sentence = "No answers are asked for here any more. Thank you."


class MarksInvalid(RuleRefused):
    """Marks of the survey's own questions, one to five."""

    code = "marks_invalid"
    sentence = "Give at least one of these questions a mark from 1 to 5: %1."
