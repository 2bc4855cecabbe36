"""What counters did with their time: serving, awaiting a called customer, idle, paused."""

from collections.abc import Iterable
from dataclasses import dataclass

from shared.domain import event as kinds
from shared.domain.event import Event
from shared.metrics.visit import SECOND_US


@dataclass(slots=True)
class CounterTime:
    """One counter's time in seconds. Open time is serving + awaiting + idle, without pauses.

    ``awaiting_s`` lies between a call and the start of the service (or the no-show).
    """

    counter: str
    served: int = 0
    serving_s: float = 0.0
    awaiting_s: float = 0.0
    idle_s: float = 0.0
    paused_s: float = 0.0

    @property
    def open_s(self) -> float:
        """Time in which the counter could call, pauses apart."""
        return self.serving_s + self.awaiting_s + self.idle_s

    @property
    def utilisation(self) -> float:
        """Serving time / open time, 0..1; NaN for a counter that never opened."""
        return self.serving_s / self.open_s if self.open_s else float("nan")


@dataclass(slots=True)
class _Clock:
    """What a counter does now, and since when."""

    does: str = "closed"
    since_us: int = 0


#: Event kind -> what the counter does from then on.
_NEXT = {
    kinds.COUNTER_OPENED: "idle",
    kinds.COUNTER_RESUMED: "idle",
    kinds.COUNTER_PAUSED: "paused",
    kinds.COUNTER_CLOSED: "closed",
    kinds.TICKET_CALLED: "awaiting",
    kinds.TICKET_STARTED: "serving",
    kinds.TICKET_CLOSED: "idle",
    kinds.TICKET_NO_SHOW: "idle",
}


def counter_times(events: Iterable[Event]) -> dict[str, CounterTime]:
    """Each counter that ever opened, in ascending order; several days add up.

    A counter that is still open when the log ends is counted up to the last event.
    """
    times: dict[str, CounterTime] = {}
    clocks: dict[str, _Clock] = {}
    last_us = 0
    for event in events:
        last_us = max(last_us, event.recorded_us)
        does = _NEXT.get(event.kind)
        if does is None or not event.counter:
            continue
        time = times.setdefault(event.counter, CounterTime(event.counter))
        time.served += event.kind == kinds.TICKET_CLOSED
        _turn(time, clocks.setdefault(event.counter, _Clock()), does, event.at_us)
    for counter, clock in clocks.items():
        _turn(times[counter], clock, "closed", last_us)
    return dict(sorted(times.items()))


def _turn(time: CounterTime, clock: _Clock, does: str, at_us: int) -> None:
    """Book the time since the last change and go on with something else."""
    spent_s = (at_us - clock.since_us) / SECOND_US
    if clock.does == "serving":
        time.serving_s += spent_s
    elif clock.does == "awaiting":
        time.awaiting_s += spent_s
    elif clock.does == "idle":
        time.idle_s += spent_s
    elif clock.does == "paused":
        time.paused_s += spent_s
    clock.does, clock.since_us = does, at_us
