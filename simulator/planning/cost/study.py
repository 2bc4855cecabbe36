"""What a branch day costs, what a change of it brings, and what that hangs on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from simulator.experiment.interval import Interval, mean_interval
from simulator.experiment.parameters import (
    Change as Scaled,
)
from simulator.experiment.parameters import (
    with_arrivals,
    with_patience,
    with_service_times,
)
from simulator.model.plan import Plan
from simulator.planning.cost.bill import (
    HOUR_S,
    Bill,
    Item,
    bill,
    equipment_of,
    planned_seconds,
)
from simulator.planning.cost.case import Case
from simulator.planning.cost.prices import Price, Prices
from simulator.planning.cost.returns import Change, Return, return_of
from simulator.planning.cost.sensitivity import Spread, Swing, spread, tornado
from simulator.planning.tally import Real
from simulator.planning.trial import Trial

#: 95 % of a normal distribution.
SIGMAS: Final = 1.96
#: Days that each uncertain figure of the scenario is lived with.
TRIAL_DAYS: Final = 100
#: What the scenario may be unsure of, and how it is changed.
UNSURE: Final[dict[str, tuple[Scaled, str]]] = {
    "arrivals": (with_arrivals, "arrivals_0_1"),
    "service_times": (with_service_times, "service_times_0_1"),
    "patience": (with_patience, "patience_0_1"),
}


@dataclass(frozen=True, slots=True)
class Lived:
    """What simulated days tell of a change, a mean day: hours of overtime more, people who leave.

    Before and after; without another plan both are the same.
    """

    overtime_h: float
    left_before: float
    left_after: float


@dataclass(frozen=True)
class CostStudy:
    """A day's bill, beside another plan's where there is one, and the return of the change."""

    plan: Plan
    other: Plan | None
    case: Case | None
    prices: Prices
    days: int
    seed: int
    bill: Bill
    other_bill: Bill | None
    left_a_day: Interval
    other_left_a_day: Interval | None
    change: Change
    outcome: Return
    swings: tuple[Swing, ...]
    spread: Spread | None

    @property
    def has_change(self) -> bool:
        """Whether there is anything to look at over the years."""
        return self.other is not None or self.case is not None


def cost_study(
    plan: Plan, other: Plan | None, case: Case | None, prices: Prices, days: int, seed: int
) -> CostStudy:
    """The bill of a plan's days, and the return of going to the other plan and of the case."""
    mine = Trial(plan, days, seed).tally()
    its = None if other is None else Trial(other, days, seed).tally()
    left, left_then = (
        None if t is None else mean_interval(t.left.sum(axis=(1, 2)).tolist()) for t in (mine, its)
    )
    assert left is not None
    value = _value(plan, other, case, prices, days, seed)
    figures = _figures(plan, case, prices)
    change = value.change({})
    has_change = other is not None or case is not None
    return CostStudy(
        plan=plan,
        other=other,
        case=case,
        prices=prices,
        days=days,
        seed=seed,
        bill=bill(plan, mine, prices),
        other_bill=None if other is None or its is None else bill(other, its, prices),
        left_a_day=left,
        other_left_a_day=left_then,
        change=change,
        outcome=return_of(change, prices.values()),
        swings=tornado(figures, value) if has_change else (),
        spread=spread(figures, value, seed) if has_change else None,
    )


@dataclass(frozen=True, slots=True)
class Steps:
    """What has to be bought and paid more to go from a plan to another; none without one.

    ``hours`` are those planned on a mean day; seats and counters that are fewer give nothing back.
    """

    hours: float = 0.0
    kiosks: int = 0
    machines: int = 0
    seats: int = 0
    counters: int = 0


def steps_to(plan: Plan, other: Plan | None) -> Steps:
    """The steps from a plan to another."""
    if other is None:
        return Steps()
    kiosks, machines = (
        its - mine for mine, its in zip(equipment_of(plan), equipment_of(other), strict=True)
    )
    seats = sum(z.seats for z in other.profile.zones) - sum(z.seats for z in plan.profile.zones)
    return Steps(
        hours=float(planned_seconds(other).sum() - planned_seconds(plan).sum()) / HOUR_S,
        kiosks=kiosks,
        machines=machines,
        seats=max(0, seats),
        counters=max(0, len(other.profile.counters) - len(plan.profile.counters)),
    )


