"""Service times: which distribution, with which figures, and how sure.

Lognormal, gamma and Erlang (with whole phases, among them the exponential) by maximum likelihood;
the smallest Akaike information criterion (Akaike 1974) decides. Times in minutes.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import digamma, gammainc, gammaln, ndtr, polygamma

from simulator.model.distribution import Distribution, Erlang, Exponential, Gamma, Lognormal

Minutes = NDArray[np.float64]

#: Phases that are tried for Erlang.
MOST_PHASES = 60
#: So much smaller must Akaike's criterion be before customers are told apart: what is chosen for
#: its chance would otherwise be outside its own interval (Burnham and Anderson 2002, section 2.6).
CLEARLY = 10.0
#: Families whose criterion is so near the smallest explain the times about as well (same source).
NEAR = 4.0
#: Standard normal quantile of a 95 % interval.
Z = 1.959964


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval."""

    value: float
    low: float
    high: float

    def holds(self, truth: float) -> bool:
        """Whether the interval contains it."""
        return self.low <= truth <= self.high


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted distribution. ``mean_error_0_1`` is the standard error of the mean / the mean.

    ``aic`` has every family that was tried. ``distance`` is the largest gap between the fitted and
    the observed distribution function (Kolmogorov-Smirnov); ``is_poor`` when it is larger than
    chance gives in one of a hundred samples.
    """

    distribution: Distribution
    count: int
    mean_min: Estimate
    cv: Estimate
    mean_error_0_1: float
    aic: dict[str, float]
    distance: float

    @property
    def is_poor(self) -> bool:
        """Against the 1 % point for fitted figures, about 1.035 / sqrt(n) (Stephens 1974)."""
        return self.distance > 1.035 / math.sqrt(self.count)


def fit(minutes: Minutes) -> Fit:
    """The best of the three families for these times; all above 0, at least two different."""
    candidates = [_lognormal(minutes), _gamma(minutes), _erlang(minutes)]
    aic = {type(c[0]).__name__.lower(): c[3] for c in candidates}
    best, mean, cv, smallest, error = min(candidates, key=lambda c: c[3])
    near = [c for c in candidates if c[3] <= smallest + NEAR]
    mean, cv = hull(mean, [c[1] for c in near]), hull(cv, [c[2] for c in near])
    return Fit(best, len(minutes), mean, cv, error, aic, _distance(best, np.sort(minutes)))


def hull(chosen: Estimate, near: list[Estimate]) -> Estimate:
    """The chosen figure with an interval that holds its own and those of all that fit as well."""
    all_of_them = [chosen, *near]
    low, high = min(each.low for each in all_of_them), max(each.high for each in all_of_them)
    return Estimate(chosen.value, low, high)


Candidate = tuple[Distribution, Estimate, Estimate, float, float]


def _lognormal(minutes: Minutes) -> Candidate:
    """Log-mean and log-deviation; the mean's interval by the delta method (Cox's method)."""
    logs, n = np.log(minutes), len(minutes)
    mu, variance = float(logs.mean()), float(logs.var())
    mean = math.exp(mu + variance / 2)
    cv = math.sqrt(math.expm1(variance))
    unbiased = variance * n / (n - 1)
    error = math.sqrt(unbiased / n + unbiased**2 / (2 * (n - 1)))
    likelihood = -float(logs.sum()) - n / 2 * (math.log(2 * math.pi * variance) + 1)
    # d ln cv / d variance = e^v / (2 (e^v - 1)); the variance's error is v sqrt(2 / (n - 1))
    cv_error = math.exp(variance) / (2 * math.expm1(variance)) * variance * math.sqrt(2 / (n - 1))
    found = Lognormal(mean_min=mean, cv=min(cv, 5.0))
    return found, _around(mean, error), _around(cv, cv_error), 4 - 2 * likelihood, error


def _gamma(minutes: Minutes) -> Candidate:
    """Shape by the likelihood equation ln k - psi(k) = ln(mean) - mean(ln)."""
    mean, n = float(minutes.mean()), len(minutes)
    gap = math.log(mean) - float(np.log(minutes).mean())
    shape = float(brentq(lambda k: math.log(k) - float(digamma(k)) - gap, 0.01, 1e6))
    likelihood = _gamma_likelihood(_sums(minutes), shape)
    error = 1 / math.sqrt(shape * n)
    shape_error = 1 / math.sqrt(n * (float(polygamma(1, shape)) - 1 / shape)) / shape
    cv = 1 / math.sqrt(shape)
    found = Gamma(distribution="gamma", mean_min=mean, cv=min(max(cv, 1e-3), 5.0))
    return found, _around(mean, error), _around(cv, shape_error / 2), 4 - 2 * likelihood, error


def _erlang(minutes: Minutes) -> Candidate:
    """The best whole number of phases; one phase is the exponential."""
    mean, n = float(minutes.mean()), len(minutes)
    sums = _sums(minutes)
    likelihoods = [_gamma_likelihood(sums, k) for k in range(1, MOST_PHASES + 1)]
    phases = int(np.argmax(likelihoods)) + 1
    error = 1 / math.sqrt(phases * n)
    cv = 1 / math.sqrt(phases)
    spread = 1 / math.sqrt(n * max(float(polygamma(1, phases)) - 1 / phases, 1e-12)) / phases / 2
    # Between whole phases nothing can be said: the interval reaches at least to the next of them.
    low, high = (1 / math.sqrt(phases + 1), 1 / math.sqrt(max(phases - 1, 0.5)))
    around = _around(cv, spread)
    interval = Estimate(cv, min(around.low, low), max(around.high, high))
    found: Distribution = Erlang(distribution="erlang", mean_min=mean, phases=phases)
    if phases == 1:
        found = Exponential(distribution="exponential", mean_min=mean)
    aic = 4 - 2 * likelihoods[phases - 1]
    return found, _around(mean, error), interval, aic, error


Sums = tuple[int, float, float]


def _sums(minutes: Minutes) -> Sums:
    """How many, their sum, and the sum of their logarithms: all that the likelihood needs."""
    return len(minutes), float(minutes.sum()), float(np.log(minutes).sum())


def _gamma_likelihood(sums: Sums, shape: float) -> float:
    """Logarithm of the likelihood at this shape and the sample's mean."""
    n, total, logs = sums
    scale = total / n / shape
    normal = n * (float(gammaln(shape)) + shape * math.log(scale))
    return (shape - 1) * logs - total / scale - normal


def _around(value: float, relative_error: float) -> Estimate:
    """A positive figure: the interval on the logarithm, so that it stays positive."""
    factor = math.exp(Z * relative_error)
    return Estimate(value, value / factor, value * factor)


def share_below(distribution: Distribution, minutes: Minutes) -> Minutes:
    """The fitted distribution function at these times."""
    mean = distribution.mean_min
    found: object
    match distribution:
        case Lognormal():
            variance = math.log1p(distribution.cv**2)
            middle = math.log(mean) - variance / 2
            found = ndtr((np.log(minutes) - middle) / math.sqrt(variance))
        case Gamma():
            shape = 1 / distribution.cv**2
            found = gammainc(shape, minutes * shape / mean)
        case Erlang():
            found = gammainc(distribution.phases, minutes * distribution.phases / mean)
        case _:
            found = -np.expm1(-minutes / mean)
    return np.asarray(found, dtype=np.float64)


def _distance(distribution: Distribution, ascending: Minutes) -> float:
    """The largest gap to the steps of the observed distribution function."""
    n = len(ascending)
    fitted = share_below(distribution, ascending)
    steps = np.arange(n + 1) / n
    return float(np.maximum(np.abs(fitted - steps[:-1]), np.abs(fitted - steps[1:])).max())
