"""Plan B minus plan A, paired by day, with a word for each: better, worse, same, costs."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simulator.console.study.lives import Lives
from simulator.console.study.money import bills
from simulator.experiment.compare import EVERYBODY, Outcome
from simulator.experiment.day_result import DayResult
from simulator.experiment.interval import Interval, difference_interval, mean_interval
from simulator.planning.cost.bill import ITEMS, MONEY

#: Days are drawn again so often for the interval of a quantile's difference.
RESAMPLED: Final = 400
#: Draws of days; nothing else depends on it.
BOOTSTRAP_SEED: Final = 20_261_122


class Verdict(StrEnum):
    """What the interval of a difference says."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    COSTS = "costs"
    SAVES = "saves"
    UNKNOWN = "one day"


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of a working day under both plans. ``what`` and ``unit`` are keys for words.

    ``limit_min`` belongs to "over", ``currency`` to money; ``decimals``: how far it is worth
    reading.
    """

    what: str
    a: float
    b: float
    difference: Interval
    limit_min: float = 0.0
    decimals: int = 1
    currency: str = ""

    @property
    def verdict(self) -> Verdict:
        """Less is better in every row; staff time and the bank's money cost."""
        low, high = self.difference.low, self.difference.high
        if math.isnan(low):
            return Verdict.UNKNOWN
        if round(low, 9) <= 0 <= round(high, 9):
            return Verdict.SAME
        if self.what in ("staff", "money"):
            return Verdict.COSTS if low > 0 else Verdict.SAVES
        return Verdict.WORSE if low > 0 else Verdict.BETTER


def differences(lives: Lives) -> tuple[Row, ...]:
    """The rows of two plans; nothing when only one was lived."""
    outcomes = lives.comparison.outcomes
    return (*_rows(outcomes, lives.days), *_money(lives)) if len(outcomes) == 2 else ()


def _money(lives: Lives) -> Iterator[Row]:
    """What the bank pays and loses on a day, and the same with the time that customers wait."""
    a, b = bills(lives)
    for what, items in (("money", MONEY), ("whole", ITEMS)):
        more = b.beyond(a, items)
        yield Row(what, a.a_day(items), b.a_day(items), more, decimals=0, currency=a.currency)


def _rows(outcomes: Sequence[Outcome], days: Sequence[Sequence[DayResult]]) -> Iterator[Row]:
    a, b = (outcome.figures(EVERYBODY) for outcome in outcomes)
    totals = [outcome.wait_totals(EVERYBODY) for outcome in outcomes]
    mean = difference_interval(totals[1], totals[0])
    yield Row(
        "mean", a.mean_wait_s.estimate / 60, b.mean_wait_s.estimate / 60, _scaled(mean, 1 / 60)
    )
    yield _ninetieth(outcomes)
    for place, limit in enumerate(outcomes[0].variant.plan.limits):
        yield Row(
            "over",
            100 * a.share_over[place].estimate,
            100 * b.share_over[place].estimate,
            _over(outcomes, place),
            limit.within_s / 60,
        )
    for what, each in (("left", _left), ("overtaken", _overtaken)):
        yield _by_day(what, [each(outcome) for outcome in outcomes])
    yield _by_day("staff", [[_staff_h(day) for day in kept] for kept in days])
    yield _by_day("last", [[day.table.last_service_s / 60 for day in kept] for kept in days], 0)


def _scaled(interval: Interval, factor: float) -> Interval:
    return Interval(interval.estimate * factor, interval.half_width * factor, interval.days)


def _over(outcomes: Sequence[Outcome], place: int) -> Interval:
    """Percentage points of everybody over one limit."""
    sums = []
    for outcome in outcomes:
        rows = [day[EVERYBODY] for day in outcome.days if EVERYBODY in day]
        sums.append(([float(r.over[place]) for r in rows], [float(r.counted[place]) for r in rows]))
    return _scaled(difference_interval(sums[1], sums[0]), 100)


def _left(outcome: Outcome) -> list[float]:
    return [float(day[EVERYBODY].left) if EVERYBODY in day else 0.0 for day in outcome.days]


def _overtaken(outcome: Outcome) -> list[float]:
    """The most that anybody of the day was overtaken."""
    return [
        float(day[EVERYBODY].overtaken_most) if EVERYBODY in day else 0.0 for day in outcome.days
    ]


def _staff_h(day: DayResult) -> float:
    """Hours in which counters were open, until the last customer was served; no pauses."""
    return float(day.table.open_s.sum()) / 3600


def _by_day(what: str, values: Sequence[Sequence[float]], decimals: int = 1) -> Row:
    """A figure that each day has one of: the mean over days, the difference paired by day."""
    one, other = (np.asarray(each, dtype=np.float64) for each in values)
    found = mean_interval((other - one).tolist())
    return Row(what, float(np.nanmean(one)), float(np.nanmean(other)), found, decimals=decimals)


def _ninetieth(outcomes: Sequence[Outcome]) -> Row:
    """Nine of ten people wait less than this; the interval by drawing whole days again.

    Both plans get the same days in each draw, so that the difference stays paired.

    Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, ch. 8 and 13 (percentile
    interval; here its half width around the estimate).
    """
    waits = [[day[EVERYBODY].waits_s / 60 for day in o.days if EVERYBODY in day] for o in outcomes]
    a, b = (float(np.quantile(np.concatenate(each), 0.9)) for each in waits)
    days = len(waits[0])
    if days < 2:
        return Row("p90", a, b, Interval(b - a, math.nan, days))
    source = np.random.default_rng(BOOTSTRAP_SEED)
    weights = np.stack(
        [np.bincount(source.integers(0, days, days), minlength=days) for _ in range(RESAMPLED)]
    )
    one, other = (_weighted(each, weights) for each in waits)
    low, high = np.quantile(other - one, [0.025, 0.975])
    return Row("p90", a, b, Interval(b - a, float(high - low) / 2, days))


def _weighted(
    waits: Sequence[NDArray[np.float64]], weights: NDArray[np.int64]
) -> NDArray[np.float64]:
    """The 90 % quantile with each day counted as often as it was drawn: (draws,)."""
    values = np.concatenate(waits)
    whose = np.repeat(np.arange(len(waits)), [len(day) for day in waits])
    order = np.argsort(values, kind="stable")
    values, whose = values[order], whose[order]
    found = np.empty(len(weights))
    for number, weight in enumerate(weights):
        total = np.cumsum(weight[whose])
        found[number] = values[min(np.searchsorted(total, 0.9 * total[-1]), len(values) - 1)]
    return found
