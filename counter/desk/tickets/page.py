"""Find a ticket: its day and number, then everything that happened to it and why."""

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout

from counter.desk.inbox.timeline import Rows, ticket_rows
from counter.desk.shell.page import DeskPage, Helped, PageSpec
from counter.desk.shell.session import Desk
from counter.desk.tickets.lookup import Lookup
from shared.i18n import translate
from shared.protocol.why import TicketStory
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Figure, label, panel
from shared.ui.parts import Tags
from shared.ui.tokens import DESK

DAY_WIDTH, NUMBER_WIDTH = 150, 120


class TicketsPage(DeskPage):
    """Two fields, one key, one story."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self.lookup = desk.kept("tickets", lambda: Lookup(desk))
        self.day = _field("ticketDay", translate("Desk", "Day"), self.lookup.day, DAY_WIDTH)
        words = translate("Desk", "Number on the slip")
        self.number = _field("ticketNumber", words, self.lookup.number, NUMBER_WIDTH)
        self.find_key = KeyButton(look, "Enter", "findTicket", "accent")
        self.find_key.show_as(translate("Desk", "Find it"))
        self.hero = Figure(look, DESK.figure_small)
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.summary.setStyleSheet(f"font-size: {DESK.text}px; font-weight: 700;")
        self.tags = Tags(look)
        self.rows = Rows(look, "ticketStory", translate("Desk", "The ticket's story"))
        self.found = self._found()
        self.hint = label("unit")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(DESK.margin, DESK.gap, DESK.margin, DESK.margin)
        outer.setSpacing(DESK.gap)
        outer.addWidget(self._form())
        self.stack = QStackedWidget()
        self.stack.addWidget(self.hint)
        self.stack.addWidget(self.found)
        outer.addWidget(self.stack, 1)
        for field in (self.day, self.number):
            field.returnPressed.connect(self._on_find)
        self.find_key.clicked.connect(self._on_find)
        self.lookup.changed.connect(self._on_changed)
        self._on_changed()

    def _form(self) -> QFrame:
        form = panel()
        row = QHBoxLayout(form)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(10)
        for field in (self.day, self.number):
            caption = label("unit", field.accessibleName())
            caption.setBuddy(field)
            row.addWidget(caption)
            row.addWidget(field)
        row.addWidget(self.find_key)
        row.addStretch(1)
        return form

    def _found(self) -> QFrame:
        made = panel()
        top = QVBoxLayout()
        top.setContentsMargins(16, 14, 16, 10)
        top.setSpacing(10)
        top.addWidget(self.hero)
        top.addWidget(self.summary)
        top.addWidget(self.tags)
        rows = QVBoxLayout(made)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.addLayout(top)
        rows.addWidget(self.rows, 1)
        return made

    def arrive(self) -> None:
        """The cursor stands in the number."""
        self.number.setFocus()
        self.number.selectAll()

    @Slot()
    def _on_find(self) -> None:
        self.lookup.look_up(self.day.text(), self.number.text())

    @Slot()
    def _on_changed(self) -> None:
        story = self.lookup.story
        self.stack.setCurrentWidget(self.hint if story is None else self.found)
        self.hint.setText(_hint(self.lookup))
        if story is not None:
            self.hero.show_as(story.number)
            self.summary.setText(story.summary)
            self.tags.show_as(tags(story))
            self.rows.show_rows(ticket_rows(story))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+F: another number."""
        is_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if is_control and event.key() == Qt.Key.Key_F:
            self.arrive()
        else:
            super().keyPressEvent(event)


def tags(story: TicketStory) -> list[tuple[str, str]]:
    """The figures of a story in a word or two each."""
    waited = []
    if story.waited_s is not None:
        waited = [(translate("Desk", "waited %1 min", f"{story.waited_s / 60:.0f}"), "")]
    most = story.overtakes_max
    if not story.overtaken:
        passed = (translate("Desk", "never passed over"), "positive")
    elif most is None:
        passed = (translate("Desk", "passed over %n times", n=story.overtaken), "warning")
    else:
        text = translate("Desk", "passed over %1 times, at most %2", story.overtaken, most)
        passed = (text, "warning")
    return [(story.day, ""), *waited, passed]


def _hint(lookup: Lookup) -> str:
    if lookup.number and not lookup.is_sound:
        return translate("Desk", "Write the day like 2026-11-03 and the number like B017.")
    return translate("Desk", "Whom it passed over, who passed it over, and why: all from the log.")


def _field(name: str, words: str, text: str, width: int) -> QLineEdit:
    made = QLineEdit(text)
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setFixedWidth(width)
    made.setMinimumHeight(DESK.button)
    made.setMaxLength(10)
    return made


def _keys() -> tuple[Helped, ...]:
    return (
        ("Enter", translate("Desk", "find the ticket of this day and number")),
        ("Ctrl+F", translate("Desk", "another number")),
    )


TICKETS: Final = PageSpec(
    name="tickets",
    symbol="search",
    title=lambda: translate("Desk", "Tickets"),
    roles=frozenset(
        ("teller", "lead", "supervisor", "adviser", "manager", "quality", "auditor", "admin")
    ),
    create=TicketsPage,
    keys=_keys,
)
