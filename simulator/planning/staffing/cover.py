"""The cheapest shifts by an estimate of what each closed counter does to each share (CP-SAT).

The estimate: what a share loses is the sum of what each (counter, half-hour) costs it when it
alone is closed, times a factor for the share. The factor is learned: who closes much loses more
than the sum. Each look in the simulation that comes out worse than estimated raises it, so that
the next proposal opens more where it lacked.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from ortools.sat.python import cp_model

from simulator.planning.staffing.shifts import HALF_HOUR_MIN, Duty, Pattern
from simulator.planning.tally import Real

#: Shares in whole numbers.
SCALE: Final = 1_000_000
#: The solver's own measure of work, so that the answer does not depend on the machine.
WORK: Final = 1.0
MOST_WORK: Final = 8.0
QUARTER_MIN: Final = 15
#: Smaller gains are left out: on the safe side, and quicker.
SEEN: Final = 2e-5
#: What is taken for a loss where none was expected.
TINY: Final = 1e-4
#: How much a factor grows when its share was missed.
LEAST_GROWTH: Final = 1.05
MOST_GROWTH: Final = 1.6


class Cover:
    """Shifts at counters, and what has been learned of them.

    ``loss`` (counters, half-hours, shares): what each share loses when that one is closed.
    ``room`` (shares,): what it may lose. ``first`` is the first half-hour of the day.
    """

    def __init__(
        self,
        counters: Sequence[str],
        patterns: Sequence[Pattern],
        first: int,
        loss: Real,
        room: Real,
        at_least: int,
    ) -> None:
        self._counters, self._patterns, self._first = tuple(counters), tuple(patterns), first
        self._loss, self._room, self._at_least = np.maximum(loss, 0.0), room, at_least
        self._factor = np.ones(len(room))
        self._last: set[tuple[int, int]] = set()
        self._open_min = np.array([self._minutes(p) for p in patterns], dtype=np.int64)

    def _minutes(self, pattern: Pattern) -> list[int]:
        """How long it is open in each half-hour."""
        begins = [(self._first + h) * HALF_HOUR_MIN for h in range(self._loss.shape[1])]
        return [pattern.open_min(at, at + HALF_HOUR_MIN) for at in begins]

    def estimate(self, duties: Sequence[Duty]) -> Real:
        """What each share is expected to lose beyond its room; 0 or less is met."""
        return self._factor * self._lost(duties) - self._room

    def learn(self, duties: Sequence[Duty], missing: Real) -> None:
        """These duties missed each share by so much (below 0: it was met)."""
        lost = np.maximum(self._lost(duties), TINY)
        ratio = np.where(missing > 0, (missing + self._room) / lost, 0.0)
        # a little more each time, else the same would be proposed again; never much more: what
        # one bad proposal lost says little of better ones
        grown = np.clip(ratio, LEAST_GROWTH * self._factor, MOST_GROWTH * self._factor)
        self._factor = np.where(missing > 0, grown, self._factor)

    def _lost(self, duties: Sequence[Duty]) -> Real:
        closed = np.ones(self._loss.shape[:2])
        place = {pattern: n for n, pattern in enumerate(self._patterns)}
        for duty in duties:
            minutes = self._open_min[place[duty.pattern]]
            closed[self._counters.index(duty.counter)] -= minutes / HALF_HOUR_MIN
        return np.asarray(np.einsum("ch,chs->s", closed, self._loss), dtype=np.float64)

    def cheapest(self, needs: Sequence[int] | None = None) -> tuple[list[Duty], int] | None:
        """The cheapest shifts by the estimate, and what is proved: paid minutes at least.

        ``needs``: instead of the estimate, so many counters in each half-hour. None: there are
        no shifts like that.
        """
        model = cp_model.CpModel()
        works = {
            (c, p): model.new_bool_var("")
            for c in range(len(self._counters))
            for p in range(len(self._patterns))
        }
        self._one_at_a_time(model, works)
        if needs is None:
            self._keep_shares(model, works)
        else:
            self._keep_needs(model, works, needs)
        for place, work in works.items():
            model.add_hint(work, place in self._last)
        model.minimize(sum(self._patterns[p].paid_min * works[c, p] for c, p in works))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_deterministic_time = WORK
        status = solver.solve(model)
        while status == cp_model.UNKNOWN and solver.parameters.max_deterministic_time < MOST_WORK:
            solver.parameters.max_deterministic_time *= 2
            status = solver.solve(model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        self._last = {place for place, work in works.items() if solver.value(work)}
        chosen = [Duty(self._counters[c], self._patterns[p]) for c, p in sorted(self._last)]
        return chosen, int(np.ceil(solver.best_objective_bound - 1e-6))

    def _one_at_a_time(
        self, model: cp_model.CpModel, works: dict[tuple[int, int], cp_model.IntVar]
    ) -> None:
        """Nobody sits on anybody's lap, and enough are there at any quarter of an hour."""
        begins = min(p.begins for p in self._patterns)
        ends = max(p.ends for p in self._patterns)
        for at in range(begins, ends, QUARTER_MIN):
            there = [n for n, p in enumerate(self._patterns) if p.begins <= at < p.ends]
            for counter in range(len(self._counters)):
                model.add_at_most_one(works[counter, n] for n in there)
            sits = [n for n in there if self._patterns[n].open_min(at, at + QUARTER_MIN)]
            model.add(
                sum(works[c, n] for c in range(len(self._counters)) for n in sits)
                >= min(self._at_least, len(self._counters))
            )

    def _keep_shares(
        self, model: cp_model.CpModel, works: dict[tuple[int, int], cp_model.IntVar]
    ) -> None:
        total = self._loss.sum(axis=(0, 1))
        saved = np.einsum("ph,chs->cps", self._open_min / HALF_HOUR_MIN, self._loss)
        for share, factor in enumerate(self._factor):
            must = factor * total[share] - self._room[share]
            if must <= 0:
                continue
            gains = [
                round(SCALE * factor * saved[c, p, share]) * works[c, p]
                for c, p in works
                if saved[c, p, share] > SEEN
            ]
            model.add(sum(gains) >= round(SCALE * must) - len(self._counters))

    def _keep_needs(
        self,
        model: cp_model.CpModel,
        works: dict[tuple[int, int], cp_model.IntVar],
        needs: Sequence[int],
    ) -> None:
        """So many counters are open for some of each half-hour."""
        for half_hour, need in enumerate(needs):
            some = [n for n in range(len(self._patterns)) if self._open_min[n][half_hour]]
            model.add(sum(works[c, n] for c in range(len(self._counters)) for n in some) >= need)
