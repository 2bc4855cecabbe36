"""A word to a change that is sent back: what it lacks."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.sheet import Sheet

WIDTH, HEIGHT, NOTE_MAX = 520, 190, 500


class NoteSheet(Sheet):
    """One line and Enter."""

    def __init__(self, page: QWidget, look: Look, said: Callable[[str], object]) -> None:
        super().__init__(page, look, translate("Profile", "Send back"), WIDTH, HEIGHT)
        self._said = said
        self.note = QLineEdit()
        self.note.setObjectName("note")
        self.note.setAccessibleName(translate("Profile", "What it lacks"))
        self.note.setPlaceholderText(self.note.accessibleName())
        self.note.setMaxLength(NOTE_MAX)
        self.body.addWidget(self.note)
        self.add_confirm("confirmNote", translate("Profile", "Send back"), self._confirm)
        self.note.returnPressed.connect(self._confirm)

    def appear(self) -> None:
        """The cursor stands in the line."""
        super().appear()
        self.note.setFocus()

    @Slot()
    def _confirm(self) -> None:
        if self.note.text().strip():
            self._said(self.note.text().strip())
            self.leave()
