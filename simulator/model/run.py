"""One simulated day of a plan: draws in, events out."""

from collections.abc import Sequence

from simulator.model.branch_day import BranchDay, DayRun
from simulator.model.course import Course, draw_course, kiosk_count
from simulator.model.customer import Customer
from simulator.model.demand import draw_day
from simulator.model.floor import to_floor
from simulator.model.plan import Plan
from simulator.model.rooms import room_pools
from simulator.model.supervisors import supervisors
from simulator.model.tellers import recall_us


def run_day(plan: Plan, seed: int, day: int) -> DayRun:
    """The day number ``day`` of this seed; always the same for the same three."""
    return run_customers(plan, draw_day(plan, seed, day), draw_course(plan, seed, day))


def run_customers(
    plan: Plan, customers: Sequence[Customer], course: Course | None = None
) -> DayRun:
    """A day with given customers, in order of arrival; in the house that of seed 0 if not given."""
    course = course or draw_course(plan, 0, 0)
    model = BranchDay(
        plan.rules,
        course.shifts,
        kiosks=kiosk_count(plan),
        day=plan.day,
        floor=to_floor(plan),
        happenings=course.happenings,
        recall_us=recall_us(plan),
        kiosk_plan=course.kiosk_plan,
        supervisors=supervisors(plan),
        rooms=room_pools(plan),
    )
    return model.run(customers)
