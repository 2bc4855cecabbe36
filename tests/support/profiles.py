"""Changed profiles: another policy, a service less."""

from shared.config.load import load_profile
from shared.config.profile import Policy, Profile

NEIGHBOURHOOD = load_profile("neighbourhood")


def first_come(version: str = "noon") -> Profile:
    """The neighbourhood branch with everybody in the order of arrival."""
    policy = Policy(preset="first_come", rule=NEIGHBOURHOOD.policy.rule)
    return NEIGHBOURHOOD.model_copy(update={"policy": policy, "version": version})


def without_service(service: str, version: str = "less") -> Profile:
    """The neighbourhood branch that does not offer this service any more."""
    counters = tuple(
        c.model_copy(update={"services": tuple(s for s in c.services if s != service)})
        for c in NEIGHBOURHOOD.counters
    )
    machines = tuple(
        m.model_copy(update={"services": tuple(s for s in m.services if s != service)})
        for m in NEIGHBOURHOOD.machines
    )
    return NEIGHBOURHOOD.model_copy(
        update={
            "services": tuple(s for s in NEIGHBOURHOOD.services if s.id != service),
            "tiles": tuple(t for t in NEIGHBOURHOOD.tiles if t.service != service),
            "counters": counters,
            "machines": machines,
            "appointments": tuple(a for a in NEIGHBOURHOOD.appointments if a.service != service),
            "version": version,
        }
    )
