"""The cheapest shifts that keep the standard: propose, look, learn; then shorten one by one."""

from typing import Final

import numpy as np

from simulator.model.plan import Plan
from simulator.model.scenario_staff import Staffing
from simulator.planning.staffing.bound import least
from simulator.planning.staffing.cover import Cover
from simulator.planning.staffing.lab import Lab
from simulator.planning.staffing.openings import House, Openings
from simulator.planning.staffing.shifts import (
    Duty,
    Pattern,
    ShiftTable,
    day_of,
    patterns_of,
    to_lines,
)
from simulator.planning.staffing.trim import Trimmer, changed
from simulator.planning.tally import Real

#: Proposals before the whole day everywhere is taken to begin with.
PROPOSALS: Final = 30
#: Shorter shifts that are looked at for each person, the most promising by the estimate.
TRIES: Final = 5
#: What closing a counter costs the shares of its time at least: too small to be seen is not none.
SMALL: Final = 2e-4
#: Standard errors on the safe side before the last rung.
CAUTION: Final = 0.5


class ShiftSearch:
    """The steps of a search over shifts; ``best`` is always a staffing that will do, or all day."""

    def __init__(
        self, plan: Plan, house: House, lab: Lab, table: ShiftTable, at_least: int
    ) -> None:
        opens, _, self.closes = day_of(plan)
        self._house, self._lab, self._at_least = house, lab, at_least
        self._patterns = patterns_of(table, opens, self.closes)
        self._counters = [counter.id for counter in plan.profile.counters]
        self._trimmer = Trimmer(plan, house, lab, at_least)
        longest = max(pattern.ends - pattern.begins for pattern in self._patterns)
        in_turns = [p for p in self._patterns if p.ends - p.begins == longest]
        self.best = [
            Duty(counter, in_turns[turn % len(in_turns)])
            for turn, counter in enumerate(self._counters)
        ]
        self.is_found = False
        self._cover: Cover | None = None

    def lines(self, duties: list[Duty] | None = None) -> tuple[Staffing, ...]:
        """The staffing of these duties, by default the best."""
        own = self.best if duties is None else duties
        return to_lines(own, self.closes, self._house.pause_reason)

    def propose(self) -> None:
        """The first proposal that will do; what others lacked is learned on the way."""
        cover = self._learned()
        for _ in range(PROPOSALS):
            found = cover.cheapest()
            if found is None:
                break
            duties = found[0]
            missing = self._missing(duties)
            if missing is None:
                self.best, self.is_found = duties, True
                return
            cover.learn(duties, missing)
        self.is_found = self._missing(self.best) is None

    def shorten(self) -> None:
        """Shorter shifts, one person after another, while the standard holds."""
        if not self.is_found:
            return
        is_better = True
        while is_better:
            is_better = False
            for duty in sorted(self.best, key=_longest):
                is_better = self._shortened(duty) or is_better

    def least_min(self, trimmer: Trimmer) -> int | None:
        """Paid minutes that no shifts can be below, by what each half-hour needs there."""
        needs = least(trimmer, 1, 0, self._at_least)
        found = self._learned().cheapest(needs)
        return None if found is None else found[1]

    def _missing(self, duties: list[Duty]) -> Real | None:
        """What each share misses on the first rung where some does; None: it will do."""
        lines, lab = self.lines(duties), self._lab
        for rung in range(lab.top + 1):
            z = lab.rules.z if rung == lab.top else CAUTION
            verdict = lab.look(lines, rung)
            missing = (verdict.short + z * verdict.error - lab.rules.tolerance).ravel()
            if rung and (missing > 0).any():
                return np.asarray(missing, dtype=np.float64)
            if not rung and verdict.is_clearly_short(lab.rules.tolerance, 2.0):
                return np.asarray(missing, dtype=np.float64)
        return None

    def _shortened(self, duty: Duty) -> bool:
        """Whether something cheaper than this duty was found; it stands in its place."""
        others = [other for other in self.best if other is not duty]
        options = [others] + [
            [*others, Duty(duty.counter, pattern)]
            for pattern in self._patterns
            if pattern.paid_min < duty.pattern.paid_min and self._is_free(pattern, duty, others)
        ]
        cover = self._learned()
        enough = [option for option in options if self._is_enough(option)]
        likely = sorted(enough, key=lambda o: (max(0.0, float(cover.estimate(o).max())), _paid(o)))
        for option in likely[:TRIES]:
            if self._lab.will_do(self.lines(option), self._lab.top):
                self.best = option
                return True
        return False

    def _is_free(self, pattern: Pattern, duty: Duty, others: list[Duty]) -> bool:
        """Whether nobody else sits at the counter then."""
        return all(
            other.counter != duty.counter
            or other.pattern.ends <= pattern.begins
            or pattern.ends <= other.pattern.begins
            for other in others
        )

    def _is_enough(self, duties: list[Duty]) -> bool:
        """Whether enough counters are open at any quarter of an hour."""
        begins, ends = min(p.begins for p in self._patterns), self.closes
        return all(
            sum(d.pattern.open_min(at, at + 15) > 0 for d in duties) >= self._at_least
            for at in range(begins, ends, 15)
        )

    def _learned(self) -> Cover:
        if self._cover is None:
            full = self._house.full
            base = self._trimmer.look(full, 0).short.ravel()
            loss = np.zeros((len(self._counters), self._house.count, len(base)))
            for pool, half_hour in np.ndindex(*full.shape):
                lost = self._loss(full, pool, half_hour) - base
                for counter in self._house.pools[pool].counters:
                    loss[self._counters.index(counter), half_hour] = lost
            limits = len(base) // len(self._lab.standing.wanted)
            for half_hour in range(self._house.count):
                near = slice(max(0, half_hour - 1), half_hour + 1)
                own = slice(half_hour * limits, (half_hour + 1) * limits)
                loss[:, near, own] = np.maximum(loss[:, near, own], SMALL)
            room = self._lab.rules.tolerance - base
            self._cover = Cover(
                self._counters, self._patterns, self._house.first, loss, room, self._at_least
            )
        return self._cover

    def _loss(self, full: Openings, pool: int, half_hour: int) -> Real:
        option = changed(full, [(pool, half_hour)], -1)
        return np.asarray(self._trimmer.look(option, 0).short.ravel(), dtype=np.float64)


def _paid(duties: list[Duty]) -> int:
    return sum(duty.pattern.paid_min for duty in duties)


def _longest(duty: Duty) -> tuple[int, str]:
    return -duty.pattern.paid_min, duty.counter
