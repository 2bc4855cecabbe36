"""The facts of a case beside its story, and why this person may not do what it is time for."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from counter.desk.inbox import words
from counter.desk.inbox.steps import refusals
from shared.config.profile import Profile
from shared.domain.case import CaseState
from shared.i18n import translate
from shared.protocol.case import CaseStory
from shared.ui.look import Look
from shared.ui.marks import Line, Mark, label
from shared.ui.palette import set_role
from shared.ui.parts import head, titled

WIDTH = 272


class Facts(QFrame):
    """Name and value of each fact; below them the files, and what is refused, as sentences.

    Signals:
        fileAsked(str, str): identifier and name of a file.
    """

    fileAsked = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        set_role(self, "panel")
        self.setFixedWidth(WIDTH)
        self._values: dict[str, tuple[QLabel, QLabel]] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(14, 10, 14, 10)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)
        self.refused = QFrame()
        set_role(self.refused, "tag")
        self._why = label()
        self._why.setWordWrap(True)
        inside = QHBoxLayout(self.refused)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.addWidget(Mark(look, "lock"), 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self._why, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(head(titled(translate("Desk", "Case")), Line()))
        rows.addLayout(self._grid)
        self._look = look
        self._shown: tuple[tuple[str, str], ...] = ()
        self._files = QVBoxLayout()
        self._files.setContentsMargins(12, 0, 12, 4)
        rows.addLayout(self._files)
        around = QVBoxLayout()
        around.setContentsMargins(12, 4, 12, 12)
        around.addWidget(self.refused)
        rows.addLayout(around)
        rows.addStretch(1)

    def show_story(self, story: CaseStory, profile: Profile | None, now: datetime) -> None:
        """This case."""
        facts = dict(_facts(story, profile, now))
        for name, value in facts.items():
            self._set(name, value)
        for name, (caption, shown) in self._values.items():
            caption.setVisible(bool(facts.get(name)))
            shown.setVisible(bool(facts.get(name)))
        self._show_files(story)
        sentences = [*refusals(story.steps), *_waits_for(story)]
        self._why.setText("\n".join(sentences))
        self.refused.setAccessibleName(" ".join(sentences))
        self.refused.setVisible(bool(sentences))

    def _show_files(self, story: CaseStory) -> None:
        """A key for each file: it is fetched and saved where one wants it."""
        gone = translate("Desk", "File")
        files = tuple(
            (each.data["file"], each.text or gone) for each in story.entries if "file" in each.data
        )
        if files == self._shown:
            return
        self._shown = files
        while (item := self._files.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for file, name in files:
            key = QPushButton(name)
            key.setObjectName(f"file-{file}")
            key.setToolTip(translate("Desk", "Save the file"))
            key.clicked.connect(self._on_file)
            self._files.addWidget(key)

    def _on_file(self) -> None:
        key = self.sender()
        assert isinstance(key, QPushButton)
        self.fileAsked.emit(key.objectName().removeprefix("file-"), key.text())

    def value(self, name: str) -> str:
        """What stands beside a name."""
        return self._values[name][1].text()

    def _set(self, name: str, value: str) -> None:
        if name not in self._values:
            row = len(self._values)
            caption, shown = self._values[name] = label("unit", name), label()
            shown.setWordWrap(True)
            self._grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignTop)
        self._values[name][1].setText(value)


def _facts(story: CaseStory, profile: Profile | None, now: datetime) -> list[tuple[str, str]]:
    case, none = story.case, "–"
    table = profile.cases if profile else None
    categories = table.categories if table else ()
    causes = table.root_causes if table else ()
    received = case.received_at.astimezone(now.tzinfo).strftime("%Y-%m-%d %H:%M")
    contact = next((each.contact for each in story.entries if each.contact), None)
    about = {each.staff: each.name for each in story.handlers}
    language = translate("Desk", "Chinese")
    if not case.language.startswith("zh"):
        language = translate("Desk", "English")
    return [
        (translate("Desk", "Channel"), words.channel_word(case.channel)),
        (translate("Desk", "Received"), received),
        (translate("Desk", "Customer"), contact or ""),
        (translate("Desk", "Language"), language),
        (translate("Desk", "Handled by"), case.owner_name or case.owner or none),
        (translate("Desk", "About"), ", ".join(about.get(x, x) for x in case.about)),
        (translate("Desk", "Category"), words.word_name(categories, case.category) or none),
        (translate("Desk", "Root cause"), words.word_name(causes, case.root_cause) or none),
        (translate("Desk", "Opened again"), str(case.reopened or "")),
    ]


def _waits_for(story: CaseStory) -> list[str]:
    """Who has to do the next thing, where it is somebody with another role."""
    may_decide = any(each.name == "approve" for each in story.steps)
    if story.case.state is CaseState.PROPOSED and story.steps and not may_decide:
        return [translate("Desk", "A supervisor decides about the proposed solution.")]
    return []
