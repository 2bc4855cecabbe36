"""The offered load: the work that customers bring, beside the counter time there is for it."""

from dataclasses import dataclass
from itertools import chain, combinations

from shared.dispatch.layout import MINUTE_US
from simulator.experiment.visit_work import work_of_visits
from simulator.model.booked import places
from simulator.model.class_time import service_time
from simulator.model.course import draw_courses, is_quiet
from simulator.model.demand import rates
from simulator.model.first_fit import first_fit
from simulator.model.machine_ways import machine_way
from simulator.model.party import mean_tickets
from simulator.model.plan import Plan
from simulator.model.present import share_present
from simulator.model.shift import Shift

Class = tuple[str, str]

#: Every set of counters is looked at: 2 to this power.
MOST_COUNTERS = 12


#: So many days of the staff are drawn where every day has others.
DAYS = 200


@dataclass(frozen=True, slots=True)
class Load:
    """Work / counter time from opening to the last ticket, as a share (1: just busy all day).

    ``counters`` is the set with the highest share: nobody else can do its work. A load above 1
    there means a queue that grows all day, however clever the order. ``to_machines_0_1`` of the
    branch's work may go to machines, at most: how much really does depends on how long the wait is,
    so that all of it is in the load.
    """

    share_0_1: float
    counters: tuple[str, ...]
    branch_0_1: float
    to_machines_0_1: float = 0.0


def offered_load(plan: Plan) -> Load:
    """The load of the branch, and of the set of counters that has most.

    Work of a class is its expected number of customers x (mean service time + walk), where the
    walk is the mean of the counters that serve it; with further needs, sending on, missed calls,
    authorisations and work afterwards as drawn for a sample of customers. Counter time is that of
    the staffing, without pauses and cash work, the mean over ``DAYS`` drawn days where people are
    absent or counters out of order, times the person's speed. A set of counters has to do the work
    of all classes that only it may serve; the highest share over all sets decides whether the
    branch is stable (Hall 1935; max-flow min-cut). With more than ``MOST_COUNTERS`` counters only
    the branch as a whole is looked at. Not in it: waiting for a supervisor or a room, incidents,
    services switched off, and how much quicker a counter is at some services.
    """
    work_min, reach = _work_min(plan)
    time_min = _time_min(plan)
    names = [counter for counter, minutes in time_min.items() if minutes > 0]
    sets = combinations(names, len(names)) if len(names) > MOST_COUNTERS else _sets(names)
    loads = []
    for chosen in sets:
        inside = set(chosen)
        work = sum(w for cls, w in work_min.items() if reach[cls] and reach[cls] <= inside)
        loads.append((work / sum(time_min[c] for c in chosen), chosen))
    share, counters = max(loads, key=lambda pair: (round(pair[0], 9), len(pair[1])))
    branch = sum(work_min.values()) / sum(time_min.values())
    return Load(share, counters, branch, _to_machines(plan, work_min))


def _to_machines(plan: Plan, work_min: dict[Class, float]) -> float:
    """The share of the work that goes to machines when everybody who would is led there."""
    taken = 0.0
    for (service, segment), minutes in work_min.items():
        line = first_fit(plan.scenario.self_service, service, segment)
        if line is not None and machine_way(plan.rules, service, segment):
            taken += minutes * line.able * line.accepts * (1 - line.fails)
    return taken / (sum(work_min.values()) or 1.0)


def _sets(names: list[str]) -> chain[tuple[str, ...]]:
    return chain.from_iterable(combinations(names, size) for size in range(1, len(names) + 1))


def _work_min(plan: Plan) -> tuple[dict[Class, float], dict[Class, frozenset[str]]]:
    """Minutes of work a day of each class, and the staffed counters that may serve it."""
    rules, staffed = plan.rules, {shift.counter for shift in plan.shifts}
    work, reach = {}, {}
    for (service, segment), (minutes, stops) in _done(plan, expected_customers(plan)).items():
        who = [
            counter
            for counter in rules.counters
            if counter.id in staffed
            and counter.may_serve(rules.service_index[service], rules.segment_index[segment])
        ]
        walk_min = sum(c.walk_us for c in who) / len(who) / MINUTE_US if who else 0.0
        work[service, segment] = minutes + stops * walk_min
        reach[service, segment] = frozenset(counter.id for counter in who)
    return work, reach


def _done(plan: Plan, customers: dict[Class, float]) -> dict[Class, tuple[float, float]]:
    """Minutes at counters and stops there, a day, by class."""
    if plan.scenario.visiting is None:
        return {
            cls: (count * service_time(plan, *cls).mean_min, count)
            for cls, count in customers.items()
        }
    names = [(s.id, g.id) for s in plan.rules.services for g in plan.rules.segments]
    counts = [customers.get(cls, 0.0) for cls in names]
    minutes, stops = (counts @ table for table in work_of_visits(plan))
    found = zip(names, minutes.tolist(), stops.tolist(), strict=True)
    return {cls: (work, number) for cls, work, number in found if work}


def expected_customers(plan: Plan) -> dict[Class, float]:
    """How many of each class are expected on a day."""
    demand = plan.scenario.demand
    if demand.times_min is not None:
        arrivals = float(len(demand.times_min))
    else:
        begins_us, ends_us, per_hour = rates(plan)
        arrivals = float((per_hour * (ends_us - begins_us)).sum() / (60 * MINUTE_US))
    walk_ins = arrivals * mean_tickets(plan)
    total = sum(share.share for share in demand.mix)
    found: dict[Class, float] = {}
    for share in demand.mix:
        key = (share.service, share.segment)
        found[key] = found.get(key, 0.0) + walk_ins * share.share / total
    left: dict[str, float] = {}
    for line in plan.scenario.appointments:
        free = left.get(line.service, float(len(places(plan, line.service))))
        key = (line.service, line.segment)
        found[key] = found.get(key, 0.0) + free * line.filled * (1 - line.no_show_share)
        left[line.service] = free * (1 - line.filled)
    return found


def _time_min(plan: Plan) -> dict[str, float]:
    """Minutes that each counter may call between opening and the last ticket, at usual speed."""
    found = {shift.counter: 0.0 for shift in plan.shifts}
    if is_quiet(plan):
        for shift in plan.shifts:
            found[shift.counter] += _minutes(plan, shift) * share_present(plan, shift.counter)
        return found
    courses = draw_courses(plan, 1, range(DAYS))
    for shift in (shift for course in courses for shift in course.shifts):
        found[shift.counter] += _minutes(plan, shift) / len(courses)
    return found


def _minutes(plan: Plan, shift: Shift) -> float:
    minutes = 0.0
    for stint in shift.stints:
        to_us = plan.last_ticket_us if stint.to_us is None else stint.to_us
        begins_us, ends_us = max(stint.from_us, plan.opens_us), min(to_us, plan.last_ticket_us)
        minutes += max(0, ends_us - begins_us) / MINUTE_US * stint.calls
    return minutes * shift.speed_milli / 1000
