"""Three plans for tomorrow: other lunches; other counters too; somebody borrowed besides.

Each is searched from the one before. A sweep looks at everything one step away, on few days; the
best half goes on to more days (successive halving; Karnin, Koren and Somekh 2013), all on the same
customers; the best of the last rung is taken if it is better there.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass, field, replace
from itertools import chain
from time import perf_counter
from typing import Final

import numpy as np

from simulator.experiment.interval import Interval, difference_interval
from simulator.model.plan import Plan
from simulator.planning.cost.bill import Bill, bill
from simulator.planning.cost.prices import Prices
from simulator.planning.journal import Journal
from simulator.planning.tally import Tally
from simulator.planning.tomorrow.choices import Choice, Choices
from simulator.planning.trial import Trial, fresh_tally, staffed

#: Days of each rung.
RUNGS: Final = (50, 150, 500, 1500)
#: The share of a rung's choices that goes on to the next, and how many at most.
GOES_ON: Final = 0.15
MOST_ON: Final = 12
#: Sweeps of a stage at most.
SWEEPS: Final = 4
#: Choices at random among which a stage looks for another start.
RANDOM: Final = 100
FRESH_DAYS: Final = 1000

Step = Callable[[str, float], None]


def _tell_nobody(kind: str, cost: float) -> None:
    """Progress that nobody asked for."""


@dataclass(frozen=True)
class Effect:
    """A plan on fresh days beside doing nothing, paired by day; shares are between 0 and 1."""

    choice: Choice
    kind: str
    over_standard: Interval
    wait_s: Interval
    left_a_day: Interval
    cost: Interval
    cost_a_day: float
    is_better: bool


@dataclass(frozen=True)
class Tomorrow:
    """Plans, the best first; ``nothing`` is how tomorrow goes when nobody does anything."""

    choices: Choices
    nothing: Tally
    nothing_cost: float
    is_nothing_feasible: bool
    plans: tuple[Effect, ...]
    currency: str
    looked_at: int
    was_cut_short: bool
    seconds: float
    seed: int
    fresh_days: int


class Judge:
    """What a choice costs on a rung's days: staff, overtime, lost customers, waiting."""

    def __init__(
        self, choices: Choices, prices: Prices, seed: int, journal: Journal | None = None
    ) -> None:
        self.choices, self._prices, self._seed = choices, prices, seed
        self._journal = journal or Journal(None, {})
        self._trials: dict[int, Trial] = {}
        self._seen: dict[tuple[int, Choice], float] = {}

    @property
    def looked_at(self) -> int:
        """Different choices so far."""
        return len({choice for _, choice in self._seen})

    def cost(self, choice: Choice, rung: int) -> float:
        """What a mean day costs."""
        key = (rung, choice)
        if key not in self._seen:
            question = json.dumps([rung, *astuple(choice)])
            self._seen[key] = self._journal.number(question, lambda: self._lived(choice, rung))
        return self._seen[key]

    def _lived(self, choice: Choice, rung: int) -> float:
        if rung not in self._trials:
            plan = self.choices.plan
            self._trials[rung] = Trial(plan, RUNGS[rung], self._seed * 1_000 + rung)
        plan = staffed(self.choices.plan, self.choices.lines(choice))
        return billed(plan, self._trials[rung].tally(plan), self._prices).a_day()


def billed(plan: Plan, tally: Tally, prices: Prices) -> Bill:
    """The bill; whoever is sent home unserved in the evening counts like who left."""
    return bill(plan, replace(tally, left=tally.arrived - tally.called), prices)


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
                best = self._better(best, self._elsewhere(steps, may_borrow=kind == "borrowed"))
            self.found.append((kind, best))
            self.on_step(kind, self.judge.cost(best, len(RUNGS) - 1))

    def _elsewhere(
        self, steps: Callable[[Choice], Iterable[Choice]], may_borrow: bool
    ) -> Choice | None:
        """Where steps from the best of many at random lead to."""
        if self.was_cut_short:
            return None
        source = np.random.default_rng((self.seed, 0x70))
        drawn = (self.judge.choices.any_one(source) for _ in range(RANDOM))
        some = [x for x in drawn if x is not None and (may_borrow or x.borrowed is None)]
        start = self._best_of(list(dict.fromkeys(some)), self.judge.choices.nothing)
        return None if start is None else self._improved(start, steps)

    def _better(self, one: Choice, other: Choice | None) -> Choice:
        """The one that may be, the cheaper one if both may."""
        if other is None or not self._may(other):
            return one
        last = len(RUNGS) - 1
        is_cheaper = self.judge.cost(other, last) < self.judge.cost(one, last)
        return other if is_cheaper or not self._may(one) else one

    def _improved(self, start: Choice, steps: Callable[[Choice], Iterable[Choice]]) -> Choice:
        """The best that steps from the start lead to."""
        best, last = start, len(RUNGS) - 1
        for _ in range(SWEEPS):
            if self.was_cut_short or self.should_stop():
                self.was_cut_short = True
                return best
            near = [c for c in dict.fromkeys(steps(best)) if self._may(c)]
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
        """The winner of successive halving; good steps that fit together are joined on the way."""
        left = near
        for rung in range(len(RUNGS)):
            left = sorted(left, key=lambda choice: self.judge.cost(choice, rung))
            if rung < len(RUNGS) - 1:
                left = left[: max(3, min(MOST_ON, round(GOES_ON * len(left))))]
                left += [c for c in _joined(best, left) if c not in left and self._may(c)]
        return left[0] if left else None


