"""What is being entered: the fields as they stand, what is wrong with them, and the case."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Final

from PySide6.QtCore import QObject, Signal

from counter.desk.shell.session import Desk
from counter.desk.tickets.lookup import NUMBER
from shared.domain.case import CaseKind, Channel
from shared.i18n import translate
from shared.protocol.case import CaseView, OpenCase
from shared.protocol.why import TicketStory

#: Between staff numbers, in either script.
SEPARATORS: Final = re.compile(r"[\s,，、;；]+")
#: What staff hear of; ratings and phone pages come by themselves.
CHANNELS = (
    Channel.TELEPHONE,
    Channel.EMAIL,
    Channel.SOCIAL,
    Channel.LETTER,
    Channel.COUNTER,
    Channel.FORM,
)


@dataclass(frozen=True, slots=True)
class Fields:
    """The form. Day and time are of the branch; ``ticket_number`` empty: no visit is named."""

    channel: Channel = Channel.TELEPHONE
    kind: CaseKind = CaseKind.COMPLAINT
    day: str = ""
    clock: str = ""
    language: str = "zh_CN"
    category: str = ""
    contact: str = ""
    ticket_day: str = ""
    ticket_number: str = ""
    about: str = ""
    text: str = ""


class Entry(QObject):
    """One case at a time; the ticket is looked up first where one is named.

    Signals:
        changed: what is wrong, or which case came of it.
        entered: the case exists; the form is empty again.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, desk: Desk) -> None:
        """An empty form of today."""
        super().__init__()
        self._desk = desk
        self.fields = self._empty()
        self.problem = ""
        self.case: CaseView | None = None

    def _empty(self) -> Fields:
        now = self._desk.now()
        return Fields(day=now.date().isoformat(), clock=now.strftime("%H:%M"))

    def send(self, fields: Fields) -> None:
        """Enter it, or say what is missing."""
        self.fields, self.case = fields, None
        self.problem = _problem(fields)
        self.changed.emit()
        if self.problem:
            return
        if fields.ticket_number:
            path = f"stories/{fields.ticket_day or fields.day}/{fields.ticket_number.upper()}"
            self._desk.look_up(path, TicketStory, lambda story: self._open(story.ticket))
        else:
            self._open(None)

    def _open(self, ticket: str | None) -> None:
        fields, zone = self.fields, self._desk.now().tzinfo
        at = datetime.combine(
            date.fromisoformat(fields.day), time.fromisoformat(fields.clock), zone
        )
        try:
            command = OpenCase(
                kind=fields.kind,
                channel=fields.channel,
                text=fields.text.strip(),
                contact=fields.contact.strip(),
                received_at=min(at, self._desk.now()),
                ticket=ticket,
                about=tuple(filter(None, SEPARATORS.split(fields.about))),
                category=fields.category or None,
                language="zh_CN" if fields.language == "zh_CN" else "en",
            )
        except ValueError:
            self.problem = translate(
                "Desk", "A text is too long, or what stands under staff can be no staff number."
            )
            self.changed.emit()
            return
        self._desk.order("cases", command, CaseView, self._entered)

    def _entered(self, case: CaseView) -> None:
        self.case = case
        self.fields = replace(self._empty(), channel=self.fields.channel, kind=self.fields.kind)
        self.entered.emit()
        self.changed.emit()


def _problem(fields: Fields) -> str:
    if not fields.text.strip():
        return translate("Desk", "Write what the customer said.")
    try:
        date.fromisoformat(fields.day)
        time.fromisoformat(fields.clock)
        date.fromisoformat(fields.ticket_day or fields.day)
    except ValueError:
        return translate("Desk", "Write days like 2026-11-03 and the time like 14:05.")
    if fields.ticket_number and NUMBER.fullmatch(fields.ticket_number) is None:
        return translate("Desk", "Write the number of the ticket like B017, or leave it empty.")
    return ""
