"""The offered load: the work that customers bring, beside the counter time there is for it."""

from dataclasses import dataclass
from itertools import chain, combinations

from shared.dispatch.layout import MINUTE_US
from simulator.model.booked import places
from simulator.model.class_time import service_time
from simulator.model.demand import rates
from simulator.model.party import mean_tickets
from simulator.model.plan import Plan
from simulator.model.present import share_present

#: Every set of counters is looked at: 2 to this power.
MOST_COUNTERS = 12


@dataclass(frozen=True, slots=True)
class Load:
    """Work / counter time from opening to the last ticket, as a share (1: just busy all day).

    ``counters`` is the set with the highest share: nobody else can do its work. A load above 1
    there means a queue that grows all day, however clever the order.
    """

    share_0_1: float
    counters: tuple[str, ...]
    branch_0_1: float


def offered_load(plan: Plan) -> Load:
    """The load of the branch, and of the set of counters that has most.

    Work of a class is its expected number of customers x (mean service time + walk), where the
    walk is the mean of the counters that serve it. Counter time is that of the staffing, without
    pauses. A set of counters has to do the work of all classes that only it may serve; the highest
    share over all sets decides whether the branch is stable (Hall 1935; max-flow min-cut). With
    more than ``MOST_COUNTERS`` counters only the branch as a whole is looked at.
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
    return Load(share, counters, sum(work_min.values()) / sum(time_min.values()))


def _sets(names: list[str]) -> chain[tuple[str, ...]]:
    return chain.from_iterable(combinations(names, size) for size in range(1, len(names) + 1))


Class = tuple[str, str]


def _work_min(plan: Plan) -> tuple[dict[Class, float], dict[Class, frozenset[str]]]:
    """Minutes of work a day of each class, and the staffed counters that may serve it."""
    customers = expected_customers(plan)
    rules = plan.rules
    staffed = {shift.counter for shift in plan.shifts}
    work, reach = {}, {}
    for (service, segment), count in customers.items():
        who = [
            counter
            for counter in rules.counters
            if counter.id in staffed
            and counter.may_serve(rules.service_index[service], rules.segment_index[segment])
        ]
        walk_min = sum(c.walk_us for c in who) / len(who) / MINUTE_US if who else 0.0
        work[service, segment] = count * (service_time(plan, service, segment).mean_min + walk_min)
        reach[service, segment] = frozenset(counter.id for counter in who)
    return work, reach


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
    """Minutes that each counter is staffed between opening and the last ticket."""
    found: dict[str, float] = {}
    for shift in plan.shifts:
        for stint in shift.stints:
            to_us = plan.last_ticket_us if stint.to_us is None else stint.to_us
            begins_us, ends_us = max(stint.from_us, plan.opens_us), min(to_us, plan.last_ticket_us)
            minutes = max(0, ends_us - begins_us) / MINUTE_US * share_present(plan, shift.counter)
            found[shift.counter] = found.get(shift.counter, 0.0) + minutes
    return found
