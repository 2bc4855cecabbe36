"""The first tour: from the sample branch to an exported comparison, one thing at a time."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import label
from simulator.console.shell.session import Session

LOOK_EVERY_MS = 150
WIDTH = 460


@dataclass(frozen=True)
class Step:
    """What is said, which part it is about (object name), and when it is done by itself."""

    words: str
    part: str
    is_done: Callable[[], bool]


def steps(session: Session, has_written: Callable[[], bool]) -> tuple[Step, ...]:
    """The way through What-if; whoever does not want to do a step goes on with Next."""
    return (
        Step(
            translate(
                "Console",
                "This is a sample branch on a pay day. Plan A is the branch as it is. "
                "Press “Change B” to make a plan B.",
            ),
            "changeB",
            lambda: False,
        ),
        Step(
            translate(
                "Console",
                "Choose another time for a break or a closing: with the mouse, or with Tab and "
                "the arrow keys. What is other in plan B stands in its card.",
            ),
            "staffingLines",
            lambda: session.drafts[0] != session.drafts[1],
        ),
        Step(
            translate(
                "Console",
                "Now run both plans: the same customers come on the same days under each.",
            ),
            "runPlans",
            lambda: session.result is not None and session.is_current,
        ),
        Step(
            translate(
                "Console",
                "The sentence says what came of it, the table how sure that is: better, worse, "
                "same. Where the mark's bar touches the zero line, no difference is shown.",
            ),
            "differenceTable",
            lambda: False,
        ),
        Step(
            translate("Console", "Export it for those who decide: as PDF, workbook or picture."),
            "exportResult",
            has_written,
        ),
        Step(
            translate(
                "Console",
                "That is all. On the other pages a day moves before your eyes, the simulator "
                "finds how many counters are needed, and the hall can be rearranged.",
            ),
            "tabDay",
            lambda: False,
        ),
    )


class Ring(QWidget):
    """A frame around the part that the step is about; the mouse goes through it."""

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, part: QWidget | None) -> None:
        """Around this part; nothing where there is none in sight."""
        if part is None or not part.isVisible():
            self.hide()
            return
        window = self.parentWidget()
        assert window is not None
        corner = part.mapTo(window, QPoint(0, 0))
        self.setGeometry(corner.x() - 5, corner.y() - 5, part.width() + 10, part.height() + 10)
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """3 px of the accent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._look.box(painter, QRectF(self.rect()), "", "accent", radius=9, width=3)


class Tour(QFrame):
    """A card in the window with the step's words, Next, and Leave."""

    left = Signal()

    def __init__(self, window: QWidget, look: Look, way: tuple[Step, ...]) -> None:
        super().__init__(window)
        self.setObjectName("sheet")
        self.way, self.place = way, 0
        self.ring = Ring(window, look)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setObjectName("tourWords")
        self._count = label("unit")
        self.next = KeyButton(look, "", "tourNext")
        self.leave_key = KeyButton(look, "", "tourLeave", "flat")
        self.next.clicked.connect(self.go_on)
        self.leave_key.clicked.connect(self.leave)
        row = QHBoxLayout()
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.leave_key)
        row.addWidget(self.next)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 14, 18, 12)
        rows.addWidget(self.words)
        rows.addLayout(row)
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look_around)
        self._timer.start()
        self.show_step()

    @property
    def step(self) -> Step:
        """The one that is shown."""
        return self.way[self.place]

    def show_step(self) -> None:
        """Words, count, and where the card stands: at the bottom, beside what it is about."""
        self.words.setText(self.step.words)
        self.setAccessibleName(self.step.words)
        self._count.setText(f"{self.place + 1} / {len(self.way)}")
        is_last = self.place == len(self.way) - 1
        self.next.show_as(translate("Console", "Done") if is_last else translate("Console", "Next"))
        self.leave_key.show_as(translate("Console", "Leave the tour"))
        self.setFixedWidth(WIDTH)
        self.adjustSize()
        self.show()
        self.look_around()

    def look_around(self) -> None:
        """Go on when the step is done; keep card and ring in their places, in front."""
        if self.step.is_done():
            self.go_on()
            return
        window = self.parentWidget()
        assert window is not None
        part = next(
            (p for p in window.findChildren(QWidget, self.step.part) if p.isVisible()), None
        )
        self.ring.surround(part)
        self.move(self._corner(window, part))
        self.raise_()

    def _corner(self, window: QWidget, part: QWidget | None) -> QPoint:
        """In the half of the window in which the part is not."""
        x, y = window.width() - self.width() - 24, window.height() - self.height() - 76
        if part is None:
            return QPoint(x, y)
        middle = part.mapTo(window, part.rect().center())
        x = 24 if middle.x() > window.width() / 2 else x
        return QPoint(x, 64 if middle.y() > window.height() * 0.8 else y)

    def go_on(self) -> None:
        """The next step; after the last one it is over."""
        if self.place == len(self.way) - 1:
            self.leave()
            return
        self.place += 1
        self.show_step()

    def leave(self) -> None:
        """No tour."""
        self._timer.stop()
        self.ring.hide()
        self.ring.deleteLater()
        self.hide()
        self.left.emit()
        self.deleteLater()
