"""What of a branch may be laid out otherwise: kiosks, machines, lines, reservations, roles."""

from dataclasses import replace
from typing import Final

from shared.config.check import problems
from shared.config.naming import suggestion
from shared.config.profile import CounterTable, MachineTable, Profile
from shared.domain.errors import InputInvalid
from simulator.model import check_scenario
from simulator.model.plan import Plan, to_plan
from simulator.planning.search import Choice, Space, Value

PARTS: Final = ("kiosks", "machines", "lines", "reserved", "roles")
USUAL_PARTS: Final = ("kiosks", "machines", "lines", "reserved")
OWN: Final = "own"
AS_IT_IS: Final = "as it is"
POOLED: Final = "pooled"
#: So many kiosks or machines more than today are tried, and so many fewer.
MORE: Final = 2


class LayoutPartUnknown(InputInvalid):
    """There is nothing of this name that could be laid out otherwise."""

    code = "layout_part_unknown"
    sentence = "“%1” is nothing that a search of layouts knows. %2"


def parts_of(text: str) -> tuple[str, ...]:
    """What may change, from words with commas.

    Raises:
        LayoutPartUnknown.
    """
    found = tuple(text.replace(" ", "").split(","))
    for name in found:
        if name not in PARTS:
            raise LayoutPartUnknown(name, suggestion(name, list(PARTS)))
    return found


def layout_space(plan: Plan, parts: tuple[str, ...] = USUAL_PARTS) -> Space:
    """The values that are tried, today's among them.

    Kiosks: at least one where there is one. Machines count only where the scenario says who can
    use them; more of them are like the last. ``lines``: as it is, or pooled (every counter of a
    zone does what any of them does). ``reserved``: whether a counter stays kept for its segments.
    ``roles``: whether a counter does what another one of its zone does.
    """
    profile, kiosks = plan.profile, plan.scenario.kiosk.count
    space: dict[str, list[Value]] = {}
    if "kiosks" in parts and kiosks:
        space["kiosks"] = list(range(max(1, kiosks - MORE), kiosks + MORE + 1))
    machines = len(profile.machines)
    if "machines" in parts and machines and plan.scenario.self_service:
        space["machines"] = list(range(max(0, machines - MORE), machines + MORE + 1))
    if "lines" in parts and len(profile.counters) > 1:
        space["lines"] = [AS_IT_IS, POOLED]
    for counter in profile.counters:
        if "reserved" in parts and counter.segments is not None:
            space[f"reserved {counter.id}"] = [True, False]
    for counter in profile.counters:
        others = _other_roles(profile, counter)
        if "roles" in parts and others:
            space[f"role {counter.id}"] = [OWN, *others]
    return space


def present_layout(plan: Plan, space: Space) -> Choice:
    """Where the branch stands today."""
    found: dict[str, Value] = {}
    for name, values in space.items():
        found[name] = values[0]  # as it is, own, reserved
        if name == "kiosks":
            found[name] = plan.scenario.kiosk.count
        elif name == "machines":
            found[name] = len(plan.profile.machines)
    return found


def laid_out(plan: Plan, choice: Choice) -> Plan | None:
    """The plan under a choice; None where it would not fit together."""
    counters = tuple(_counter(plan.profile, counter, choice) for counter in plan.profile.counters)
    if choice.get("lines") == POOLED:
        counters = tuple(_pooled(counter, counters) for counter in counters)
    machines = _machines(plan.profile.machines, int(choice.get("machines", -1)))
    profile = plan.profile.model_copy(update={"counters": counters, "machines": machines})
    kiosk = plan.scenario.kiosk
    if "kiosks" in choice:
        kiosk = kiosk.model_copy(update={"count": choice["kiosks"]})
    scenario = plan.scenario.model_copy(update={"kiosk": kiosk})
    faults = (*problems(profile), *check_scenario.problems(scenario, profile))
    return None if faults else replace(to_plan(scenario, profile), day=plan.day)


def _other_roles(profile: Profile, counter: CounterTable) -> list[str]:
    """Counters of the same zone that do something else, one for each role."""
    found: dict[tuple[object, ...], str] = {}
    for other in profile.counters:
        if other.zone == counter.zone and _role(other) != _role(counter):
            found.setdefault(_role(other), other.id)
    return list(found.values())


def _role(counter: CounterTable) -> tuple[object, ...]:
    return frozenset(counter.services), counter.segments, counter.overflow


def _counter(profile: Profile, counter: CounterTable, choice: Choice) -> CounterTable:
    """The counter with its role and reservation; it keeps its own speed where it still serves."""
    role = choice.get(f"role {counter.id}", OWN)
    update: dict[str, object] = {}
    if role != OWN:
        other = next(other for other in profile.counters if other.id == role)
        update = {name: getattr(other, name) for name in ("services", "segments", "overflow")}
        kept = {s: v for s, v in counter.speed.items() if s in other.services}
        update["speed"] = {**{s: v for s, v in other.speed.items() if s not in kept}, **kept}
    if choice.get(f"reserved {counter.id}") is False:
        update["segments"] = None
    return counter.model_copy(update=update)


def _pooled(counter: CounterTable, counters: tuple[CounterTable, ...]) -> CounterTable:
    """The counter doing what any counter of its zone does."""
    services = dict.fromkeys(
        service for other in counters if other.zone == counter.zone for service in other.services
    )
    return counter.model_copy(update={"services": tuple(services)})


def _machines(machines: tuple[MachineTable, ...], count: int) -> tuple[MachineTable, ...]:
    """The first so many, or more like the last; as they are for a count below 0."""
    if count < 0 or not machines:
        return machines
    last = machines[-1]
    more = (
        last.model_copy(update={"id": f"{last.id}-more-{number}"})
        for number in range(1, count - len(machines) + 1)
    )
    return (*machines[:count], *more)
