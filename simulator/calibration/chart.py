"""Pictures of a calibration as inline SVG: rates with intervals, fits, patience."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from shared.reports.chart import style, svg_element
from shared.ui.tokens import LIGHT
from simulator.calibration.censored import share_staying
from simulator.calibration.fit import Estimate, Fit, Minutes, share_below
from simulator.calibration.patience import Patience, staying

if TYPE_CHECKING:
    from matplotlib.axes import Axes

COLUMNS = 3


def arrivals_chart(
    clocks: Sequence[str], rates: Sequence[Estimate], title: str, prefix: str
) -> str:
    """Arrivals per hour with their intervals, as an <svg> element."""
    from matplotlib.figure import Figure

    with style():
        figure = Figure(figsize=(9.2, 3.0), layout="constrained")
        axes = figure.subplots()
        places = range(len(rates))
        values = [rate.value for rate in rates]
        below = [rate.value - rate.low for rate in rates]
        above = [rate.high - rate.value for rate in rates]
        axes.bar(places, values, width=0.72, color=LIGHT.accent_soft, edgecolor=LIGHT.accent)
        axes.errorbar(places, values, yerr=(below, above), fmt="none", color=LIGHT.text, capsize=3)
        axes.set_xticks(places, clocks, rotation=45)
        axes.set_title(title, loc="left", fontsize=10)
        return svg_element(figure, title, prefix)


def fits_chart(fits: Sequence[tuple[str, Fit, Minutes]], words: Sequence[str], prefix: str) -> str:
    """Observed against fitted quantiles of each service (Q-Q), as an <svg> element.

    On the line the fit is perfect. ``words``: title, fitted axis, observed axis.
    """
    from matplotlib.figure import Figure

    with style():
        rows = max(1, math.ceil(len(fits) / COLUMNS))
        figure = Figure(figsize=(9.2, 0.5 + 2.5 * rows), layout="constrained")
        grid = figure.subplots(rows, COLUMNS, squeeze=False)
        for axes in grid.flat[len(fits) :]:
            axes.set_visible(False)
        for axes, (name, fitted, minutes) in zip(grid.flat, fits, strict=False):
            _quantiles(axes, fitted, minutes)
            axes.set_title(name, loc="left", fontsize=9)
        grid[0, 0].set_ylabel(words[2], fontsize=8.5)
        grid[0, 0].set_xlabel(words[1], fontsize=8.5)
        return svg_element(figure, words[0], prefix)


def _quantiles(axes: "Axes", fitted: Fit, minutes: Minutes) -> None:
    """Points of the sample beside the fitted quantiles, up to 200 of them."""
    shares = (np.arange(min(len(minutes), 200)) + 0.5) / min(len(minutes), 200)
    observed = np.quantile(minutes, shares)
    grid = np.linspace(1e-6, max(float(minutes.max()) * 3, 1.0), 20_000)
    expected = np.interp(shares, share_below(fitted.distribution, grid), grid)
    most = float(max(observed.max(), expected.max()))
    axes.plot([0, most], [0, most], color=LIGHT.line_strong, linewidth=1)
    colour = LIGHT.warning if fitted.is_poor else LIGHT.accent
    axes.plot(expected, observed, "x" if fitted.is_poor else ".", color=colour, markersize=4)


def patience_chart(
    groups: Sequence[tuple[str, Patience]], words: Sequence[str], prefix: str
) -> str:
    """Share who stay, observed (Kaplan-Meier) and fitted, as an <svg> element.

    ``words``: title, axis, observed, fitted.
    """
    from matplotlib.figure import Figure

    with style():
        figure = Figure(figsize=(9.2, 3.2), layout="constrained")
        axes = figure.subplots()
        colours = (LIGHT.accent, LIGHT.priority, LIGHT.positive, LIGHT.warning)
        for (name, group), colour in zip(groups, colours, strict=False):
            times, share = staying(group)
            axes.step(times, share, where="post", color=colour, label=f"{name}: {words[2]}")
            most = float(times.max()) if len(times) else 1.0
            at = np.linspace(0, most, 100)
            fitted = share_staying(group.distribution, at)
            axes.plot(at, fitted, "--", color=colour, linewidth=1.2, label=f"{name}: {words[3]}")
        axes.set_ylim(0, 1.02)
        axes.set_xlabel(words[1])
        axes.set_title(words[0], loc="left", fontsize=10)
        axes.legend(loc="lower left", frameon=False, fontsize=9)
        return svg_element(figure, words[0], prefix)
