"""The big key, F2: its words tell what a press would do now."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from counter.teller.keys import Face
from shared.ui.key import Key
from shared.ui.look import Look, font, text_width
from shared.ui.tokens import DESK


@dataclass(frozen=True, slots=True)
class KeySizes:
    """Pixels of the big key: its height and verb, where words begin, its key cap."""

    height: int
    verb: int
    hint: int
    left: int
    icon: int
    cap: tuple[int, int]
    edge: int


LARGE = KeySizes(76, DESK.heading, DESK.body, 64, 28, (56, 42), 20)
SMALL = KeySizes(54, DESK.text, DESK.hint, 38, 22, (32, 24), 10)
"""In the window, and in the strip."""


class NextKey(Key):
    """Accent fill; pending: dashed edge, soft fill, clock; off: grey with the reason."""

    def __init__(self, look: Look, name: str = "nextKey", sizes: KeySizes = LARGE) -> None:
        super().__init__(name, sizes.height)
        self._look, self._sizes = look, sizes
        self.face = Face("")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_face(self, face: Face) -> None:
        """Other words or another state. It keeps the focus while it cannot be pressed."""
        self.face = face
        self.setText(face.verb)
        self.setAccessibleName(f"{face.verb} (F2)")
        self.setAccessibleDescription(face.hint)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, icon, verb, hint and key cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, second = self._box(painter)
        sizes, middle = self._sizes, self.height() / 2
        symbol = "schedule" if self.face.is_pending else "skip_next"
        icon = QRectF((sizes.left - sizes.icon) / 2 + 2, middle - sizes.icon / 2, 0, 0)
        icon.setSize(QSizeF(sizes.icon, sizes.icon))
        self._look.icon(painter, symbol, ink, icon)
        room = self.width() - sizes.left - sizes.cap[0] - sizes.edge - 6
        words = QRectF(sizes.left, 0, room, self.height())
        if text_width(self.face.verb, sizes.verb, bold=True) > room:
            self._in_two_lines(painter, words, ink)
        else:
            self._with_hint(painter, words, ink, second)
        self._key(painter, ink, middle)

    def _with_hint(self, painter: QPainter, words: QRectF, ink: str, second: str) -> None:
        """The verb in one line, what happens then beneath it."""
        sizes, middle = self._sizes, words.center().y()
        above = sizes.verb + 8 if self.face.hint else (sizes.verb + 12) / 2
        verb = QRectF(words.left(), middle - above, words.width(), sizes.verb + 12)
        self._look.text(painter, verb, self.face.verb, ink, sizes.verb, bold=True)
        hint = QRectF(words.left(), middle + sizes.hint - 9, words.width(), 22)
        self._look.text(painter, hint, self.face.hint, second, sizes.hint)

    def _in_two_lines(self, painter: QPainter, words: QRectF, ink: str) -> None:
        """The verb alone, broken near its middle."""
        pixels = self._sizes.verb
        half = text_width(self.face.verb, pixels, bold=True) / 2 + pixels
        painter.setFont(font(pixels, bold=True))
        painter.setPen(self._look.colour(ink))
        narrow = QRectF(words.left(), 0, min(half, words.width()), words.height())
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(narrow, flags | int(Qt.TextFlag.TextWordWrap.value), self.face.verb)

    def _key(self, painter: QPainter, ink: str, middle: float) -> None:
        """F2 in a key of its own size at the right end."""
        width, height = self._sizes.cap
        rect = QRectF(self.width() - self._sizes.edge - width, middle - height / 2, width, height)
        self._look.box(painter, rect, "", ink, radius=5.0)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._look.text(painter, rect, "F2", ink, self._sizes.verb, bold=True, align=centre)

    def _box(self, painter: QPainter) -> tuple[str, str]:
        """Fill, edge and focus ring; gives the colours of verb and hint."""
        has_focus = self.hasFocus()
        rect = QRectF(self.rect())
        if has_focus:
            self._look.focus_ring(painter, rect)
            rect = rect.adjusted(4, 4, -4, -4)
        if self.face.is_pending:
            self._look.box(painter, rect, "accent_soft", "line_strong", width=1.5, is_dashed=True)
            return "text", "text2"
        if not self.face.is_enabled:
            self._look.box(painter, rect, "surface2", "outline")
            return "text2", "text2"
        self._look.box(painter, rect, "accent_pressed" if self.isDown() else "accent")
        return "on_accent", "on_accent"
