"""What became of promised windows: kept or not, how wide, beside the plain estimate.

A promise counts when its customer was called; who left, or whose promise was withdrawn, is counted
apart. *Held*: the call came inside the window. *In time*: not after its end.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from shared.domain import event as kinds
from shared.domain.event import Event, whole, wholes

#: Tickets that no window is worked out for: they wait for somebody, or have their time.
APART: Final = frozenset({"to_counter", "to_person", "appointment", "split_from"})

#: Mean width of a band by its two ends.
Width = Callable[[float, float], float]


class Promised(NamedTuple):
    """A promise that came to a call; microseconds of the branch's clock.

    ``raw_us`` are the quantiles of the forecast before the correction, ``plain_us`` is the call by
    the plain estimate (negative: none).
    """

    service: str
    made_us: int
    from_us: int
    until_us: int
    raw_us: tuple[int, int, int]
    plain_us: int
    called_us: int

    @property
    def is_held(self) -> bool:
        """Called inside the window."""
        return self.from_us <= self.called_us <= self.until_us

    @property
    def is_in_time(self) -> bool:
        """Called by the end of the window."""
        return self.called_us <= self.until_us


@dataclass(frozen=True)
class Promises:
    """All that came of one or several days.

    ``waited`` counts tickets that had to wait and could have been promised a time, ``withheld``
    those of them that were not; ``withdrawn`` promises given back before the call, ``uncalled``
    those whose customers left.
    """

    kept: Sequence[Promised]
    waited: int
    withheld: int
    withdrawn: int
    uncalled: int


@dataclass(frozen=True)
class WindowScore:
    """Shares from 0 to 1, NaN where there is nothing; widths in seconds.

    ``plain_width_s`` is the width of the narrowest band around the plain estimate that would have
    held as many calls, chosen in hindsight: a favour that the windows do not get.
    """

    count: int
    held: float
    in_time: float
    width_s: float
    plain_width_s: float
    by_service: Mapping[str, tuple[int, float]] = field(default_factory=dict)


def promises_of(events: Iterable[Event]) -> Promises:
    """What became of the promises in this part of a log, in its order; the first of each ticket."""
    issued: dict[str, Event] = {}
    made: dict[str, Event] = {}
    called: dict[str, Event] = {}
    withdrawn: set[str] = set()
    for event in events:
        if event.kind == kinds.TICKET_ISSUED and not event.data.keys() & APART:
            issued[event.ticket] = event
        elif event.kind == kinds.PROMISE_MADE and "raw_us" in event.data:
            made.setdefault(event.ticket, event)
        elif event.kind == kinds.PROMISE_WITHDRAWN and event.ticket not in called:
            withdrawn.add(event.ticket)
        elif event.kind == kinds.TICKET_CALLED:
            called.setdefault(event.ticket, event)
    waited = {
        ticket
        for ticket, event in issued.items()
        if ticket not in called or called[ticket].recorded_us > event.recorded_us
    }
    back = withdrawn & made.keys()
    kept = [
        _promised(event, called[ticket])
        for ticket, event in made.items()
        if ticket in called and ticket not in back and ticket in waited
    ]
    return Promises(
        kept=kept,
        waited=len(waited),
        withheld=len(waited - made.keys()),
        withdrawn=len(back),
        uncalled=len(made.keys() - called.keys() - back),
    )


def _promised(made: Event, called: Event) -> Promised:
    low_us, middle_us, high_us = wholes(made, "raw_us")
    return Promised(
        service=str(made.data["service"]),
        made_us=made.at_us,
        from_us=whole(made, "from_us"),
        until_us=whole(made, "until_us"),
        raw_us=(low_us, middle_us, high_us),
        plain_us=whole(made, "plain_us"),
        called_us=called.at_us,
    )


def score(kept: Sequence[Promised]) -> WindowScore:
    """The figures of these promises."""
    if not kept:
        nothing = float("nan")
        return WindowScore(0, nothing, nothing, nothing, nothing)
    by_service: dict[str, list[Promised]] = defaultdict(list)
    for each in kept:
        by_service[each.service].append(each)
    held = sum(each.is_held for each in kept)
    return WindowScore(
        count=len(kept),
        held=held / len(kept),
        in_time=sum(each.is_in_time for each in kept) / len(kept),
        width_s=sum(each.until_us - each.from_us for each in kept) / len(kept) / 1e6,
        plain_width_s=plain_width_s(kept, held),
        by_service={
            service: (len(mine), sum(each.is_held for each in mine) / len(mine))
            for service, mine in sorted(by_service.items())
        },
    )


def plain_width_s(kept: Sequence[Promised], held: int) -> float:
    """Mean width of the narrowest band around the plain estimate that holds so many calls.

    The band is the estimate plus a fixed time to either side, or the estimated wait times a factor
    to either side, whichever is narrower; nothing of it lies before the promise. NaN where there
    are too few estimates.
    """
    known = [each for each in kept if each.plain_us >= each.made_us]
    needed = round(held * len(known) / len(kept)) if kept else 0
    if needed < 2:
        return float("nan")
    waits_s = [((e.plain_us - e.made_us) / 1e6, (e.called_us - e.made_us) / 1e6) for e in known]
    fixed = [(called - told, told) for told, called in waits_s]
    grain_s = 30.0
    relative = [((called + grain_s) / (told + grain_s), told) for told, called in waits_s]

    def added(low: float, high: float) -> float:
        return sum(max(0.0, t + high) - max(0.0, t + low) for _, t in fixed) / len(fixed)

    def multiplied(low: float, high: float) -> float:
        ends = [((t + grain_s) * low - grain_s, (t + grain_s) * high - grain_s) for _, t in fixed]
        return sum(max(0.0, b) - max(0.0, a) for a, b in ends) / len(ends)

    bands = [(sorted(e for e, _ in fixed), added), (sorted(r for r, _ in relative), multiplied)]
    return min(_narrowest(values, needed, width) for values, width in bands)


def _narrowest(values: Sequence[float], needed: int, width: Width) -> float:
    """The least mean width of all bands that hold so many of these ascending values."""
    last = len(values) - needed
    step = max(1, last // 50)  # looked at closely enough: neighbours differ by nothing
    return min(width(values[i], values[i + needed - 1]) for i in range(0, last + 1, step))
