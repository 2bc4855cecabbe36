"""A staffing as JSON, units in the names."""

from simulator.planning.staffing.answer import Answer
from simulator.planning.staffing.standing import Verdict

Json = dict[str, object]


def answer_json(found: Answer) -> Json:
    """All of an answer; shares are between 0 and 1, ``half_width`` that of the 95 % interval."""
    wish, house = found.wish, found.house
    return {
        "schema_version": 1,
        "scenario": found.plan.scenario.name.model_dump(),
        "targets": [
            {"within_s": t.within_s, "share_0_1": t.share, "per": t.per}
            for t in found.wanted.targets
        ],
        "tolerance_0_1": wish.rules.tolerance,
        "seed": wish.seed,
        "counter_half_hours": found.half_hours,
        "least_counter_half_hours": found.least_half_hours,
        "paid_hours": found.paid_min / 60,
        "least_paid_hours": None if found.least_min is None else found.least_min / 60,
        "gap_0_1": found.gap_0_1,
        "is_found": found.is_found,
        "out_of_reach": [
            {
                "name": missed.name,
                "within_s": missed.within_s,
                "wanted_0_1": missed.wanted,
                "reached_0_1": missed.reached,
                "half_width": 1.96 * missed.error,
                "asked_0_1": missed.asked,
            }
            for missed in found.out_of_reach
        ],
        "was_cut_short": found.was_cut_short,
        "days_lived": found.days_lived,
        "seconds": {name: round(value, 3) for name, value in found.seconds.items()},
        "fresh_days": wish.fresh_days,
        "is_met_on_fresh_days": found.is_met_on_fresh_days,
        "half_hours": [_half_hour(found, number) for number in range(house.count)],
        "services": [_service(found, number) for number in range(len(found.wanted.services))],
        "staffing": [line.model_dump(exclude_defaults=True) for line in found.lines],
    }


def _half_hour(found: Answer, number: int) -> Json:
    """Who is open, how many of them for each service, and the shares."""
    open_counters = found.open_counters(number)
    served = {counter.id: counter.services for counter in found.plan.profile.counters}
    services = [service.id for service in found.plan.profile.services]
    return {
        "begins": found.house.clock(number),
        "counters": len(open_counters),
        "open": list(open_counters),
        "counters_by_service": {
            service: sum(service in served[counter] for counter in open_counters)
            for service in services
        },
        "shares": _shares(found, found.fresh, number),
    }


def _service(found: Answer, number: int) -> Json:
    cell = found.wanted.half_hours + number
    name = found.wanted.services[number]
    return {"service": name, "shares": _shares(found, found.fresh, cell)}


def _shares(found: Answer, verdict: Verdict | None, cell: int) -> list[Json]:
    """By limit: what is wanted (after lowering what is out of reach), and what came."""
    if verdict is None:
        return []
    return [
        {
            "within_s": target.within_s,
            "wanted_0_1": float(found.wanted.wanted[cell, limit]),
            "estimate": float(verdict.share[cell, limit]),
            "half_width": 1.96 * float(verdict.error[cell, limit]),
        }
        for limit, target in enumerate(found.wanted.targets)
    ]
