"""A plan and its customers as the arrays of the compiled kernel (``shared.rollout``)."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from shared.domain.row import service_mask
from shared.domain.rules import Rules
from shared.rollout.branch_arrays import EVERYTHING, Work
from shared.rollout.columns import (
    P_ARRIVAL_US,
    P_BOOKED_US,
    P_KIOSK_US,
    P_MACHINE,
    P_SECOND,
    PERSON_WIDTH,
)
from shared.rollout.course import Course as KernelCourse
from shared.rollout.day import Ints
from shared.rollout.floor import PLAIN, Floor
from shared.rollout.run import Hall
from simulator.model.act_rows import room_of, to_rows, with_acts
from simulator.model.booked import draw_booked
from simulator.model.course import Course, kiosk_count
from simulator.model.customer import AGAIN, FAILS, NEVER, NO_MACHINE, WALK_IN, Customer
from simulator.model.demand import walk_in_columns
from simulator.model.floor import to_floor
from simulator.model.happening import Happening, to_happens
from simulator.model.kiosks import KioskTime
from simulator.model.plan import Plan
from simulator.model.rooms import RoomPool, room_pools
from simulator.model.shift import Shift, in_turn
from simulator.model.supervisors import supervisors as supervisors_of
from simulator.model.tellers import RECALL_US, recall_us


def to_hall(
    rules: Rules,
    shifts: Sequence[Shift],
    kiosks: int,
    day: str,
    floor: Floor = PLAIN,
    recall_after_us: int = RECALL_US,
    happenings: Sequence[Happening] = (),
    kiosk_plan: Sequence[KioskTime] = (),
    supervisors: int = 1,
    rooms: Sequence[RoomPool] = (),
) -> Hall:
    """The branch on this date (ISO): who works when at each counter, what befalls the house."""
    today = rules.day(rules.calendar.day_type(day))
    happens = tuple(to_happens(rules, happening) for happening in happenings)
    work, plan = to_work(rules, shifts), tuple(kiosk_plan)
    pools = tuple((service_mask(rules, pool.services), pool.rooms) for pool in rooms)
    return Hall(
        rules,
        today,
        work,
        kiosks,
        floor,
        recall_after_us,
        happens,
        plan,
        supervisors,
        rooms=pools,
    )


def to_work(rules: Rules, shifts: Sequence[Shift]) -> tuple[tuple[Work, ...], ...]:
    """The stints of each counter in their order."""
    work: dict[str, list[Work]] = {counter.id: [] for counter in rules.counters}
    people = {staff: number for number, staff in enumerate({shift.staff: 0 for shift in shifts})}
    for turn, shift in enumerate(in_turn(shifts)):
        skills = EVERYTHING if shift.skills is None else service_mask(rules, shift.skills)
        work[shift.counter] += [
            Work(
                from_us=stint.from_us,
                to_us=-1 if stint.to_us is None else stint.to_us,
                is_pause_after=bool(stint.pause_reason),
                calls=stint.calls,
                gap_us=stint.gap_us,
                speed_milli=shift.speed_milli,
                skills_mask=skills,
                person=people[shift.staff],
                turn=turn,
            )
            for stint in shift.stints
        ]
    return tuple(tuple(stints) for stints in work.values())


def to_people(rules: Rules, customers: Sequence[Customer], room: int = 0) -> Ints:
    """One row a customer, columns ``P_`` of ``shared.rollout.columns``.

    Behind these is room for the acts of whoever has most, and for at least so many.
    """
    service, segment = rules.service_index, rules.segment_index
    rows = [(service[c.service], segment[c.segment], *c[2:-1], -1) for c in customers]
    plain = np.array(rows, dtype=np.int64).reshape(-1, PERSON_WIDTH)
    acts = to_rows(rules, [customer.acts for customer in customers], room)
    return with_second_rows(with_acts(plain, acts))


def with_second_rows(people: Ints) -> Ints:
    """``customer.with_seconds`` on rows, each first one with the place of its second."""
    first = np.flatnonzero(people[:, P_MACHINE] == FAILS)
    if not len(first):
        return people
    again = people[first]
    again[:, P_ARRIVAL_US], again[:, P_KIOSK_US] = AGAIN, 0
    again[:, P_BOOKED_US], again[:, P_MACHINE] = WALK_IN, NO_MACHINE
    people[first, P_SECOND] = len(people) + np.arange(len(first))
    return np.concatenate([people, again])


def plan_hall(plan: Plan, courses: Sequence[Course] = ()) -> Hall:
    """The branch of a plan; of each day the course of the house, or one for all, or the roster."""
    rules = plan.rules
    first = courses[0] if courses else Course(plan.shifts)
    hall = to_hall(
        rules,
        first.shifts,
        kiosk_count(plan),
        plan.day,
        to_floor(plan),
        recall_us(plan),
        first.happenings,
        first.kiosk_plan,
        supervisors_of(plan),
        room_pools(plan),
    )
    if len(courses) < 2:
        return hall
    each = tuple(
        KernelCourse(
            to_work(rules, course.shifts),
            tuple(to_happens(rules, happening) for happening in course.happenings),
            course.kiosk_plan,
        )
        for course in courses
    )
    return replace(hall, courses=each)


def draw_people(plan: Plan, seed: int, day: int) -> Ints:
    """The customers of ``demand.draw_day`` as rows, in the same order, without making each one."""
    rules, mix = plan.rules, plan.scenario.demand.mix
    line, columns, acts = walk_in_columns(plan, seed, day)
    services = np.array([rules.service_index[share.service] for share in mix], dtype=np.int64)
    segments = np.array([rules.segment_index[share.segment] for share in mix], dtype=np.int64)
    nothing = np.full(len(line), -1, dtype=np.int64)
    plain = np.stack([services[line], segments[line], *columns, nothing], axis=1)
    walk_ins = with_acts(plain, acts)
    booked = to_people(rules, draw_booked(plan, seed, day), room_of(walk_ins))
    everybody = np.concatenate([walk_ins, booked])
    arrival_us = everybody[:, P_ARRIVAL_US]
    order = np.lexsort((arrival_us, arrival_us == NEVER))  # stable, as ``in_order`` is
    return with_second_rows(np.ascontiguousarray(everybody[order]))
