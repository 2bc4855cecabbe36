"""The search for weights: on the same days for every policy, then on fresh days beside today's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from shared.config.profile import Profile
from simulator.experiment.interval import Interval, difference_interval, ratio_interval
from simulator.model.plan import Plan
from simulator.planning.journal import Journal
from simulator.planning.policy.variants import (
    PARTS,
    changed,
    policy_space,
    present_choice,
    under,
)
from simulator.planning.policy.waiting_cost import WaitingCost, Weights, waiting_cost, weights_of
from simulator.planning.search import Choice, Found, OnStep, Score, Space, search
from simulator.planning.trial import Trial, fresh_seed

#: How many customers a day beyond a bound are chance.
TINY = 1e-9


@dataclass(frozen=True)
class PolicyFound:
    """The best policy of a search beside today's; intervals are of fresh days, paired.

    ``cost`` and ``difference`` are weighted minutes a customer; ``share_within`` is about the first
    limit of the standard. ``by_segment`` holds the difference for each segment that comes.
    """

    plan: Plan
    profile: Profile
    space: Space
    present: Choice
    found: Found
    days: int
    fresh_days: int
    cost_present: Interval
    cost_found: Interval
    difference: Interval
    within_present: Interval
    within_found: Interval
    passed_present: Interval
    passed_found: Interval
    waited_present: Interval
    waited_found: Interval
    by_segment: dict[str, Interval]

    @property
    def is_better(self) -> bool:
        """Whether fresh days show it, by their interval."""
        return self.difference.high < 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for, and how long; ``protected`` are segments that may not lose."""

    days: int = 300
    fresh_days: int = 600
    seed: int = 1
    most: int = 200
    over_min: float = 10.0
    parts: tuple[str, ...] = PARTS
    protected: tuple[str, ...] = ()


def find_policy(
    plan: Plan,
    wanted: Wanted,
    journal: Journal | None = None,
    on_step: OnStep | None = None,
    should_stop: Callable[[], bool] = lambda: False,
) -> PolicyFound:
    """The weights that cost least within the bounds, and what they change on fresh days.

    Bounds: no more customers than today are passed more often than their cap, or wait beyond their
    maximum, and the protected segments' waiting costs no more. Today's policy keeps them, so there
    is always an answer.
    """
    space = policy_space(plan, wanted.parts)
    present = present_choice(plan, space)
    weights = weights_of(plan.profile, wanted.over_min)
    trial = Trial(plan, wanted.days, wanted.seed)
    today = waiting_cost(trial, plan, weights)
    places = [n for n, s in enumerate(plan.rules.segments) if s.id in wanted.protected]
    looked: dict[str, Score] = {}

    def evaluate(choice: Choice) -> Score | None:
        profile = changed(plan.profile, choice)
        if profile is None:
            return None
        other = under(plan, profile)
        if other.policy_hash not in looked:
            found = waiting_cost(trial, other, weights)
            looked[other.policy_hash] = score(found, today, places)
        return looked[other.policy_hash]

    found = search(
        space,
        present,
        evaluate,
        most=wanted.most,
        seed=wanted.seed,
        journal=journal,
        on_step=on_step,
        should_stop=should_stop,
    )
    best = changed(plan.profile, found.choice)
    assert best is not None
    return _beside(plan, best, space, present, found, wanted, weights)


def score(found: WaitingCost, today: WaitingCost, protected: Sequence[int] = ()) -> Score:
    """Cost a customer; and how far beyond today's bounds.

    Customers a day beyond a cap or a maximum wait, and for protected segments the share by which
    their waiting costs more, each as far as it is more than today.
    """
    beyond = sum(
        max(0.0, float(mine.mean() - its.mean()) - TINY)
        for mine, its in ((found.passed, today.passed), (found.waited, today.waited))
    )
    mine, its = found.by_segment.sum(axis=0), today.by_segment.sum(axis=0)
    for place in protected:
        beyond += max(0.0, float(mine[place] / max(its[place], TINY) - 1) - TINY)
    return Score(beyond, found.a_customer)


def _beside(
    plan: Plan,
    profile: Profile,
    space: Space,
    present: Choice,
    found: Found,
    wanted: Wanted,
    weights: Weights,
) -> PolicyFound:
    """Both policies on days that the search has not seen."""
    fresh = Trial(plan, wanted.fresh_days, fresh_seed(wanted.seed))
    one, other = (waiting_cost(fresh, p, weights) for p in (under(plan, profile), plan))

    def paired(name: str) -> tuple[Interval, Interval]:
        return _ratio(other, name), _ratio(one, name)

    cost, within = paired("cost"), paired("within")
    passed, waited = paired("passed"), paired("waited")
    names = [segment.id for segment in plan.rules.segments]
    by_segment = {
        name: difference_interval(_sums(one, n), _sums(other, n))
        for n, name in enumerate(names)
        if other.customers_by_segment[:, n].any()
    }
    difference = difference_interval(
        (one.cost.tolist(), one.customers.tolist()), (other.cost.tolist(), other.customers.tolist())
    )
    return PolicyFound(
        plan, profile, space, present, found, wanted.days, wanted.fresh_days, *cost, difference,
        *within, *passed, *waited, by_segment,
    )  # fmt: skip


def _ratio(of: WaitingCost, name: str) -> Interval:
    return ratio_interval(getattr(of, name).tolist(), of.customers.tolist())


def _sums(of: WaitingCost, segment: int) -> tuple[list[float], list[float]]:
    return of.by_segment[:, segment].tolist(), of.customers_by_segment[:, segment].tolist()
