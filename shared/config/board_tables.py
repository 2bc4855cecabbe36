"""What the hall sees and hears: panels and distances, the voice, the branch's own notices.

Contradictions are named by ``shared.config.check_board``.
"""

from typing import Literal

from pydantic import Field

from shared.config.base_tables import ClockTime, Identifier, Table, Text
from shared.config.calendar_tables import IsoDate


class BoardTable(Table):
    """The board in the hall and the small displays above the counters.

    Sizes are those of the picture as it hangs there: an upright panel is higher than wide.
    """

    panel_width_mm: float = Field(default=1064.0, gt=50, le=10_000, description="of the board")
    panel_height_mm: float = Field(default=598.0, gt=50, le=10_000)
    viewing_distance_m: float = Field(
        default=10.0, gt=0.3, le=100, description="of the last seat from the board"
    )
    counter_panel_width_mm: float = Field(
        default=344.0, gt=50, le=10_000, description="of the display above a counter"
    )
    counter_panel_height_mm: float = Field(default=194.0, gt=50, le=10_000)
    counter_distance_m: float = Field(
        default=5.0, gt=0.3, le=100, description="from which that one is to be read"
    )
    hidden_segments: tuple[Identifier, ...] = Field(
        default=(),
        description="neither shown nor spoken in the hall: only on the counter's display and phone",
    )


class QuietTable(Table):
    """Hours in which the voice is lower; the board shows every call all the same."""

    begins: ClockTime
    ends: ClockTime
    volume_percent: int = Field(default=0, ge=0, le=100, description="0: nothing is spoken")


class VoiceTable(Table):
    """How the hall's voice calls."""

    languages: tuple[Literal["zh_CN", "en"], ...] | None = Field(
        default=None, min_length=1, description="in this order; default: branch.languages"
    )
    has_own_language_first: bool = Field(
        default=True, description="the language of the slip is spoken first"
    )
    times: int = Field(
        default=1, ge=1, le=3, description="each call is spoken, while nobody else waits for it"
    )
    volume_percent: int = Field(default=100, ge=0, le=100)
    quiet: tuple[QuietTable, ...] = Field(default=(), max_length=8)
    incident_every_min: float = Field(
        default=10.0, ge=0, le=240, description="an incident is announced again; 0: once"
    )


class NoticeTable(Table):
    """Words of the branch to its customers, on the board in both languages.

    With an ``id`` they wait until the lead puts them up for some time (POST notices); the log then
    holds the id and no words.
    """

    id: Identifier | None = Field(default=None, description="put up by hand; default: by its days")
    text: Text
    from_day: IsoDate | None = Field(default=None, description="first day; default: at once")
    until_day: IsoDate | None = Field(default=None, description="last day; default: no end")
    begins: ClockTime = Field(default="00:00", description="on each of these days")
    ends: ClockTime | None = Field(default=None, description="default: till the day's end")
