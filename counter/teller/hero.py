"""TicketHero: whom I serve and for how long, or how many wait for me; beneath it, why.

Free, it never shows a ticket number in that size: the likely next one stands in a dashed box,
because the server decides when the key is pressed.
"""

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counter.teller import words
from counter.teller.hero_words import HeroWords, hero_words
from counter.teller.scene import Phase, Scene
from shared.protocol.lobby import TicketView
from shared.ui.look import Look, text_width
from shared.ui.marks import Chip, Figure, Line, Mark, label
from shared.ui.palette import set_role
from shared.ui.tokens import DESK

LIKELY_PX = 44
FACTS = 4
SHARES = {"ticket": (336, 244), "waiting": (292, 288)}
"""Widths of the two halves, with a ticket and with the likely next."""


class TicketHero(QFrame):
    """238 px: number 136 bold on the left, timer 56 and facts on the right, reason in the foot."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        set_role(self, "panel")
        self.setFixedHeight(238)
        self.setObjectName("hero")
        self._look = look
        self.chip = Chip(look)
        self.title = label("title")
        self.detail = Line("unit")
        self.number = Figure(look, DESK.number)
        self.number.setObjectName("heroNumber")
        self.timer_title = label("unit")
        self.timer = Figure(look, DESK.figure)
        self.timer.setObjectName("heroTimer")
        self.likely = LikelyNext(look)
        self.facts = [Line() for _ in range(FACTS)]
        self.reason = ReasonLine(look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        self._halves = self._body()
        outer.addLayout(self._halves, 1)
        outer.addWidget(self.reason)

    def _body(self) -> QHBoxLayout:
        body = QHBoxLayout()
        body.setContentsMargins(18, 12, 18, 12)
        body.setSpacing(24)
        left, right = QVBoxLayout(), QVBoxLayout()
        head = QHBoxLayout()
        head.setSpacing(10)
        for part in (self.chip, self.title, self.detail):
            head.addWidget(part)
        head.setStretch(2, 1)
        left.addLayout(head)
        left.addStretch(1)
        left.addWidget(self.number)
        left.addSpacing(8)
        right.setSpacing(4)
        right.addWidget(self.timer_title)
        right.addSpacing(4)
        right.addWidget(self.timer)
        right.addWidget(self.likely)
        right.addStretch(1)
        for fact in self.facts:
            right.addWidget(fact)
        body.addLayout(left)
        body.addLayout(right)
        return body

    def show_scene(self, scene: Scene, now: datetime, language: str) -> None:
        """Everything for this moment; call again each second for the timer."""
        shown = hero_words(scene, now, language)
        self._show_words(shown)
        has_timer = shown.timer_title != ""
        self.timer.setVisible(has_timer)
        is_choosing = not has_timer and scene.phase is not Phase.CLOSED and scene.is_online
        likely = scene.likely_next if is_choosing else None
        self.likely.show_ticket(likely, scene, language)
        self.timer_title.setVisible(has_timer or likely is not None)
        for half, share in enumerate(SHARES["waiting" if likely is not None else "ticket"]):
            self._halves.setStretch(half, share)
        self.reason.show_as(shown.reason_title, shown.reason)

    def _show_words(self, shown: HeroWords) -> None:
        self.chip.show_as(*shown.chip)
        self.title.setText(shown.title)
        self.detail.show_as(shown.detail)
        self.number.show_as(shown.number)
        self.timer_title.setText(shown.timer_title or shown.likely_title)
        self.timer.show_as(shown.timer)
        for index, fact in enumerate(self.facts):
            fact.setVisible(index < len(shown.facts))
            fact.show_as(shown.facts[index] if index < len(shown.facts) else "")


class LikelyNext(QWidget):
    """The number that a press would probably call, 44 px in a dashed box, and its service."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._number, self._service, self._segment = "", "", ""
        self.setFixedHeight(60)
        self.setObjectName("likelyNext")

    def show_ticket(self, ticket: TicketView | None, scene: Scene, language: str) -> None:
        """Show this ticket, or nothing."""
        self.setVisible(ticket is not None)
        if ticket is None:
            return
        self._number = ticket.number
        self._service = words.service_name(scene.profile, ticket.service, language)
        self._segment = words.segment_name(scene.profile, ticket.segment, language)
        self.setAccessibleName(f"{self._number} {self._service} {self._segment}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dashed box with the number, and two lines beside it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = text_width(self._number, LIKELY_PX, bold=True) + 28
        box = QRectF(0, 1, width, self.height() - 2)
        self._look.box(painter, box, "", "line_strong", is_dashed=True)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._look.text(painter, box, self._number, "text", LIKELY_PX, bold=True, align=centre)
        left = width + 12
        line = QRectF(left, 8, self.width() - left, 22)
        self._look.text(painter, line, self._service, "text", DESK.text, bold=True)
        line = QRectF(left, 31, self.width() - left, 20)
        self._look.text(painter, line, self._segment, "text2", DESK.body)


class ReasonLine(QFrame):
    """40 px: one sentence why this ticket was called, or by which rule the next will be."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("reasonLine")
        self.setFixedHeight(40)
        self._look = look
        self._title = label("unit")
        self._sentence = Line()
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(Mark(look, "info", pixels=16))
        row.addWidget(self._title)
        row.addWidget(self._sentence, 1)

    @property
    def sentence(self) -> str:
        """The whole sentence."""
        return self._sentence.whole

    def show_as(self, title: str, sentence: str) -> None:
        """Another title and sentence."""
        self._title.setText(title)
        self._sentence.show_as(sentence)

    def sizeHint(self) -> QSize:
        """As wide as it gets."""
        return QSize(200, 40)
