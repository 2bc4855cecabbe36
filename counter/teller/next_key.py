"""The big key, F2: its words tell what a press would do now."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from counter.teller.keys import Face
from shared.ui.key import Key
from shared.ui.look import Look
from shared.ui.tokens import DESK


class NextKey(Key):
    """Accent fill; pending: dashed edge, soft fill, clock; off: grey with the reason."""

    def __init__(self, look: Look) -> None:
        super().__init__("nextKey", 76)
        self._look = look
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
        middle = self.height() / 2
        symbol = "schedule" if self.face.is_pending else "skip_next"
        self._look.icon(painter, symbol, ink, QRectF(20, middle - 14, 28, 28))
        words = QRectF(64, middle - 30, self.width() - 64 - 92, 34)
        self._look.text(painter, words, self.face.verb, ink, DESK.heading, bold=True)
        hint = QRectF(64, middle + 4, self.width() - 64 - 92, 22)
        self._look.text(painter, hint, self.face.hint, second, DESK.body)
        self._key(painter, ink, middle)

    def _key(self, painter: QPainter, ink: str, middle: float) -> None:
        """F2 in a key of its own size at the right end."""
        rect = QRectF(self.width() - 20 - 56, middle - 21, 56, 42)
        self._look.box(painter, rect, "", ink, radius=5.0)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._look.text(painter, rect, "F2", ink, DESK.heading, bold=True, align=centre)

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
