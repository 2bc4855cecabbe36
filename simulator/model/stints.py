"""How a person's stints change: somebody comes late, pauses unplanned, counts cash.

All times in microseconds from midnight. Stints are of one shift, one after another.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from simulator.model.shift import Stint

Stints = tuple[Stint, ...]


def interrupted(stints: Sequence[Stint], from_us: int, to_us: int, reason: str = "") -> Stints:
    """Nobody works from ``from_us`` to ``to_us``: a pause for this reason; without one it closes.

    Who would have come meanwhile comes at the end of it; a stint that lies inside is left out.
    """
    found: list[Stint] = []
    for stint in stints:
        found += _without(stint, from_us, max(to_us, from_us), reason)
    return _joined(found)


def _without(stint: Stint, from_us: int, to_us: int, reason: str) -> list[Stint]:
    ends_before = stint.to_us is not None and stint.to_us <= from_us
    if not stint.calls or ends_before or stint.from_us >= to_us:
        return [stint]
    left = []
    if stint.from_us < from_us:
        left.append(replace(stint, to_us=from_us, pause_reason=reason, back_us=to_us))
    if stint.to_us is None or stint.to_us > to_us:
        left.append(replace(stint, from_us=to_us, gap_us=0))
    return left


def _joined(stints: Sequence[Stint]) -> Stints:
    """A pause tells when the next stint begins; after the last one the counter closes."""
    found = []
    for stint, after in zip_longest(stints, stints[1:]):
        if not stint.pause_reason:
            found.append(replace(stint, back_us=None))
        elif after is None:
            found.append(replace(stint, pause_reason="", back_us=None))
        elif after.calls:
            found.append(replace(stint, back_us=after.from_us))
        else:
            found.append(stint)
    return tuple(found)


def with_cash_work(
    stints: Sequence[Stint], opening_us: int, closing_us: int, reason: str
) -> Stints:
    """Cash work of these lengths before the first call and after the last one.

    At the end of a shift that has a clock time it is done at that time, unless the last customer
    takes longer; otherwise it begins when the last one has been served.
    """
    found = list(stints)
    if opening_us and found:
        first = found[0]
        calls_us = first.from_us + opening_us
        counts = Stint(first.from_us, first.from_us, reason, calls_us, is_cash_after=True)
        found = [counts, *(s for s in found if s.to_us is None or s.to_us > calls_us)]
        found[1:] = [replace(s, from_us=max(s.from_us, calls_us)) for s in found[1:]]
    if closing_us and found and found[-1].calls and not found[-1].pause_reason:
        last = found[-1]
        ends_us = None if last.to_us is None else max(last.from_us, last.to_us - closing_us)
        back_us = None if ends_us is None else last.to_us
        ending = replace(last, to_us=ends_us, pause_reason=reason, back_us=back_us)
        found[-1] = replace(ending, is_cash_after=True)
        found.append(Stint(last.to_us or 0, calls=False, gap_us=closing_us))
    return _joined(found)
