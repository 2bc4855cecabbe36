"""What was done about a case, oldest first: when, who, what, and the words."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QWidget

from counter.desk.inbox import words
from shared.config.profile import Profile
from shared.domain.case import CaseKind, Extension, Lateness
from shared.i18n import translate
from shared.protocol.case import CaseEntry
from shared.protocol.why import StoryLine, TicketStory
from shared.ui.look import Look
from shared.ui.marks import label

#: Time, what and who, words. One row of the story.
Row = tuple[str, str, str]


class Rows(QScrollArea):
    """Three columns that grow with their words and scroll as one."""

    def __init__(self, look: Look, name: str, words_of_it: str) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[tuple[Row, str], ...] = ()
        self.setObjectName(name)
        self.setAccessibleName(words_of_it)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_rows(self, rows: Sequence[tuple[Row, str]]) -> None:
        """Pairs of a row and the colour of its middle."""
        if tuple(rows) == self._shown:
            return
        self._shown = tuple(rows)
        inside = QWidget()
        inside.setObjectName("scrolled")
        grid = QGridLayout(inside)
        grid.setContentsMargins(14, 8, 14, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for place, (row, token) in enumerate(self._shown):
            self._add(grid, place, row, token)
        grid.setRowStretch(len(self._shown), 1)
        self.setWidget(inside)

    def _add(self, grid: QGridLayout, place: int, row: Row, token: str) -> None:
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(label("unit", row[0]), place, 0, top)
        middle = label("", row[1])
        middle.setStyleSheet(f"font-weight: 700; color: {self._look.colour(token).name()};")
        middle.setFixedWidth(170)
        middle.setWordWrap(True)
        grid.addWidget(middle, place, 1, top)
        said = label("", row[2])
        said.setWordWrap(True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        grid.addWidget(said, place, 2, top)

    @property
    def rows(self) -> list[Row]:
        """What is shown."""
        return [row for row, _ in self._shown]


def case_rows(
    entries: Sequence[CaseEntry], profile: Profile | None, now: datetime, names: dict[str, str]
) -> list[tuple[Row, str]]:
    """The rows of a case's story; ``names`` of staff by number."""
    return [(_row(each, profile, now, names), _token(each)) for each in entries]


def ticket_rows(story: TicketStory) -> list[tuple[Row, str]]:
    """The rows of a ticket's story: the sentence is the reason itself."""
    return [((line.clock, _line_word(line), line.text), _line_token(line)) for line in story.lines]


def _row(entry: CaseEntry, profile: Profile | None, now: datetime, names: dict[str, str]) -> Row:
    at = entry.at.astimezone(now.tzinfo)
    is_today = at.date() == now.date()
    clock = at.strftime("%H:%M" if is_today else "%m-%d %H:%M")
    who = entry.by_name or entry.by or translate("Desk", "Customer")
    if entry.kind == "case.escalated":
        who = translate("Desk", "by itself")
    parts = [_what(entry, profile, names)]
    if entry.text:
        parts.append(entry.text)
    if entry.contact:
        parts.append(translate("Desk", "To be answered at: %1", entry.contact))
    if entry.is_erased:
        parts.append(translate("Desk", "What was written has been destroyed in time."))
    return clock, f"{words.entry_word(entry.kind)}\n{who}", "\n".join(filter(None, parts))


def _what(entry: CaseEntry, profile: Profile | None, names: dict[str, str]) -> str:
    """What the step changed, in words."""
    data = entry.data
    said: list[str] = []
    if owner := data.get("owner"):
        said.append(names.get(owner, owner))
    if kind := data.get("kind"):
        said.append(words.kind_word(CaseKind(kind)))
    table = profile.cases if profile else None
    if category := data.get("category"):
        said.append(words.word_name(table.categories if table else (), category))
    if cause := data.get("root_cause"):
        name = words.word_name(table.root_causes if table else (), cause)
        said.append(translate("Desk", "cause: %1", name))
    if extension := data.get("extension"):
        said.append(words.extension_word(Extension(extension)))
    if deadline := data.get("deadline"):
        is_first = deadline == Lateness.FIRST_ANSWER
        said.append(
            translate("Desk", "of the first answer")
            if is_first
            else translate("Desk", "of the solution")
        )
    return ", ".join(said)


def _token(entry: CaseEntry) -> str:
    return "danger" if entry.kind == "case.escalated" else "text"


def _line_word(line: StoryLine) -> str:
    return translate("Desk", "Passed over") if line.kind == "passed_over" else ""


def _line_token(line: StoryLine) -> str:
    return "warning" if line.kind == "passed_over" else "text"
