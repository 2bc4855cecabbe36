"""What appointments a branch may offer: slots and capacity of each service, as the profile says."""

from collections.abc import Mapping
from dataclasses import replace

from shared.config.check import problems
from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.config.visit_tables import AppointmentTable
from shared.domain.errors import InputInvalid
from simulator.experiment.load import expected_customers
from simulator.model.booked import places
from simulator.model.plan import Plan
from simulator.model.scenario import Booked, Share
from simulator.planning.search import Choice, Space, Value

SLOTS_MIN = (15, 20, 30, 45, 60)
CAPACITIES = (1, 2, 3, 4)


class NothingBooked(InputInvalid):
    """There are no appointments that could be searched."""

    code = "nothing_booked"
    sentence = (
        "The scenario has no appointments of “%1”. Write [[appointments]] with the service, who "
        "comes how late, and how many do not come (lobby sim calibrate learns them)."
    )


def services_of(plan: Plan, service: str | None) -> tuple[str, ...]:
    """The services whose offer is searched.

    Raises:
        NothingBooked.
    """
    booked = tuple(dict.fromkeys(line.service for line in plan.scenario.appointments))
    if service is not None:
        booked = tuple(name for name in booked if name == service)
    if not booked:
        raise NothingBooked(service or "any service")
    return booked


def offer_space(plan: Plan, services: tuple[str, ...]) -> Space:
    """Lengths of slots and capacities that are tried, those of today among them."""
    space: dict[str, list[Value]] = {}
    for service in services:
        table = offered(plan.profile, service)
        space[f"{service} slot_min"] = sorted({*SLOTS_MIN, table.slot_min})
        space[f"{service} capacity"] = sorted({*CAPACITIES, table.capacity})
    return space


def present_offer(plan: Plan, services: tuple[str, ...]) -> Choice:
    """What is offered today."""
    found: dict[str, Value] = {}
    for service in services:
        table = offered(plan.profile, service)
        found |= {f"{service} slot_min": table.slot_min, f"{service} capacity": table.capacity}
    return found


def offered(profile: Profile, service: str) -> AppointmentTable:
    """The appointments of a service."""
    return next(table for table in profile.appointments if table.service == service)


def offering(plan: Plan, choice: Choice, converts: float, *, keeps_share: bool) -> Plan | None:
    """The plan with another offer; None where the profile's own rules refuse it.

    These are the bounds: what ``walk_in_share`` keeps for walk-ins, slots within the hours. With
    ``keeps_share`` False that share is not asked, only lived. ``converts`` is the share of
    additional appointments that are taken by people who would have come anyway.
    """
    tables = []
    for table in plan.profile.appointments:
        update = {
            key: choice[f"{table.service} {key}"]
            for key in ("slot_min", "capacity")
            if f"{table.service} {key}" in choice
        }
        if not keeps_share:
            update["walk_in_share"] = 0.0
        tables.append(table.model_copy(update=update))
    profile = plan.profile.model_copy(update={"appointments": tuple(tables)})
    if any(True for _ in problems(profile)):
        return None
    other = replace(plan, profile=profile, rules=to_rules(profile))
    return _converted(plan, other, converts)


def _converted(plan: Plan, other: Plan, converts: float) -> Plan:
    """Fewer walk-ins where more appointments are taken: by class, never below none."""
    if not converts:
        return other
    before, after = (_kept(p) for p in (plan, other))
    walk_ins = expected_customers(
        replace(plan, scenario=plan.scenario.model_copy(update={"appointments": ()}))
    )
    total = sum(walk_ins.values())
    left = {
        key: max(0.0, count - converts * max(0.0, after.get(key, 0.0) - before.get(key, 0.0)))
        for key, count in walk_ins.items()
    }
    if left == walk_ins or not total:
        return other
    demand = other.scenario.demand
    factor = sum(left.values()) / total
    mix = tuple(
        Share(service=service, segment=segment, share=count)
        for (service, segment), count in left.items()
        if count > 0
    )
    rates = demand.half_hours_per_hour
    steps = demand.steps
    changed = demand.model_copy(
        update={
            "mix": mix,
            "half_hours_per_hour": rates and tuple(rate * factor for rate in rates),
            "per_hour": demand.per_hour and demand.per_hour * factor,
            "steps": steps
            and tuple(s.model_copy(update={"per_hour": s.per_hour * factor}) for s in steps),
        }
    )
    return replace(other, scenario=other.scenario.model_copy(update={"demand": changed}))


def _kept(plan: Plan) -> Mapping[tuple[str, str], float]:
    """Kept appointments of each class on a mean day."""
    found: dict[tuple[str, str], float] = {}
    left: dict[str, float] = {}
    for line in plan.scenario.appointments:
        free = left.get(line.service, float(len(places(plan, line.service))))
        key = (line.service, line.segment)
        found[key] = found.get(key, 0.0) + free * line.filled * (1 - line.no_show_share)
        left[line.service] = free * (1 - line.filled)
    return found


def filled_at(plan: Plan, filled: float | None) -> Plan:
    """The plan with every line of appointments filled so far; as it is without a figure."""
    if filled is None:
        return plan
    lines: tuple[Booked, ...] = tuple(
        line.model_copy(update={"filled": filled}) for line in plan.scenario.appointments
    )
    return replace(plan, scenario=plan.scenario.model_copy(update={"appointments": lines}))
