"""Pictures of simulated days as inline SVG, in the look of the reports of lived days."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.reports.chart import style, svg_element
from shared.ui.tokens import LIGHT
from simulator.experiment.interval import Interval

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Beside this share of the largest value the letters in a cell must be light.
DARK_FROM = 0.55


@dataclass(frozen=True, slots=True)
class Course:
    """The course of a day by half-hour, waits in minutes; each with its interval."""

    clocks: Sequence[str]
    mean_min: Sequence[Interval]
    p90_min: Sequence[Interval]
    at_once: Sequence[Interval]
    limit_min: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A difference with its interval, in minutes."""

    name: str
    difference: Interval


def course_chart(course: Course, words: Sequence[str], prefix: str) -> str:
    """Waits with bands above, people waiting at once below, as an <svg> element.

    ``words``: title above, mean, nine of ten, limit, title below, band.
    """
    from matplotlib.figure import Figure

    with style():
        figure = Figure(figsize=(9.2, 5.0), layout="constrained")
        above, below = figure.subplots(2, 1, sharex=True, height_ratios=(3, 2))
        _band(above, course.p90_min, LIGHT.priority, words[2], "s")
        _band(above, course.mean_min, LIGHT.accent, words[1], "o")
        limit = {"color": LIGHT.warning, "linewidth": 1.2, "linestyle": "--"}
        above.axhline(course.limit_min, label=words[3], **limit)
        above.set_title(words[0], loc="left", fontsize=10)
        above.set_ylim(bottom=0)
        above.legend(loc="upper right", ncols=3, frameon=False, fontsize=9)
        above.margins(y=0.22)
        _band(below, course.at_once, LIGHT.accent, "", "o")
        below.set_title(words[4], loc="left", fontsize=10)
        below.set_ylim(bottom=0)
        below.set_xticks(range(len(course.clocks)), course.clocks, rotation=45)
        return svg_element(figure, f"{words[0]}; {words[4]}; {words[5]}", prefix)


def _band(axes: "Axes", values: Sequence[Interval], colour: str, label: str, mark: str) -> None:
    """A line with its confidence band."""
    places = list(range(len(values)))
    middle = [value.estimate for value in values]
    low = [max(0.0, value.low) for value in values]
    high = [value.high for value in values]
    axes.fill_between(places, low, high, color=colour, alpha=0.18, linewidth=0)
    axes.plot(places, middle, f"{mark}-", color=colour, markersize=4, label=label or None)


def heat_chart(
    rows: Sequence[str],
    columns: Sequence[str],
    minutes: Sequence[Sequence[float]],
    words: Sequence[str],
    prefix: str,
) -> str:
    """Mean wait by service and half-hour as an <svg> element; NaN: nobody ever came.

    ``words``: title, nobody.
    """
    from matplotlib.colors import LinearSegmentedColormap
    from matplotlib.figure import Figure

    with style():
        figure = Figure(figsize=(9.2, 0.9 + 0.34 * max(1, len(rows))), layout="constrained")
        axes = figure.subplots()
        colours = LinearSegmentedColormap.from_list("waits", [LIGHT.accent_soft, LIGHT.accent])
        most = max((m for row in minutes for m in row if not math.isnan(m)), default=1.0) or 1.0
        axes.set_facecolor(LIGHT.surface2)
        axes.imshow(minutes, cmap=colours, vmin=0, vmax=most, aspect="auto")
        for y, row in enumerate(minutes):
            for x, value in enumerate(row):
                _cell(axes, x, y, value, most)
        axes.set_xticks(range(len(columns)), columns, rotation=45, fontsize=8.5)
        axes.set_yticks(range(len(rows)), rows, fontsize=9)
        axes.tick_params(length=0)
        axes.grid(visible=False)
        axes.spines[:].set_visible(False)
        axes.set_title(f"{words[0]}   (– {words[1]})", loc="left", fontsize=10)
        return svg_element(figure, words[0], prefix)


def _cell(axes: "Axes", x: int, y: int, value: float, most: float) -> None:
    """The figure in its cell; the layout need not look at it, which takes most of the time."""
    text = "–" if math.isnan(value) else f"{value:.0f}" if value >= 10 else f"{value:.1f}"
    is_dark = not math.isnan(value) and value > DARK_FROM * most
    colour = LIGHT.on_accent if is_dark else LIGHT.text
    shown = axes.text(x, y, text, ha="center", va="center", fontsize=8.5, color=colour)
    shown.set_in_layout(False)


def difference_chart(bars: Sequence[Bar], words: Sequence[str], prefix: str) -> str:
    """Differences with their intervals around zero, as an <svg> element.

    Shorter waits are green and to the left; an interval that holds zero is grey: not shown to
    differ. ``words``: title, shorter, longer, not shown to differ.
    """
    from matplotlib.figure import Figure

    with style():
        figure = Figure(figsize=(9.2, 1.2 + 0.32 * max(1, len(bars))), layout="constrained")
        axes = figure.subplots()
        axes.axvline(0, color=LIGHT.text2, linewidth=1.2)
        for kind, colour, mark in KINDS:
            mine = [(i, b.difference) for i, b in enumerate(bars) if _kind(b.difference) == kind]
            if mine:
                axes.errorbar(
                    [d.estimate for _, d in mine],
                    [i for i, _ in mine],
                    xerr=[0.0 if math.isnan(d.half_width) else d.half_width for _, d in mine],
                    fmt=mark,
                    color=colour,
                    capsize=4,
                    label=words[kind],
                )
        axes.set_yticks(range(len(bars)), [bar.name for bar in bars], fontsize=9)
        axes.set_ylim(len(bars) - 0.5, -0.5)
        axes.grid(visible=True, axis="x")
        axes.set_title(words[0], loc="left", fontsize=10, pad=24)
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=3, frameon=False, fontsize=9)
        return svg_element(figure, words[0], prefix)


SHORTER, LONGER, UNSURE = 1, 2, 3


def _kind(difference: Interval) -> int:
    if math.isnan(difference.half_width) or difference.low <= 0 <= difference.high:
        return UNSURE
    return SHORTER if difference.estimate < 0 else LONGER


#: Shape and colour: state is never told by colour alone.
KINDS = (
    (SHORTER, LIGHT.positive, "<"),
    (LONGER, LIGHT.danger, ">"),
    (UNSURE, LIGHT.line_strong, "o"),
)
