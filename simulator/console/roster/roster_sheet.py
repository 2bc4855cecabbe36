"""Choose a staff file and a roster; a refusal stands in the sheet."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.marks import label
from shared.ui.sheet import Sheet
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
        self.add_problem()
        self.add_confirm("openRoster", translate("Console", "Open"), self._on_open)

    def _path(self, name: str, words: str, kinds: str) -> QLineEdit:
        title = self.accessibleName()
        field = self.add_path(
            name, words, "", lambda: QFileDialog.getOpenFileName(self, title, "", kinds)[0]
        )
        field.returnPressed.connect(self._on_open)
        return field

    def _on_shipped(self) -> None:
        key = self.sender()
        assert key is not None
        self._try(str(key.property("staff")), None)

    def _on_open(self) -> None:
        roster = self.roster.text().strip()
        self._try(self.staff.text().strip(), Path(roster).expanduser() if roster else None)

    def _try(self, staff: str, roster: Path | None) -> None:
        if self.tried(lambda: self._take(staff, roster)):
            self.leave()
