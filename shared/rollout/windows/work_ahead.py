"""Who works at which counter from now on: as the branch stands, and else as usual."""

from collections.abc import Sequence
from typing import Final

from shared.dispatch.layout import MINUTE_US
from shared.domain.branch import Branch
from shared.domain.counter import Counter, CounterState
from shared.rollout.branch_arrays import Work

#: Whoever is so much later than the usual roster follows another one today.
LATE_US: Final = 20 * MINUTE_US
#: Somebody who should be there already comes after so long.
SOON_US: Final = 5 * MINUTE_US
#: A pause of which nobody said how long lasts so long.
PAUSE_US: Final = 15 * MINUTE_US

Stints = tuple[Work, ...]
#: Until everybody has left.
ALL_DAY: Final = Work(0, -1, is_pause_after=False)


def work_ahead(branch: Branch, now_us: int, roster: Sequence[Stints] | None) -> tuple[Stints, ...]:
    """The stints of each counter from ``now_us`` (from midnight) on, the present one first.

    Whoever is at work stays as long as the roster says, unless it was left long ago; plans that
    were told are put in by the snapshot. Without a roster who is there stays, and who paused comes
    back; nobody else opens.
    """
    return tuple(
        _ahead(branch, counter, now_us, roster[counter.spec.index] if roster else None)
        for counter in branch.counters.values()
    )


def _ahead(branch: Branch, counter: Counter, now_us: int, usual: Stints | None) -> Stints:
    if counter.state is CounterState.OPEN:
        return _open(now_us, usual or (ALL_DAY,))
    if counter.state is CounterState.PAUSED:
        return _paused(branch, counter, now_us, usual or (ALL_DAY,))
    return _closed(now_us, usual or ())


def _open(now_us: int, usual: Stints) -> Stints:
    left = [stint for stint in usual if stint.to_us < 0 or stint.to_us > now_us - LATE_US]
    if not left:
        return (ALL_DAY._replace(speed_milli=usual[-1].speed_milli),)
    first, *later = left
    if 0 <= first.to_us <= now_us:  # is about to go: after the present customer
        first = first._replace(to_us=now_us)
        later = [stint for stint in later if stint.from_us > now_us]
    return (first, *later)


def _paused(branch: Branch, counter: Counter, now_us: int, usual: Stints) -> Stints:
    left = [stint for stint in usual if stint.to_us < 0 or stint.to_us > now_us + SOON_US]
    if not left:
        return ()
    if counter.pause_until_us is not None:
        back_us = branch.since_midnight(counter.pause_until_us)
    elif left[0].from_us > now_us:
        back_us = left[0].from_us
    else:
        back_us = branch.since_midnight(counter.since_us) + PAUSE_US
    if back_us <= now_us:
        back_us = now_us + SOON_US
    first, *later = left
    return (first._replace(from_us=back_us), *(s for s in later if s.from_us > back_us))


def _closed(now_us: int, usual: Stints) -> Stints:
    coming = []
    for stint in usual:
        if stint.from_us > now_us:
            coming.append(stint)
        elif now_us < stint.from_us + LATE_US and (stint.to_us < 0 or stint.to_us > now_us):
            coming.append(stint._replace(from_us=now_us + SOON_US))
    return tuple(coming)
