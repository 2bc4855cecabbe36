"""Where a file is written: its path, in a sheet of the window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QWidget

from shared.domain.errors import LobbyError
from shared.i18n import error_sentence, translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import label
from simulator.console.shell.parts import Choice
from simulator.console.shell.sheet import Sheet


class FileSheet(Sheet):
    """A path, kinds to choose from, and a key that writes; a refusal stands in the sheet."""

    def __init__(
        self,
        page: QWidget,
        look: Look,
        title: str,
        first: Path,
        kinds: Sequence[str],
        write: Callable[[Path], None],
    ) -> None:
        super().__init__(page, look, title, 640, 280)
        self._write = write
        self.written: Path | None = None
        self.path = QLineEdit(str(first))
        self.path.setObjectName("filePath")
        self.path.setAccessibleName(translate("Console", "File"))
        self.path.returnPressed.connect(self._on_write)
        browse = KeyButton(look, "", "browseFile")
        browse.show_as(translate("Console", "Look for it"))
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(browse)
        self.body.addWidget(label("unit", translate("Console", "File")))
        self.body.addLayout(row)
        self.kinds = [Choice(look, f"kind{kind}", kind[1:].upper()) for kind in kinds]
        if len(kinds) > 1:
            self.body.addLayout(self._kinds(kinds))
        self.problem = QLabel()
        self.problem.setObjectName("message")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.body.addStretch(1)
        done = KeyButton(look, "Enter", "writeFile", "accent")
        done.show_as(translate("Console", "Write the file"))
        done.clicked.connect(self._on_write)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(done)
        self.body.addLayout(row)

    def _kinds(self, kinds: Sequence[str]) -> QHBoxLayout:
        row = QHBoxLayout()
        for kind, choice in zip(kinds, self.kinds, strict=True):
            choice.setChecked(kind == Path(self.path.text()).suffix)
            choice.setProperty("kind", kind)
            choice.clicked.connect(self._on_kind)
            row.addWidget(choice)
        row.addStretch(1)
        return row

    def _on_kind(self) -> None:
        choice = self.sender()
        assert choice is not None
        self.path.setText(str(Path(self.path.text()).with_suffix(str(choice.property("kind")))))

    def _browse(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.accessibleName(), self.path.text())
        if path:
            self.path.setText(path)

    def _on_write(self) -> None:
        path = Path(self.path.text().strip()).expanduser()
        try:
            self._write(path)
        except LobbyError as error:
            self.problem.setText(error_sentence(error))
            self.problem.show()
            return
        self.written = path
        self.leave()


def documents() -> Path:
    """Where people keep their files."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place else Path.home()
