"""The striped frame around a window that practises: nobody takes it for the real one."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF, QRegion
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from shared.ui.look import Look
from shared.ui.tokens import DESK

BAND, EDGE, STRIPE = 34, 8, 14
KEY = """QPushButton { min-height: 0; padding: 0 10px; }
QPushButton:checked { font-weight: 700; border: 2px solid palette(text); }"""
WORDS = "练习 · PRACTICE"


class PracticeFrame(QWidget):
    """Stripes along all four edges, the words above, and room there for a few keys.

    The words stand in both languages whatever the window speaks: a visitor reads them too.
    """

    def __init__(self, window: QStackedWidget, look: Look) -> None:
        """The window's content moves inside."""
        super().__init__(window)
        self._look, self._window = look, window
        self.setObjectName("practiceFrame")
        self.setAccessibleName(WORDS)
        window.setContentsMargins(EDGE, BAND, EDGE, EDGE)
        self.keys = QHBoxLayout(self)
        self.keys.setContentsMargins(0, 3, EDGE + 4, 0)
        self.keys.setSpacing(6)
        self.keys.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        window.installEventFilter(self)
        self._fit()
        self.show()

    def add_key(self, name: str, words: str) -> QPushButton:
        """A small key in the band."""
        made = QPushButton(words)
        made.setObjectName(name)
        made.setAccessibleName(words)
        made.setFixedHeight(BAND - 6)
        made.setStyleSheet(KEY)
        self.keys.addWidget(made)
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the window, in front of every page that is added to it."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded, QEvent.Type.Show):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        window = self._window
        self.setGeometry(window.rect())
        inside = window.rect().adjusted(EDGE, BAND, -EDGE, -EDGE)
        self.setMask(QRegion(window.rect()) - QRegion(inside))
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Stripes of the warning's colour, and the words on a plain field."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._look.colour("warning_soft"))
        height = float(self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("warning"))
        for place in range(-self.height(), self.width(), 2 * STRIPE):
            left = float(place)
            corners = ((left, height), (left + height, 0.0))
            shape = [QPointF(x, y) for x, y in corners]
            shape += [QPointF(x + STRIPE, y) for x, y in reversed(corners)]
            painter.drawPolygon(QPolygonF(shape))
        words = QRectF(EDGE, 3, 200, BAND - 6)
        self._look.box(painter, words, "panel", "warning", radius=4.0)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._look.text(painter, words, WORDS, "warning", DESK.text, bold=True, align=centre)
