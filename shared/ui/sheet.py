"""A sheet over a page: a title, what it asks, and Esc to leave."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from shared.domain.errors import LobbyError
from shared.i18n import error_sentence, translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import label
from shared.ui.parts import titled


class Sheet(QFrame):
    """Stands in the middle of its page, or where ``place`` puts it, above everything else."""

    left = Signal()

    def __init__(self, page: QWidget, look: Look, title: str, width: int, height: int) -> None:
        super().__init__(page)
        self.setObjectName("sheet")
        self.page, self.look, self._size = page, look, (width, height)
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.setSpacing(12)
        row = QHBoxLayout()
        row.addWidget(titled(title))
        row.addStretch(1)
        leave = KeyButton(look, "Esc", "leaveSheet", "flat")
        leave.show_as(translate("Sheet", "Close"))
        leave.clicked.connect(self.leave)
        row.addWidget(leave)
        self.body.addLayout(row)
        page.installEventFilter(self)

    def add_problem(self) -> QLabel:
        """A line for a refusal, hidden until there is one."""
        self.problem = QLabel()
        self.problem.setObjectName("message")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.body.addWidget(self.problem)
        return self.problem

    def add_confirm(self, name: str, words: str, act: Callable[[], object]) -> KeyButton:
        """The large key at the end of the sheet, for Enter."""
        self.body.addStretch(1)
        done = KeyButton(self.look, "Enter", name, "accent")
        done.show_as(words)
        done.clicked.connect(act)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(done)
        self.body.addLayout(row)
        return done

    def tried(self, act: Callable[[], object]) -> bool:
        """Do it; a refusal stands in the sheet. Whether it was done."""
        try:
            act()
        except LobbyError as error:
            self.problem.setText(error_sentence(error))
            self.problem.show()
            return False
        return True

    def add_path(self, name: str, words: str, hint: str, browse: Callable[[], str]) -> QLineEdit:
        """A field for a path with the key that looks for it; Enter is left to the sheet."""
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(words)
        field.setPlaceholderText(hint)
        look_for = KeyButton(self.look, "", f"browse-{name}")
        look_for.show_as(translate("Sheet", "Look for it"))
        look_for.clicked.connect(lambda: field.setText(browse() or field.text()))
        row = QHBoxLayout()
        row.addWidget(field, 1)
        row.addWidget(look_for)
        self.body.addWidget(label("unit", words))
        self.body.addLayout(row)
        return field

    def place(self) -> None:
        """Where it stands: the middle; smaller where the page is."""
        page = self.page
        width, height = (min(a, b) for a, b in zip(self._size, _room(page), strict=True))
        self.setGeometry((page.width() - width) // 2, (page.height() - height) // 2, width, height)

    def appear(self) -> None:
        """Show it in front, with the focus inside."""
        self.place()
        self.show()
        self.raise_()
        self.setFocus()
        self.focusNextChild()
        self.focusNextChild()  # past the key that leaves

    def leave(self) -> None:
        """Close; nothing is done."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It moves with its page."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)


def _room(page: QWidget) -> tuple[int, int]:
    return page.width() - 16, page.height() - 16
