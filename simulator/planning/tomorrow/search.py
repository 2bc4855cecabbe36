"""Three plans for tomorrow: other times; other counters too; somebody borrowed besides.

Each is searched from the one before. A sweep looks at everything one step away, on few days; the
best half goes on to more days (successive halving; Karnin, Koren and Somekh 2013), all on the same
customers; the best of the last rung is taken if it is better there. Sweeps begin again from the
best of many at random, more often where there is little to look at. Among the many that have come
to the last rung the best looks better than it is, so the best few of a stage meet on more days.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from time import perf_counter
from typing import Final

import numpy as np

from simulator.planning.cost.prices import Prices
from simulator.planning.journal import Journal
from simulator.planning.tomorrow.choice import Choice, joined
from simulator.planning.tomorrow.choices import Choices
from simulator.planning.tomorrow.effect import Effect, Tomorrow, effect_of, fresh
from simulator.planning.tomorrow.judge import Judge, billed
from simulator.planning.trial import staffed

#: The share of a rung's choices that goes on to the next, and how many at most.
GOES_ON: Final = 0.15
MOST_ON: Final = 12
#: Sweeps of a stage at most.
SWEEPS: Final = 4
#: Different choices at random among which a stage looks for other starts, and the share of a rung's
#: that goes on; where few were looked at before, more of both. Of so many drawn at most.
RANDOM: Final = 240
RANDOM_OF_FEW: Final = 600
DRAWS: Final = 1500
#: Draws that may fail, where only a few choices keep every constraint.
FAILED: Final = 10
FEW: Final = 200
GOES_ON_OF_FEW: Final = 0.35
#: How many of them go on at most: fifty days tell little of what is not far apart.
MOST_STARTS: Final = 60
#: Other starts of a stage: the first in any case, the rest while fewer choices were looked at.
STARTS: Final = 6
LOOKS: Final = 800
#: How many of a stage meet on the days of the final rung; the most while fewer were looked at.
FINALISTS: Final = 3
MOST_FINALISTS: Final = 16
FRESH_DAYS: Final = 1000

Step = Callable[[str, float], None]


def _tell_nobody(kind: str, cost: float) -> None:
    """Progress that nobody asked for."""


@dataclass
class _Search:
    """The stages of one search."""

    judge: Judge
    seed: int
    should_stop: Callable[[], bool]
    on_step: Step
    was_cut_short: bool = False
    found: list[tuple[str, Choice]] = field(default_factory=list)

    def run(self) -> None:
        choices = self.judge.choices
        best = choices.nothing
        for kind, steps in _stages(choices):
            best = self._improved(best, steps)
            if kind != "lunches":
                for start in self._elsewhere(may_borrow=kind == "borrowed"):
                    best = self._better(best, self._improved(start, steps))
            best = self._finally(best)
            self.found.append((kind, best))
            self.on_step(kind, self.judge.cost(best, self.judge.last))

    def _elsewhere(self, may_borrow: bool) -> Iterator[Choice]:
        """Other starts: the best of many at random, the next best, and so on."""
        some = [choice for choice in self._drawn if may_borrow or choice.guest is None]
        share = GOES_ON_OF_FEW if self._are_few else GOES_ON
        starts = self._ranked(some, self.judge.choices.nothing, MOST_STARTS, share)
        for start in starts[:STARTS]:
            if not self.was_cut_short:
                yield start
            if self.judge.looked_at > LOOKS:
                return

    def _finally(self, best: Choice) -> Choice:
        """The best of those that might be, on more days."""
        if self.was_cut_short or not self._may(best):
            return best
        count = MOST_FINALISTS if self.judge.looked_at < LOOKS else FINALISTS
        near = [*self.judge.best_seen(count), best]
        return min(near, key=lambda choice: self.judge.cost(choice, self.judge.final))

    @cached_property
    def _are_few(self) -> bool:
        """Whether there was little to look at before choices are drawn at random."""
        return self.judge.looked_at < FEW

    @cached_property
    def _drawn(self) -> list[Choice]:
        """Some choices at random, each once; fewer where there are hardly any."""
        source = np.random.default_rng((self.seed, 0x70))
        wanted = RANDOM_OF_FEW if self._are_few else RANDOM
        drawn: dict[Choice, None] = {}
        failed = 0
        for _ in range(DRAWS):
            one = self.judge.choices.any_one(source)
            if one is not None:
                drawn[one] = None
            failed += one is None
            if len(drawn) == wanted or failed == FAILED:
                break
        return list(drawn)

    def _better(self, one: Choice, other: Choice) -> Choice:
        """The one that may be, the cheaper one if both may."""
        if not self._may(other):
            return one
        last = self.judge.last
        is_cheaper = self.judge.cost(other, last) < self.judge.cost(one, last)
        return other if is_cheaper or not self._may(one) else one

    def _improved(self, start: Choice, steps: Callable[[Choice], Iterable[Choice]]) -> Choice:
        """The best that steps from the start lead to."""
        best, last = start, self.judge.last
        for _ in range(SWEEPS):
            if self.was_cut_short or self.should_stop():
                self.was_cut_short = True
                return best
            near = [c for c in dict.fromkeys(steps(best)) if c != best and self._may(c)]
            winner = self._best_of(near, best)
            if winner is None:
                return best
            if self.judge.cost(winner, last) >= self.judge.cost(best, last) and self._may(best):
                return best
            best = winner
        return best

    def _may(self, choice: Choice) -> bool:
        return self.judge.choices.is_feasible(choice)

    def _best_of(self, near: list[Choice], best: Choice) -> Choice | None:
        """The winner of successive halving."""
        return next(iter(self._ranked(near, best)), None)

    def _ranked(
        self, near: list[Choice], best: Choice, most: int = MOST_ON, share: float = GOES_ON
    ) -> list[Choice]:
        """Those left by successive halving, the best first; a share goes on, ``most`` at most.

        Good steps that fit together are joined on the way.
        """
        left = near
        for rung in range(self.judge.last + 1):
            left = sorted(left, key=lambda choice: self.judge.cost(choice, rung))
            if rung < self.judge.last:
                left = left[: max(3, min(most, round(share * len(left))))]
                left += [c for c in joined(best, left) if c not in left and self._may(c)]
        return left


def _stages(
    choices: Choices,
) -> Iterator[tuple[str, Callable[[Choice], Iterable[Choice]]]]:
    """The kinds of plans, each with its steps."""
    yield "lunches", choices.other_times
    yield "counters", lambda c: chain(choices.other_times(c), choices.other_counters(c))
    if choices.constraints.may_borrow:
        yield (
            "borrowed",
            lambda c: chain(
                choices.other_times(c), choices.other_counters(c), choices.other_loans(c)
            ),
        )


def plans_for(
    choices: Choices,
    prices: Prices,
    seed: int,
    fresh_days: int = FRESH_DAYS,
    on_step: Step = _tell_nobody,
    should_stop: Callable[[], bool] = lambda: False,
    journal: Journal | None = None,
) -> Tomorrow:
    """Three plans at most, the cheapest day first, each beside doing nothing on fresh days.

    Raises:
        NotPlayed, StudyTooLarge: as ``Trial``.
    """
    begun = perf_counter()
    judge = Judge(choices, prices, seed, journal)
    search = _Search(judge, seed, should_stop, on_step)
    search.run()
    nothing = fresh(choices, choices.nothing, seed, fresh_days)
    base = staffed(choices.plan, choices.lines(choices.nothing))
    own = billed(base, nothing, prices, choices.day.errands_h)
    effects: dict[Choice, Effect] = {}
    for kind, choice in search.found:
        if choice not in effects and choices.is_feasible(choice):
            effects[choice] = effect_of(choices, choice, kind, (nothing, own), prices, seed)
    ranked = sorted(effects.values(), key=lambda e: judge.cost(e.choice, judge.final))
    return Tomorrow(
        choices,
        nothing,
        own.a_day(),
        choices.is_feasible(choices.nothing),
        tuple(ranked),
        prices.currency,
        judge.looked_at,
        search.was_cut_short,
        perf_counter() - begun,
        seed,
        fresh_days,
    )
