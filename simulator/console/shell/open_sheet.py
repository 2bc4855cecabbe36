"""Choose what to look at: a shipped branch, a scenario file, or a recorded day."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from shared.config.load import SHIPPED, load_profile
from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import label
from shared.ui.parts import chooser, titled
from shared.ui.sheet import Sheet
from simulator.console.study.case import open_log
from simulator.console.study.saving import Opened, open_file
from simulator.console.whatif.words import spoken
from simulator.model.changes import SHIPPED_SCENARIOS, load_scenario, scenario_path


class OpenSheet(Sheet):
    """Each way of opening has its own key; a refusal stands in the sheet."""

    def __init__(self, page: QWidget, look: Look, take: Callable[[Opened], None]) -> None:
        super().__init__(page, look, translate("Console", "Open a branch"), 640, 560)
        self._take = take
        self.body.addWidget(label("unit", translate("Console", "Branches that come with it")))
        for name in SHIPPED_SCENARIOS:
            key = QPushButton(spoken(load_scenario(scenario_path(name)).name))
            key.setObjectName(f"open-{name}")
            key.setProperty("scenario", name)
            key.clicked.connect(self._open_shipped)
            self.body.addWidget(key)
        self.body.addSpacing(8)
        self.body.addWidget(titled(translate("Console", "A file of yours")))
        kinds = translate("Console", "Scenario (.toml), or event log of a day (.csv)")
        self.path = self.add_path("casePath", translate("Console", "File"), kinds, self._browse)
        self.profile = chooser(
            look,
            "logProfile",
            translate("Console", "Branch of the log"),
            [(name, _branch(name)) for name in SHIPPED],
            next(iter(SHIPPED)),
        )
        self.profile.setEditable(True)
        self.profile.setProperty("small", False)
        open_key = KeyButton(look, "", "openPath", "accent")
        open_key.show_as(translate("Console", "Open"))
        open_key.clicked.connect(self._open_path)
        self.path.returnPressed.connect(self._open_path)
        row = QHBoxLayout()
        row.addWidget(label("unit", translate("Console", "Branch of the log")))
        row.addWidget(self.profile, 1)
        row.addWidget(open_key)
        self.body.addLayout(row)
        self.add_problem()
        self.body.addStretch(1)

    def _browse(self) -> str:
        title = translate("Console", "Open a branch")
        kinds = translate("Console", "Scenarios and event logs (*.toml *.csv)")
        return QFileDialog.getOpenFileName(self, title, self.path.text(), kinds)[0]

    def _open_shipped(self) -> None:
        key = self.sender()
        assert key is not None
        self._try(lambda: open_file(str(key.property("scenario"))))

    def _open_path(self) -> None:
        path = Path(self.path.text().strip()).expanduser()
        if path.suffix.lower() == ".csv":
            profile = self._chosen_profile()
            self._try(lambda: (open_log(path, profile), None))
        else:
            self._try(lambda: open_file(str(path)))

    def _chosen_profile(self) -> str:
        """One of the shipped ones, or the path that somebody wrote."""
        box = self.profile
        is_shipped = box.currentText() == box.itemText(box.currentIndex())
        return str(box.currentData()) if is_shipped else box.currentText().strip()

    def _try(self, opening: Callable[[], Opened]) -> None:
        found: list[Opened] = []
        if self.tried(lambda: found.append(opening())):
            self.leave()
            self._take(found[0])


def _branch(name: str) -> str:
    """A shipped profile as people call it, with the name that commands know."""
    return f"{spoken(load_profile(name).branch.name)} ({name})"
