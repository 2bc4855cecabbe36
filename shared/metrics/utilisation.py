"""What counters did with their time: serving, awaiting a called customer, idle, paused, training.

Time in which somebody learns there beside a mentor stands apart (``training_s``), so that neither
the utilisation nor the number served says anything of the person or of the counter.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from shared.domain import event as kinds
from shared.domain.event import Event, optional_text
from shared.metrics.visit import SECOND_US


@dataclass(slots=True)
class CounterTime:
    """One counter's time in seconds. Open time is serving + awaiting + idle, without pauses.

    ``served`` counts the customers who were served there, whether their visit ended or went on
    elsewhere. ``awaiting_s`` lies between a call and the start of the service (or the no-show).
    """

    counter: str
    served: int = 0
    serving_s: float = 0.0
    awaiting_s: float = 0.0
    idle_s: float = 0.0
    paused_s: float = 0.0
    training_s: float = 0.0

    @property
    def open_s(self) -> float:
        """Time in which the counter could call, pauses and training apart."""
        return self.serving_s + self.awaiting_s + self.idle_s

    @property
    def utilisation(self) -> float:
        """Serving time / open time, 0..1; NaN for a counter that never opened."""
        return self.serving_s / self.open_s if self.open_s else float("nan")


@dataclass(slots=True)
class _Clock:
    """What a counter does now, since when, for which ticket, and whether somebody learns there."""

    does: str = "closed"
    since_us: int = 0
    ticket: str = ""
    is_training: bool = False


#: Event kind -> what the counter does from then on.
_COUNTER: Final = {
    kinds.COUNTER_OPENED: "idle",
    kinds.COUNTER_RESUMED: "idle",
    kinds.COUNTER_PAUSED: "paused",
    kinds.COUNTER_CLOSED: "closed",
}
#: The same for events of the ticket that is there.
_TICKET: Final = {
    kinds.TICKET_STARTED: "serving",
    kinds.TICKET_CLOSED: "idle",
    kinds.TICKET_NO_SHOW: "idle",
    kinds.TICKET_HELD: "idle",
    kinds.TICKET_DEFERRED: "idle",
    kinds.TICKET_TRANSFERRED: "idle",
    kinds.TICKET_EXPIRED: "idle",
    kinds.TICKET_REQUEUED: "idle",
}
_SERVED: Final = frozenset({kinds.TICKET_CLOSED, kinds.TICKET_TRANSFERRED})


@dataclass(frozen=True, slots=True)
class Span:
    """What a counter did from one moment to the next: closed, idle, awaiting, serving, paused.

    ``has_served``: the span was a service and its customer went from here, closed or sent on.
    """

    counter: str
    does: str
    from_us: int
    to_us: int
    is_training: bool
    has_served: bool = False


def counter_times(events: Iterable[Event]) -> dict[str, CounterTime]:
    """Each counter that ever opened, in ascending order; several days add up.

    A counter that is still open when the log ends is counted up to the last event.
    """
    times: dict[str, CounterTime] = {}
    for span in counter_spans(events):
        _book(times.setdefault(span.counter, CounterTime(span.counter)), span)
    return dict(sorted(times.items()))


def counter_spans(events: Iterable[Event]) -> Iterator[Span]:
    """Each counter's time without gaps, from its first event on; one after the other ended.

    A counter that is still open when the log ends is counted up to the last event.
    """
    clocks: dict[str, _Clock] = {}
    last_us = 0
    for event in events:
        last_us = max(last_us, event.recorded_us)
        clock = clocks.get(event.counter, _Clock())
        does = _next(event, clock)
        if not does:
            continue
        clocks[event.counter] = clock
        has_served = event.kind in _SERVED and not clock.is_training
        yield _span(event.counter, clock, event.at_us, has_served=has_served)
        clock.does, clock.since_us = does, event.at_us
        _remember(clock, event)
    for counter, clock in clocks.items():
        yield _span(counter, clock, last_us)


def _span(counter: str, clock: _Clock, to_us: int, *, has_served: bool = False) -> Span:
    return Span(counter, clock.does, clock.since_us, to_us, clock.is_training, has_served)


def _next(event: Event, clock: _Clock) -> str:
    """What the counter does after this event; empty when it changes nothing there.

    A ticket that waits again keeps the name of the counter where it was; what happens to it then
    is nothing to that counter.
    """
    if not event.counter:
        return ""
    if event.kind == kinds.TICKET_CALLED:
        return "awaiting"
    if event.kind in _TICKET and event.ticket == clock.ticket:
        return _TICKET[event.kind]
    return _COUNTER.get(event.kind, "")


def _remember(clock: _Clock, event: Event) -> None:
    """Who is there after this event, and whether somebody learns."""
    if event.kind == kinds.TICKET_CALLED:
        clock.ticket = event.ticket
    elif clock.does == "idle":
        clock.ticket = ""
    if event.kind == kinds.COUNTER_OPENED:
        clock.is_training = bool(optional_text(event, "mentor"))


def _book(time: CounterTime, span: Span) -> None:
    """Add a span to the counter's time."""
    spent_s = (span.to_us - span.from_us) / SECOND_US
    time.served += span.has_served
    if span.does == "paused":
        time.paused_s += spent_s
    elif span.does != "closed" and span.is_training:
        time.training_s += spent_s
    elif span.does == "serving":
        time.serving_s += spent_s
    elif span.does == "awaiting":
        time.awaiting_s += spent_s
    elif span.does == "idle":
        time.idle_s += spent_s
