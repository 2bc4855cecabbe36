"""The strip: 480 x 96 pixels above the bank's own programs; number, time, the next key.

It shows what the window shows and takes the same keys; F11 goes to and fro. A notice adds a line.
"""

from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counter.teller import keys, words
from counter.teller.next_key import SMALL, NextKey
from counter.teller.scene import Scene
from counter.teller.strip_words import StripWords, side_keys, strip_words
from counter.teller.top_bar import STATE_MARKS, state_word
from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Chip, Figure, Line, Mark, label
from shared.ui.tokens import DESK

WIDTH, HEIGHT, TITLE, NOTICE = 480, 96, 26, 34
ON_TOP = (
    Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
)


class Strip(QFrame):
    """Frameless and on top. It holds no state; ``window`` and its presenter do.

    Signals:
        widened: back to the whole window, by F11 or its key.
        next, side(str): a key was pressed with the mouse; ``side`` gives its action.
        closed: somebody wants to close it, as with Alt+F4.
    """

    widened = Signal()
    next = Signal()
    side = Signal(str)
    closed = Signal()
    keyed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(None, ON_TOP)
        self.setObjectName("strip")
        self.setFixedSize(WIDTH, HEIGHT)
        self.counter = label()
        self.counter.setStyleSheet("font-weight: 700;")
        self.chip = Chip(look)
        self.waiting, self.count, self.longest = label("unit"), label(), label("unit")
        self.count.setStyleSheet("font-weight: 700;")
        self._late = Mark(look, "warning", "warning", 16)
        self.widen = KeyButton(look, "F11", "stripWiden", "flat")
        self.widen.setFixedHeight(22)
        self.number = Figure(look, DESK.figure_small)
        self.timer = Figure(look, 24)
        self.beneath, self.beside = Line("hint"), Line("hint")
        self.next_key = NextKey(look, "stripNext", SMALL)
        self.sides = [KeyButton(look, "F3", f"stripSide{n}", "small", fills=True) for n in (1, 2)]
        self.notice, self._notice_mark = Line(), Mark(look, "warning", "warning", 18)
        self._notice_row = QFrame()
        self._look = look
        self._held: QPoint | None = None
        self._lay_out()
        self.widen.clicked.connect(self.widened)
        self.next_key.clicked.connect(self.next)
        for place, key in enumerate(self.sides):
            key.clicked.connect(self._side_one if place == 0 else self._side_two)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(self._title())
        body = QHBoxLayout()
        body.setContentsMargins(8, 4, 8, 5)
        body.setSpacing(8)
        for figure, line, width in (
            (self.number, self.beneath, 98),
            (self.timer, self.beside, 72),
        ):
            column, holder = QVBoxLayout(), QWidget()
            holder.setFixedWidth(width)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(3)
            column.addStretch(1)
            column.addWidget(figure)
            column.addWidget(line)
            holder.setLayout(column)
            body.addWidget(holder)
        body.addWidget(self.next_key, 1)
        side = QVBoxLayout()
        side.setSpacing(4)
        for key in self.sides:
            side.addWidget(key)
        body.addLayout(side)
        outer.addLayout(body, 1)
        outer.addWidget(self._notice())

    def _title(self) -> QFrame:
        title = QFrame()
        title.setObjectName("stripTitle")
        title.setFixedHeight(TITLE)
        row = QHBoxLayout(title)
        row.setContentsMargins(8, 0, 4, 0)
        row.setSpacing(6)
        left: list[QWidget] = [Mark(self._look, "drag_indicator", "text2", 14)]
        left += [self.counter, self.chip]
        right: list[QWidget] = [self.waiting, self.count, self._late, self.longest, self.widen]
        for part in left:
            row.addWidget(part)
        row.addStretch(1)
        for part in right:
            row.addWidget(part)
        self.chip.setFixedHeight(22)
        return title

    def _notice(self) -> QFrame:
        frame = self._notice_row
        frame.setObjectName("stripNotice")
        frame.setFixedHeight(NOTICE)
        row = QHBoxLayout(frame)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self._notice_mark)
        row.addWidget(self.notice, 1)
        row.addWidget(label("keyCap", "Esc"))
        frame.hide()
        return frame

    @property
    def stops(self) -> list[QWidget]:
        """What Tab goes through."""
        return [self.next_key, *self.sides, self.widen]

    def show_scene(
        self, scene: Scene, waited_min: int | None, now: datetime, language: str, notice: str
    ) -> None:
        """Everything for this moment. ``notice``: one sentence that wants to be read, or none."""
        self.setWindowTitle(translate("Teller", "Teller – Branch Lobby", language=language))
        self.counter.setText(words.counter_name(scene.profile, scene.counter, language))
        symbol, token = STATE_MARKS[scene.phase]
        self.chip.show_as(state_word(scene.phase, language), symbol, token)
        self.waiting.setText(translate("Teller", "Waiting", language=language))
        self.count.setText(str(len(scene.queue)))
        self.widen.show_as("")
        self.widen.setAccessibleName(translate("Teller", "Whole window (F11)", language=language))
        self._show_figures(strip_words(scene, now, language))
        self.next_key.show_face(keys.next_face(scene, waited_min, language))
        for key, (name, action, face) in zip(self.sides, side_keys(scene, language), strict=True):
            key.setProperty("action", action)
            key.show_key(name, face.verb, is_enabled=face.is_enabled, reason=face.hint)
        self._show_notice(notice)

    def _show_figures(self, shown: StripWords) -> None:
        self.number.show_as(shown.number)
        self.timer.show_as(shown.timer)
        self.beneath.show_as(shown.beneath)
        self.beside.show_as(shown.beside)
        self.longest.setText(shown.longest)
        ink = self._look.colour("warning" if shown.is_long else "text2").name()
        self.longest.setStyleSheet(f"color: {ink};")
        self._late.setVisible(shown.is_long)

    def _show_notice(self, sentence: str) -> None:
        self.notice.show_as(sentence)
        if bool(sentence) == self._notice_row.isHidden():
            self._notice_row.setVisible(bool(sentence))
            self.setFixedSize(WIDTH, HEIGHT + (NOTICE if sentence else 0))

    # ------------------------------------------------------------ keys and mouse

    def _side_one(self) -> None:
        self.side.emit(str(self.sides[0].property("action")))

    def _side_two(self) -> None:
        self.side.emit(str(self.sides[1].property("action")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The window's keys work here as well."""
        self.keyed.emit(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Anywhere but on a key: it moves with the pointer."""
        handle = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and not handle.startSystemMove():
            self._held = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Where the desktop does not move windows by itself."""
        if self._held is not None:
            self.move(event.globalPosition().toPoint() - self._held)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """It stays here."""
        self._held = None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is the window's business: it asks where a customer is here."""
        event.ignore()
        self.closed.emit()
