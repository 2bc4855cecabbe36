"""How few there can be at least: stretches of the day by themselves, everything else open.

It rests on one assumption: that nobody waits longer because more counters are open. Under it a
stretch needs at least as many as with everybody at work before and after it, and what has been
seen to fail fails with any fewer. Stretches that do not overlap may be added up. It is a bound for
the days that were looked at, up to chance: "fails" is said from ``SURELY`` standard errors on.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from ortools.sat.python import cp_model

from simulator.planning.staffing.openings import Openings
from simulator.planning.staffing.trim import Trimmer

#: Standard errors from which on a staffing is said to fail.
SURELY: Final = 2.0


def least(
    trimmer: Trimmer,
    width: int,
    rung: int,
    at_least: int,
) -> list[int]:
    """The fewest counter-half-hours of each stretch of so many half-hours."""
    begins = range(0, trimmer.house.count, width)
    return [_Stretch(trimmer, begin, width, rung, at_least).least() for begin in begins]


class _Stretch:
    """One stretch: what was seen to fail there, and the fewest that differ from all of it."""

    def __init__(self, trimmer: Trimmer, begin: int, width: int, rung: int, at_least: int) -> None:
        self._trimmer, self._rung, self._at_least = trimmer, rung, at_least
        self._full = trimmer.house.full
        self._places = slice(begin, min(begin + width, trimmer.house.count))
        self._failed: list[Openings] = []

    def least(self) -> int:
        """Propose the fewest, look, learn what fails; the first that does not fail ends it."""
        while True:
            option = self._fewest()
            if not self._fails(option):
                return int(option.sum())
            self._failed.append(self._most_that_fails(option))

    def _fails(self, stretch: Openings) -> bool:
        openings = self._full.copy()
        openings[:, self._places] = stretch
        rules = self._trimmer.lab.rules
        verdict = self._trimmer.look(openings, self._rung)
        return verdict.is_clearly_short(rules.tolerance, SURELY)

    def _most_that_fails(self, stretch: Openings) -> Openings:
        """As many more as still fail: it rules out the more."""
        found, most = stretch.copy(), self._full[:, self._places]
        for place in map(tuple, np.argwhere(found < most)):
            while found[place] < most[place]:
                found[place] += 1
                if not self._fails(found):
                    found[place] -= 1
                    break
        return found

    def _fewest(self) -> Openings:
        """The fewest that have more than each failure in some place (CP-SAT)."""
        most = self._full[:, self._places]
        model = cp_model.CpModel()
        count = {
            (int(p), int(h)): model.new_int_var(0, int(most[p, h]), f"{p} {h}")
            for p, h in np.ndindex(*most.shape)
        }
        for half_hour in range(most.shape[1]):
            column = [count[p, half_hour] for p in range(most.shape[0])]
            model.add(sum(column) >= min(self._at_least, int(most[:, half_hour].sum())))
        for failed in self._failed:
            model.add_bool_or(_more_than(model, count, failed, most))
        model.minimize(sum(count.values()))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.solve(model)
        return np.array(
            [[solver.value(count[p, h]) for h in range(most.shape[1])] for p in range(len(most))],
            dtype=np.int64,
        )


def _more_than(
    model: cp_model.CpModel,
    count: dict[tuple[int, int], cp_model.IntVar],
    failed: Openings,
    most: Openings,
) -> Sequence[cp_model.IntVar]:
    """For each place that has room: whether there are more there."""
    found = []
    for place, var in count.items():
        if failed[place] < most[place]:
            more = model.new_bool_var("")
            model.add(var >= int(failed[place]) + 1).only_enforce_if(more)
            found.append(more)
    return found