def _joined(base: Choice, good: list[Choice]) -> Iterator[Choice]:
    """The changes of several good choices at once, as far as they touch different people."""
    found = base
    for other in good:
        mine = [
            n
            for n in range(len(base.counters))
            if (other.counters[n], other.lunches[n]) != (base.counters[n], base.lunches[n])
        ]
        untouched = all(
            (found.counters[n], found.lunches[n]) == (base.counters[n], base.lunches[n])
            for n in mine
        )
        is_same_guest = (other.borrowed, other.guest_lunch) == (base.borrowed, base.guest_lunch)
        if untouched and is_same_guest:
            found = replace(
                found,
                counters=tuple(
                    other.counters[n] if n in mine else c for n, c in enumerate(found.counters)
                ),
                lunches=tuple(
                    other.lunches[n] if n in mine else t for n, t in enumerate(found.lunches)
                ),
            )
            yield found


def _stages(
    choices: Choices,
) -> Iterator[tuple[str, Callable[[Choice], Iterable[Choice]]]]:
    """The kinds of plans, each with its steps."""
    yield "lunches", choices.other_lunches
    yield "counters", lambda c: chain(choices.other_lunches(c), choices.other_counters(c))
    if choices.constraints.may_borrow:
        yield (
            "borrowed",
            lambda c: chain(
                choices.other_lunches(c), choices.other_counters(c), choices.other_loans(c)
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
    nothing = _fresh(choices, choices.nothing, seed, fresh_days)
    base = staffed(choices.plan, choices.lines(choices.nothing))
    own = billed(base, nothing, prices)
    effects: dict[Choice, Effect] = {}
    for kind, choice in search.found:
        if choice not in effects and choices.is_feasible(choice):
            effects[choice] = _effect(choices, choice, kind, (nothing, own), prices, seed)
    last = len(RUNGS) - 1
    ranked = sorted(effects.values(), key=lambda e: judge.cost(e.choice, last))
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


def _fresh(choices: Choices, choice: Choice, seed: int, days: int) -> Tally:
    return fresh_tally(staffed(choices.plan, choices.lines(choice)), days, seed)


def _effect(
    choices: Choices,
    choice: Choice,
    kind: str,
    nothing: tuple[Tally, Bill],
    prices: Prices,
    seed: int,
) -> Effect:
    base, base_bill = nothing
    found = _fresh(choices, choice, seed, base.days)
    own = billed(staffed(choices.plan, choices.lines(choice)), found, prices)
    cost = own.beyond(base_bill)
    return Effect(
        choice,
        kind,
        difference_interval(_over(found), _over(base)),
        difference_interval(_waits(found), _waits(base)),
        difference_interval(_left(found), _left(base)),
        cost,
        own.a_day(),
        cost.high < 0,
    )


Pairs = tuple[list[float], list[float]]


def _over(tally: Tally) -> Pairs:
    """Who is over the first limit of the standard, and who counts, by day."""
    counted = tally.counted[..., 0].sum(axis=(1, 2))
    return (counted - tally.within[..., 0].sum(axis=(1, 2))).tolist(), counted.tolist()


def _waits(tally: Tally) -> Pairs:
    return tally.wait_s.sum(axis=(1, 2)).tolist(), tally.called.sum(axis=(1, 2)).tolist()


def _left(tally: Tally) -> Pairs:
    """Who goes unserved, a day."""
    return (tally.arrived - tally.called).sum(axis=(1, 2)).tolist(), [1.0] * tally.days
