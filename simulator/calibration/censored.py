"""Families of patience by maximum likelihood, where most were called before they lost it.

Times in minutes. Three kinds of customer: seen to leave (density), gone when called (left at some
moment before), still there when called (longer than that).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import gamma, log_ndtr, ndtr

from simulator.calibration.fit import Estimate, Z
from simulator.model.distribution import Distribution, Exponential, Lognormal, Weibull

Real = NDArray[np.float64]

#: A mean that a scenario can hold, minutes.
MOST_MIN = 600.0
SMALLEST = 1e-9


@dataclass(frozen=True, slots=True)
class Waits:
    """Waits of those who were seen to leave, were gone when called, and were there when called."""

    left: Real
    silent: Real
    stayed: Real


@dataclass(frozen=True, slots=True)
class Fitted:
    """A family at its likeliest figures; ``error_0_1`` is the mean's standard error / the mean."""

    distribution: Distribution
    mean_min: Estimate
    error_0_1: float
    aic: float


@dataclass(frozen=True)
class _Family:
    """Logarithms of density and of staying, the mean's logarithm, and a start, by figures."""

    start: Callable[[float], list[float]]
    density: Callable[[Real, Real], Real]
    staying: Callable[[Real, Real], Real]
    log_mean: Callable[[Real], float]
    made: Callable[[Real], Distribution | None]


def families(waits: Waits) -> dict[str, Fitted]:
    """Every family that explains these waits with figures that a scenario can hold."""
    exposed = float(waits.left.sum() + waits.stayed.sum() + waits.silent.sum() / 2)
    start_min = max(exposed / max(len(waits.left) + len(waits.silent), 1), SMALLEST)
    found = {name: _fitted(family, waits, start_min) for name, family in _FAMILIES.items()}
    return {name: fitted for name, fitted in found.items() if fitted is not None}


def _fitted(family: _Family, waits: Waits, start_min: float) -> Fitted | None:
    """The likeliest figures; the mean's interval by the delta method on its logarithm."""

    def minus_log_likelihood(figures: Real) -> float:
        gone = -np.expm1(family.staying(waits.silent, figures))
        told = (
            family.density(np.maximum(waits.left, SMALLEST), figures).sum()
            + family.staying(waits.stayed, figures).sum()
            + np.log(np.maximum(gone, 1e-300)).sum()
        )
        return -float(told) if math.isfinite(told) else 1e12

    start = np.array(family.start(math.log(start_min)))
    best = minimize(minus_log_likelihood, start, method="Nelder-Mead", options={"fatol": 1e-7})
    at = np.asarray(best.x, dtype=np.float64)
    distribution = family.made(at)
    error = delta_error(minus_log_likelihood, family.log_mean, at)
    if distribution is None or not math.isfinite(error):
        return None
    mean, factor = math.exp(family.log_mean(at)), math.exp(Z * error)
    aic = 2 * len(at) + 2 * float(best.fun)
    return Fitted(distribution, Estimate(mean, mean / factor, mean * factor), error, aic)


def delta_error(
    minus_log: Callable[[Real], float], figure: Callable[[Real], float], at: Real
) -> float:
    """The standard error of a function of the figures: observed information, delta method."""
    step = 1e-3
    unit = np.eye(len(at)) * step
    information = np.array(
        [
            [
                minus_log(at + a + b)
                - minus_log(at + a - b)
                - minus_log(at - a + b)
                + minus_log(at - a - b)
                for b in unit
            ]
            for a in unit
        ]
    ) / (4 * step**2)
    slope = np.array([figure(at + a) - figure(at - a) for a in unit]) / (2 * step)
    try:
        variance = float(slope @ np.linalg.solve(information, slope))
    except np.linalg.LinAlgError:
        return math.nan
    return math.sqrt(variance) if variance > 0 else math.nan


# ------------------------------------------------------------ the families


def _exponential(figures: Real) -> Distribution | None:
    mean = math.exp(figures[0])
    return Exponential(distribution="exponential", mean_min=mean) if mean <= MOST_MIN else None


def _weibull(figures: Real) -> Distribution | None:
    mean, shape = math.exp(_weibull_log_mean(figures)), math.exp(figures[1])
    if not 0.2 <= shape <= 10 or mean > MOST_MIN:
        return None
    return Weibull(distribution="weibull", mean_min=mean, shape=shape)


def _weibull_log_mean(figures: Real) -> float:
    return float(figures[0]) + math.log(float(gamma(1 + math.exp(-figures[1]))))


def _weibull_density(at: Real, figures: Real) -> Real:
    shape = math.exp(figures[1])
    logs = np.log(at) - figures[0]
    return np.asarray(figures[1] - np.log(at) + shape * logs - np.exp(shape * logs))


def _weibull_staying(at: Real, figures: Real) -> Real:
    return np.asarray(-((at * math.exp(-figures[0])) ** math.exp(figures[1])))


def _lognormal(figures: Real) -> Distribution | None:
    variance = math.exp(2 * figures[1])
    mean = math.exp(float(figures[0]) + variance / 2)
    cv = math.sqrt(math.expm1(min(variance, 50.0)))
    return Lognormal(mean_min=mean, cv=cv) if cv <= 5 and mean <= MOST_MIN else None


def _standard(at: Real, figures: Real) -> Real:
    return np.asarray((np.log(np.maximum(at, SMALLEST)) - figures[0]) / math.exp(figures[1]))


_FAMILIES = {
    "exponential": _Family(
        lambda log_min: [log_min],
        lambda at, figures: np.asarray(-figures[0] - at * math.exp(-figures[0])),
        lambda at, figures: np.asarray(-at * math.exp(-figures[0])),
        lambda figures: float(figures[0]),
        _exponential,
    ),
    "weibull": _Family(
        lambda log_min: [log_min, 0.0],
        _weibull_density,
        _weibull_staying,
        _weibull_log_mean,
        _weibull,
    ),
    "lognormal": _Family(
        lambda log_min: [log_min, 0.0],
        lambda at, figures: np.asarray(
            -0.5 * _standard(at, figures) ** 2
            - math.log(math.sqrt(2 * math.pi))
            - figures[1]
            - np.log(at)
        ),
        lambda at, figures: np.asarray(log_ndtr(-_standard(at, figures))),
        lambda figures: float(figures[0]) + math.exp(2 * figures[1]) / 2,
        _lognormal,
    ),
}


def share_staying(distribution: Distribution, at: Real) -> Real:
    """The share who stay at least so long; of the families above."""
    match distribution:
        case Exponential():
            return np.exp(-at / distribution.mean_min)
        case Weibull():
            scale = distribution.mean_min / float(gamma(1 + 1 / distribution.shape))
            return np.asarray(np.exp(-((at / scale) ** distribution.shape)))
        case Lognormal():
            variance = math.log1p(distribution.cv**2)
            centre = math.log(distribution.mean_min) - variance / 2
            logs = np.log(np.maximum(at, SMALLEST))
            return np.asarray(ndtr((centre - logs) / math.sqrt(variance)))
        case _:
            raise ValueError(f"{type(distribution).__name__} is no family of patience")
