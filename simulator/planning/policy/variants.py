"""Which policies are tried: points of the one family, within the caps that the profile sets."""

from dataclasses import replace

from shared.config.check import problems
from shared.config.naming import suggestion
from shared.config.policy_tables import Policy
from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.domain.errors import InputInvalid
from simulator.model.plan import Plan
from simulator.planning.search import Choice, Space, Value

#: Presets that hold maximum waits and overtaking caps.
PRESETS = ("capped", "cost_weighted")
GROWTHS = (0.5, 1.0, 1.5, 2.0, 3.0, 5.0)
BASES = (0.0, 4.0, 8.0, 16.0)
REFERENCES = (2.5, 5.0, 10.0)
PARTS = ("preset", "growth", "base", "reference")


class PartUnknown(InputInvalid):
    """There is nothing of this name in a policy that could be varied."""

    code = "policy_part_unknown"
    sentence = "“%1” is nothing that a search of policies knows. %2"


def parts_of(text: str) -> tuple[str, ...]:
    """What may change, from words with commas.

    Raises:
        PartUnknown.
    """
    return _known(text, PARTS)


def protected(plan: Plan, text: str | None) -> tuple[str, ...]:
    """Segments that may not lose, from words with commas: by default those of priority need.

    Raises:
        PartUnknown.
    """
    if text == "none":
        return ()
    if text is None:
        return tuple(s.id for s in plan.profile.segments if s.kind == "priority")
    return _known(text, tuple(segment.id for segment in plan.profile.segments))


def _known(text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    found = tuple(text.replace(" ", "").split(","))
    for name in found:
        if name not in known:
            raise PartUnknown(name, suggestion(name, list(known)))
    return found


def policy_space(plan: Plan, parts: tuple[str, ...] = PARTS) -> Space:
    """The values that are tried, those of the profile among them.

    Points are relative: those of the first segment that comes stay as they are, the others' are
    varied. Growth and base count in ``capped``, the reference in ``cost_weighted``.
    """
    profile, policy = plan.profile, plan.profile.policy
    comes = {share.segment for share in plan.scenario.demand.mix}
    comes |= {line.segment for line in plan.scenario.appointments}
    segments = [segment for segment in profile.segments if segment.id in comes]
    space: dict[str, list[Value]] = {}
    if "preset" in parts:
        space["preset"] = list(dict.fromkeys([*PRESETS, policy.preset]))
    for segment in segments[1:]:
        if "growth" in parts:
            space[f"growth {segment.id}"] = _with(GROWTHS, segment.growth_per_minute)
        if "base" in parts:
            space[f"base {segment.id}"] = _with(BASES, segment.base)
    if "reference" in parts and "preset" in parts:
        space["reference_min"] = _with(REFERENCES, policy.reference_min)
    return space


def _with(values: tuple[float, ...], own: float) -> list[Value]:
    return sorted({*values, own})


def present_choice(plan: Plan, space: Space) -> Choice:
    """The point of the space where the profile stands."""
    segments = {segment.id: segment for segment in plan.profile.segments}
    found: dict[str, Value] = {}
    for name in space:
        word, _, segment = name.partition(" ")
        if word == "preset":
            found[name] = plan.profile.policy.preset
        elif word == "reference_min":
            found[name] = plan.profile.policy.reference_min
        else:
            table = segments[segment]
            found[name] = table.growth_per_minute if word == "growth" else table.base
    return found


def changed(profile: Profile, choice: Choice) -> Profile | None:
    """The profile under a choice; None where it would not fit together."""
    policy: dict[str, Value] = {
        name: choice[name] for name in ("preset", "reference_min") if name in choice
    }
    keys = {"growth": "growth_per_minute", "base": "base"}
    segments = []
    for segment in profile.segments:
        update = {
            key: choice[f"{word} {segment.id}"]
            for word, key in keys.items()
            if f"{word} {segment.id}" in choice
        }
        segments.append(segment.model_copy(update=update))
    found = profile.model_copy(
        update={
            "policy": _renamed(profile.policy, policy),
            "segments": tuple(segments),
        }
    )
    return None if any(True for _ in problems(found)) else found


def _renamed(policy: Policy, update: dict[str, Value]) -> Policy:
    """A policy with a name of its own is no longer that one when it changes."""
    is_same = all(getattr(policy, name) == value for name, value in update.items())
    return policy.model_copy(update=update if is_same else {**update, "name": "", "rule": None})


def under(plan: Plan, profile: Profile) -> Plan:
    """The plan with another policy of the same branch."""
    return replace(plan, profile=profile, rules=to_rules(profile))
