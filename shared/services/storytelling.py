"""Finding the story of one ticket in the events of its day.

Everything that was known at the time stands in the events themselves; nothing is decided again.
"""

from collections.abc import Iterable, Sequence

from shared.domain import event as kinds
from shared.domain.event import Event, names, optional_text, optional_whole, whole
from shared.metrics.folding import visits
from shared.metrics.visit import Visit
from shared.services.story import Calling, Other, Passing, Step, Story

#: What is told of a ticket besides calls, in the words of ``shared.services.explain``.
TOLD = frozenset(
    {
        kinds.TICKET_ISSUED,
        kinds.TICKET_RECALLED,
        kinds.TICKET_STARTED,
        kinds.TICKET_HELD,
        kinds.TICKET_RESUMED,
        kinds.TICKET_DEFERRED,
        kinds.TICKET_TRANSFERRED,
        kinds.TICKET_CONTINUED,
        kinds.TICKET_RELEASED,
        kinds.TICKET_REQUEUED,
        kinds.TICKET_RECLASSIFIED,
        kinds.TICKET_JOINED,
        kinds.TICKET_SPLIT,
        kinds.TICKET_DIVERTED,
        kinds.TICKET_NO_SHOW,
        kinds.TICKET_RETURNED,
        kinds.TICKET_CANCELLED,
        kinds.TICKET_EXPIRED,
        kinds.TICKET_CLOSED,
    }
)


def story(events: Sequence[Event], ticket: str) -> Story | None:
    """The story of a ticket of this day; None when the events do not issue it."""
    visit = next((v for v in visits(events) if v.ticket == ticket), None)
    if visit is None:
        return None
    teller = _Teller(visit)
    for event in events:
        teller.take(event)
    return teller.story


def tickets_numbered(events: Iterable[Event], number: str) -> list[str]:
    """The tickets that bore this number on the day: one, or none."""
    wanted = number.strip().upper()
    return [
        e.ticket for e in events if e.kind == kinds.TICKET_ISSUED and e.data["number"] == wanted
    ]


class _Teller:
    """Tells the story while the events go by."""

    def __init__(self, visit: Visit) -> None:
        self.story = Story(visit, (visit.service,), visit.segment, 0)
        self._me = visit.ticket
        self._others: dict[str, Other] = {}
        self._state = ""
        self._needs: list[str] = []
        self._incidents: dict[object, str] = {}

    def take(self, event: Event) -> None:
        """Go on by one event."""
        if event.kind == kinds.TICKET_ISSUED:
            self._know(event)
        elif event.kind == kinds.TICKET_RECLASSIFIED:
            self._rename(event)
        elif event.kind == kinds.INCIDENT_DECLARED:
            self._incidents[event.data["incident"]] = str(event.data["reason"])
        if event.kind == kinds.TICKET_CALLED:
            self._call(event)
        elif event.ticket == self._me and event.kind in TOLD:
            self._step(event)
        elif optional_text(event, "companion") == self._me:
            self._companion(event)
        elif event.kind in (kinds.SERVICE_SUSPENDED, kinds.SERVICE_RESUMED):
            self._suspension(event)

    def _know(self, event: Event) -> None:
        data = event.data
        other = Other(event.ticket, str(data["number"]), str(data["segment"]), event.at_us)
        self._others[event.ticket] = other

    def _rename(self, event: Event) -> None:
        known = self._others[event.ticket]
        segment = str(event.data["segment"])
        self._others[event.ticket] = Other(known.ticket, known.number, segment, known.arrived_us)
        if event.ticket == self._me:
            self.story.segment = segment

    def _step(self, event: Event) -> None:
        if event.kind == kinds.TICKET_ISSUED:
            self._needs = _needs(event)
            self.story.needs = tuple(self._needs)
            self.story.people_ahead = optional_whole(event, "people_ahead") or 0
        elif "needs" in event.data:
            self._needs = names(event, "needs")
        self._state = _STATES.get(event.kind, self._state)
        other = self._others.get(optional_text(event, "companion"))
        self.story.moments.append(Step(event, other))

    def _companion(self, event: Event) -> None:
        """This ticket joins another one, or waits by itself again."""
        self._state = "" if event.kind == kinds.TICKET_JOINED else "waiting"
        self.story.moments.append(Step(event, self._others.get(event.ticket)))

    def _suspension(self, event: Event) -> None:
        """What the ticket waits for is not served, or served again."""
        if self._state == "waiting" and event.data.get("service") == self._needs[0]:
            reason = self._incidents.get(event.data.get("incident"), "")
            self.story.moments.append(Step(event, reason=reason))

    def _call(self, event: Event) -> None:
        if event.ticket == self._me:
            self._state = ""
            self.story.moments.append(self._calling(event))
        elif self._me in names(event, "passed_over"):
            self.story.moments.append(self._passing(event))
        elif self._state == "waiting" and self._came_later(event.ticket):
            self.story.unserved += 1

    def _came_later(self, ticket: str) -> bool:
        return self._others[ticket].arrived_us > self.story.visit.arrived_us

    def _calling(self, event: Event) -> Calling:
        return Calling(
            at_us=event.at_us,
            counter=event.counter,
            rule=str(event.data["rule"]),
            passed=tuple(self._others[other] for other in names(event, "passed_over")),
            waiting=whole(event, "waiting"),
            by=optional_text(event, "by"),
            reason=optional_text(event, "reason"),
        )

    def _passing(self, event: Event) -> Passing:
        data = event.data
        place = names(event, "passed_over").index(self._me)
        levels = names(event, "why_not") if "why_not" in data else []
        return Passing(
            at_us=event.at_us,
            other=self._others[event.ticket],
            counter=event.counter,
            level=levels[place] if place < len(levels) else str(data["rule"]),
            theirs=_score(event, event.ticket),
            mine=_score(event, self._me),
            by=optional_text(event, "by"),
        )


def _needs(event: Event) -> list[str]:
    return names(event, "needs") if "needs" in event.data else [str(event.data["service"])]


def _score(event: Event, ticket: str) -> int | None:
    """The ticket's score in a call, when it is among the candidates that the call wrote down."""
    candidates, scores = event.data.get("candidates"), event.data.get("scores")
    if not isinstance(candidates, list) or not isinstance(scores, list):
        return None
    found = dict(zip(candidates, scores, strict=True)).get(ticket)
    return found if isinstance(found, int) else None


#: What the ticket is after an event of its own; calls end the waiting as well.
_STATES = {
    kinds.TICKET_ISSUED: "waiting",
    kinds.TICKET_RESUMED: "waiting",
    kinds.TICKET_TRANSFERRED: "waiting",
    kinds.TICKET_RETURNED: "waiting",
    kinds.TICKET_REQUEUED: "waiting",
    kinds.TICKET_HELD: "",
    kinds.TICKET_DEFERRED: "",
    kinds.TICKET_DIVERTED: "",
    kinds.TICKET_CANCELLED: "",
    kinds.TICKET_EXPIRED: "",
}
