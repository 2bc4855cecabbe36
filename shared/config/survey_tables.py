"""Surveys in the profile: the questions that campaigns put to customers, in both languages (R7)."""

from typing import Final

from pydantic import Field

from shared.config.base_tables import Identifier, Table, Text


class QuestionTable(Table):
    """A question that is answered by a mark from 1 (very poor) to 5 (very good)."""

    id: Identifier
    text: Text


class SurveyTable(Table):
    """A set of questions. Whoever changes them gives the survey a new id: answers are compared."""

    id: Identifier
    name: Text
    questions: tuple[QuestionTable, ...] = Field(min_length=1, max_length=8)


def _question(name: str, zh: str, en: str) -> QuestionTable:
    return QuestionTable(id=name, text=Text(zh=zh, en=en))


#: Of a profile that names none: what the lobby itself can change.
USUAL_SURVEYS: Final = (
    SurveyTable(
        id="quarter",
        name=Text(zh="季度满意度调查", en="Quarterly survey"),
        questions=(
            _question("wait", "等候时间是否可以接受？", "Was the wait acceptable?"),
            _question("told", "等候多久，是否提前告知清楚？", "Were you told how long it takes?"),
            _question("order", "叫号次序是否公平？", "Was the order of calls fair?"),
            _question("staff", "工作人员是否热情、专业？", "Were our staff friendly and able?"),
            _question("matter", "您的业务是否办好了？", "Was your matter settled?"),
        ),
    ),
)


class SurveyRules(Table):
    """How far a campaign should reach. At least 30 % of customers each quarter: R7."""

    coverage_share: float = Field(
        default=0.3, gt=0, le=1, description="of each segment's customers that should answer"
    )
