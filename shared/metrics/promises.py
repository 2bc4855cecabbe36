"""What became of promised windows: kept or not, how wide, beside the plain estimate.

A promise counts when its customer was called; who left, or whose promise was withdrawn, is counted
apart. *Held*: the call came inside the window. *In time*: not after its end.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from shared.domain import event as kinds
from shared.domain.event import Event, whole, wholes

#: Tickets that no window is worked out for: they wait for somebody, or have their time.
APART: Final = frozenset({"to_counter", "to_person", "appointment", "split_from"})

#: Added to waits before they are compared as ratios: nobody's wait is nothing.
GRAIN_S: Final = 30.0


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

    The plain estimate says nothing where no counter is open for a ticket (``plain_silent``, a
    share). Of the others ``beside_s`` is the mean width of the windows, ``plain_width_s`` that of
    the band around the plain estimate that as many of their calls lie before, and after. It is
    chosen in hindsight: a favour that the windows do not get.
    """

    count: int
    held: float
    in_time: float
    width_s: float
    plain_silent: float
    beside_s: float
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
        return WindowScore(0, *(nothing,) * 6)
    by_service: dict[str, list[Promised]] = defaultdict(list)
    for each in kept:
        by_service[each.service].append(each)
    estimated = [each for each in kept if each.plain_us >= each.made_us]
    return WindowScore(
        count=len(kept),
        held=sum(each.is_held for each in kept) / len(kept),
        in_time=sum(each.is_in_time for each in kept) / len(kept),
        width_s=_width_s(kept),
        plain_silent=1 - len(estimated) / len(kept),
        beside_s=_width_s(estimated),
        plain_width_s=plain_width_s(
            estimated,
            sum(each.called_us < each.from_us for each in estimated),
            sum(each.called_us > each.until_us for each in estimated),
        ),
        by_service={
            service: (len(mine), sum(each.is_held for each in mine) / len(mine))
            for service, mine in sorted(by_service.items())
        },
    )


def _width_s(kept: Sequence[Promised]) -> float:
    """Mean width of these windows, NaN of none."""
    widths = [each.until_us - each.from_us for each in kept]
    return sum(widths) / len(widths) / 1e6 if widths else float("nan")


def plain_width_s(kept: Sequence[Promised], before: int, after: int) -> float:
    """Mean width of the band around the plain estimate that so many calls lie before and after.

    The band is the estimate plus a fixed time to either side, or the estimated wait times a factor
    to either side, whichever is narrower; nothing of it lies before the promise. NaN where no two
    calls are left inside. All of these promises have an estimate.
    """
    first, last = before, len(kept) - 1 - after
    if last <= first:
        return float("nan")
    told_s = [(each.plain_us - each.made_us) / 1e6 for each in kept]
    called_s = [(each.called_us - each.made_us) / 1e6 for each in kept]
    both = list(zip(told_s, called_s, strict=True))
    errors = sorted(called - told for told, called in both)
    ratios = sorted((called + GRAIN_S) / (told + GRAIN_S) for told, called in both)
    added = [max(0.0, t + errors[last]) - max(0.0, t + errors[first]) for t in told_s]
    times = [
        (t + GRAIN_S) * ratios[last] - max(GRAIN_S, (t + GRAIN_S) * ratios[first]) for t in told_s
    ]
    return min(sum(added), sum(times)) / len(kept)
