"""Who the marks in the hall are."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shared.i18n import translate
from shared.ui.look import Look, text_width
from shared.ui.tokens import DESK
from simulator.console.floor.crowd import PX_PER_M, Person, draw_mark


class PeopleLegend(QWidget):
    """Circle, square, diamond, late, being served."""

    def __init__(self, look: Look, limit_min: float) -> None:
        super().__init__()
        self._look = look
        late = translate("Console", "over %1 min", f"{limit_min:g}")
        self._entries = (
            (translate("Console", "ordinary"), "circle", "waiting", False),
            (translate("Console", "priority"), "square", "waiting", False),
            (translate("Console", "key, VIP"), "diamond", "waiting", False),
            (late, "circle", "waiting", True),
            (translate("Console", "served"), "circle", "served", False),
        )
        width = sum(22 + text_width(each[0], DESK.body) + 14 for each in self._entries)
        self.setFixedSize(QSize(round(width), 24))
        self.setAccessibleName("; ".join(each[0] for each in self._entries))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A mark and its word, five times."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 9.0
        for words, mark, state, is_late in self._entries:
            person = Person(x / PX_PER_M, 12 / PX_PER_M, mark, state, is_late=is_late)
            draw_mark(painter, self._look, person)
            width = text_width(words, DESK.body)
            self._look.text(painter, QRectF(x + 13, 0, width + 4, 24), words, "text2", DESK.body)
            x += 22 + width + 14
