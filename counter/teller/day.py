"""My day in figures: worked out from the events of this person's own counter since sign-in.

Nothing is estimated: what has not happened yet has no figure (None).
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from counter.teller.colleagues import Colleagues
from shared.domain import event as kinds
from shared.protocol.event import EventView

SHARE_FROM = 5
"""Fewer marks give no share: a teller must not read one customer's mark from it."""

SATISFIED_FROM = 4
"""Marks that count as satisfied: 4 good and 5 very good of 5 (docs: standards, satisfied share)."""


SENT_ON = "sent_on"
"""In place of an outcome: the customer went on to another counter."""


@dataclass(slots=True)
class Visit:
    """One visit that ended here. ``served_s``: branch seconds at this counter, holds left out.

    It is None when the start is not known, and for whoever learns beside a mentor.
    """

    ticket: str
    number: str
    outcome: str
    ended_at: datetime
    served_s: float | None
    service: str = ""


@dataclass(slots=True)
class Day:
    """Visits closed and calls missed at one counter by one person, in the order they ended."""

    counter: str
    staff: str
    visits: list[Visit] = field(default_factory=list)
    missed: int = 0
    marks: dict[str, int] = field(default_factory=dict)
    _started: dict[str, datetime] = field(default_factory=dict)
    _services: dict[str, str] = field(default_factory=dict)
    _before: dict[str, timedelta] = field(default_factory=dict)
    is_training: bool = False
    colleagues: Colleagues = field(default_factory=Colleagues)

    def note(self, event: EventView) -> None:
        """Take one event of the stream; those of other counters are context only."""
        if event.kind == kinds.TICKET_ISSUED:
            self._services[event.ticket] = str(event.data.get("service") or "")
        if event.counter != self.counter:
            self.colleagues.note(event, self._services.get(event.ticket, ""))
        elif event.staff == self.staff:
            self._note_own(event)

    def _note_own(self, event: EventView) -> None:
        if event.kind == kinds.COUNTER_OPENED:
            self.is_training = bool(event.data.get("mentor"))
        elif event.kind == kinds.TICKET_STARTED:
            self._started[event.ticket] = event.at
        elif event.kind == kinds.TICKET_HELD:
            self._put_aside(event)
        elif event.kind == kinds.TICKET_TRANSFERRED and event.ticket in self._started:
            self.visits.append(self._visit(event, SENT_ON))
        elif event.kind == kinds.TICKET_CLOSED:
            self.visits.append(self._visit(event, str(event.data.get("outcome") or "")))
        elif event.kind == kinds.TICKET_NO_SHOW:
            self.missed += 1
        elif event.kind == kinds.TICKET_RATED:
            self._rate(event)

    def know(self, ticket: str, service: str, started_at: datetime | None) -> None:
        """What a snapshot says of the present ticket; the stream may have begun after its start."""
        self._services[ticket] = service
        if started_at is not None:
            self._started.setdefault(ticket, started_at)

    @property
    def served(self) -> int:
        """How many visits were closed here."""
        return len(self.visits)

    @property
    def mean_s(self) -> float | None:
        """Mean time from start to end of those visits, seconds."""
        times_s = [visit.served_s for visit in self.visits if visit.served_s is not None]
        return sum(times_s) / len(times_s) if times_s else None

    @property
    def usual_here_s(self) -> float | None:
        """Mean of the branch's other counters for the same mix of services; None: too few."""
        timed = [visit.service for visit in self.visits if visit.served_s is not None]
        return self.colleagues.mean_s(timed)

    @property
    def satisfied_share(self) -> float | None:
        """Share of the marks that are good or very good, 0 to 1; None for too few marks."""
        marks = self.marks.values()
        if len(marks) < SHARE_FROM:
            return None
        return sum(mark >= SATISFIED_FROM for mark in marks) / len(marks)

    def _put_aside(self, event: EventView) -> None:
        """Held: what was done so far counts when the visit goes on here."""
        begun = self._started.pop(event.ticket, None)
        if begun is not None:
            done = self._before.get(event.ticket, timedelta())
            self._before[event.ticket] = done + (event.at - begun)

    def _visit(self, event: EventView, outcome: str) -> Visit:
        begun = self._started.pop(event.ticket, None)
        before = self._before.pop(event.ticket, timedelta())
        served_s = None
        if begun is not None and not self.is_training:
            served_s = (event.at - begun + before) / timedelta(seconds=1)
        service = self._services.pop(event.ticket, "")
        return Visit(event.ticket, event.number, outcome, event.at, served_s, service)

    def _rate(self, event: EventView) -> None:
        score = event.data.get("score")
        if isinstance(score, int) and any(visit.ticket == event.ticket for visit in self.visits):
            self.marks[event.ticket] = score
