"""Distributions of times of a scenario and draws from them, as the live branch's forecast has."""

from shared.config.time_tables import (
    Deterministic,
    Distribution,
    Erlang,
    Exponential,
    Gamma,
    Lognormal,
    Minutes,
    Weibull,
)
from shared.rollout.windows.draw_times import LONGEST_US, Microseconds, draw

__all__ = (
    "LONGEST_US",
    "Deterministic",
    "Distribution",
    "Erlang",
    "Exponential",
    "Gamma",
    "Lognormal",
    "Microseconds",
    "Minutes",
    "Weibull",
    "draw",
)
