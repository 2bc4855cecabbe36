"""The standard's clock: when it stands for somebody who waits for the first call.

The written rule is docs/decisions/0015-standards-clocks.md: it stands while an incident whose kind
says “stops” keeps the service from being offered, and while the customer has asked to be called
later. One moment is never counted twice; the customer's own wish comes before the incident.
"""

from collections import Counter

from shared.domain import event as kinds
from shared.domain.event import Event, optional_text
from shared.domain.rules import ClockRule
from shared.metrics.visit import Visit


class StandardClock:
    """Whose clock stands, since when and why, while a day's events go by."""

    def __init__(self) -> None:
        """Nobody waits and nothing is suspended."""
        self._waiting: dict[str, Visit] = {}
        self._deferred: set[str] = set()
        self._standing: dict[str, tuple[str, int]] = {}
        self._stopping: set[str] = set()
        self._suspended: Counter[str] = Counter()

    def take(self, event: Event) -> None:
        """An event that is about no ticket: incidents begin and end, other kinds are nothing."""
        if event.kind == kinds.INCIDENT_DECLARED:
            if event.data.get("clock", ClockRule.STOPS) == ClockRule.STOPS:
                self._stopping.add(str(event.data["incident"]))
        elif event.kind in (kinds.SERVICE_SUSPENDED, kinds.SERVICE_RESUMED):
            self._switch(event)

    def look(self, visit: Visit, at_us: int, *, is_deferred: bool = False) -> None:
        """Something happened to this visit at ``at_us``; it may be that it was deferred."""
        if is_deferred:
            self._deferred.add(visit.ticket)
        elif visit.state != "held":
            self._deferred.discard(visit.ticket)
        if visit.called_us is None and visit.ended_us is None:
            self._waiting[visit.ticket] = visit
        self._turn(visit, at_us)
        if visit.called_us is not None or visit.ended_us is not None:
            self._waiting.pop(visit.ticket, None)

    def finish(self, at_us: int) -> None:
        """The log ends: book what still stands."""
        for visit in self._waiting.values():
            self._book(visit, at_us)

    def _switch(self, event: Event) -> None:
        service = optional_text(event, "service")
        if event.data.get("incident") not in self._stopping:
            return
        self._suspended[service] += 1 if event.kind == kinds.SERVICE_SUSPENDED else -1
        for visit in self._waiting.values():
            if visit.need == service:
                self._turn(visit, event.at_us)

    def _turn(self, visit: Visit, at_us: int) -> None:
        """The clock goes, or stands for a reason; whatever it did until now is booked."""
        why = self._why(visit)
        if self._standing.get(visit.ticket, ("", 0))[0] == why:
            return
        self._book(visit, at_us)
        if why:
            self._standing[visit.ticket] = (why, at_us)

    def _why(self, visit: Visit) -> str:
        if visit.called_us is not None or visit.ended_us is not None:
            return ""
        if visit.ticket in self._deferred:
            return "deferred"
        return "suspended" if self._suspended[visit.need] > 0 else ""

    def _book(self, visit: Visit, at_us: int) -> None:
        why, since_us = self._standing.pop(visit.ticket, ("", 0))
        spent_us = max(0, at_us - max(since_us, visit.waits_from_us))
        if why == "deferred":
            visit.deferred_us += spent_us
        elif why == "suspended":
            visit.suspended_us += spent_us
