"""More or fewer self-service machines than the profile has."""

from collections.abc import Iterator, Mapping, Sequence

from shared.config.profile import MachineTable, Profile, ServiceTable
from shared.config.triage_rules import serving_machines
from simulator.model.scenario_hall import MachineCount


def with_machines(profile: Profile, counts: Sequence[MachineCount]) -> Profile:
    """The profile with so many of its machines; those that no line names stay as they are.

    More of one are like it and stand in its zone. A way that leads to one leads to its likes, too;
    a way to machines of which none is left is gone, and those customers go to a counter.
    """
    if not counts:
        return profile
    likes = {line.machine: list(_names(line.machine, line.count)) for line in counts}
    machines = tuple(
        machine.model_copy(update={"id": name})
        for machine in profile.machines
        for name in likes.get(machine.id, [machine.id])
    )
    changed = profile.model_copy(update={"machines": machines})
    services = tuple(_with_ways(changed, service, likes) for service in profile.services)
    return changed.model_copy(update={"services": services})


def kinds(profile: Profile) -> list[tuple[MachineTable, ...]]:
    """Machines that do the same in the same zone, in the profile's order."""
    found: dict[object, list[MachineTable]] = {}
    for machine in profile.machines:
        found.setdefault((frozenset(machine.services), machine.zone), []).append(machine)
    return [tuple(each) for each in found.values()]


def counts_of(kind: Sequence[MachineTable], count: int) -> tuple[MachineCount, ...]:
    """The lines for so many machines of a kind; nothing where it has so many."""
    lines = []
    for place, machine in enumerate(kind):
        left = count - place
        here = max(0, left if place == len(kind) - 1 else min(1, left))
        if here != 1:
            lines.append(MachineCount(machine=machine.id, count=here))
    return tuple(lines)


def _names(machine: str, count: int) -> Iterator[str]:
    """The machine itself, and those like it."""
    if count:
        yield machine
    for number in range(1, count):
        yield f"{machine}-more-{number}"


def _with_ways(
    profile: Profile, service: ServiceTable, likes: Mapping[str, Sequence[str]]
) -> ServiceTable:
    """The service with its ways to the machines that there are."""
    ways = []
    for way in service.ways:
        if way.kind == "machine":
            named = way.machines
            if named is not None:
                named = tuple(name for each in named for name in likes.get(each, [each]))
            if not (serving_machines(profile, service.id) if named is None else named):
                continue
            ways.append(way.model_copy(update={"machines": named}))
        else:
            ways.append(way)
    return service.model_copy(update={"ways": tuple(ways)})
