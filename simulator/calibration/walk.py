"""How long people walk from the call to the counter, where a key told when the service began."""

import math
from collections.abc import Iterable

from shared.metrics.quantile import quantile
from simulator.calibration.fit import Estimate, Z
from simulator.calibration.record import Row

#: Fewer walks say too little.
FEWEST_WALKS = 30


def walk(rows: Iterable[Row]) -> Estimate | None:
    """The median walk in seconds; its interval by order statistics. None: too few are known."""
    found = sorted(
        row.started_s - row.called_s
        for row in rows
        if row.is_walk_known and row.started_s >= row.called_s
    )
    if len(found) < FEWEST_WALKS:
        return None
    half = Z / 2 / math.sqrt(len(found))
    low, middle, high = (quantile(found, 0.5 + shift) for shift in (-half, 0.0, half))
    return Estimate(middle, low, high)


def walks(rows: Iterable[Row]) -> dict[str, Estimate]:
    """Counter -> median walk to it, where enough are known."""
    there: dict[str, list[Row]] = {}
    for row in rows:
        there.setdefault(row.counter, []).append(row)
    found = {counter: walk(there[counter]) for counter in sorted(there) if counter}
    return {counter: each for counter, each in found.items() if each is not None}
