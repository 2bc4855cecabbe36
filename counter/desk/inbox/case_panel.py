"""The case at the right of the inbox: head, story, facts, and the box for writing."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counter.desk.inbox.case_head import CaseHead
from counter.desk.inbox.case_work import CaseWork
from counter.desk.inbox.facts import Facts
from counter.desk.inbox.timeline import Rows, case_rows, ticket_rows
from counter.desk.inbox.writer import Writer
from counter.desk.shell.session import Desk
from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.marks import Line, panel
from shared.ui.parts import Choice, head
from shared.ui.tokens import DESK


class CasePanel(QWidget):
    """Shows a ``CaseWork`` and holds no state; ``show_all`` once it has its place in a window.

    Signals:
        stepAsked(str): a step with a key of its own.
    """

    stepAsked = Signal(str)

    def __init__(self, look: Look, desk: Desk, work: CaseWork) -> None:
        super().__init__()
        self._desk, self._work = desk, work
        self.head, self.facts, self.writer = CaseHead(look), Facts(look), Writer(look)
        self.done = Choice(look, "showDone", translate("Desk", "What was done"))
        self.told = Choice(look, "showTicket", translate("Desk", "Ticket"))
        self.summary = Line("unit")
        self.entries = Rows(look, "caseStory", translate("Desk", "What was done"))
        self.lines = Rows(look, "ticketStory", translate("Desk", "The ticket's story"))
        self.stories = QStackedWidget()
        self.stories.addWidget(self.entries)
        self.stories.addWidget(self.lines)
        self._lay_out()
        self.head.stepAsked.connect(self.stepAsked)
        self.done.clicked.connect(self._on_choice)
        self.told.clicked.connect(self._on_choice)
        self.writer.sent.connect(work.say)
        self.writer.drafted.connect(self._on_draft)
        work.changed.connect(self.show_all)
        desk.changed.connect(self.show_all)

    def _lay_out(self) -> None:
        story = panel()
        inside = QVBoxLayout(story)
        inside.setContentsMargins(1, 0, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(head(self.done, self.told, self.summary))
        inside.addWidget(self.stories, 1)
        middle = QHBoxLayout()
        middle.setSpacing(DESK.gap)
        middle.addWidget(story, 1)
        middle.addWidget(self.facts)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(DESK.gap)
        rows.addWidget(self.head)
        rows.addLayout(middle, 1)
        rows.addWidget(self.writer)

    @Slot()
    def show_all(self) -> None:
        """The case as it is known now; nothing while there is none."""
        story, desk = self._work.story, self._desk
        self.setVisible(story is not None)
        if story is None:
            return
        now, profile = desk.now(), desk.client.profile
        self.head.show_story(story, desk)
        self.facts.show_story(story, profile, now)
        names = {each.staff: each.name for each in story.handlers}
        self.entries.show_rows(case_rows(story.entries, profile, now, names))
        self._show_ticket()
        self.writer.show_story(story, desk, self._work.drafts)

    def _show_ticket(self) -> None:
        ticket = self._work.ticket
        self.told.setVisible(ticket is not None)
        shows_ticket = self._work.shows_ticket and ticket is not None
        (self.told if shows_ticket else self.done).setChecked(True)
        self.stories.setCurrentWidget(self.lines if shows_ticket else self.entries)
        self.summary.show_as(ticket.summary if ticket and shows_ticket else "")
        if ticket is not None:
            self.told.say(translate("Desk", "Story of ticket %1", ticket.number))
            self.lines.show_rows(ticket_rows(ticket))

    @Slot()
    def _on_choice(self) -> None:
        self._work.shows_ticket = self.told.isChecked()
        self._show_ticket()

    @Slot(str, str)
    def _on_draft(self, step: str, text: str) -> None:
        self._work.drafts[self._work.case, step] = text
        self.writer.show_desk(self._desk)
