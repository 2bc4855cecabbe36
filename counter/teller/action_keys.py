"""The smaller keys: recall, is here, close, no-show; hold, transfer, later, back."""

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from counter.teller import keys, visit_keys
from counter.teller.keys import Face
from counter.teller.scene import Scene
from shared.ui.key import Key
from shared.ui.look import Look
from shared.ui.tokens import DESK

IN_A_ROW = 4


class ActionKey(Key):
    """Icon, verb, key cap, hint 12 px. Disabled: grey fill, and the hint says why."""

    def __init__(self, look: Look, symbol: str, key_name: str, name: str) -> None:
        super().__init__(name, 56)
        self._look, self._symbol, self._key_name = look, symbol, key_name
        self.face = Face("")

    def show_face(self, face: Face) -> None:
        """Other words or another state."""
        self.face = face
        self.setEnabled(face.is_enabled)
        self.setText(face.verb)
        self.setAccessibleName(f"{face.verb} ({self._key_name})")
        self.setAccessibleDescription(face.hint)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, icon, verb, key cap and hint."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.hasFocus():
            self._look.focus_ring(painter, rect)
            rect = rect.adjusted(4, 4, -4, -4)
        is_on = self.face.is_enabled
        fill = "surface2" if not is_on else "accent_soft" if self.isDown() else "panel"
        self._look.box(painter, rect, fill, "line_strong" if is_on else "outline")
        ink = "text" if is_on else "text2"
        self._look.icon(painter, self._symbol, ink, QRectF(12, 9, 18, 18))
        cap = self._look.key_cap(painter, QPointF(self.width() - 10, 18), self._key_name, ink)
        words = QRectF(36, 7, self.width() - 36 - cap - 14, 22)
        self._look.text(painter, words, self.face.verb, ink, DESK.text)
        hint = QRectF(12, 31, self.width() - 22, 18)
        self._look.text(painter, hint, self.face.hint, "text2", DESK.hint)


class ActionKeys(QWidget):
    """Eight keys in two rows; a press of one that is off does nothing."""

    recall = Signal()
    here = Signal()
    close_with = Signal()
    no_show = Signal()
    hold = Signal()
    transfer = Signal()
    later = Signal()
    back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        of = visit_keys
        self._faces = (
            (ActionKey(look, "volume_up", "F3", "recallKey"), keys.recall_face, self.recall),
            (ActionKey(look, "person", "F4", "hereKey"), of.here_or_need_face, self.here),
            (ActionKey(look, "check", "F5", "closeKey"), keys.close_face, self.close_with),
            (ActionKey(look, "person_cancel", "Del", "noShowKey"), keys.no_show_face, self.no_show),
            (ActionKey(look, "pause", "F6", "holdKey"), of.hold_face, self.hold),
            (ActionKey(look, "sync_alt", "F7", "transferKey"), of.transfer_face, self.transfer),
            (ActionKey(look, "schedule", "F8", "laterKey"), of.later_face, self.later),
            (ActionKey(look, "undo", "F9", "backKey"), of.back_face, self.back),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(DESK.gap)
        for place, (key, _face, pressed) in enumerate(self._faces):
            grid.addWidget(key, place // IN_A_ROW, place % IN_A_ROW)
            key.clicked.connect(pressed)

    def show_scene(self, scene: Scene, language: str) -> None:
        """Words and states for this moment."""
        for key, face, _pressed in self._faces:
            key.show_face(face(scene, language))

    @property
    def keys(self) -> list[ActionKey]:
        """The keys from left to right, the upper row first."""
        return [key for key, _face, _pressed in self._faces]
