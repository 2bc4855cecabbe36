"""Parts that every page uses: tabs with keys, small choices, panels, lines with a slider."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from shared.ui.key import Key
from shared.ui.look import Look, text_width
from shared.ui.marks import Line, label, panel
from shared.ui.palette import set_role
from shared.ui.tokens import DESK

TAB_ICON = 18


class Tab(Key):
    """A page's name in the bar: icon, words, key; the current one has an accent line beneath."""

    def __init__(self, look: Look, name: str, symbol: str, words: str, key_name: str) -> None:
        super().__init__(name, DESK.bar)
        self._look, self._symbol, self._key_name = look, symbol, key_name
        self.setText(words)
        self.setAccessibleName(f"{words} ({key_name})")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        cap = text_width(key_name, DESK.hint) + 10
        self._words_width = text_width(words, DESK.body, bold=True)
        self.setFixedWidth(round(10 + TAB_ICON + 6 + self._words_width + 8 + cap + 10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon, words, key cap; the line of the current page; focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.underMouse() and not self.isChecked():
            painter.fillRect(rect, self._look.colour("accent_soft"))
        ink = "text" if self.isChecked() else "text2"
        middle = rect.center().y()
        icon = QRectF(10, middle - TAB_ICON / 2, TAB_ICON, TAB_ICON)
        self._look.icon(painter, self._symbol, ink, icon)
        words = QRectF(icon.right() + 6, 0, self._words_width + 2, rect.height())
        bold = self.isChecked()
        self._look.text(painter, words, self.text(), ink, DESK.body, bold=bold)
        self._look.key_cap(painter, QPointF(rect.right() - 9, middle), self._key_name, "text2")
        if self.isChecked():
            line = QRectF(0, rect.height() - 3, rect.width(), 3)
            painter.fillRect(line, self._look.colour("accent"))
        if self.hasFocus():
            self._look.focus_ring(painter, rect.adjusted(1, 3, -1, -5))


class Choice(Key):
    """One of a few that exclude one another, side by side in a panel's head."""

    def __init__(self, look: Look, name: str, words: str) -> None:
        super().__init__(name, DESK.button_small)
        self._look = look
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.say(words)

    def say(self, words: str) -> None:
        """Other words, such as another count behind them."""
        self.setText(words)
        self.setAccessibleName(words)
        self.setFixedWidth(round(text_width(words, DESK.body, bold=True)) + 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A filled box for the chosen one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        is_on = self.isChecked()
        fill = "accent_soft" if is_on or self.underMouse() else ""
        self._look.box(painter, rect, fill, "accent" if is_on else "line_strong", radius=4.0)
        ink = "accent" if is_on else "text"
        align = Qt.AlignmentFlag.AlignHCenter
        self._look.text(painter, rect, self.text(), ink, DESK.body, bold=is_on, align=align)
        if self.hasFocus():
            self._look.focus_ring(painter, QRectF(self.rect()))


class Tags(QWidget):
    """Short sentences in boxes, one after another; what does not fit is counted at the end."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._tags: tuple[tuple[str, str], ...] = ()
        self.setFixedHeight(26)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> list[str]:
        """What they say."""
        return [words for words, _ in self._tags]

    def show_as(self, tags: Sequence[tuple[str, str]]) -> None:
        """Pairs of words and token; the token "" is plain."""
        self._tags = tuple(tags)
        self.setAccessibleName("; ".join(self.words))
        self.setToolTip("\n".join(self.words))
        self.update()

    def minimumSizeHint(self) -> QSize:
        """It gives way to what stands beside it."""
        return QSize(80, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box after box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, room = 0.0, self.width() - 40
        for place, (words, token) in enumerate(self._tags):
            width = text_width(words, DESK.body) + 18
            is_last = place == len(self._tags) - 1
            if x + width > (self.width() if is_last else room):
                rest = f"+{len(self._tags) - place}"
                self._look.text(
                    painter, QRectF(x + 4, 0, 40, 24), rest, "text2", DESK.body, bold=True
                )
                return
            box = QRectF(x, 1, width, 22)
            fill = f"{token}_soft" if token else "window"
            self._look.box(painter, box, fill, token or "outline", radius=3.0)
            inner = box.adjusted(9, 0, -4, 0)
            self._look.text(painter, inner, words, token or "text", DESK.body)
            x += width + 8


class Sliding(QWidget):
    """A slider with its name before and its value behind it."""

    moved = Signal(int)

    def __init__(
        self, name: str, words: str, least: int, most: int, told: Callable[[int], str]
    ) -> None:
        super().__init__()
        self._told = told
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName(name)
        self.slider.setAccessibleName(words)
        self.slider.setRange(least, most)
        self.slider.setMinimumHeight(24)  # the whole of its handle
        self.value = label()
        self.value.setMinimumWidth(64)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        title = label("", words)
        title.setMinimumWidth(96)
        row.addWidget(title)
        row.addWidget(self.slider, 1)
        row.addWidget(self.value)
        self.slider.valueChanged.connect(self._on_value)

    def set_value(self, value: int) -> None:
        """Without telling anybody."""
        self.slider.blockSignals(True)
        self.slider.setValue(value)
        self.slider.blockSignals(False)
        self.value.setText(self._told(self.slider.value()))

    def _on_value(self, value: int) -> None:
        self.value.setText(self._told(value))
        self.moved.emit(value)


def head(*parts: QWidget, symbol: QWidget | None = None) -> QFrame:
    """The 40 px head of a panel without an icon; a ``Line`` takes the room that is left."""
    made = QFrame()
    set_role(made, "panelHead")
    row = QHBoxLayout(made)
    row.setContentsMargins(14, 0, 14, 0)
    row.setSpacing(DESK.gap)
    if symbol is not None:
        row.addWidget(symbol)
    for part in parts:
        row.addWidget(part, 1 if isinstance(part, Line) else 0)
    return made


def titled(words: str) -> QLabel:
    """The bold name of a panel."""
    made = label("", words)
    made.setStyleSheet(f"font-size: {DESK.text}px; font-weight: 700;")
    return made


def column(*parts: QWidget | QFrame, margins: int = 0, spacing: int = 0) -> QFrame:
    """A panel with parts one below the other; the last one grows."""
    made = panel()
    rows = QVBoxLayout(made)
    rows.setContentsMargins(margins, margins, margins, margins)
    rows.setSpacing(spacing)
    for part in parts:
        rows.addWidget(part)
    rows.setStretchFactor(parts[-1], 1)
    return made


class Combo(QComboBox):
    """A combo box with an arrow in the colour of the scheme."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field as the style sheet draws it, and the arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        at = QRectF(self.width() - 22, self.height() / 2 - 8, 16, 16)
        token = "text2" if self.isEnabled() else "outline"
        self._look.icon(painter, "keyboard_arrow_down", token, at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to what scrolls around it: nobody changes a time in passing."""
        event.ignore()


def chooser(
    look: Look, name: str, words: str, entries: Sequence[tuple[str, str]], chosen: str
) -> Combo:
    """A small combo box of (data, words)."""
    made = Combo(look)
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setProperty("small", True)
    for data, shown in entries:
        made.addItem(shown, data)
    made.setCurrentIndex(max(0, made.findData(chosen)))
    return made
