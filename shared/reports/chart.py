"""Pictures of a report as inline SVG, in the product's colours and font.

Matplotlib is imported when the first picture is drawn: it takes more than a second. Letters become
outlines, so that the file looks the same where the font is not installed.
"""

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from shared.ui.tokens import LIGHT

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FONT_FILE = "NotoSansSC-Regular.ttf"
FONT_NAME = "Noto Sans SC"


@dataclass(frozen=True, slots=True)
class HalfHours:
    """The course of a day: one value each for every half-hour, NaN where nobody was called."""

    clocks: Sequence[str]
    arrived: Sequence[int]
    mean_min: Sequence[float]
    longest_min: Sequence[float]
    limit_min: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One counter's day in minutes."""

    name: str
    serving_min: float
    awaiting_min: float
    idle_min: float
    paused_min: float


@cache
def _font_family() -> str:
    """Register the product's font with Matplotlib and give its name."""
    from matplotlib import font_manager

    with as_file(files("shared.ui") / "fonts" / FONT_FILE) as path:
        font_manager.fontManager.addfont(path)
    return FONT_NAME


@contextmanager
def style() -> Iterator[None]:
    """Our colours and font while a figure is made and saved."""
    import matplotlib as mpl

    with mpl.rc_context(
        {
            "font.family": [_font_family()],
            "font.size": 10.0,
            "svg.fonttype": "path",
            "svg.hashsalt": "branch-lobby",
            "text.color": LIGHT.text,
            "axes.edgecolor": LIGHT.outline,
            "axes.labelcolor": LIGHT.text2,
            "xtick.color": LIGHT.text2,
            "ytick.color": LIGHT.text2,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.grid": True,
            "axes.grid.axis": "y",
            "grid.color": LIGHT.outline,
            "grid.linewidth": 0.6,
            "axes.axisbelow": True,
        }
    ):
        yield


def half_hour_chart(data: HalfHours, words: Sequence[str], prefix: str) -> str:
    """Arrivals above, waits below, half-hour by half-hour, as an <svg> element.

    ``words``: title of the upper and of the lower panel, mean wait, longest wait, limit.
    ``prefix`` sets the picture's identifiers apart from those of others on the same page.
    """
    from matplotlib.figure import Figure

    with style():
        figure = Figure(figsize=(9.2, 4.4), layout="constrained")
        above, below = figure.subplots(2, 1, sharex=True, height_ratios=(2, 3))
        _arrivals(above, data, words[0])
        _waits(below, data, words[1:])
        return svg_element(figure, f"{words[0]}; {words[1]}", prefix)


def _arrivals(axes: "Axes", data: HalfHours, title: str) -> None:
    places = range(len(data.clocks))
    axes.bar(places, data.arrived, width=0.72, color=LIGHT.accent)
    axes.set_title(title, loc="left", fontsize=10)
    for place, count in zip(places, data.arrived, strict=True):
        axes.annotate(str(count), (place, count), ha="center", va="bottom", fontsize=8.5)
    axes.margins(y=0.18)


def _waits(axes: "Axes", data: HalfHours, words: Sequence[str]) -> None:
    title, mean, longest, limit = words
    places = list(range(len(data.clocks)))
    axes.vlines(places, 0, data.longest_min, color=LIGHT.outline, linewidth=5)
    axes.plot(places, data.longest_min, "_", color=LIGHT.text2, markersize=11, label=longest)
    axes.plot(places, data.mean_min, "o-", color=LIGHT.accent, markersize=5, label=mean)
    axes.axhline(data.limit_min, color=LIGHT.warning, linewidth=1.2, linestyle="--", label=limit)
    axes.set_title(title, loc="left", fontsize=10)
    axes.set_xticks(places, data.clocks)
    axes.set_ylim(bottom=0)
    axes.legend(loc="upper right", ncols=3, frameon=False, fontsize=9)
    axes.margins(y=0.2)


def counter_chart(bars: Sequence[Bar], words: Sequence[str], prefix: str) -> str:
    """What each counter did with its day, as an <svg> element.

    ``words``: serving, called and on the way, idle, paused, unit of the axis. ``prefix`` as above.
    """
    from matplotlib.figure import Figure

    with style():
        figure = Figure(figsize=(9.2, 0.9 + 0.42 * max(1, len(bars))), layout="constrained")
        axes = figure.subplots()
        _stacked(axes, bars, words)
        return svg_element(figure, ", ".join(words[:4]), prefix)


def _stacked(axes: "Axes", bars: Sequence[Bar], words: Sequence[str]) -> None:
    names = [bar.name for bar in bars]
    left = [0.0] * len(bars)
    parts = [
        ([bar.serving_min for bar in bars], LIGHT.accent, ""),
        ([bar.awaiting_min for bar in bars], LIGHT.priority, ""),
        ([bar.idle_min for bar in bars], LIGHT.accent_soft, ""),
        ([bar.paused_min for bar in bars], LIGHT.surface2, "////"),
    ]
    for (widths, colour, hatch), word in zip(parts, words[:4], strict=True):
        axes.barh(
            names,
            widths,
            height=0.66,
            left=left,
            label=word,
            color=colour,
            edgecolor=LIGHT.outline,
            linewidth=0.6,
            hatch=hatch,
        )
        left = [start + width for start, width in zip(left, widths, strict=True)]
    axes.invert_yaxis()
    axes.grid(visible=True, axis="x")
    axes.grid(visible=False, axis="y")
    axes.set_xlabel(words[4])
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=4, frameon=False, fontsize=9)


def svg_element(figure: "Figure", description: str, prefix: str) -> str:
    """The figure as an element for a page: scalable, with words for a screen reader."""
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    element = buffer.getvalue()[buffer.getvalue().index("<svg") :]
    head, separator, rest = element.partition(">")
    head = re.sub(r' (width|height)="[^"]*"', "", head)
    rest = re.sub(r"<metadata>.*?</metadata>", "", rest, flags=re.DOTALL)
    rest = re.sub(r'(\bid="|href="#|url\(#)', rf"\1{prefix}-", rest)
    return f'{head} role="img" aria-label="{escape(description, quote=True)}"{separator}{rest}'
