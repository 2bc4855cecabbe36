"""Patience from waits that were cut short by a call: maximum likelihood with censoring."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.calibration.censored import Waits, families
from simulator.calibration.fit import CLEARLY, NEAR, Estimate, Z, hull
from simulator.calibration.record import LEFT, NO_SHOW, Row
from simulator.model.distribution import Distribution

Real = NDArray[np.float64]

#: Fewer who left say too little.
FEWEST_LEFT = 10
#: Who was called within a moment cannot have left because of waiting, seconds.
AT_ONCE_S = 5.0


@dataclass(frozen=True, slots=True)
class Patience:
    """Patience. ``error_0_1`` is the standard error of the mean / the mean, by its interval.

    ``left_min`` are the waits of those who were seen to leave; ``silent_min`` of those who were
    gone when called (they left at some moment before); ``stayed_min`` of those who were still there
    when called or when the record ends. ``aics`` has every family that was tried.
    """

    distribution: Distribution
    mean_min: Estimate
    error_0_1: float
    left_min: Real
    silent_min: Real
    stayed_min: Real
    aic: float
    aics: dict[str, float]


def patience(rows: list[Row]) -> Patience | None:
    """The patience of these customers; None when too few left to say anything.

    Exponential, unless Weibull or lognormal has an Akaike criterion that is smaller by more than
    ``NEAR``: how the few who would have waited longest behave is never seen, so that the plain
    family is left for a reason only. The likelihood has the density for who was seen to leave, the
    probability of having left for who was gone when called, and that of staying for all others.
    The interval holds those of all families that explain the waits about as well: most patience is
    never seen to end, and how it goes on there is what the family says.

    Source: Mandelbaum and Zeltyn (2013), data-stories about (im)patient customers in tele-queues.
    """
    left, silent, stayed = _waits(rows)
    if len(left) + len(silent) < FEWEST_LEFT:
        return None
    found = families(Waits(left, silent, stayed))
    if not found:
        return None
    plain = found.get("exponential", next(iter(found.values())))
    best = min(found.values(), key=lambda fitted: fitted.aic)
    chosen = best if best.aic + NEAR < plain.aic else plain
    aics = {name: fitted.aic for name, fitted in found.items()}
    mean = hull(chosen.mean_min, [f.mean_min for f in found.values() if f.aic <= best.aic + NEAR])
    error = math.log(mean.high / mean.low) / (2 * Z)
    figures = (chosen.distribution, mean, error)
    return Patience(*figures, left, silent, stayed, chosen.aic, aics)


def patience_groups(rows: list[Row]) -> dict[tuple[str, str], Patience]:
    """(service, segment) -> patience, empty names for all: together, by segment, or by service.

    Together, unless a grouping has a clearly smaller Akaike criterion; groups in which too few left
    go together as the rest, which stands last. Empty when too few left at all.
    """
    pooled = patience(rows)
    if pooled is None:
        return {}
    choices = [
        {("", ""): pooled},
        _groups(rows, lambda row: ("", row.segment)),
        _groups(rows, lambda row: (row.service, "")),
    ]
    best = min(
        (choice for choice in choices if choice),
        key=lambda choice: sum(each.aic for each in choice.values()),
    )
    is_clear = sum(each.aic for each in best.values()) + CLEARLY < pooled.aic
    return best if is_clear else choices[0]


def _groups(
    rows: list[Row], key: Callable[[Row], tuple[str, str]]
) -> dict[tuple[str, str], Patience]:
    """One patience a group; the largest, with all in which too few left, is the rest and last.

    Nothing when there are not two groups.
    """
    members: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        members.setdefault(key(row), []).append(row)
    found = {name: fitted for name, group in members.items() if (fitted := patience(group))}
    if len(found) < 2:
        return {}
    largest = max(found, key=lambda name: len(members[name]))
    del found[largest]
    rest = patience([row for name, group in members.items() if name not in found for row in group])
    return found | {("", ""): rest} if rest else {}


def _waits(rows: list[Row]) -> tuple[Real, Real, Real]:
    left, silent, stayed = [], [], []
    for row in rows:
        if row.is_booked:
            continue
        if row.fate == LEFT:
            left.append(row.left_s - row.arrived_s)
        elif row.fate == NO_SHOW and row.called_s - row.arrived_s > AT_ONCE_S:
            silent.append(row.called_s - row.arrived_s)
        elif not math.isnan(row.called_s) and row.fate != NO_SHOW:
            stayed.append(row.called_s - row.arrived_s)
    columns = (np.array(each, dtype=np.float64) / 60 for each in (left, silent, stayed))
    one, two, three = columns
    return one, two, three


def staying(found: Patience) -> tuple[Real, Real]:
    """Times in minutes and the share who stay at least so long (Kaplan and Meier 1958).

    Who was gone when called is left out here: nobody saw when they left.
    """
    times: Real = np.concatenate([found.left_min, found.stayed_min])
    has_left = np.concatenate([np.ones(len(found.left_min)), np.zeros(len(found.stayed_min))])
    order = np.lexsort((-has_left, times))
    at_risk = np.arange(len(times), 0, -1)
    share = np.cumprod(1 - has_left[order] / at_risk)
    return times[order], np.asarray(share, dtype=np.float64)
