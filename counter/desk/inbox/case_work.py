"""The case that is looked at: its story, its ticket's story, and the steps that are taken."""

import base64
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from counter.desk.inbox.inbox import Inbox
from counter.desk.inbox.steps import ADDRESSES
from counter.desk.shell.session import Desk
from shared.client.ports import Failure
from shared.domain.case_refused import FileNotAllowed, FileNotSaved
from shared.domain.errors import FileUnreadable, LobbyError
from shared.i18n import error_sentence, translate
from shared.protocol.base import Request
from shared.protocol.case import (
    FILE_MAX_MB,
    AssignCase,
    AttachFile,
    CaseFile,
    CaseStory,
    CaseView,
    ClassifyCase,
    CloseCase,
    ExtendCase,
    MergeCase,
    SayMaybe,
    SayOfCase,
)
from shared.protocol.why import TicketStory


class CaseWork(QObject):
    """One case at a time; what is being written stays with its case until somebody signs out.

    Signals:
        changed: another case, or more is known of it.
        stepped: a step was taken; what was written for it is not needed any more.
    """

    changed = Signal()
    stepped = Signal()

    def __init__(self, desk: Desk, inbox: Inbox) -> None:
        """No case yet."""
        super().__init__()
        self._desk, self._inbox = desk, inbox
        self.case = ""
        self.story: CaseStory | None = None
        self.ticket: TicketStory | None = None
        self.drafts: dict[tuple[str, str], str] = {}
        self.shows_ticket = False
        inbox.changed.connect(self._on_inbox)

    def _on_inbox(self) -> None:
        if self._inbox.chosen != self.case:
            self.case, self.story, self.ticket = self._inbox.chosen, None, None
            self.shows_ticket = False
            self.changed.emit()
            self.refresh()

    def refresh(self) -> None:
        """Ask for the story."""
        if self.case:
            self._desk.look_up(f"cases/{self.case}", CaseStory, self._story_came)

    def _story_came(self, story: CaseStory) -> None:
        if story.case.id != self.case:
            return
        self.story = story
        self.changed.emit()
        ticket = story.case.ticket
        if ticket and (self.ticket is None or self.ticket.ticket != ticket):
            self._desk.look_up(
                f"tickets/{ticket}/why", TicketStory, self._ticket_came, self._no_ticket
            )

    def _ticket_came(self, story: TicketStory) -> None:
        if self.story is not None and self.story.case.ticket == story.ticket:
            self.ticket = story
            self.changed.emit()

    def _no_ticket(self, _failure: Failure) -> None:
        """Its day was destroyed in time, or the ticket is another branch's: the case stands."""

    # ------------------------------------------------------------ steps

    def say(self, step: str, text: str) -> None:
        """A step with words."""
        maybe = text.strip() or None
        command: Request = (
            SayMaybe(text=maybe) if step in ADDRESSES else SayOfCase(text=text.strip())
        )
        self._take(ADDRESSES.get(step, step), command, written=step)

    def assign(self, owner: str = "") -> None:
        """Take it on, or hand it to somebody."""
        self._take("assign", AssignCase(owner=owner) if owner else AssignCase())

    def close(self, is_content: bool | None) -> None:
        """The end."""
        self._take("close", CloseCase(is_content=is_content))

    def classify(self, command: ClassifyCase) -> None:
        """What it is, what it is about, why it happened."""
        self._take("classify", command)

    def extend(self, command: ExtendCase) -> None:
        """More time."""
        self._take("extend", command)

    def merge(self, into: str) -> None:
        """It goes on in another case, which is looked at from then on."""
        try:
            command = MergeCase(into=into)
        except ValueError:
            self._say(translate("Desk", "This can be no number of a case."))
        else:
            self._take("merge", command)

    def attach(self, path: Path) -> None:
        """A file; what it may be, the server decides by its content."""
        try:
            content = path.read_bytes()
        except OSError as error:
            refusal: LobbyError = FileUnreadable(path.name, error.strerror)
        else:
            if not content:
                self._say(translate("Desk", "This file is empty."))
                return
            if len(content) <= FILE_MAX_MB * 1024 * 1024:
                coded = base64.b64encode(content).decode()
                self._take("files", AttachFile(name=path.name[-120:], content=coded))
                return
            refusal = FileNotAllowed(FILE_MAX_MB)
        self._refuse(refusal)

    def save(self, file: str, path: Path) -> None:
        """Fetch a file of the case and write it there."""
        self._desk.look_up(
            f"cases/{self.case}/files/{file}", CaseFile, lambda found: self._write(found, path)
        )

    def _write(self, found: CaseFile, path: Path) -> None:
        try:
            path.write_bytes(base64.b64decode(found.content))
        except OSError as error:
            self._refuse(FileNotSaved(path.name, error.strerror))

    def _say(self, sentence: str) -> None:
        self._desk.refuse(Failure("", sentence))

    def _refuse(self, refusal: LobbyError) -> None:
        params = tuple(map(str, refusal.params))
        self._desk.refuse(Failure(refusal.code, error_sentence(refusal), params=params))

    def _take(self, step: str, command: Request, *, written: str = "") -> None:
        path = f"cases/{self.case}/{step}"
        self._desk.order(path, command, CaseView, lambda case: self._taken(case, written))

    def _taken(self, case: CaseView, written: str) -> None:
        """Only what was sent is not needed any more; what was begun for other steps stays."""
        self.drafts.pop((case.id, written), None)
        self.stepped.emit()
        self.refresh()
        self._inbox.refresh()
