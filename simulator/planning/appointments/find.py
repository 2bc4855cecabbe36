"""The search for an offer: as many kept appointments as walk-ins can bear."""

from collections.abc import Callable
from dataclasses import dataclass

from simulator.model.plan import Plan
from simulator.planning.appointments.figures import BookedDays, booked_days
from simulator.planning.appointments.offer import (
    filled_at,
    offer_space,
    offering,
    present_offer,
    services_of,
)
from simulator.planning.journal import Journal
from simulator.planning.search import Choice, Found, OnStep, Score, search
from simulator.planning.trial import Trial, fresh_seed


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for, and how long.

    ``tolerance`` is how far the walk-ins' share within the standard may fall below the lower of
    today's and the standard's; ``booked_share`` of those with an appointment have to be called
    within ``booked_within_min``.
    """

    service: str | None = None
    days: int = 60
    fresh_days: int = 200
    seed: int = 1
    most: int = 120
    tolerance: float = 0.005
    booked_within_min: float = 10.0
    booked_share: float = 0.8
    converts: float = 0.0
    filled: float | None = None
    keeps_share: bool = True


@dataclass(frozen=True)
class OfferFound:
    """The offer with most kept appointments beside today's; both on fresh days."""

    plan: Plan
    changed: Plan
    wanted: Wanted
    present: Choice
    found: Found
    bound: float
    today: BookedDays
    then: BookedDays

    @property
    def is_kept(self) -> bool:
        """Whether fresh days show no breach of the bounds beyond their own chance."""
        walk_ins, booked = self.then.walk_in_share(), self.then.booked_share()
        is_fair = not walk_ins.high < self.bound
        return is_fair and not booked.high < self.wanted.booked_share


def find_offer(
    plan: Plan,
    wanted: Wanted,
    journal: Journal | None = None,
    on_step: OnStep | None = None,
    should_stop: Callable[[], bool] = lambda: False,
) -> OfferFound:
    """Slots and capacities with the most kept appointments within the bounds.

    Raises:
        NothingBooked: the scenario has no such appointments.
    """
    plan = filled_at(plan, wanted.filled)
    services = services_of(plan, wanted.service)
    present = present_offer(plan, services)
    today = _days(plan, wanted, wanted.days, wanted.seed)
    bound = _bound(plan, today) - wanted.tolerance

    def evaluate(choice: Choice) -> Score | None:
        other = plan if choice == present else _offering(plan, choice, wanted)
        if other is None:
            return None
        return score(_days(other, wanted, wanted.days, wanted.seed), bound, wanted)

    found = search(
        offer_space(plan, services),
        present,
        evaluate,
        most=wanted.most,
        seed=wanted.seed,
        journal=journal,
        on_step=on_step,
        should_stop=should_stop,
    )
    is_same = found.choice == present
    changed = plan if is_same else _offering(plan, found.choice, wanted)
    assert changed is not None
    seed = fresh_seed(wanted.seed)
    before, after = (_days(p, wanted, wanted.fresh_days, seed) for p in (plan, changed))
    return OfferFound(plan, changed, wanted, present, found, bound, before, after)


def score(days: BookedDays, bound: float, wanted: Wanted) -> Score:
    """Shares that are missing; appointments kept a day, of two alike the shorter walk-in wait."""
    missing = max(0.0, bound - days.walk_in_share().estimate)
    booked = days.booked_share().estimate
    if booked == booked:  # nobody booked: NaN
        missing += max(0.0, wanted.booked_share - booked)
    tie = days.walk_in_mean_min().estimate / 1000
    return Score(missing, -float(days.kept.mean()) + tie)


def _bound(plan: Plan, today: BookedDays) -> float:
    standard = plan.limits[0].share if plan.limits else 0.0
    return min(standard, today.walk_in_share().estimate)


def _offering(plan: Plan, choice: Choice, wanted: Wanted) -> Plan | None:
    return offering(plan, choice, wanted.converts, keeps_share=wanted.keeps_share)


def _days(plan: Plan, wanted: Wanted, days: int, seed: int) -> BookedDays:
    return booked_days(Trial(plan, days, seed), plan, wanted.booked_within_min)
