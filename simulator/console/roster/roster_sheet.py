"""Choose a staff file and a roster; a refusal stands in the sheet."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from shared.domain.errors import LobbyError
from shared.i18n import error_sentence, translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import label
from simulator.console.shell.sheet import Sheet
from simulator.console.whatif.words import spoken
from simulator.planning.rostering.month import SHIPPED_STAFF, load_month

Take = Callable[[str, Path | None], None]


class RosterSheet(Sheet):
    """Two paths; the roster may be left out: then everybody is off."""

    def __init__(self, page: QWidget, look: Look, take: Take) -> None:
        super().__init__(page, look, translate("Console", "Open staff and roster"), 640, 430)
        self._take = take
        self.body.addWidget(label("unit", translate("Console", "Staff that comes with it")))
        for name in SHIPPED_STAFF:
            key = QPushButton(spoken(load_month(name).file.name))
            key.setObjectName(f"staff-{name}")
            key.setProperty("staff", name)
            key.clicked.connect(self._on_shipped)
            self.body.addWidget(key)
        self.staff = self._path(
            "staffPath",
            translate("Console", "Staff file (.toml)"),
            translate("Console", "Staff files (*.toml)"),
        )
        self.staff.setText(SHIPPED_STAFF[0])
        self.roster = self._path(
            "rosterPath",
            translate("Console", "Roster (.csv, .xlsx); empty: everybody is off"),
            translate("Console", "Rosters (*.csv *.xlsx)"),
        )
        self.problem = QLabel()
        self.problem.setObjectName("message")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.body.addStretch(1)
        done = KeyButton(look, "Enter", "openRoster", "accent")
        done.show_as(translate("Console", "Open"))
        done.clicked.connect(self._on_open)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(done)
        self.body.addLayout(row)

    def _path(self, name: str, words: str, kinds: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(words)
        field.returnPressed.connect(self._on_open)
        browse = KeyButton(self.look, "", f"browse-{name}")
        browse.show_as(translate("Console", "Look for it"))
        browse.clicked.connect(lambda: self._browse(field, kinds))
        row = QHBoxLayout()
        row.addWidget(field, 1)
        row.addWidget(browse)
        self.body.addWidget(label("unit", words))
        self.body.addLayout(row)
        return field

    def _browse(self, field: QLineEdit, kinds: str) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.accessibleName(), field.text(), kinds)
        if path:
            field.setText(path)

    def _on_shipped(self) -> None:
        key = self.sender()
        assert key is not None
        self._try(str(key.property("staff")), None)

    def _on_open(self) -> None:
        roster = self.roster.text().strip()
        self._try(self.staff.text().strip(), Path(roster).expanduser() if roster else None)

    def _try(self, staff: str, roster: Path | None) -> None:
        try:
            self._take(staff, roster)
        except LobbyError as error:
            self.problem.setText(error_sentence(error))
            self.problem.show()
            return
        self.leave()
