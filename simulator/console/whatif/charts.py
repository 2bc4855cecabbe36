"""The charts of What-if: waiting with its band, the share over the standard, the heat map."""

import math

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shared.i18n import translate
from shared.ui.look import Look, text_width
from shared.ui.tokens import DESK
from simulator.console.shell.plots import Plot
from simulator.console.study.figures import Figures, Real

TOKENS = ("accent", "warning")
STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine)
#: Seven steps from nothing to long, pale to brown; in the dark from dim to bright.
HEAT = {
    "light": ("#FAFBFC", "#FDF1D5", "#FDDF9E", "#FDC45F", "#F79A33", "#D2691E", "#9A3F0C"),
    "dark": ("#1C262E", "#33291A", "#56401E", "#7F5A20", "#AE7A26", "#DE9F3D", "#FFD08A"),
}


def draw_waiting(plot: Plot, found: Figures, which: int) -> None:
    """Waiting of one plan over the day: half wait less, eight of ten inside the band."""
    plot.clear()
    hours = found.hours + 0.25
    plot.frame(float(found.hours[0]), float(found.hours[-1]) + 0.5, found.highest_min)
    mine = found.plans[which]
    token = TOKENS[which]
    low, median, high = mine.bands
    x = hours.tolist()
    plot.band(x, _filled(low), _filled(high), token)
    if which:
        first = found.plans[0]
        plot.curve(x, first.bands[1].tolist(), "text2", 1.4)
        _name_first(plot, found)
    plot.curve(x, median.tolist(), token, 2.5, style=STYLES[which])
    plot.line_across(found.limit_min, "text", 1.2, dashed=True)
    standard = translate("Console", "standard %1 min", f"{found.limit_min:g}")
    plot.words(float(found.hours[-1]) + 0.5, found.limit_min, standard, anchor=(1.0, 0.95))
    _name_peak(plot, found, which)
    plot.setAccessibleName(_spoken(found, which))


def _filled(values: Real) -> list[float]:
    """A surface needs a value everywhere: nobody came, nobody waited."""
    return [float(value) for value in np.nan_to_num(values, nan=0.0)]


def _name_first(plot: Plot, found: Figures) -> None:
    """Beside the line of A, where the two lie furthest apart; not where they are one."""
    one, other = (np.nan_to_num(plan.bands[1]) for plan in found.plans)
    place = int(np.argmax(one - other))
    if one[place] - other[place] > 0.06 * found.highest_min:
        x, y = float(found.hours[place]) + 0.25, float(one[place])
        words = translate("Console", "half wait less in A")
        plot.words(x + 0.05, y, words, "text2", anchor=(0.0, 1.0))


def _name_peak(plot: Plot, found: Figures, which: int) -> None:
    """The highest half of all, and how long one in ten waited at the worst time."""
    mine = found.plans[which]
    if mine.peak < 0:
        return
    x, y = float(found.hours[mine.peak]) + 0.25, float(mine.bands[1][mine.peak])
    top = int(np.nanargmax(mine.bands[2]))
    highest = float(mine.bands[2][top])
    at = float(found.hours[top]) + 0.25
    plot.words(at, highest, translate("Console", "90 %: %1", f"{highest:.1f}"), "text2")
    if y > 0.05:
        plot.dots([x], [y], TOKENS[which], square=False)
        plot.words(x, y, translate("Console", "%1 min", f"{y:.1f}"), bold=True)


def _spoken(found: Figures, which: int) -> str:
    mine = found.plans[which]
    if mine.peak < 0:
        return ""
    at = found.hours[mine.peak]
    clock = f"{int(at)}:{round(at % 1 * 60):02d}"
    return translate(
        "Console",
        "Waiting of plan %1: half wait less than %2 minutes at the worst half-hour, %3",
        "AB"[which],
        f"{mine.bands[1][mine.peak]:.1f}",
        clock,
    )


