"""Amounts as people read them: minutes, shares, hours."""

import math
from typing import Final

DASH: Final = "–"
NO_BREAK: Final = "\u00a0"


def minutes(seconds: float) -> str:
    """Minutes with one decimal, or a dash."""
    return DASH if math.isnan(seconds) else f"{seconds / 60:.1f}"


def percent(share: float) -> str:
    """A share of 1 in per cent with one decimal, or a dash."""
    return DASH if math.isnan(share) else f"{share * 100:.1f}{NO_BREAK}%"


def clock(seconds: float) -> str:
    """Hours and minutes, such as 7:05."""
    minutes = round(seconds / 60)
    return f"{minutes // 60}:{minutes % 60:02d}"
