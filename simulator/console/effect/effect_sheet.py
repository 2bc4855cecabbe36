"""Choose what is to be judged: where the prediction is, and what was recorded."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from shared.domain.errors import InputInvalid
from shared.i18n import current_language, translate
from shared.ui.look import Look
from shared.ui.marks import label
from shared.ui.parts import chooser
from shared.ui.sheet import Sheet
from simulator.console.effect.asked import Asked, Source, of_file, of_plan, of_run, records
from simulator.console.office.work import OfficeWork
from simulator.console.shell.session import Session

RUN, FILE = "run", "file"


class NoPrediction(InputInvalid):
    """No file is named."""

    code = "no_prediction_named"
    sentence = "Name the file with the prediction, or choose another one above."


class EffectSheet(Sheet):
    """The run on What-if, a file, or a plan that was handed in; records before and after."""

    def __init__(
        self, page: QWidget, look: Look, session: Session, take: Callable[[Asked], None]
    ) -> None:
        title = translate("Console", "What came of a plan?")
        super().__init__(page, look, title, 680, 440)
        self.session, self._take = session, take
        words = translate("Console", "What was predicted")
        entries = [(FILE, translate("Console", "A file that What-if exported (.json)"))]
        if session.result is not None and session.result.rows:
            entries.insert(0, (RUN, translate("Console", "The run that What-if shows now")))
        handed = [p for p in session.office.plans if p.kind == "scenario"]
        entries += [(plan.id, _handed(plan.title, plan.by)) for plan in handed]
        self.source = chooser(look, "predictionSource", words, entries, entries[0][0])
        self.source.setProperty("small", False)
        self.source.activated.connect(self._show)
        self.body.addWidget(label("unit", words))
        self.body.addWidget(self.source)
        self.file = self._field("predictionPath", translate("Console", "File of the prediction"))
        hint = translate("Console", "CSV files with ; between them, or a folder")
        self.before = self._field(
            "beforePath", translate("Console", "Recorded before the change"), hint
        )
        self.after = self._field("afterPath", translate("Console", "Recorded after it"), hint)
        self.add_problem()
        self.add_confirm("judge", translate("Console", "Set beside each other"), self._on_done)
        self._show()

    def _field(self, name: str, words: str, hint: str = "") -> QLineEdit:
        title, kinds = self.accessibleName(), "*.csv" if hint else "*.json"

        def browse() -> str:
            return ";".join(QFileDialog.getOpenFileNames(self, title, "", kinds)[0])

        field = self.add_path(name, words, hint, browse)
        field.returnPressed.connect(self._on_done)
        return field

    def _show(self) -> None:
        self.file.setEnabled(self.source.currentData() == FILE)

    def _on_done(self) -> None:
        if self.tried(lambda: self._take(self._asked())):
            self.leave()

    def _asked(self) -> Asked:
        """What the fields say.

        Raises:
            NoPrediction, NothingRecorded.
        """
        name, source = self._prediction()
        before, after = records(self.before.text()), records(self.after.text())
        return Asked(name, source, before, after, self.session.case.profile)

    def _prediction(self) -> tuple[str, Source]:
        chosen, result = self.source.currentData(), self.session.result
        if chosen == RUN and result is not None:
            return self.source.currentText(), of_run(result.lives)
        if chosen == FILE:
            if not self.file.text().strip():
                raise NoPrediction
            path = Path(self.file.text().strip()).expanduser()
            return path.name, of_file(path)
        office = _office(self.session.office, self.session.case.profile.branch.id)
        return self.source.currentText(), of_plan(lambda: office(str(chosen)))


def _handed(title: str, by: str) -> str:
    return translate("Console", "Handed in: %1 (%2)", title, by)


def _office(work: OfficeWork, branch: str) -> Callable[[str], str]:
    """Gives the file of a plan; asked beside the window."""
    there, language = work.where.office(branch), current_language()
    return lambda plan: there.plan(plan, language).text
