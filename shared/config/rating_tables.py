"""The rating pad in the profile: what a mark may be about, and whom it is asked of."""

from typing import Final

from pydantic import Field

from shared.config.base_tables import Table
from shared.config.case_tables import CaseWord, word

#: Neither blame nor praise: the mark says which. A bank replaces them by its own.
USUAL_REASONS: Final = (
    word("waiting", "等候时间", "Waiting time"),
    word("manners", "服务态度", "Manners"),
    word("speed", "办理速度", "Speed of service"),
    word("information", "解释说明", "Explanation"),
    word("premises", "环境设备", "Hall and machines"),
    word("other", "其他", "Something else"),
)


class RatingTable(Table):
    """What the pad asks beside the mark."""

    reasons: tuple[CaseWord, ...] = Field(
        default=USUAL_REASONS, max_length=6, description="tiles after a mark; none: not asked"
    )
    asked_up_to: int = Field(
        default=3, ge=0, le=5, description="after a mark up to this; 5: after every one"
    )
    offers_talk: bool = Field(
        default=True, description="“speak to somebody”: the lead comes (cases.follow_up_min)"
    )
