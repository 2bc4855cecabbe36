"""Where a file is written: its path, in a sheet of the window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.parts import Choice
from shared.ui.sheet import Sheet


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
        self.path = self.add_path("filePath", translate("Console", "File"), "", self._browse)
        self.path.setText(str(first))
        self.path.returnPressed.connect(self._on_write)
        self.kinds = [Choice(look, f"kind{kind}", kind[1:].upper()) for kind in kinds]
        if len(kinds) > 1:
            self.body.addLayout(self._kinds(kinds))
        self.add_problem()
        self.add_confirm("writeFile", translate("Console", "Write the file"), self._on_write)

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

    def _browse(self) -> str:
        return QFileDialog.getSaveFileName(self, self.accessibleName(), self.path.text())[0]

    def _on_write(self) -> None:
        path = Path(self.path.text().strip()).expanduser()
        if self.tried(lambda: self._write(path)):
            self.written = path
            self.leave()


def documents() -> Path:
    """Where people keep their files."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place else Path.home()
