"""The card of one plan: its letter and line, what it is in a few words, how to change it."""

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Line
from shared.ui.palette import set_role
from shared.ui.parts import Tags
from shared.ui.tokens import DESK

TOKENS = ("accent", "warning")


class Letter(QWidget):
    """A piece of the plan's line, and its letter."""

    def __init__(self, look: Look, which: int) -> None:
        super().__init__()
        self._look, self._which = look, which
        self.setFixedSize(QSize(64, 28))
        self.setAccessibleName("AB"[which])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Solid for A, dashed for B."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._look.colour(TOKENS[self._which]), 3)
        if self._which:
            pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        painter.drawLine(QLineF(0, 14, 38, 14))
        self._look.text(
            painter, QRectF(46, 0, 18, 28), "AB"[self._which], "text", DESK.title, bold=True
        )


class PlanCard(QFrame):
    """Name and days in the first line, what is in it in the second."""

    def __init__(self, look: Look, which: int, key_name: str) -> None:
        super().__init__()
        set_role(self, "panel")
        self.name = Line()
        self.name.setStyleSheet(f"font-size: {DESK.text}px;")
        self.days = Line("unit")
        self.days.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.tags = Tags(look)
        self.tags.setObjectName(f"tags{'AB'[which]}")
        self.change = KeyButton(look, key_name, f"change{'AB'[which]}")
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(Letter(look, which))
        first.addWidget(self.name, 3)
        first.addWidget(self.days, 2)
        second.addWidget(self.tags, 1)
        second.addWidget(self.change)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 6, 14, 6)
        rows.setSpacing(2)
        rows.addLayout(first)
        rows.addLayout(second)
        self.setFixedHeight(88)
