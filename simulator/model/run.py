"""One simulated day of a plan: draws in, events out."""

from collections.abc import Sequence

from simulator.model.branch_day import BranchDay, DayRun
from simulator.model.customer import Customer
from simulator.model.demand import draw_day
from simulator.model.floor import to_floor
from simulator.model.plan import Plan
from simulator.model.present import plan_on


def run_day(plan: Plan, seed: int, day: int) -> DayRun:
    """The day number ``day`` of this seed; always the same for the same three."""
    return run_customers(plan_on(plan, seed, day), draw_day(plan, seed, day))


def run_customers(plan: Plan, customers: Sequence[Customer]) -> DayRun:
    """A day with given customers, in order of arrival."""
    kiosks = plan.scenario.kiosk.count
    model = BranchDay(plan.rules, plan.shifts, kiosks=kiosks, day=plan.day, floor=to_floor(plan))
    return model.run(customers)
