"""Folding a log of events into visits, one a ticket."""

from collections.abc import Callable, Iterable

from shared.domain import event as kinds
from shared.domain.event import Event, names, optional_text, optional_whole, whole
from shared.metrics.clock import StandardClock
from shared.metrics.visit import Serving, Visit


def visits(events: Iterable[Event]) -> list[Visit]:
    """Every ticket of the log in the order of issue; the log may hold several days."""
    fold = _Fold()
    for event in events:
        fold.take(event)
    return fold.finish()


class _Fold:
    """The visits so far, and what has to be known besides to go on."""

    def __init__(self) -> None:
        self.found: dict[str, Visit] = {}
        self.clock = StandardClock()
        self.learning: set[str] = set()
        self._day, self._midnight_us, self._last_us = "", 0, 0

    def take(self, event: Event) -> None:
        """Go on by one event."""
        self._last_us = max(self._last_us, event.recorded_us)
        if event.kind == kinds.DAY_OPENED:
            self._day, self._midnight_us = str(event.data["day"]), whole(event, "midnight_us")
            self.learning.clear()
            self.clock = StandardClock()
        elif event.kind == kinds.COUNTER_OPENED and optional_text(event, "mentor"):
            self.learning.add(event.counter)
        elif event.kind == kinds.COUNTER_CLOSED:
            self.learning.discard(event.counter)
        elif event.kind == kinds.TICKET_ISSUED:
            self._issue(event)
        elif event.kind in _CHANGES:
            self._change(event)
        else:
            self.clock.take(event)

    def finish(self) -> list[Visit]:
        """All visits, with the end of the log known."""
        self.clock.finish(self._last_us)
        for visit in self.found.values():
            visit.seen_until_us = self._last_us
        return list(self.found.values())

    def _issue(self, event: Event) -> None:
        visit = _issued(event, self._day, self._midnight_us)
        origin = self.found.get(optional_text(event, "split_from"))
        if origin is not None and origin.called_us is not None:
            visit.waits_from_us = event.recorded_us  # waited for the first call once already
        self.found[event.ticket] = visit
        self.clock.look(visit, event.recorded_us)

    def _change(self, event: Event) -> None:
        visit = self.found[event.ticket]
        _CHANGES[event.kind](visit, event)
        self.clock.look(visit, event.at_us, is_deferred=event.kind == kinds.TICKET_DEFERRED)
        if event.kind == kinds.TICKET_STARTED:
            is_training = event.counter in self.learning
            visit.servings.append(
                Serving(visit.need, event.counter, event.staff, event.at_us, is_training)
            )
        elif event.kind == kinds.TICKET_CALLED:
            self._count_overtaken(event)
        elif "companion" in event.data:
            self._change_companion(event)

    def _count_overtaken(self, event: Event) -> None:
        for other in names(event, "passed_over"):
            self.found[other].overtaken += 1

    def _change_companion(self, event: Event) -> None:
        """The other ticket joins or waits by itself again."""
        other = self.found[str(event.data["companion"])]
        is_joining = event.kind == kinds.TICKET_JOINED
        other.state = "joined" if is_joining else "waiting"
        other.ended_us = event.at_us if is_joining else None
        self.clock.look(other, event.at_us)


def _issued(event: Event, day: str, midnight_us: int) -> Visit:
    data = event.data
    needs = names(event, "needs") if "needs" in data else [str(data["service"])]
    booked_us = optional_whole(event, "booked_us")
    return Visit(
        day=day,
        ticket=event.ticket,
        number=str(data["number"]),
        service=needs[0],
        segment=str(data["segment"]),
        midnight_us=midnight_us,
        arrived_us=event.at_us,
        issued_us=event.recorded_us,
        waits_from_us=event.at_us if booked_us is None else max(event.at_us, booked_us),
        need=needs[0],
        booked_us=booked_us,
    )


def _called(visit: Visit, event: Event) -> None:
    visit.state = "called"
    visit.counter, visit.staff = event.counter, event.staff
    visit.started_us = None
    if visit.called_us is None:
        visit.called_us = event.at_us


def _recalled(visit: Visit, _event: Event) -> None:
    visit.recalls += 1


def _started(visit: Visit, event: Event) -> None:
    visit.state, visit.started_us = "serving", event.at_us


