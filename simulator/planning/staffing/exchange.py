"""One more here for two fewer there: what thinning out alone cannot find."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from simulator.planning.staffing.openings import Openings
from simulator.planning.staffing.trim import Trimmer, Unit, changed
from simulator.planning.tally import Real

#: So much may be missing by the estimate: effects do not quite add up.
LENIENT: Final = 0.01
#: Exchanges that are looked at before this is given up.
TRIES: Final = 8


def exchanged(trimmer: Trimmer, openings: Openings, rung: int) -> Openings:
    """The openings with one unit less, as often as an exchange gives that.

    What one more or one less does to each cell is seen on the first rung; what one more and two
    fewer do is taken to be the sum, the most promising are looked at.
    """
    found = openings
    while (better := _once(trimmer, found, rung)) is not None:
        found = trimmer.thin(better, rung)
    return found


def _once(trimmer: Trimmer, openings: Openings, rung: int) -> Openings | None:
    """With one unit less, or None."""
    for tries, (_, more, fewer) in enumerate(sorted(_promising(trimmer, openings, rung))):
        if tries == TRIES:
            break
        option = changed(changed(openings, [more], 1), fewer, -1)
        if (option >= 0).all() and trimmer.is_allowed(option) and trimmer.will_do(option, rung):
            return option
    return None


def _promising(
    trimmer: Trimmer, openings: Openings, rung: int
) -> Iterator[tuple[float, Unit, list[Unit]]]:
    """For each unit that may be added the best two to take away, by the estimate."""
    fewer, drop = _effects(trimmer, openings, -1)
    more, gain = _effects(trimmer, openings, 1)
    if not fewer or not more:
        return
    z = trimmer.lab.rules.z if rung == trimmer.lab.top else 0.0
    verdict = trimmer.look(openings, rung)
    base = (verdict.short + z * verdict.error).ravel()
    for unit, effect in zip(more, gain, strict=True):
        left = (base + effect)[None, :] + drop
        pairs = np.array([(left[n] + drop).max(axis=1) for n in range(len(fewer))])
        # the same unit twice only where two are open
        for n, taken in enumerate(fewer):
            if openings[taken] < 2 or taken == unit:
                pairs[n, n] = np.inf
        n, m = divmod(int(pairs.argmin()), len(fewer))
        if pairs[n, m] <= trimmer.lab.rules.tolerance + LENIENT and unit not in (
            fewer[n],
            fewer[m],
        ):
            yield float(pairs[n, m]), unit, [fewer[n], fewer[m]]


def _effects(trimmer: Trimmer, openings: Openings, by: int) -> tuple[list[Unit], Real]:
    """What one unit more or less makes each cell miss beyond now: (units, cells x limits)."""
    now = trimmer.look(openings, 0).short.ravel()
    units: list[Unit] = []
    effects = []
    for place in np.argwhere((openings + by >= 0) & (openings + by <= trimmer.house.full)):
        unit = int(place[0]), int(place[1])
        option = changed(openings, [unit], by)
        if by > 0 or trimmer.is_allowed(option):
            units.append(unit)
            effects.append(trimmer.look(option, 0).short.ravel() - now)
    return units, np.array(effects).reshape(len(units), len(now))
