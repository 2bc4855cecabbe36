"""Staffings looked at on the same customers: some days for most, many for the few that matter."""

from collections.abc import Callable, Sequence
from typing import Final

from simulator.model.plan import Plan
from simulator.model.scenario_staff import Staffing
from simulator.planning.journal import Journal, name_of
from simulator.planning.staffing.standing import Rules, Standing, Verdict, verdict_of
from simulator.planning.tally import by_service
from simulator.planning.target import limits_of
from simulator.planning.trial import Trial, staffed

#: Days of each rung: what fails on the first by more than chance is not looked at on the next.
RUNGS: Final = (200, 600, 3000)
#: So many standard errors below its share, a staffing is given up on the first and second rung.
CLEARLY: Final = (2.0, 1.0)


class Stopped(Exception):  # nothing went wrong
    """Somebody asked to stop; whoever searches hands back the best so far."""


class Lab:
    """The customers of a plan, on three rungs of days, and everything seen so far.

    Each rung has customers of its own. ``named`` is what the journal calls it. ``lived`` counts
    customers' days (staffings x days).
    """

    def __init__(
        self,
        plan: Plan,
        standing: Standing,
        rules: Rules,
        seed: int,
        rungs: Sequence[int] = RUNGS,
        should_stop: Callable[[], bool] = lambda: False,
        journal: Journal | None = None,
        named: str = "",
    ) -> None:
        self.plan, self.standing, self.rules = plan, standing, rules
        self._limits_s = limits_of(standing.targets)
        self._rungs, self._seed, self._should_stop = tuple(rungs), seed, should_stop
        self._named = named
        self._journal, self._lowered = journal or Journal(None, {}), 0
        self._trials: dict[int, Trial] = {}
        self._seen: dict[tuple[int, tuple[Staffing, ...]], Verdict] = {}
        self.lived = 0

    @property
    def top(self) -> int:
        """The number of the last rung."""
        return len(self._rungs) - 1

    def error_ratio(self, rung: int) -> float:
        """A standard error of the last rung, as a part of one on this rung."""
        return float((self._rungs[rung] / self._rungs[-1]) ** 0.5)

    def look(self, lines: Sequence[Staffing], rung: int) -> Verdict:
        """How this staffing stands on a rung's days.

        Raises:
            Stopped: somebody asked to stop.
        """
        key = (rung, tuple(lines))
        if key not in self._seen:
            if self._should_stop():
                raise Stopped
            self.lived += self._rungs[rung]
            question = f"{self._named}{self._lowered} {rung} {name_of(lines)}"
            kept = self._journal.ask(question, lambda: self._judged(lines, rung).as_json())
            self._seen[key] = verdict_of(kept)
        return self._seen[key]

    def _judged(self, lines: Sequence[Staffing], rung: int) -> Verdict:
        trial = self._trial(rung)
        sums = trial.live(staffed(self.plan, lines))
        tally = trial.counted(sums)
        return self.standing.judge(tally, by_service(sums, trial.grid.segments))

    def lower(self, standing: Standing) -> None:
        """Go on with another standing; what was judged by the one before is forgotten."""
        self.standing = standing
        self._lowered += 1
        self._seen.clear()

    def seen(self, lines: Sequence[Staffing], rung: int) -> Verdict | None:
        """How it stands, if that was looked at."""
        return self._seen.get((rung, tuple(lines)))

    def will_do(self, lines: Sequence[Staffing], rung: int) -> bool:
        """Whether it reaches what it has to on this rung and, short of chance, on those before."""
        rules = self.rules
        for lower in range(rung):
            if self.look(lines, lower).is_clearly_short(rules.tolerance, CLEARLY[min(lower, 1)]):
                return False
        z = rules.z if rung == self.top else 0.0
        return self.look(lines, rung).is_met(rules.tolerance, z)

    def _trial(self, rung: int) -> Trial:
        if rung not in self._trials:
            seed = self._seed * 1_000 + rung
            days = self._rungs[rung]
            self._trials[rung] = Trial(self.plan, days, seed, limits_s=self._limits_s)
        return self._trials[rung]
