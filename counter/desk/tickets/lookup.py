"""The ticket that is looked up: by its day and the number that it bore."""

import re
from datetime import date

from PySide6.QtCore import QObject, Signal

from counter.desk.shell.session import Desk
from shared.client.ports import Failure
from shared.protocol.why import TicketStory

NUMBER = re.compile(r"[A-Za-z]{1,2}[0-9]{1,5}")


class Lookup(QObject):
    """A day, a number, and the story that was found.

    Signals:
        changed: another story, or none.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        """Nothing has been looked up; the day is today."""
        super().__init__()
        self._desk = desk
        self.day = desk.now().date().isoformat()
        self.number = ""
        self.story: TicketStory | None = None
        self.line = -1

    @property
    def is_sound(self) -> bool:
        """Whether these can be a day and a number."""
        try:
            date.fromisoformat(self.day)
        except ValueError:
            return False
        return NUMBER.fullmatch(self.number) is not None

    def look_up(self, day: str, number: str) -> None:
        """Ask for it; nothing is asked where these can be no day and no number."""
        self.day, self.number = day.strip(), number.strip().upper()
        self.story = None
        if self.is_sound:
            path = f"stories/{self.day}/{self.number}"
            asked = (self.day, self.number)
            self._desk.look_up(
                path, TicketStory, lambda story: self._came(asked, story), self._refused
            )
        self.changed.emit()

    def _came(self, asked: tuple[str, str], story: TicketStory) -> None:
        if asked != (self.day, self.number):
            return  # something else has been asked since
        self.story = story
        self._desk.dismiss()
        self.changed.emit()

    def _refused(self, failure: Failure) -> None:
        self._desk.refuse(failure)
        self.changed.emit()
