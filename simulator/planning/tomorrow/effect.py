"""What a plan for tomorrow brings, beside doing nothing on the same fresh days."""

from dataclasses import dataclass

from simulator.experiment.interval import Interval, difference_interval
from simulator.planning.cost.bill import Bill
from simulator.planning.cost.prices import Prices
from simulator.planning.tally import Tally
from simulator.planning.tomorrow.choice import Choice
from simulator.planning.tomorrow.choices import Choices
from simulator.planning.tomorrow.judge import billed
from simulator.planning.trial import fresh_tally, staffed


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


def fresh(choices: Choices, choice: Choice, seed: int, days: int) -> Tally:
    """The days of a choice that no search has seen."""
    return fresh_tally(staffed(choices.plan, choices.lines(choice)), days, seed)


def effect_of(
    choices: Choices,
    choice: Choice,
    kind: str,
    nothing: tuple[Tally, Bill],
    prices: Prices,
    seed: int,
) -> Effect:
    """What a choice brings; ``nothing`` is what doing nothing comes to on the same days."""
    base, base_bill = nothing
    found = fresh(choices, choice, seed, base.days)
    plan = staffed(choices.plan, choices.lines(choice))
    own = billed(plan, found, prices, choices.day.errands_h)
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
