"""Mornings on which somebody is sick: the first plan beside the best of many at random.

A morning is a shipped branch with its demand a fifth up or down and one person away, so that some
plan is feasible; on every third one the cash van comes. The random plans go through the same rungs
of days as the search's own; the best of them and the first plan meet on fresh days, which neither
has seen.

The rule. The days are paired, so that the mean of their differences is tested against 0 (normal,
one-sided). The first plan is worse on a morning where that is beyond chance at 5 % for all mornings
together, below 5 % divided by their number (Bonferroni): of fifty equal pairs two or three look
worse at 5 % each. All together are tested besides, by the mean of their differences, at 5 %.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import erfc, sqrt

import numpy as np
from rich.console import Console

from simulator.experiment.interval import Interval
from simulator.model.plan import Plan, load_plan, to_plan
from simulator.planning.cost.prices import load_prices
from simulator.planning.tomorrow.choice import Choice
from simulator.planning.tomorrow.choices import Choices
from simulator.planning.tomorrow.constraints import Constraints, errands_of
from simulator.planning.tomorrow.judge import RUNGS, Judge, billed
from simulator.planning.tomorrow.people import people_of, without
from simulator.planning.tomorrow.search import plans_for
from simulator.planning.trial import fresh_tally, staffed

BRANCHES = ("city", "neighbourhood")
RANDOM_PLANS = 500
FRESH_DAYS = 2000
#: Seconds in which an answer is wanted.
WANTED_S = 30.0
#: How often all mornings together may be called worse where they are equal.
RISK = 0.05
#: Half-widths are those of 95 % intervals of many days.
SIGMAS = 1.96
#: When the cash van comes, on each third morning.
VAN = "10:00-11:30"


@dataclass(frozen=True)
class Morning:
    """What came of one: the first plan's cost less the rival's, and how long the answer took."""

    name: str
    beyond: Interval
    seconds: float

    @property
    def error(self) -> float:
        """Standard error of the difference."""
        return self.beyond.half_width / SIGMAS

    @property
    def p_equal(self) -> float:
        """How likely this difference, or a worse one, is where the two are equally good."""
        return chance(self.beyond.estimate, self.error)

    def verdict(self, level: float) -> str:
        """In a word."""
        if self.p_equal < level:
            return "WORSE"
        return "cheaper" if self.beyond.estimate < 0 else "no worse beyond chance"


def chance(estimate: float, error: float) -> float:
    """The upper tail of a normal distribution."""
    return 0.5 * erfc(estimate / error / sqrt(2)) if error else float(estimate <= 0)


def check_tomorrow(console: Console, mornings: int, seed: int, first: int = 1) -> bool:
    """Live so many mornings from this one on, and tell; whether the first plan was never worse."""
    level = RISK / mornings
    found = []
    for number in range(first - 1, first - 1 + mornings):
        morning = live_morning(number, seed, RANDOM_PLANS, FRESH_DAYS)
        found.append(morning)
        console.print(
            f"{morning.name}: first plan less the best of {RANDOM_PLANS} at random "
            f"{morning.beyond.estimate:+.1f} ± {morning.beyond.half_width:.1f} a day, "
            f"{morning.verdict(level)} (p {morning.p_equal:.2g}), {morning.seconds:.0f} s",
            highlight=False,
            soft_wrap=True,
        )
    return told(console, found, level)


def told(console: Console, found: Sequence[Morning], level: float) -> bool:
    """All mornings together, and whether they hold."""
    worse = sum(morning.p_equal < level for morning in found)
    better = sum(morning.beyond.estimate < 0 for morning in found)
    slow = sum(morning.seconds > WANTED_S for morning in found)
    mean = sum(morning.beyond.estimate for morning in found) / len(found)
    error = sqrt(sum(morning.error**2 for morning in found)) / len(found)
    is_worse = chance(mean, error) < RISK
    console.print(
        f"{len(found)} mornings: worse beyond chance (p < {level:.2g}) on {worse}, cheaper on "
        f"{better}; on average {mean:+.1f} ± {SIGMAS * error:.1f} a day"
        f"{', WORSE' if is_worse else ''}; {slow} answers took more than {WANTED_S:g} s",
        highlight=False,
        soft_wrap=True,
    )
    return not worse and not is_worse


def live_morning(number: int, seed: int, random_plans: int, fresh_days: int) -> Morning:
    """One morning of this seed."""
    source = np.random.default_rng((seed, number))
    choices, name = _morning(number, source)
    prices = load_prices()
    answer = plans_for(choices, prices, seed + number, fresh_days=50)
    judge = Judge(choices, prices, seed + number + 500_000)
    rival = _best(judge, _at_random(choices, source, random_plans))
    plans = [staffed(choices.plan, choices.lines(c)) for c in (answer.plans[0].choice, rival)]
    fresh_seed = seed + number + 900_000
    bills = [billed(plan, fresh_tally(plan, fresh_days, fresh_seed), prices) for plan in plans]
    return Morning(name, bills[0].beyond(bills[1]), answer.seconds)


def _morning(number: int, source: np.random.Generator) -> tuple[Choices, str]:
    """A branch with one person away on whom something can be done."""
    branch = BRANCHES[number % len(BRANCHES)]
    factor = float(source.uniform(0.8, 1.2))
    plan = _scaled(load_plan(branch), factor)
    people = people_of(plan)
    while True:
        sick = people[int(source.integers(len(people)))].number
        inside = without(people, [sick])
        vans = [VAN] if number % 3 == 2 else []
        errands = errands_of(plan, inside, vans, 20, None, "cash")
        choices = Choices(plan, inside, Constraints(), errands)
        if choices.any_one(source) is not None:
            name = f"{number + 1}. {branch} x {factor:.2f} without {sick}"
            return choices, f"{name}, cash van" if vans else name


def _scaled(plan: Plan, factor: float) -> Plan:
    demand = plan.scenario.demand
    rates = tuple(rate * factor for rate in demand.half_hours_per_hour or ())
    other = demand.model_copy(update={"half_hours_per_hour": rates})
    return to_plan(plan.scenario.model_copy(update={"demand": other}), plan.profile)


def _at_random(choices: Choices, source: np.random.Generator, count: int) -> Iterator[Choice]:
    for _ in range(count):
        choice = choices.any_one(source)
        if choice is not None:
            yield choice


def _best(judge: Judge, options: Iterator[Choice]) -> Choice:
    """The best of them, by rungs: all, then 50, 10, 5 and 3 go on."""
    left = list(dict.fromkeys(options))
    for rung, goes_on in zip(range(len(RUNGS)), (50, 10, 5, 3, 1), strict=True):
        left = sorted(left, key=lambda choice: judge.cost(choice, rung))[:goes_on]
    return left[0]
