"""Distributions of times as files name them: service times, patience.

Each is given by its mean in minutes and, where it has one, its coefficient of variation (standard
deviation / mean).
"""

from typing import Annotated, Literal

from pydantic import Field

from shared.config.base_tables import Table

Minutes = Annotated[float, Field(ge=0, le=600)]


class Deterministic(Table):
    """Always the same."""

    distribution: Literal["deterministic"]
    mean_min: Minutes


class Exponential(Table):
    """Memoryless; coefficient of variation 1."""

    distribution: Literal["exponential"]
    mean_min: Minutes


class Lognormal(Table):
    """The usual shape of service times: few very short, some long."""

    distribution: Literal["lognormal"] = "lognormal"
    mean_min: Minutes
    cv: float = Field(default=0.8, ge=0, le=5)


class Gamma(Table):
    """Between deterministic (cv 0) and wilder than exponential (cv > 1)."""

    distribution: Literal["gamma"]
    mean_min: Minutes
    cv: float = Field(gt=0, le=5)


class Erlang(Table):
    """The sum of ``phases`` exponential phases; coefficient of variation 1 / sqrt(phases)."""

    distribution: Literal["erlang"]
    mean_min: Minutes
    phases: int = Field(ge=1, le=100)


class Weibull(Table):
    """Patience that wears thin (``shape`` above 1) or grows with waiting (below 1); 1: exponential.

    Its scale is mean / gamma function of (1 + 1 / shape).
    """

    distribution: Literal["weibull"]
    mean_min: Minutes
    shape: float = Field(ge=0.2, le=10)


Distribution = Deterministic | Exponential | Lognormal | Gamma | Erlang | Weibull
