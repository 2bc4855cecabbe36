"""Plots of pyqtgraph in the look of the desk: no gestures, few lines, hours on x, y from 0.

Only this module imports pyqtgraph; it takes the PySide6 that is loaded.
"""

import math
from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsScene, QVBoxLayout, QWidget

from shared.ui.look import Look, font
from shared.ui.tokens import DESK

pg.setConfigOptions(antialias=True)

MOST_LINES = 5
LEFT_AXIS = 34
BOTTOM_AXIS = 24


class Plot(QWidget):
    """A plot with an axis of hours. Everything is drawn anew when figures change."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.look = look
        #: Dots of the paper or picture that it is drawn for to a pixel; None: those of the screen.
        self.sharp: float | None = None
        self.setObjectName(name)
        self.view: Any = pg.PlotWidget()
        self.view.setBackground(look.colour("panel"))
        self.view.setMenuEnabled(False)
        self.view.hideButtons()
        self.view.setMouseEnabled(x=False, y=False)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setFrameShape(self.view.Shape.NoFrame)
        # A resting figure: the wheel and the pointer belong to the page.
        self.view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # Items come and go with every result: no index may keep a place for one that has gone.
        self.view.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.item: Any = self.view.getPlotItem()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 8, 12, 4)
        rows.addWidget(self.view)
        for side in ("left", "bottom"):
            self._dress(self.item.getAxis(side))
        # Marks at the edge are whole: nothing is drawn beyond the range anyway.
        box = self.item.getViewBox()
        box.setFlag(box.GraphicsItemFlag.ItemClipsChildrenToShape, False)
        self.item.getAxis("left").setWidth(LEFT_AXIS)
        self.item.getAxis("bottom").setHeight(BOTTOM_AXIS)
        self.item.getAxis("left").setPen(pg.mkPen(look.colour("panel"), width=0))

    def _dress(self, axis: Any) -> None:
        axis.setPen(self.pen("text2", 1))
        axis.setTextPen(self.look.colour("text2"))
        axis.setStyle(tickFont=font(DESK.hint), tickLength=0, autoExpandTextSpace=False)
        axis.setStyle(hideOverlappingLabels=False)

    def clear(self) -> None:
        """Take everything away."""
        self.item.clear()

    def frame(self, begins_h: float, ends_h: float, highest: float) -> None:
        """Range of both axes, hours beneath, at most five lines across."""
        step = nice_step(highest)
        top = step * max(1, math.ceil(highest / step - 1e-9))
        # Room at the right for half of the last hour's figure.
        self.item.setXRange(begins_h, ends_h + 0.025 * (ends_h - begins_h), padding=0)
        self.item.setYRange(0, top * 1.04, padding=0)
        values = [step * place for place in range(round(top / step) + 1)]
        self.item.getAxis("left").setTicks([[(value, f"{value:g}") for value in values]])
        hours = range(math.ceil(begins_h), math.floor(ends_h) + 1)
        self.item.getAxis("bottom").setTicks([[(hour, str(hour)) for hour in hours]])
        self._grid(begins_h, ends_h, values[1:])

    def _grid(self, begins_h: float, ends_h: float, values: Sequence[float]) -> None:
        """All level lines as one item."""
        x = [begins_h, ends_h] * len(values)
        y = [value for value in values for _ in range(2)]
        lines = pg.PlotCurveItem(_array(x), _array(y), pen=self.pen("outline", 1), connect="pairs")
        lines.setZValue(-20)
        self.item.addItem(lines)

    def line_across(self, value: float, token: str, width: float, *, dashed: bool = False) -> None:
        """A level line."""
        line = pg.InfiniteLine(value, angle=0, pen=self.pen(token, width, dashed=dashed))
        line.setZValue(5)
        self.item.addItem(line)

    def words(
        self,
        x: float,
        y: float,
        text: str,
        ink: str = "text",
        *,
        anchor: tuple[float, float] = (0.5, 1.0),
        bold: bool = False,
    ) -> None:
        """Words at a point; ``anchor`` is the place of the words that lies there."""
        shown = pg.TextItem(text, color=self.look.colour(ink), anchor=anchor)
        shown.setFont(font(DESK.hint if not bold else DESK.body, bold=bold))
        shown.setZValue(20)
        self.item.addItem(shown, ignoreBounds=True)
        shown.setPos(x, y)

    def curve(
        self,
        x: Sequence[float],
        y: Sequence[float],
        token: str,
        width: float,
        *,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> Any:
        """A line through points; it is broken where y is NaN."""
        found = pg.PlotCurveItem(
            _array(x), _array(y), pen=self.pen(token, width, style=style), connect="finite"
        )
        self.item.addItem(found)
        return found

    def band(
        self, x: Sequence[float], low: Sequence[float], high: Sequence[float], token: str
    ) -> None:
        """A soft surface between two dotted edges."""
        dots = Qt.PenStyle.DotLine
        edges = [self.curve(x, each, token, 1.2, style=dots) for each in (low, high)]
        soft = self.look.colour(f"{token}_soft")
        between = pg.FillBetweenItem(edges[0], edges[1], brush=soft)
        between.setZValue(-10)
        self.item.addItem(between)

    def dots(self, x: Sequence[float], y: Sequence[float], token: str, *, square: bool) -> None:
        """Points: filled circles, or empty squares."""
        fill = self.look.colour("panel" if square else token)
        # It looks after sharp screens itself.
        pen = QPen(QColor(self.look.colour(token)), 1.8)
        pen.setCosmetic(True)
        symbol = "s" if square else "o"
        self.item.addItem(pg.ScatterPlotItem(x, y, symbol=symbol, size=8, pen=pen, brush=fill))

    def bars(
        self, x: Sequence[float], y: Sequence[float], half: Sequence[float], token: str
    ) -> None:
        """Intervals with caps."""
        item = pg.ErrorBarItem(
            x=_array(x), y=_array(y), height=2 * _array(half), beam=0.09, pen=self.pen(token, 1.5)
        )
        self.item.addItem(item)

    def pen(
        self,
        token: str,
        width: float,
        *,
        dashed: bool = False,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> QPen:
        """A pen of a token's colour, the same on the screen however far the axis reaches.

        Qt counts such a pen in dots of the screen, which are finer than our pixels on a sharp one.
        """
        pen = QPen(
            QColor(self.look.colour(token)), width * (self.sharp or self.devicePixelRatioF())
        )
        pen.setCosmetic(True)
        if dashed:
            pen.setDashPattern([6.0, 4.0])
        elif style != Qt.PenStyle.SolidLine:
            pen.setStyle(style)
        return pen


def _array(values: Sequence[float]) -> Any:
    import numpy as np

    return np.asarray(values, dtype=np.float64)


def nice_step(highest: float) -> float:
    """1, 2 or 5 times a power of ten: at most five lines up to the highest."""
    if highest <= 0:
        return 1.0
    rough = highest / MOST_LINES
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough - 1e-12)
