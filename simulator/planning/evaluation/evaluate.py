"""A prediction beside what came: the change of each figure, and whether it can be told yet.

The prediction is that of ``lobby sim compare --json`` made before the change; what came are
recorded days before and after it. Row R18: the effect of each change is measured.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from shared.domain.errors import FileUnreadable, InputInvalid
from simulator.experiment.compare import EVERYBODY
from simulator.experiment.interval import Interval, ratio_interval
from simulator.planning.evaluation.recorded import Days, Sums

#: Fewer days on a side say too little of how days differ.
FEWEST_DAYS: Final = 5
#: More or fewer customers than predicted by this share explain a part of any difference.
OTHER_DEMAND: Final = 0.05


class PredictionUnusable(InputInvalid):
    """The file is no comparison, or has no such variant."""

    code = "prediction_unusable"
    sentence = (
        "%1 is no prediction: %2. Write one with “lobby sim compare ... --json FILE” before the "
        "change."
    )


class TooFewDays(InputInvalid):
    """Nothing can be said of so few days."""

    code = "too_few_days"
    sentence = (
        "There are only %1 days of type “%2” on one side of the change, and at least %3 are "
        "needed. Record more days and try again."
    )


class Verdict(StrEnum):
    """How what came stands to what was said."""

    CAME_TRUE = "came true"
    BETTER = "better than predicted"
    WORSE = "worse than predicted"
    TOO_EARLY = "too early to say"


@dataclass(frozen=True, slots=True)
class Change:
    """One figure of one group. All figures are better when lower.

    ``predicted`` and ``came`` are changes (after minus before) with 95 % intervals.
    ``days_needed`` is how many days after the change would tell, where it is too early.
    """

    group: str
    figure: str
    before: Interval
    after: Interval
    predicted: Interval
    came: Interval
    verdict: Verdict
    days_needed: int | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything that was compared. ``arrivals`` are customers a day: predicted, before, after."""

    base: str
    variant: str
    day_type: str
    days_before: int
    days_after: int
    arrivals: tuple[Interval, Interval, Interval]
    changes: tuple[Change, ...]

    @property
    def is_other_demand(self) -> bool:
        """Whether clearly more or fewer people came after the change than the plan was made for."""
        predicted, _, after = self.arrivals
        apart = abs(after.estimate - predicted.estimate)
        noise = math.hypot(after.half_width, predicted.half_width)
        return apart > noise and apart > OTHER_DEMAND * predicted.estimate


@dataclass(frozen=True, slots=True)
class Prediction:
    """A comparison that was kept as JSON: the two variants that the change is about."""

    base: dict[str, Any]
    variant: dict[str, Any]
    base_name: str
    variant_name: str
    day_type: str
    limits_s: tuple[float, ...]
    days: int


def read_prediction(path: Path, variant: str | None) -> Prediction:
    """The prediction of this variant; without a name, of the only one beside the base.

    Raises:
        FileUnreadable: no such file. PredictionUnusable: no comparison, or no such variant.
    """
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    except ValueError as error:
        raise PredictionUnusable(path.name, "it is not JSON") from error
    return prediction_of(raw, path.name, variant)


def prediction_of(raw: Any, name: str, variant: str | None) -> Prediction:
    """The prediction in the JSON of a comparison; ``name`` is for the refusal.

    Raises:
        PredictionUnusable: no comparison, or no such variant.
    """
    try:
        variants = {one["name"]: one["groups"] for one in raw["variants"]}
        others = [other for other in variants if other != raw["base"]]
        chosen = variant if variant is not None or len(others) != 1 else others[0]
        if chosen not in others:
            raise PredictionUnusable(name, f"it compares {', '.join(others)}; name one")
        limits_s = tuple(float(limit) for limit in raw["limits_s"])
        named = (variants[raw["base"]], variants[chosen], str(raw["base"]), str(chosen))
        return Prediction(*named, str(raw["day_type"]), limits_s, int(raw["days"]))
    except (KeyError, TypeError, AttributeError) as error:
        raise PredictionUnusable(name, f"{error} is missing") from error


