"""What ``data`` holds for events of survey campaigns."""

from typing import Final

from shared.domain import event as kinds
from shared.domain.event_field import Field

CAMPAIGN: Final = Field("string", "identifier of the campaign")

SURVEYS: Final[dict[str, dict[str, Field]]] = {
    kinds.SURVEY_STARTED: {
        "campaign": CAMPAIGN,
        "survey": Field("string", "survey of the profile"),
        "from_us": Field("integer", "customers who come from then on, microseconds"),
        "to_us": Field("integer", "until just before then"),
        "segments": Field("array", "segments that are asked"),
        "shares_milli": Field("array", "for each of them the share that is asked, thousandths"),
        "questions": Field("array", "questions of the survey, in their order"),
    },
    kinds.SURVEY_ENDED: {"campaign": CAMPAIGN},
    kinds.SURVEY_ANSWERED: {
        "campaign": CAMPAIGN,
        "segment": Field("string", "segment of who answered"),
        "channel": Field("string", "phone_page, or staff who entered it"),
        "questions": Field("array", "those that were answered"),
        "marks": Field("array", "the mark of each, 1 (very poor) to 5 (very good)"),
    },
}
