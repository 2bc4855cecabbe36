"""Days and times in requests: only as they are described, written out in ISO 8601.

Pydantic by itself also takes bare numbers for seconds since 1970, and a time for a day.
"""

import re
from datetime import date, datetime
from typing import Annotated, Final

from pydantic import AwareDatetime, BeforeValidator

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME: Final = re.compile(rf"{_DAY.pattern}[Tt ].+")


def _day_written_out(value: object) -> object:
    if type(value) is date or (isinstance(value, str) and _DAY.fullmatch(value)):
        return value
    raise ValueError("write a day such as 2026-11-20")


def _time_written_out(value: object) -> object:
    if isinstance(value, datetime) or (isinstance(value, str) and _TIME.fullmatch(value)):
        return value
    raise ValueError("write a time such as 2026-11-20T10:30:00+08:00")


#: A day of the calendar.
Day = Annotated[date, BeforeValidator(_day_written_out)]
#: A moment, with its offset from UTC.
Moment = Annotated[AwareDatetime, BeforeValidator(_time_written_out)]