def evaluate(prediction: Prediction, before: Days, after: Days) -> Evaluation:
    """What came of the prediction, for every group that was predicted and came.

    Raises:
        TooFewDays: there are fewer than ``FEWEST_DAYS`` days before or after.
    """
    fewest = min(len(before), len(after))
    if fewest < FEWEST_DAYS:
        raise TooFewDays(fewest, prediction.day_type, FEWEST_DAYS)
    groups = [g for g in prediction.base if _has(before, g) and _has(after, g)]
    found = [
        change
        for group in groups
        for change in _changes(prediction, group, _rows(before, group), _rows(after, group))
    ]
    arrivals = (
        _told(prediction.variant[EVERYBODY]["arrived_a_day"], prediction.days),
        *(_a_day(_rows(days, EVERYBODY)) for days in (before, after)),
    )
    return Evaluation(
        prediction.base_name,
        prediction.variant_name,
        prediction.day_type,
        len(before),
        len(after),
        (arrivals[0], arrivals[1], arrivals[2]),
        tuple(found),
    )


def _changes(
    prediction: Prediction, group: str, before: Sequence[Sums], after: Sequence[Sums]
) -> list[Change]:
    old, new = prediction.base[group], prediction.variant[group]
    days = prediction.days
    waits = [
        ratio_interval([s.wait_s for s in rows], [s.called for s in rows])
        for rows in (before, after)
    ]
    said = _told(new["mean_wait_difference_s"], days)
    found = [_change(group, "mean_wait_s", waits[0], waits[1], said)]
    for place, limit_s in enumerate(prediction.limits_s):
        shares = [
            ratio_interval([s.over[place] for s in rows], [s.counted[place] for s in rows])
            for rows in (before, after)
        ]
        told = [_told(side["share_over_0_1"][place], days) for side in (old, new)]
        name = f"share_over_{limit_s / 60:g}_min_0_1"
        found.append(_change(group, name, shares[0], shares[1], _minus(told[1], told[0])))
    left = [
        ratio_interval([s.left for s in rows], [s.arrived for s in rows])
        for rows in (before, after)
    ]
    told = [_told(side["share_left_0_1"], days) for side in (old, new)]
    found.append(_change(group, "share_left_0_1", left[0], left[1], _minus(told[1], told[0])))
    return [change for change in found if math.isfinite(change.came.half_width)]


def _change(
    group: str, figure: str, before: Interval, after: Interval, predicted: Interval
) -> Change:
    """The verdict: too early while what came does not tell the prediction from no change at all."""
    came = _minus(after, before)
    apart = came.estimate - predicted.estimate
    noise = math.hypot(came.half_width, predicted.half_width)
    verdict, needed = Verdict.CAME_TRUE, None
    if abs(apart) > noise:
        verdict = Verdict.WORSE if apart > 0 else Verdict.BETTER
    elif came.half_width > abs(predicted.estimate) and predicted.estimate:
        verdict, needed = Verdict.TOO_EARLY, _days_needed(after, before, predicted)
    return Change(group, figure, before, after, predicted, came, verdict, needed)


def _days_needed(after: Interval, before: Interval, predicted: Interval) -> int | None:
    """Days after the change with which the interval would be no wider than the prediction.

    The half-width shrinks with the root of the days; None where those before alone are too few.
    """
    room = predicted.estimate**2 - before.half_width**2
    if room <= 0 or not math.isfinite(after.half_width):
        return None
    return max(after.days + 1, math.ceil(after.days * after.half_width**2 / room))


def _minus(one: Interval, other: Interval) -> Interval:
    """The difference of two figures of other days: their squared half-widths add up.

    Source: two independent samples with unequal variances (Welch 1947), each with its own quantile
    of Student t, so that the interval is a little wide rather than narrow.
    """
    half_width = math.hypot(one.half_width, other.half_width)
    return Interval(one.estimate - other.estimate, half_width, min(one.days, other.days))


def _told(raw: dict[str, Any], days: int) -> Interval:
    """An interval of the JSON; null is NaN, and an exactly known figure has no width."""
    estimate, half_width = raw.get("estimate"), raw.get("half_width")
    return Interval(
        math.nan if estimate is None else float(estimate),
        0.0 if half_width is None else float(half_width),
        days,
    )


def _has(days: Days, group: str) -> bool:
    return any(group in groups for groups in days.values())


def _rows(days: Days, group: str) -> list[Sums]:
    """The group's sums on each day; nobody's where it did not come."""
    limits = len(next(iter(next(iter(days.values())).values())).over)
    nobody = Sums(over=[0] * limits, counted=[0] * limits)
    return [groups.get(group, nobody) for groups in days.values()]


def _a_day(rows: Sequence[Sums]) -> Interval:
    return ratio_interval([float(row.arrived) for row in rows], [1.0] * len(rows))
