"""How a day of the roster is drawn."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from shared.i18n import translate
from shared.ui.look import text_width
from shared.ui.tokens import DESK
from simulator.console.roster.day_rows import Row
from simulator.console.staffing.on_axis import LEFT, MIDDLE, RIGHT
from simulator.planning.rostering.roster import Duty

if TYPE_CHECKING:
    from simulator.console.roster.day_grid import DayGrid

ROW: Final = 36
BAR: Final = 26
TOTAL: Final = 20
HOURS: Final = 20


def paint(grid: "DayGrid", painter: QPainter, *, is_needed: bool) -> None:
    """Rows, hour lines, hours, totals."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    below = HOURS + (3 if is_needed else 1) * TOTAL + 10
    room = grid.height() - below
    grid.row_high = int(min(ROW, room / max(1, len(grid.rows))))
    end = len(grid.rows) * grid.row_high
    painter.setPen(grid.look.colour("outline"))
    for place in range(0, grid.axis.count + 1, 2):
        x = grid.at(grid.axis.begin(place))
        painter.drawLine(QLineF(x, 0, x, end))
    for place, row in enumerate(grid.rows):
        is_held = place == grid.chosen and grid.drawn is not None
        _row(grid, painter, place, row, grid.drawn if is_held else row.duty)
    _hours(grid, painter, end + 1)
    _totals(grid, painter, max(end + HOURS, room + HOURS), is_needed=is_needed)
    if grid.hasFocus():
        ring = QRectF(2, grid.chosen * grid.row_high + 1, grid.width() - 4, grid.row_high - 2)
        grid.look.focus_ring(painter, ring)


def _row(grid: "DayGrid", painter: QPainter, place: int, row: Row, duty: Duty | None) -> None:
    y, high, look = place * grid.row_high, min(BAR, grid.row_high - 4), grid.look
    title = QRectF(14, y, 104, grid.row_high)
    look.text(painter, title, row.name, "text", DESK.body, bold=place == grid.chosen)
    if duty is not None:
        worked = QRectF(LEFT - 48, y, 38, grid.row_high)
        look.text(painter, worked, f"{row.paid_h:.1f}", "text2", DESK.body, align=RIGHT)
        _bar(grid, painter, y + (grid.row_high - high) / 2, high, row, duty)
    else:
        off = QRectF(LEFT + 8, y, grid.width() - LEFT - 16, grid.row_high)
        words = translate("Console", "off")
        look.text(painter, off, words, "text2", DESK.hint)
        if row.wrong:
            wrong = off.adjusted(text_width(words, DESK.hint) + 10, 0, 0, 0)
            look.text(painter, wrong, f"! {row.wrong}", "warning", DESK.hint, bold=True)
    painter.setPen(look.colour("outline"))
    painter.drawLine(QLineF(0, y + grid.row_high, grid.width(), y + grid.row_high))


def _bar(grid: "DayGrid", painter: QPainter, top: float, high: float, row: Row, duty: Duty) -> None:
    look, is_wrong = grid.look, bool(row.wrong)
    edges = [duty.begins_min, *(edge for each in duty.breaks for edge in each), duty.ends_min]
    spans = list(zip(edges[::2], edges[1::2], strict=True))
    longest = max(spans, key=lambda span: span[1] - span[0])
    for at, until in spans:
        box = QRectF(grid.at(at), top, grid.at(until) - grid.at(at), high)
        fill, edge = ("warning_soft", "warning") if is_wrong else ("accent_soft", "accent")
        look.box(painter, box, fill, edge, radius=3, width=2.0 if is_wrong else 1.0)
        inner = box.adjusted(8, 0, -6, 0)
        look.text(painter, inner, row.place, "text", DESK.hint)
        if is_wrong and (at, until) == longest:
            wrong = inner.adjusted(text_width(row.place, DESK.hint) + 10, 0, 0, 0)
            look.text(painter, wrong, f"! {row.wrong}", "warning", DESK.hint, bold=True)
    for at, until in duty.breaks:
        box = QRectF(grid.at(at) + 1, top, grid.at(until) - grid.at(at) - 2, high)
        look.box(painter, box, "", "line_strong", radius=3, is_dashed=True)
        told = translate("Console", "break")
        look.text(painter, box.adjusted(5, 0, -2, 0), told, "text2", DESK.hint)


def _hours(grid: "DayGrid", painter: QPainter, top: float) -> None:
    for place in range(0, grid.axis.count + 1, 2):
        minute = grid.axis.begin(place)
        at = QRectF(grid.at(minute) - 30, top, 60, HOURS)
        words = f"{minute // 60}:{minute % 60:02d}"
        grid.look.text(painter, at, words, "text2", DESK.hint, align=MIDDLE)


def _totals(grid: "DayGrid", painter: QPainter, top: float, *, is_needed: bool) -> None:
    count = 3 if is_needed else 1
    band = QRectF(1, top, grid.width() - 2, count * TOTAL + 6)
    painter.fillRect(band, grid.look.colour("window"))
    need = [each[0] for each in grid.totals]
    there = [each[1] for each in grid.totals]
    missing = [-each[2] for each in grid.totals]
    rows = [(translate("Console", "At work"), there)]
    if is_needed:
        rows = [(translate("Console", "Need"), need), *rows, (translate("Console", "Gap"), missing)]
    for number, (name, values) in enumerate(rows):
        y = top + 3 + number * TOTAL
        grid.look.text(painter, QRectF(14, y, 140, TOTAL), name, "text2", DESK.body)
        for place, value in enumerate(values):
            left, right = grid.at(grid.axis.begin(place)), grid.at(grid.axis.begin(place + 1))
            words = str(value).replace("-", "−")
            cell = QRectF(left, y, right - left, TOTAL)
            token = "warning" if value < 0 else "text"
            grid.look.text(painter, cell, words, token, DESK.body, bold=value < 0, align=MIDDLE)