def change_of(
    steps: Steps, lived: Lived, case: Case | None, amounts: Mapping[str, float]
) -> Change:
    """What is paid and won: by the steps, by fewer people who leave, and by the case on top.

    ``amounts`` are the prices and the amounts of the case. Customers lost are those who leave now,
    by simulation; the case's share of fewer is taken of those who still leave after the steps.
    """
    at = amounts
    lost = at["lost_of_leavers"] * at["open_days_per_year"]
    hours = steps.hours + lived.overtime_h * at["overtime_factor"]
    upkeep = steps.kiosks * at["kiosk_per_year"] + steps.machines * at["machine_per_year"]
    found = Change(
        once=steps.seats * at["seat_once"] + steps.counters * at["counter_once"],
        equipment_once=max(0, steps.kiosks) * at["kiosk_once"]
        + max(0, steps.machines) * at["machine_once"],
        per_year=hours * at["staff_per_hour"] * at["open_days_per_year"] + upkeep,
        customers_per_year=(lived.left_before - lived.left_after) * lost,
    )
    if case is None:
        return found
    kept = at.get("fewer_lost_0_1", 0.0) * lived.left_after * lost
    return found + Change(
        once=sum(at[name] for name in case.once_names),
        per_year=sum(at[name] for name in case.per_year_names),
        customers_per_year=kept + at.get("new_customers_per_year", 0.0),
    )


@dataclass(frozen=True)
class _Value:
    """The net present value with some figures at other values."""

    steps: Steps
    case: Case | None
    amounts: Mapping[str, float]
    lived: Lived
    ends: Mapping[str, tuple[Lived, Lived]]

    def __call__(self, values: Mapping[str, float]) -> float:
        """The value where these figures are so."""
        return return_of(self.change(values), {**self.amounts, **values}).net_present_value

    def change(self, values: Mapping[str, float]) -> Change:
        """The change where these figures are so."""
        lived = self._lived(values)
        return change_of(self.steps, lived, self.case, {**self.amounts, **values})

    def _lived(self, values: Mapping[str, float]) -> Lived:
        """Between the ends that were lived the effect of a figure is taken as a straight line."""
        found = self.lived
        for name, (low, high) in self.ends.items():
            sigmas = values.get(name, 0.0)
            end, part = (high if sigmas > 0 else low), abs(sigmas) / SIGMAS
            found = Lived(
                found.overtime_h + part * (end.overtime_h - self.lived.overtime_h),
                found.left_before + part * (end.left_before - self.lived.left_before),
                found.left_after + part * (end.left_after - self.lived.left_after),
            )
        return found


def _value(
    plan: Plan, other: Plan | None, case: Case | None, prices: Prices, days: int, seed: int
) -> _Value:
    ends: dict[str, tuple[Lived, Lived]] = {}
    few = min(days, TRIAL_DAYS)
    for name, (change, error) in _unsure(plan).items():
        low, high = (
            _lived(_scaled(plan, change, f), other and _scaled(other, change, f), few, seed)
            for f in (1 - SIGMAS * error, 1 + SIGMAS * error)
        )
        ends[name] = (low, high)
    # The effect of a figure is taken against the same few days.
    lived = _lived(plan, other, few if ends else days, seed)
    amounts = {} if case is None else {n: price.value for n, price in case.amounts().items()}
    return _Value(steps_to(plan, other), case, {**prices.values(), **amounts}, lived, ends)


def _scaled(plan: Plan, change: Scaled, factor: float) -> Plan:
    return replace(plan, scenario=change(plan, factor))


def _unsure(plan: Plan) -> dict[str, tuple[Scaled, float]]:
    """What the scenario is unsure of, and by how much."""
    known = plan.scenario.uncertainty
    if known is None:
        return {}
    found = {name: (change, getattr(known, key)) for name, (change, key) in UNSURE.items()}
    return {name: (change, error) for name, (change, error) in found.items() if error}


def _figures(plan: Plan, case: Case | None, prices: Prices) -> dict[str, Price]:
    """Everything that may be varied: prices, amounts of the case, standard errors of the branch."""
    amounts = {} if case is None else case.amounts()
    amounts.pop("lost_per_year", None)  # the simulation tells how many are lost
    scenario = {
        name: Price.model_construct(value=0.0, low=-SIGMAS, high=SIGMAS, source="standard errors")
        for name in _unsure(plan)
    }
    return {**prices.named(), **amounts, **scenario}


def _lived(plan: Plan, other: Plan | None, days: int, seed: int) -> Lived:
    before = Trial(plan, days, seed).tally()
    if other is None:
        return Lived(0.0, before.left_a_day(), before.left_a_day())
    after = Trial(other, days, seed).tally()
    hours = [
        float(_overtime_s(p, t.open_s) / t.days) / HOUR_S
        for p, t in ((plan, before), (other, after))
    ]
    return Lived(hours[1] - hours[0], before.left_a_day(), after.left_a_day())


def _overtime_s(plan: Plan, open_s: Real) -> float:
    return float(np.maximum(open_s - planned_seconds(plan), 0).sum())


ITEM_WORDS: Final = {
    Item.STAFF: "staff",
    Item.OVERTIME: "overtime",
    Item.EQUIPMENT: "kiosks and machines",
    Item.LOST: "lost customers",
    Item.WAITING: "customers' waiting (no money)",
}
