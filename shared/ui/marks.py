"""Small things that stand on the desk: icon, chip, big figure, a line that never grows."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from shared.ui.look import Look, font, text_width
from shared.ui.palette import set_role
from shared.ui.tokens import DESK

WORD_SHARE = 0.6
CAPITAL_EM = 0.733
"""Height of a capital of the shipped font, in em (look: touch surfaces, scale)."""


class Mark(QWidget):
    """An icon in a token's colour; decoration, the words beside it say the same."""

    def __init__(self, look: Look, name: str, ink: str = "text2", pixels: int = 18) -> None:
        super().__init__()
        self._look, self._name, self._token = look, name, ink
        self.setFixedSize(pixels, pixels)

    def show_as(self, name: str, token: str) -> None:
        """Another icon or colour."""
        self._name, self._token = name, token
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        self._look.icon(painter, self._name, self._token, QRectF(self.rect()))


class Chip(QWidget):
    """An icon and a word or two on a soft fill with an edge: the state, a segment."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words, self._symbol, self._token = "", "", "accent"
        self.setFixedHeight(24)

    def show_as(self, words: str, symbol: str, token: str) -> None:
        """``token`` names a colour that also has a soft fill; "" is plain grey."""
        self._words, self._symbol, self._token = words, symbol, token
        self.setAccessibleName(words)
        self.setFixedWidth(round(text_width(words, DESK.body, bold=True)) + (38 if symbol else 20))
        self.setVisible(words != "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw fill, edge, icon and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        fill = f"{self._token}_soft" if self._token else "window"
        edge, ink = self._token or "outline", self._token or "text"
        self._look.box(painter, rect, fill, edge, radius=4.0)
        if self._symbol:
            self._look.icon(painter, self._symbol, ink, QRectF(8, 4, 16, 16))
        self._look.text(
            painter,
            rect.adjusted(28 if self._symbol else 10, 0, -6, 0),
            self._words,
            ink,
            DESK.body,
            bold=bool(self._token),
        )


class Figure(QWidget):
    """Large bold characters without the font's empty lines above and below; shrinks to its width.

    Words (Hanzi, small letters) reach below the line of capitals and are drawn smaller.

    The widget is as high as a capital of the font in ``pixels``.
    """

    def __init__(self, look: Look, pixels: int, *, is_centred: bool = False) -> None:
        super().__init__()
        self._look, self._pixels, self._words, self._token = look, pixels, "", "text"
        self._is_centred = is_centred
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What it shows now."""
        return self._words

    def show_as(self, words: str, ink: str = "text") -> None:
        """Other characters."""
        if (words, ink) != (self._words, self._token):
            self._words, self._token = words, ink
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as the words, as high as a capital with a little room for round letters."""
        width = text_width(self._words, self._pixels, bold=True)
        return QSize(round(width) + 2, round(self._pixels * (CAPITAL_EM + 0.06)))

    def minimumSizeHint(self) -> QSize:
        """It may shrink in width only."""
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the characters on the widget's lower edge, smaller where they are too wide."""
        painter = QPainter(self)
        is_word = not self._words.isascii() or any(map(str.islower, self._words))
        pixels = round(self._pixels * (WORD_SHARE if is_word else 1.0))
        chosen = font(pixels, bold=True)
        width = QFontMetricsF(chosen).horizontalAdvance(self._words)
        if width > self.width() > 0:
            chosen.setPixelSize(max(12, int(pixels * self.width() / width)))
            width = QFontMetricsF(chosen).horizontalAdvance(self._words)
        painter.setFont(chosen)
        painter.setPen(self._look.colour(self._token))
        x = (self.width() - width) / 2 if self._is_centred else 0.0
        below = chosen.pixelSize() * 0.24 if is_word else self._pixels * 0.03
        baseline = self.height() - below
        painter.drawText(round(x), round(baseline), self._words)


class Line(QLabel):
    """One line of text that is shortened with an ellipsis instead of pushing others away."""

    def __init__(self, role: str = "", *, is_bold: bool = False) -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            set_role(self, role)
        if is_bold:
            self.setStyleSheet("font-weight: 700;")

    @property
    def whole(self) -> str:
        """The text before it was shortened."""
        return self._whole

    def show_as(self, words: str) -> None:
        """Another text; all of it is in the tool tip and for screen readers."""
        self._whole = words
        self.setAccessibleName(words)
        self._shorten()

    def resizeEvent(self, _event: object) -> None:
        """Shorten for the new width."""
        self._shorten()

    def _shorten(self) -> None:
        metrics = self.fontMetrics()
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


def label(role: str = "", words: str = "") -> QLabel:
    """A plain label with a role of the style sheet."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        set_role(made, role)
    return made


def panel() -> QFrame:
    """A panel of the desk: fill, outline, radius."""
    made = QFrame()
    set_role(made, "panel")
    return made


def panel_head(look: Look, symbol: str, *parts: QWidget) -> QFrame:
    """The 40 px head of a panel: an icon and what stands beside it."""
    head = QFrame()
    set_role(head, "panelHead")
    row = QHBoxLayout(head)
    row.setContentsMargins(14, 0, 14, 0)
    row.setSpacing(DESK.gap)
    row.addWidget(Mark(look, symbol))
    for part in parts:
        row.addWidget(part, 1 if isinstance(part, Line) else 0)
    return head
