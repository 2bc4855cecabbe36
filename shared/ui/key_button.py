"""A button with its key in a cap; flat in the bar, outlined or filled in sheets."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from shared.ui.key import Key
from shared.ui.look import Look, text_width
from shared.ui.tokens import DESK

HEIGHTS = {"flat": 34, "outlined": DESK.button, "accent": DESK.button_confirm, "small": 25}
"""Pixels of each kind."""


class KeyButton(Key):
    """``kind``: flat (bar), outlined (leave, read), accent (confirm), small (strip).

    One that ``fills`` is as wide as its column, its words in the middle.
    """

    def __init__(
        self,
        look: Look,
        key_name: str,
        name: str,
        kind: str = "outlined",
        *,
        fills: bool = False,
    ) -> None:
        super().__init__(name, HEIGHTS[kind])
        self._look, self._key_name, self._kind = look, key_name, kind
        self._fills, self._own_width = fills, 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_key(
        self, key_name: str, verb: str, *, is_enabled: bool = True, reason: str = ""
    ) -> None:
        """Another key with its words."""
        self._key_name = key_name
        self.show_as(verb, is_enabled=is_enabled, reason=reason)

    @property
    def _pixels(self) -> int:
        return DESK.text if self._kind == "accent" else DESK.body

    @property
    def _pad(self) -> int:
        return {"flat": 8, "small": 6}.get(self._kind, 14)

    def show_as(self, verb: str, *, is_enabled: bool = True, reason: str = "") -> None:
        """Other words; disabled with a reason in the tool tip."""
        self.setText(verb)
        self.setAccessibleName(f"{verb} ({self._key_name})" if self._key_name else verb)
        self.setAccessibleDescription(reason)
        self.setToolTip(reason)
        self.setEnabled(is_enabled)
        cap = text_width(self._key_name, DESK.hint) + 18 if self._key_name else 0
        words = text_width(verb, self._pixels, bold=self._kind == "accent")
        self._own_width = round(words + cap) + 2 * self._pad
        if self._fills:
            self.setMinimumWidth(self._own_width)
        else:
            self.setFixedWidth(self._own_width)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, words, key cap, focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.hasFocus():
            self._look.focus_ring(painter, rect)
            rect = rect.adjusted(4, 4, -4, -4) if self._kind != "flat" else rect
        ink = self._box(painter, rect)
        pad = self._pad + (max(0, self.width() - self._own_width) // 2 if self._fills else 0)
        words = QRectF(self.rect()).adjusted(pad, 0, 0, 0)
        is_accent = self._kind == "accent"
        self._look.text(painter, words, self.text(), ink, self._pixels, bold=is_accent)
        if self._key_name:
            end = QPointF(self.width() - pad + 1, rect.center().y())
            self._look.key_cap(painter, end, self._key_name, ink)

    def _box(self, painter: QPainter, rect: QRectF) -> str:
        """Fill and edge of the kind; gives the colour of the words."""
        is_hot = self.isEnabled() and (self.underMouse() or self.isDown())
        if self._kind == "accent" and not self.isEnabled():
            self._look.box(painter, rect, "window", "outline")
            return "disabled"
        if self._kind == "accent":
            self._look.box(painter, rect, "accent_pressed" if self.isDown() else "accent")
            return "on_accent"
        if self._kind in ("outlined", "small"):
            self._look.box(painter, rect, "accent_soft" if is_hot else "panel", "line_strong")
        elif is_hot:
            self._look.box(painter, rect, "accent_soft")
        return "text" if self.isEnabled() else "disabled"
