"""Taking away what is too much, adding what lacks, and exchanging: one counter, one half-hour."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from simulator.model.plan import Plan
from simulator.planning.staffing.lab import Lab
from simulator.planning.staffing.openings import House, Openings
from simulator.planning.staffing.standing import Verdict

#: (pool, half-hour)
Unit = tuple[int, int]

#: Half-hours so far apart hardly touch one another: they are thinned out together.
APART: Final = 3


class Trimmer:
    """The search's steps on openings; every one of them leaves a staffing that will do.

    ``at_least`` so many counters stay open at any time.
    """

    def __init__(self, plan: Plan, house: House, lab: Lab, at_least: int) -> None:
        self._plan, self.house, self.lab, self._at_least = plan, house, lab, at_least
        places = {counter.id: place for place, counter in enumerate(plan.profile.counters)}
        self._places = [[places[c] for c in pool.counters] for pool in house.pools]

    def look(self, openings: Openings, rung: int) -> Verdict:
        """How these openings stand."""
        return self.lab.look(self.house.staffing(openings), rung)

    def will_do(self, openings: Openings, rung: int) -> bool:
        """Whether these openings reach what they have to."""
        return self.lab.will_do(self.house.staffing(openings), rung)

    def is_allowed(self, openings: Openings) -> bool:
        """Whether enough counters are open at any time."""
        return bool((openings.sum(axis=0) >= self._at_least).all())

    def repair(self, openings: Openings, rung: int) -> Openings:
        """The openings with as much more as it takes; everything open at worst."""
        found = openings
        while not self.will_do(found, rung) and not np.array_equal(found, self.house.full):
            found = self._with_one_more(found, rung)
        return found

    def _with_one_more(self, openings: Openings, rung: int) -> Openings:
        """Open one more where it helps the worst cell most."""
        worst = self.look(openings, rung).worst(self.lab.rules.z if rung == self.lab.top else 0.0)
        cell = int(worst.argmax())
        halves = self.lab.standing.half_hours
        if cell < halves:
            near: Sequence[int] = (cell, cell - 1, cell + 1)
        else:
            near = np.argsort(-worst[:halves]).tolist()
        for half_hours in (near[:2], near[2:], range(self.house.count)):
            options = list(self._added(openings, half_hours))
            if options:
                lower = min(rung, 1)
                return min(options, key=lambda o: float(self.look(o, lower).worst()[cell]))
        return self.house.full

    def _added(self, openings: Openings, half_hours: Sequence[int]) -> Iterator[Openings]:
        for half_hour in half_hours:
            for pool in range(len(self.house.pools)):
                if 0 <= half_hour < self.house.count:
                    more = changed(openings, [(pool, half_hour)], 1)
                    if (more <= self.house.full).all():
                        yield more

    def spare(self, openings: Openings, rung: int) -> Openings:
        """Take away one unit after another that lower rungs do not miss either.

        Those with most to spare come first, each once. Quicker than ``thin``: few are looked at on
        many days.
        """
        found = openings
        tried: set[Unit] = set()
        while (unit := self._next(found, rung, tried)) is not None:
            tried.add(unit)
            fewer = changed(found, [unit], -1)
            if self._is_likely(fewer, rung) and self.will_do(fewer, rung):
                found = fewer
        return found

    def _next(self, openings: Openings, rung: int, tried: set[Unit]) -> Unit | None:
        verdict = self.look(openings, rung)
        spare = -verdict.worst(self.lab.rules.z)[: self.house.count]
        units = [
            (pool, half_hour)
            for pool, half_hour in np.ndindex(*openings.shape)
            if openings[pool, half_hour]
            and (pool, half_hour) not in tried
            and openings[:, half_hour].sum() > self._at_least
        ]
        return min(units, key=lambda u: (-spare[u[1]], self._use(verdict, u[0]), u), default=None)

    def _is_likely(self, openings: Openings, rung: int) -> bool:
        """Whether lower rungs reach what they have to; the one below as surely as this one has to.

        A standard error of few days is larger: its margin is the same share of a point.
        """
        rules = self.lab.rules
        for lower in range(rung):
            z = rules.z * self.lab.error_ratio(lower) if lower + 1 == rung else 0.0
            if not self.look(openings, lower).is_met(rules.tolerance, z):
                return False
        return True

    def thin(self, openings: Openings, rung: int, done: set[Unit] | None = None) -> Openings:
        """Take away one unit after another until each that is left is needed.

        Several far apart are taken together first. Whoever was needed once is not tried again:
        with fewer people elsewhere it would be needed the more.
        """
        needed: set[Unit] = set() if done is None else done
        found = openings
        while batch := self._batch(found, rung, needed):
            found = self._without(found, batch, rung, needed)
        return found

    def _batch(self, openings: Openings, rung: int, needed: set[Unit]) -> list[Unit]:
        """The units with most to spare, in half-hours far from one another."""
        verdict = self.look(openings, rung)
        spare = -verdict.worst()[: self.house.count]
        chosen: list[Unit] = []
        for half_hour in np.argsort(-spare, kind="stable").tolist():
            if any(abs(half_hour - other) < APART for _, other in chosen):
                continue
            if openings[:, half_hour].sum() <= self._at_least:
                continue
            pools = [
                p
                for p in range(len(self.house.pools))
                if openings[p, half_hour] and (p, half_hour) not in needed
            ]
            if pools:
                chosen.append((min(pools, key=lambda p: self._use(verdict, p)), half_hour))
        return chosen

    def _use(self, verdict: Verdict, pool: int) -> float:
        return float(np.mean(verdict.use[self._places[pool]]))

    def _without(
        self, openings: Openings, units: list[Unit], rung: int, needed: set[Unit]
    ) -> Openings:
        """Without these, or without the half of them that can be spared."""
        fewer = changed(openings, units, -1)
        if self.will_do(fewer, rung):
            return fewer
        if len(units) == 1:
            needed.add(units[0])
            return openings
        middle = len(units) // 2
        found = self._without(openings, units[:middle], rung, needed)
        return self._without(found, units[middle:], rung, needed)


def changed(openings: Openings, units: Sequence[Unit], by: int) -> Openings:
    """The openings with so many more (or fewer) at each of these units."""
    found = openings.copy()
    for unit in units:
        found[unit] += by
    return found
