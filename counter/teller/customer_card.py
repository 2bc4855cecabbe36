"""The customer's card above the list: what this role may know of who stands here."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counter.teller.card_words import LINES, CardColumn, CardLine, card_columns
from counter.teller.hero_words import segment_chip
from counter.teller.scene import Scene
from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.marks import Chip, Line, Mark, label, panel_head
from shared.ui.palette import set_role
from shared.ui.tokens import DESK

COLUMNS = 3


class CustomerCard(QFrame):
    """158 px: head with the segment, three columns of at most four lines. Hidden while free."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        set_role(self, "panel")
        self.setObjectName("customerCard")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._title, self._hint = label("title"), Line("unit")
        self._title.setStyleSheet(f"font-size: {DESK.text}px;")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._segment = Chip(look)
        cap = label("keyCap", "Ctrl+I")
        cap.setFixedHeight(20)
        self.columns = [_Column(look) for _ in range(COLUMNS)]
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(panel_head(look, "person", self._title, self._segment, self._hint, cap))
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 14, 10)
        row.setSpacing(14)
        for column in self.columns:
            row.addWidget(column, 1)
        outer.addLayout(row)
        self.hide()

    def show_scene(self, scene: Scene, now: datetime, language: str) -> None:
        """The card of this moment's customer, or nothing."""
        found = card_columns(scene, now, language)
        self.setVisible(bool(found))
        if not found or scene.ticket is None:
            return
        title = translate("Teller", "Customer", language=language)
        self._title.setText(title)
        self._hint.show_as(translate("Teller", "as your role may see it", language=language))
        self._segment.show_as(*segment_chip(scene, scene.ticket.segment, language))
        for column, texts in zip(self.columns, found, strict=True):
            column.show_as(texts)
        said = "; ".join(_spoken(each) for each in found)
        self.setAccessibleName(f"{title} {scene.ticket.number}: {said}")


class _Column(QWidget):
    """A heading and its lines."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._heading = label("unit")
        self._lines = [_CardLine(look) for _ in range(LINES)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._heading)
        for line in self._lines:
            column.addWidget(line)
        column.addStretch(1)

    def show_as(self, texts: CardColumn) -> None:
        """Other words."""
        self._heading.setText(texts.heading)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(texts.lines))
            if place < len(texts.lines):
                line.show_as(texts.lines[place])


class _CardLine(QWidget):
    """An icon where there is one, and words that never push others away."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._mark, self._words = Mark(look, "info", pixels=16), Line()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)

    def show_as(self, line: CardLine) -> None:
        """Another line."""
        self._mark.setVisible(line.symbol != "")
        if line.symbol:
            self._mark.show_as(line.symbol, line.token)
        ink = "warning" if line.symbol == "warning" else "text"
        weight = "font-weight: 700;" if line.is_bold else ""
        self._words.setStyleSheet(f"color: {self._look.colour(ink).name()}; {weight}")
        self._words.show_as(line.words)


def _spoken(column: CardColumn) -> str:
    """A column for a screen reader."""
    return f"{column.heading}: " + ", ".join(line.words for line in column.lines)