def draw_shares(plot: Plot, found: Figures) -> None:
    """Share over the limit in each half-hour, both plans, intervals over days."""
    plot.clear()
    tops = [
        100 * (each.high if math.isfinite(each.high) else each.estimate)
        for plan in found.plans
        for each in plan.over
        if math.isfinite(each.estimate)
    ]
    standard = 100 * found.limit_share
    begins, ends = float(found.hours[0]), float(found.hours[-1]) + 0.5
    plot.frame(begins, ends, max([standard * 1.4, *tops, 5.0]))
    if standard > 0:
        plot.line_across(standard, "text", 1.2, dashed=True)
        words = translate("Console", "standard: at most %1 %", f"{standard:.3g}")
        plot.words(ends, standard, words, anchor=(1.0, 0.95))
    for which, plan in enumerate(found.plans):
        shift = 0.25 + (which - 0.5) * 0.16 * (len(found.plans) - 1)
        known = [(h, each) for h, each in zip(found.hours, plan.over, strict=True)
                 if math.isfinite(each.estimate)]  # fmt: skip
        x = [float(h) + shift for h, _ in known]
        y = [100 * each.estimate for _, each in known]
        half = [100 * each.half_width if math.isfinite(each.half_width) else 0 for _, each in known]
        plot.bars(x, y, half, TOKENS[which])
        plot.dots(x, y, TOKENS[which], square=bool(which))
    plot.setAccessibleName(
        translate("Console", "Share waiting over %1 min, %", f"{found.limit_min:g}")
    )


class HeatMap(QWidget):
    """The mean wait by half-hour and service: one ramp, the figure on the peak."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._figures: Figures | None = None
        self._which = 0
        self._names: tuple[str, ...] = ()
        self.setObjectName("heatMap")

    def show_figures(self, found: Figures | None, which: int, names: tuple[str, ...]) -> None:
        """``names`` are those of the services that came, in their order."""
        self._figures, self._which, self._names = found, which, names
        self.setAccessibleName(
            translate("Console", "Mean wait by half-hour and service, plan %1", "AB"[which])
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names at the left, a cell each, hours beneath."""
        if self._figures is None:
            return
        painter = QPainter(self)
        found, heat = self._figures, self._figures.plans[self._which].heat
        left = min(150.0, max(text_width(name, DESK.hint) for name in self._names) + 16)
        rows, columns = heat.shape
        area = QRectF(left + 6, 8, self.width() - left - 20, self.height() - 34)
        wide, high = area.width() / columns, area.height() / max(rows, 1)
        top = max([1e-9, *(float(np.nanmax(p.heat)) for p in found.plans if p.heat.size
                           and not np.isnan(p.heat).all())])  # fmt: skip
        ramp = HEAT[self._look.scheme]
        for row in range(rows):
            name = QRectF(8, area.y() + row * high, left - 8, high)
            right = Qt.AlignmentFlag.AlignRight
            self._look.text(painter, name, self._names[row], "text2", DESK.hint, align=right)
            for column in range(columns):
                value = float(heat[row, column])
                if math.isnan(value):
                    continue
                step = min(len(ramp) - 1, int(len(ramp) * value / top))
                cell = QRectF(area.x() + column * wide, area.y() + row * high, wide - 1, high - 1)
                painter.fillRect(cell, QColor(ramp[step]))
                if value == np.nanmax(heat):
                    ink = "#FFFFFF" if self._look.scheme == "light" else "#06233B"
                    painter.setPen(QColor(ink))
                    painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), f"{value:.0f}")
        self._hours(painter, found, area, wide)

    def _hours(self, painter: QPainter, found: Figures, area: QRectF, wide: float) -> None:
        for column, hour in enumerate(found.hours):
            if float(hour).is_integer():
                at = QRectF(area.x() + column * wide - 16, area.bottom() + 2, 32, 18)
                middle = Qt.AlignmentFlag.AlignHCenter
                self._look.text(painter, at, f"{hour:.0f}", "text2", DESK.hint, align=middle)