def _end_stop(visit: Visit, at_us: int) -> None:
    """Whatever is being served is over at this counter."""
    if visit.servings and visit.servings[-1].ended_us is None:
        visit.servings[-1].ended_us = at_us


def _held(visit: Visit, event: Event) -> None:
    _end_stop(visit, event.at_us)
    visit.state = "held"
    visit.holds += 1


def _deferred(visit: Visit, event: Event) -> None:
    _end_stop(visit, event.at_us)
    visit.state = "held"


def _waits(visit: Visit, _event: Event) -> None:
    visit.state = "waiting"


def _transferred(visit: Visit, event: Event) -> None:
    _end_stop(visit, event.at_us)
    visit.state = "waiting"
    visit.transfers += 1
    visit.need = names(event, "needs")[0]
    if visit.called_us is None:
        visit.service = visit.need


def _continued(visit: Visit, event: Event) -> None:
    """The next need, or turn, at the same counter; the next need is a serving of its own."""
    visit.need = names(event, "needs")[0]
    if "done" in event.data and visit.servings:
        last = visit.servings[-1]
        last.ended_us = event.at_us
        visit.servings.append(
            Serving(visit.need, last.counter, last.staff, event.at_us, last.is_training)
        )


def _requeued(visit: Visit, _event: Event) -> None:
    """A call that nobody heard did not happen, nor what was counted from it."""
    if visit.servings and visit.servings[-1].ended_us is None:
        del visit.servings[-1]
    if not visit.servings and not visit.absences:
        visit.called_us = None
    visit.state, visit.started_us = "waiting", None


def _reclassified(visit: Visit, event: Event) -> None:
    """What was wrong from the beginning is counted as it should have been."""
    visit.segment = str(event.data["segment"])
    if visit.service == event.data["was_service"]:
        visit.service = names(event, "needs")[0]
    visit.need = names(event, "needs")[0]
    if visit.servings and visit.servings[-1].ended_us is None:
        visit.servings[-1].service = visit.need


def _regrouped(visit: Visit, event: Event) -> None:
    """A companion's needs come or go."""
    visit.need = names(event, "needs")[0]
    if visit.called_us is None:
        visit.service = visit.need


def _closed(visit: Visit, event: Event) -> None:
    _end_stop(visit, event.at_us)
    visit.state, visit.ended_us = "closed", event.at_us
    visit.outcome = str(event.data["outcome"])


def _no_show(visit: Visit, event: Event) -> None:
    visit.state, visit.ended_us = "no_show", event.at_us
    visit.absences += 1


def _returned(visit: Visit, _event: Event) -> None:
    visit.state, visit.ended_us = "waiting", None
    visit.returns += 1


def _cancelled(visit: Visit, event: Event) -> None:
    visit.state, visit.ended_us = "cancelled", event.at_us
    visit.outcome = str(event.data["reason"])


def _diverted(visit: Visit, event: Event) -> None:
    visit.state, visit.ended_us = "diverted", event.at_us
    visit.outcome = str(event.data["way"])


def _expired(visit: Visit, event: Event) -> None:
    _end_stop(visit, event.at_us)
    visit.state, visit.ended_us = "expired", event.at_us


def _rated(visit: Visit, event: Event) -> None:
    visit.rating = whole(event, "score")


_CHANGES: dict[str, Callable[[Visit, Event], None]] = {
    kinds.TICKET_CALLED: _called,
    kinds.TICKET_RECALLED: _recalled,
    kinds.TICKET_STARTED: _started,
    kinds.TICKET_HELD: _held,
    kinds.TICKET_RESUMED: _waits,
    kinds.TICKET_DEFERRED: _deferred,
    kinds.TICKET_TRANSFERRED: _transferred,
    kinds.TICKET_CONTINUED: _continued,
    kinds.TICKET_REQUEUED: _requeued,
    kinds.TICKET_RECLASSIFIED: _reclassified,
    kinds.TICKET_JOINED: _regrouped,
    kinds.TICKET_SPLIT: _regrouped,
    kinds.TICKET_DIVERTED: _diverted,
    kinds.TICKET_CLOSED: _closed,
    kinds.TICKET_NO_SHOW: _no_show,
    kinds.TICKET_RETURNED: _returned,
    kinds.TICKET_CANCELLED: _cancelled,
    kinds.TICKET_EXPIRED: _expired,
    kinds.TICKET_RATED: _rated,
}
