"""What the inbox works on: the cases that are asked for, which are shown, which one is chosen."""

from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from counter.desk.shell.session import Desk
from shared.protocol.case import CaseList, CaseView, FindCases

#: Fewer letters are found everywhere.
SOUGHT_LEAST = 2


class Which(StrEnum):
    """The cases that are shown."""

    OPEN = "open"
    MINE = "mine"
    LATE = "late"
    ENDED = "ended"
    FOUND = "found"


def next_due(case: CaseView) -> datetime:
    """The deadline that comes next: somebody answers first, then it is solved."""
    return case.solve_by if case.first_answered_at is not None else case.first_answer_by


class Inbox(QObject):
    """The list and the choice in it.

    Signals:
        changed: other cases, counts or another choice.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        """Nothing has been asked yet."""
        super().__init__()
        self._desk = desk
        self.which = Which.OPEN
        self.chosen = ""
        self.list: CaseList | None = None
        self._ended: CaseList | None = None
        self._found: CaseList | None = None
        self.sought = ""
        self.kind = ""
        self.channel = ""

    @property
    def shown(self) -> tuple[CaseView, ...]:
        """The cases of the present choice, those first that most need somebody."""
        lists = {Which.ENDED: self._ended, Which.FOUND: self._found}
        source = lists.get(self.which, self.list)
        return tuple(each for each in source.cases if self.fits(each, self.which)) if source else ()

    def count(self, which: Which) -> int | None:
        """How many there are; None before it is known, and of those that have ended."""
        source = self._found if which is Which.FOUND else self.list
        if which is Which.ENDED or source is None:
            return None
        return sum(1 for each in source.cases if self.fits(each, which))

    def fits(self, case: CaseView, which: Which) -> bool:
        """Whether a case belongs there."""
        if self.kind not in ("", case.kind) or self.channel not in ("", case.channel):
            return False
        match which:
            case Which.MINE:
                return case.owner == self._staff
            case Which.LATE:
                return next_due(case) < self._desk.now()
        return True

    @property
    def _staff(self) -> str:
        return self._desk.session.staff if self._desk.session else ""

    def show(self, which: Which) -> None:
        """Other cases."""
        self.which = which
        self.changed.emit()
        if which is Which.ENDED:
            self.refresh()

    def narrow(self, kind: str, channel: str) -> None:
        """Only these; empty is every one."""
        self.kind, self.channel = kind, channel
        self.changed.emit()

    def find(self, text: str) -> None:
        """Look for words, a number, a class; nothing to look for shows the open ones again."""
        self.sought = text.strip()
        if len(self.sought) < SOUGHT_LEAST:
            self.show(Which.OPEN)
            return
        command = FindCases(text=self.sought)
        self._desk.ask_with("cases/find", command, CaseList, self._found_came)

    def choose(self, case: str) -> None:
        """This case is looked at."""
        if case != self.chosen:
            self.chosen = case
            self.changed.emit()

    def refresh(self) -> None:
        """Ask the server."""
        self._desk.look_up("cases?is_open=true", CaseList, self._came)
        if self.which is Which.ENDED:
            self._desk.look_up("cases?is_open=false", CaseList, self._ended_came)

    def _came(self, answer: CaseList) -> None:
        self.list = answer
        self.changed.emit()

    def _found_came(self, answer: CaseList) -> None:
        self._found = answer
        self.show(Which.FOUND)

    def _ended_came(self, answer: CaseList) -> None:
        self._ended = answer
        self.changed.emit()
