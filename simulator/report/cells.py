"""Figures of simulated days as the cells of a table."""

import math
from dataclasses import dataclass

from shared.reports.amounts import DASH, NO_BREAK
from simulator.experiment.analysis import Figures
from simulator.experiment.interval import Interval


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: texts, ready to show."""

    name: str
    cells: tuple[str, ...]


def with_half_width(interval: Interval, factor: float = 1.0, decimals: int = 1) -> str:
    """An estimate with its half-width, or a dash where there is nothing to say."""
    if math.isnan(interval.estimate):
        return DASH
    text = f"{round(interval.estimate * factor, decimals) + 0.0:.{decimals}f}"
    if math.isnan(interval.half_width):
        return text
    return f"{text}±{interval.half_width * factor:.{decimals}f}"


def percent(interval: Interval) -> str:
    """A share of 1 in per cent with its half-width."""
    text = with_half_width(interval, 100)
    return text if text == DASH else f"{text}{NO_BREAK}%"


def waiting_cells(figures: Figures) -> tuple[str, ...]:
    """Customers, mean, p50, p90, p95, share over each limit, left, overtaken."""
    return (
        with_half_width(figures.arrived_a_day),
        with_half_width(figures.mean_wait_s, 1 / 60),
        *(with_half_width(quantile, 1 / 60) for quantile in figures.quantiles_s),
        *(percent(share) for share in figures.share_over),
        percent(figures.share_left),
        with_half_width(figures.overtaken_per_customer, 1, 2),
    )
