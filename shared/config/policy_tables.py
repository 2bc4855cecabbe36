"""Tables of the discipline: who is next, and what nobody may lose by it.

What each preset takes from them is written in ``shared.config.presets``; how the levels stand to
one another in docs/decisions/0019-order-of-precedence.md.
"""

from typing import Literal

from pydantic import Field

from shared.config.base_tables import Identifier, Table, Text
from shared.config.presets import preset_lines

PresetName = Literal["first_come", "strict", "growing", "capped", "cost_weighted"]


class RatioGroup(Table):
    """One side of a ratio: calls of these customers per cycle."""

    segments: tuple[Identifier, ...] | None = Field(default=None, description="default: all")
    services: tuple[Identifier, ...] | None = Field(default=None, description="default: all")
    share: int = Field(ge=1, le=20, description="calls per cycle")


class RatioRule(Table):
    """Calls in a fixed ratio while both sides wait, such as 2 ordinary : 1 priority."""

    groups: tuple[RatioGroup, ...] = Field(min_length=2, max_length=8)


class Overload(Table):
    """What happens when nearly everybody is past the maximum wait (a pay day).

    Once three in ten are past it every call goes to one of them, and the limit orders nobody. In
    the shipped scenario payday120 the rule with a share of 0.3 brought the 90 % wait of people with
    priority need from 57 to 38 minutes, with 0.5 to 45; that of ordinary customers rose from 79 to
    86 and 83 (12 days, seed 1; docs/policies.md has more).
    """

    rule: Literal["none", "longest_first", "by_score", "alternate"] = Field(
        default="alternate",
        description="alternate: longest first, every so many calls one by score",
    )
    share: float = Field(default=0.3, gt=0, le=1, description="so many of those who wait")
    least: int = Field(default=6, ge=1, le=200, description="and at least this number")
    score_turn_every: int = Field(
        default=2, ge=2, le=20, description="alternate: every so many calls one goes by score"
    )


class Policy(Table):
    """Who is next. The presets are points of one family; the segments and services give figures."""

    preset: PresetName = Field(default="capped", description=preset_lines())
    name: str = Field(default="", max_length=40, description="default: the preset")
    rule: Text | None = Field(default=None, description="the rule in plain words, on the board")
    appointment_after_min: float | None = Field(
        default=0.0,
        ge=0,
        le=60,
        description="an appointment is guaranteed this long after its booked time",
    )
    reference_min: float = Field(
        default=5.0,
        gt=0,
        le=60,
        description="cost_weighted: the service time at which a minute counts once",
    )
    overload: Overload = Overload()
    ratios: tuple[RatioRule, ...] = Field(default=(), max_length=4)


class OverflowTable(Table):
    """Whom a counter takes when none of its own wait."""

    segments: tuple[Identifier, ...] | None = Field(default=None, description="default: all")
    services: tuple[Identifier, ...] | None = Field(
        default=None, description="default: the counter's own"
    )
    after_min: float = Field(
        default=0.0, ge=0, le=600, description="only who has waited at least this long"
    )
