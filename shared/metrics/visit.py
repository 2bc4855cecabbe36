"""One record a ticket, folded from a log of events."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from shared.domain import event as kinds
from shared.domain.event import Event, names, whole

HALF_HOUR_US = 1_800_000_000
SECOND_US = 1_000_000


@dataclass(slots=True)
class Visit:
    """What the log says of one ticket. Times are microseconds of the branch's clock.

    ``called_us`` is the first call (a customer who comes back after a missed call is called
    again), ``started_us``, ``counter`` and ``staff`` belong to the last. ``state`` is the last
    known state: waiting, called, serving, closed, no_show, cancelled, expired. ``outcome`` is that
    of a closed visit or the reason of a cancelled one. ``overtaken`` counts the calls that say
    they passed this ticket over. ``seen_until_us`` is when the log ends.
    """

    day: str
    ticket: str
    number: str
    service: str
    segment: str
    midnight_us: int
    arrived_us: int
    issued_us: int
    state: str = "waiting"
    called_us: int | None = None
    started_us: int | None = None
    ended_us: int | None = None
    counter: str = ""
    staff: str = ""
    outcome: str = ""
    recalls: int = 0
    absences: int = 0
    returns: int = 0
    overtaken: int = 0
    rating: int | None = None
    seen_until_us: int = 0

    @property
    def wait_s(self) -> float | None:
        """Seconds from arrival to the first call; None for whoever was never called."""
        return None if self.called_us is None else (self.called_us - self.arrived_us) / SECOND_US

    @property
    def service_s(self) -> float | None:
        """Seconds from start to end of the service; None unless it took place and is over."""
        if self.state != "closed" or self.started_us is None or self.ended_us is None:
            return None
        return (self.ended_us - self.started_us) / SECOND_US

    @property
    def has_left(self) -> bool:
        """Whether the customer gave the ticket up while waiting, silently or by saying so."""
        return self.state == "cancelled"

    @property
    def in_vain_s(self) -> float | None:
        """How long somebody waited who was never called; None for whoever was.

        Until the customer left, the day ended, or the log does with the customer still waiting.
        """
        if self.called_us is not None:
            return None
        until_us = self.seen_until_us if self.ended_us is None else self.ended_us
        return (until_us - self.arrived_us) / SECOND_US

    @property
    def half_hour(self) -> int:
        """The half-hour of the day of the arrival: 0 begins at midnight, 18 at nine o'clock."""
        return (self.arrived_us - self.midnight_us) // HALF_HOUR_US


def visits(events: Iterable[Event]) -> list[Visit]:
    """Every ticket of the log in the order of issue; the log may hold several days."""
    found: dict[str, Visit] = {}
    day, midnight_us, last_us = "", 0, 0
    for event in events:
        last_us = max(last_us, event.recorded_us)
        if event.kind == kinds.DAY_OPENED:
            day, midnight_us = str(event.data["day"]), whole(event, "midnight_us")
        elif event.kind == kinds.TICKET_ISSUED:
            found[event.ticket] = _issued(event, day, midnight_us)
        elif event.kind in _CHANGES:
            _CHANGES[event.kind](found[event.ticket], event)
            if event.kind == kinds.TICKET_CALLED:
                for other in names(event, "passed_over"):
                    found[other].overtaken += 1
    for visit in found.values():
        visit.seen_until_us = last_us
    return list(found.values())


def _issued(event: Event, day: str, midnight_us: int) -> Visit:
    data = event.data
    return Visit(
        day=day,
        ticket=event.ticket,
        number=str(data["number"]),
        service=str(data["service"]),
        segment=str(data["segment"]),
        midnight_us=midnight_us,
        arrived_us=event.at_us,
        issued_us=event.recorded_us,
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


def _closed(visit: Visit, event: Event) -> None:
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


def _expired(visit: Visit, event: Event) -> None:
    visit.state, visit.ended_us = "expired", event.at_us


def _rated(visit: Visit, event: Event) -> None:
    visit.rating = whole(event, "score")


_CHANGES: dict[str, Callable[[Visit, Event], None]] = {
    kinds.TICKET_CALLED: _called,
    kinds.TICKET_RECALLED: _recalled,
    kinds.TICKET_STARTED: _started,
    kinds.TICKET_CLOSED: _closed,
    kinds.TICKET_NO_SHOW: _no_show,
    kinds.TICKET_RETURNED: _returned,
    kinds.TICKET_CANCELLED: _cancelled,
    kinds.TICKET_EXPIRED: _expired,
    kinds.TICKET_RATED: _rated,
}
