"""The branch as if everybody could do everything: what is too few there is too few anywhere.

A relaxation for the lower bound of a branch with several pools: every counter serves all services
of the branch for everybody, as quickly and as near as the best of them. Nobody waits longer for
that, as nobody does where more counters are open (the assumption of ``bound``). All counters are
one pool then, and stretches of the day are looked at within seconds.
"""

from collections.abc import Sequence

from shared.config.profile import CounterTable
from simulator.model.plan import Plan, to_plan


def merged(plan: Plan) -> Plan:
    """The plan with counters between which nobody could tell a difference, all of them able."""
    counters = plan.profile.counters
    update = {
        "name": None,
        "services": tuple(service.id for service in plan.profile.services),
        "segments": None,
        "preference": None,
        "overflow": None,
        "speed": _best_speeds(plan, counters),
        "walk_s": min(counter.walk_s for counter in counters),
        "zone": None,
        "way": None,
    }
    able = tuple(counter.model_copy(update=update) for counter in counters)
    profile = plan.profile.model_copy(update={"counters": able})
    scenario = plan.scenario.model_copy(update={"walks": (), "staffing": ()})
    return to_plan(scenario, profile)


def _best_speeds(plan: Plan, counters: Sequence[CounterTable]) -> dict[str, float]:
    """The speed of each service where it is served quickest; usual speeds are left out."""
    found = {
        service.id: max(
            (c.speed.get(service.id, 1.0) for c in counters if service.id in c.services),
            default=1.0,
        )
        for service in plan.profile.services
    }
    return {service: speed for service, speed in found.items() if speed != 1.0}
