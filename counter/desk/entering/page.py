"""The form for feedback that came by telephone, e-mail, social media or letter."""

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from counter.desk.entering.entry import CHANNELS, Entry, Fields
from counter.desk.inbox import words
from counter.desk.inbox.writer import TextBox
from counter.desk.shell.page import DeskPage, Helped, PageSpec
from counter.desk.shell.session import Desk
from shared.domain.case import CaseKind, Channel
from shared.i18n import current_language, translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Line, label, panel
from shared.ui.palette import set_role
from shared.ui.parts import Combo, chooser, head, titled
from shared.ui.tokens import DESK

WIDTH = 820


class EnterPage(DeskPage):
    """One form; what stands in it stays until it is sent or somebody signs out."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self.entry = desk.kept("entry", lambda: Entry(desk))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self._build()
        self.send = KeyButton(look, "Ctrl+Enter", "sendEntry", "accent")
        self.send.show_as(translate("Desk", "Enter it"))
        self.problem = QLabel()
        self.problem.setObjectName("entryProblem")
        self.problem.setWordWrap(True)
        self.done = QFrame()
        set_role(self.done, "noticePositive")
        self._done_text = label()
        row = QHBoxLayout(self.done)
        row.addWidget(self._done_text)
        self._lay_out()
        self.text.sendAsked.connect(self._send)
        self.send.clicked.connect(self._send)
        self.entry.changed.connect(self._on_changed)
        self.entry.entered.connect(self._fill)
        desk.changed.connect(self._on_changed)
        self._fill()
        self._on_changed()
        for field in self.findChildren(QLineEdit):
            field.textEdited.connect(self._keep)
        self.text.textChanged.connect(self._keep)

    def _build(self) -> None:
        """The fields, two beside each other."""
        profile, language = self.desk.client.profile, current_language()
        categories = profile.cases.categories if profile else ()
        named = [(each.id, each.name.of(language)) for each in categories]
        channels = [(str(each), words.channel_word(each)) for each in CHANNELS]
        kinds = [(str(each), words.kind_word(each)) for each in CaseKind]
        spoken = [
            ("zh_CN", translate("Desk", "Chinese")),
            ("en", translate("Desk", "English")),
        ]
        not_yet = ("", translate("Desk", "not yet"))
        self.channel = self._choice(0, 0, "channel", translate("Desk", "Channel"), channels)
        self.kind = self._choice(0, 2, "kind", translate("Desk", "Kind"), kinds)
        self.day = self._field(1, 0, "entryDay", translate("Desk", "Arrived on"))
        self.clock = self._field(1, 2, "entryClock", translate("Desk", "at"))
        self.category = self._choice(
            2, 0, "category", translate("Desk", "Category"), [not_yet, *named]
        )
        self.language = self._choice(2, 2, "language", translate("Desk", "Language"), spoken)
        self.ticket_day = self._field(3, 0, "visitDay", translate("Desk", "Day of the visit"))
        self.ticket_number = self._field(3, 2, "visitNumber", translate("Desk", "Number, if known"))
        self.about = self._field(4, 0, "about", translate("Desk", "About whom (staff numbers)"))
        self.contact = self._field(4, 2, "contact", translate("Desk", "To be answered at"))
        self.text = TextBox("entryText", translate("Desk", "What the customer said"))
        self._caption(5, 0, self.text)
        self._grid.addWidget(self.text, 5, 1, 1, 3)

    def _lay_out(self) -> None:
        form = panel()
        form.setMaximumWidth(WIDTH)
        foot = QHBoxLayout()
        foot.addWidget(self.problem, 1)
        foot.addWidget(self.send)
        inside = QVBoxLayout()
        inside.setContentsMargins(18, 14, 18, 16)
        inside.setSpacing(12)
        inside.addWidget(self.done)
        inside.addLayout(self._grid, 1)
        inside.addLayout(foot)
        rows = QVBoxLayout(form)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        title = titled(translate("Desk", "Enter feedback"))
        hint = Line("unit")
        hint.show_as(translate("Desk", "Deadlines count from its arrival, not from now."))
        rows.addWidget(head(title, hint))
        rows.addLayout(inside, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(DESK.margin, DESK.gap, DESK.margin, DESK.margin)
        outer.addStretch(1)
        outer.addWidget(form, 8)
        outer.addStretch(1)

    def _caption(self, row: int, column: int, field: QWidget) -> None:
        caption = label("unit", field.accessibleName())
        caption.setBuddy(field)
        is_large = isinstance(field, TextBox)
        where = Qt.AlignmentFlag.AlignTop if is_large else Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(caption, row, column, where)

    def _choice(
        self, row: int, column: int, name: str, caption: str, entries: list[tuple[str, str]]
    ) -> Combo:
        made = chooser(self.look, name, caption, entries, "")
        made.setProperty("small", False)
        self._caption(row, column, made)
        self._grid.addWidget(made, row, column + 1)
        return made

    def _field(self, row: int, column: int, name: str, caption: str) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(name)
        made.setAccessibleName(caption)
        made.setMaxLength(200)
        self._caption(row, column, made)
        self._grid.addWidget(made, row, column + 1)
        return made

    def arrive(self) -> None:
        """Where one begins."""
        self.channel.setFocus()

    @Slot()
    def _send(self) -> None:
        if self.send.isEnabled():
            self.entry.send(self.read())

    @Slot()
    def _keep(self) -> None:
        """What is typed outlives this view: another language builds it anew."""
        self.entry.fields = self.read()

    def read(self) -> Fields:
        """The form as it stands."""
        return Fields(
            channel=Channel(str(self.channel.currentData())),
            kind=CaseKind(str(self.kind.currentData())),
            day=self.day.text().strip(),
            clock=self.clock.text().strip(),
            language=str(self.language.currentData()),
            category=str(self.category.currentData()),
            contact=self.contact.text(),
            ticket_day=self.ticket_day.text().strip(),
            ticket_number=self.ticket_number.text().strip(),
            about=self.about.text(),
            text=self.text.toPlainText(),
        )

    @Slot()
    def _fill(self) -> None:
        fields = self.entry.fields
        self.text.blockSignals(True)
        self.text.setPlainText(fields.text)
        self.text.blockSignals(False)
        for combo, value in (
            (self.channel, fields.channel),
            (self.kind, fields.kind),
            (self.language, fields.language),
            (self.category, fields.category),
        ):
            combo.setCurrentIndex(max(0, combo.findData(str(value))))
        for field, value in (
            (self.day, fields.day),
            (self.clock, fields.clock),
            (self.contact, fields.contact),
            (self.ticket_day, fields.ticket_day),
            (self.ticket_number, fields.ticket_number),
            (self.about, fields.about),
        ):
            field.setText(value)

    @Slot()
    def _on_changed(self) -> None:
        self.problem.setText(self.entry.problem)
        self.problem.setAccessibleName(self.entry.problem)
        case = self.entry.case
        number = case.number if case else ""
        self._done_text.setText(translate("Desk", "Entered as case %1.", number) if case else "")
        self.done.setVisible(case is not None)
        self.send.setEnabled(self.desk.can_act)


def _keys() -> tuple[Helped, ...]:
    return (("Ctrl+Enter", translate("Desk", "in the large field: enter it")),)


ENTER: Final = PageSpec(
    name="enter",
    symbol="edit_note",
    title=lambda: translate("Desk", "Enter"),
    roles=frozenset(("teller", "lead", "supervisor", "adviser", "manager", "quality", "admin")),
    create=EnterPage,
    keys=_keys,
)
