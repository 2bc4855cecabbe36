"""The head of a case: what it is, how far it is, its deadlines, the keys of its steps."""

from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counter.desk.inbox import words
from counter.desk.inbox.case_list import title_of
from counter.desk.inbox.steps import PRESSED, open_steps, step_word
from counter.desk.shell.session import Desk
from shared.domain.case import CaseKind, CaseState
from shared.i18n import translate
from shared.protocol.case import CaseStory, CaseView
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Line, label
from shared.ui.palette import set_role
from shared.ui.tokens import DESK

#: The way of a complaint, and the shorter one of everything else.
LONG = (
    CaseState.RECEIVED,
    CaseState.INVESTIGATING,
    CaseState.PROPOSED,
    CaseState.APPROVED,
    CaseState.CARRIED_OUT,
    CaseState.ANSWERED,
    CaseState.CLOSED,
)
SHORT = (CaseState.RECEIVED, CaseState.INVESTIGATING, CaseState.ANSWERED, CaseState.CLOSED)
KEYS = {
    "assign": "Alt+T",
    "hand-over": "Alt+H",
    "close": "Alt+E",
    "classify": "Alt+C",
    "extend": "Alt+X",
    "merge": "Alt+M",
    "attach": "Alt+A",
}


class Way(QWidget):
    """The states of a case as a line: those behind it ticked, the present one filled."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._states: tuple[CaseState, ...] = LONG
        self._at = 0
        self.setFixedHeight(48)

    def show_case(self, case: CaseView) -> None:
        """Where this one stands; a merged case has left the way."""
        self._states = LONG if case.kind is CaseKind.COMPLAINT else SHORT
        is_there = case.state in self._states
        self._at = self._states.index(case.state) if is_there else len(self._states)
        self.setAccessibleName(words.state_word(case.state))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Line, circles, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self.width() / len(self._states)
        for place, state in enumerate(self._states):
            middle = QPointF(step * (place + 0.5), 13)
            if place:
                ink = "positive" if place <= self._at else "outline"
                painter.setPen(QPen(self._look.colour(ink), 2))
                painter.drawLine(QPointF(middle.x() - step + 13, 13), QPointF(middle.x() - 13, 13))
            self._circle(painter, middle, place)
            is_here = place == self._at
            self._look.text(
                painter,
                QRectF(step * place, 27, step, 20),
                words.state_word(state),
                "text" if is_here else "text2",
                DESK.body,
                bold=is_here,
                align=Qt.AlignmentFlag.AlignHCenter,
            )

    def _circle(self, painter: QPainter, middle: QPointF, place: int) -> None:
        box = QRectF(middle.x() - 11, middle.y() - 11, 22, 22)
        is_last = place == len(self._states) - 1
        is_behind = place < self._at or (is_last and place == self._at)
        fill = "positive" if is_behind else "accent" if place == self._at else "panel"
        edge = fill if fill != "panel" else "line_strong"
        self._look.box(painter, box, fill, edge, radius=11.0)
        if is_behind:
            self._look.icon(painter, "check", "on_accent", box.adjusted(3, 3, -3, -3))
        else:
            ink = "on_accent" if place == self._at else "text2"
            centre = Qt.AlignmentFlag.AlignHCenter
            self._look.text(painter, box, str(place + 1), ink, DESK.hint, bold=True, align=centre)


class CaseHead(QFrame):
    """Title and keys, the way, the deadlines.

    Signals:
        stepAsked(str): a step with a key of its own.
    """

    stepAsked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        set_role(self, "panel")
        self._look = look
        self.title, self.number = Line("title"), label("unit")
        self.way = Way(look)
        self.first, self.solution, self.extended = label(), label(), label("unit")
        self.keys = {step: self._key(step) for step in PRESSED}
        top = QHBoxLayout()
        top.setSpacing(DESK.gap)
        top.addWidget(self.number)
        top.addWidget(self.title, 1)
        for key in self.keys.values():
            top.addWidget(key)
        dues = QHBoxLayout()
        dues.setSpacing(24)
        dues.addWidget(self.first)
        dues.addWidget(self.solution)
        dues.addWidget(self.extended)
        dues.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 10, 14, 10)
        rows.setSpacing(6)
        rows.addLayout(top)
        rows.addWidget(self.way)
        rows.addLayout(dues)

    def _key(self, step: str) -> KeyButton:
        key = KeyButton(self._look, KEYS[step], f"step-{step}")
        key.setProperty("step", step)
        key.clicked.connect(self._on_key)
        key.hide()
        return key

    def show_story(self, story: CaseStory, desk: Desk) -> None:
        """This case, and what this person may do about it."""
        case, now = story.case, desk.now()
        self.number.setText(case.number)
        self.title.show_as(title_of(case, desk.client.profile))
        self.way.show_case(case)
        self._show_dues(case, now)
        free = open_steps(story.steps, PRESSED)
        for step, key in self.keys.items():
            key.show_as(step_word(step), is_enabled=desk.can_act)
            key.setVisible(step in free)

    def _show_dues(self, case: CaseView, now: datetime) -> None:
        if case.first_answered_at is not None:
            first, ink = translate("Desk", "First answer given"), "positive"
        else:
            first = translate("Desk", "First answer: %1", words.left(case.first_answer_by, now))
            ink = _ink(case.first_answer_by, now)
        self._say(self.first, first, ink if case.is_open else "text2")
        day = case.solve_by.astimezone(now.tzinfo).strftime("%Y-%m-%d %H:%M")
        if case.is_open:
            left = words.left(case.solve_by, now)
            text, ink = translate("Desk", "Solved by %1: %2", day, left), _ink(case.solve_by, now)
        else:
            text, ink = words.ended(case, now), "text2"
        self._say(self.solution, text, ink)
        self.extended.setText(words.extension_word(case.extension))

    def _say(self, text: QWidget, sentence: str, ink: str) -> None:
        text.setProperty("text", sentence)
        text.setStyleSheet(f"color: {self._look.colour(ink).name()}; font-weight: 700;")

    def _on_key(self) -> None:
        key = self.sender()
        assert key is not None
        self.stepAsked.emit(str(key.property("step")))


def _ink(due: datetime, now: datetime) -> str:
    left_s = (due - now).total_seconds()
    return "danger" if left_s < 0 else "warning" if left_s < 6 * 3600 else "text"
