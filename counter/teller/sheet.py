"""A sheet over the right column: digits choose, Enter confirms, Esc leaves.

The number and the clock of the customer stay visible beside it. While it is open the other keys
of the desk wait.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from counter.teller.stepper import Minutes, Stepper
from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look, text_width
from shared.ui.marks import Mark, label
from shared.ui.palette import set_role
from shared.ui.tokens import DESK

CHOICE_HEIGHTS = {1: DESK.button, 2: 40}
"""Pixels of a choice by the columns: six in one column leave room for notices above the sheet."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose, and what happens then, in one sentence."""

    id: str
    words: str
    result: str


@dataclass(frozen=True, slots=True)
class SheetText:
    """What a sheet asks. ``is_immediate``: a digit does it, without Enter.

    ``columns``: 2 for a word or two each, 1 for choices as long as a line. ``minutes``: a time
    is chosen beside them, with the arrows up and down.
    """

    title: str
    question: str
    confirm: str
    symbol: str
    choices: tuple[Choice, ...]
    is_immediate: bool = False
    columns: int = 2
    minutes: Minutes | None = None


class Sheet(QFrame):
    """One question with up to nine answers.

    Signals:
        confirmed(str): the identifier of the choice.
        left: nothing was chosen.
    """

    confirmed = Signal(str)
    left = Signal()

    def __init__(self, look: Look, text: SheetText, language: str) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._text, self._language = text, language
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text.title)
        self._group = QButtonGroup(self)
        height = CHOICE_HEIGHTS[text.columns]
        self.buttons = [
            ChoiceButton(look, i + 1, each, height) for i, each in enumerate(text.choices)
        ]
        self._result = label()
        self._result.setWordWrap(True)
        self._result.setObjectName("sheetResult")
        self.confirm = KeyButton(look, "Enter", "sheetConfirm", "accent")
        self.confirm.show_as(text.confirm)
        self.confirm.clicked.connect(self._confirm)
        self.cancel = KeyButton(look, "Esc", "sheetLeave")
        self.cancel.show_as(translate("Teller", "Leave", language=language))
        self.cancel.clicked.connect(self.left)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(18, 10, 18, 18)
        outer.setSpacing(14)
        outer.addLayout(self._head(look))
        outer.addWidget(label("unit", text.question))
        outer.addLayout(self._grid())
        self.stepper = Stepper(look, text.minutes, language) if text.minutes else None
        if self.stepper is not None:
            outer.addWidget(self.stepper)
        outer.addWidget(self._what_happens())
        outer.addStretch(1)
        outer.addLayout(self._foot())
        self.buttons[0].setChecked(True)

    def _head(self, look: Look) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Mark(look, self._text.symbol, "accent", 20))
        head.addWidget(label("title", self._text.title))
        head.addStretch(1)
        head.addWidget(self.cancel)
        return head

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(DESK.gap)
        columns = self._text.columns
        for index, button in enumerate(self.buttons):
            self._group.addButton(button, index)
            grid.addWidget(button, *divmod(index, columns))
            button.toggled.connect(self._show_result)
            button.clicked.connect(self._clicked)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        return grid

    def _what_happens(self) -> QFrame:
        box = QFrame()
        set_role(box, "tag")
        column = QVBoxLayout(box)
        column.setContentsMargins(8, 8, 8, 8)
        happens = translate("Teller", "What happens", language=self._language)
        column.addWidget(label("unit", happens))
        column.addWidget(self._result)
        return box

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.confirm)
        return foot

    @property
    def chosen(self) -> Choice:
        """What is chosen now."""
        return self._text.choices[self._group.checkedId()]

    @property
    def minutes(self) -> int:
        """The time that is chosen beside it; 0: none."""
        return self.stepper.minutes if self.stepper is not None else 0

    @property
    def result(self) -> str:
        """What would happen, as shown."""
        return self._result.text()

    def choose(self, index: int) -> None:
        """Choose by place, from 0; a place that does not exist changes nothing."""
        if 0 <= index < len(self.buttons):
            self.buttons[index].setChecked(True)
            self.buttons[index].setFocus()
            if self._text.is_immediate:
                self._confirm()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, Enter, Esc; the rest goes no further than the sheet."""
        key = event.key()
        if self.stepper is not None and self.stepper.take(event):
            return
        if event.isAutoRepeat():
            return
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirm()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.choose(key - Qt.Key.Key_1)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab stays inside the sheet."""
        stops: list[QWidget] = [*self.buttons, self.confirm, self.cancel]
        here = next((i for i, stop in enumerate(stops) if stop.hasFocus()), -1)
        stops[(here + (1 if forwards else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _clicked(self) -> None:
        if self._text.is_immediate:
            self._confirm()

    def _confirm(self) -> None:
        self.confirmed.emit(self.chosen.id)

    def _show_result(self) -> None:
        if self._group.checkedId() >= 0:
            self._result.setText(self.chosen.result)


class ChoiceButton(QAbstractButton):
    """A choice: its digit in a key cap, its words, a tick when it is chosen."""

    def __init__(self, look: Look, digit: int, choice: Choice, height: int) -> None:
        super().__init__()
        self._look, self._digit, self._words = look, digit, choice.words
        self.setObjectName(f"choice-{choice.id}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(height)
        self.setMinimumWidth(round(text_width(choice.words, DESK.body, bold=True)) + 90)
        self.setText(choice.words)
        self.setAccessibleName(f"{digit} {choice.words}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, digits and the arrows of a time belong to the sheet."""
        sheet = self.parentWidget()
        has_time = isinstance(sheet, Sheet) and sheet.stepper is not None
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down) if has_time else ()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, *arrows):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, digit, words, tick and focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        chosen = self.isChecked()
        edge = "accent" if chosen or self.hasFocus() else "line_strong"
        width = 2.0 if chosen or self.hasFocus() else 1.0
        self._look.box(painter, rect, "accent_soft" if chosen else "panel", edge, width=width)
        middle = rect.center().y()
        self._look.key_cap(painter, QPointF(32, middle), str(self._digit), "text2")
        words = rect.adjusted(42, 0, -38, 0)
        self._look.text(painter, words, self._words, "text", DESK.text, bold=chosen)
        if chosen:
            tick = QRectF(rect.right() - 32, middle - 9, 18, 18)
            self._look.icon(painter, "check", "accent", tick)
