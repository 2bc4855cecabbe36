"""Variants of one plan: the same days under another preset, overload rule, or scenario."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from shared.config.check import problems
from shared.config.naming import suggestion
from shared.config.policy_tables import Overload, Policy
from shared.config.presets import PRESETS
from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.domain.errors import InputInvalid
from simulator.model.plan import Plan, load_plan

#: How to ask for all of them.
ALL = "all"
OVERLOADS: tuple[str, ...] = get_args(Overload.model_fields["rule"].annotation)


class VariantUnknown(InputInvalid):
    """There is no preset or overload rule of this name."""

    code = "variant_unknown"
    sentence = "There is no %1 “%2”. %3"


class VariantInvalid(InputInvalid):
    """The profile cannot be used so."""

    code = "variant_invalid"
    sentence = "With %1 “%2” the profile does not fit together: %3"


@dataclass(frozen=True)
class Variant:
    """A plan under a name."""

    name: str
    plan: Plan


@dataclass(frozen=True)
class Choice:
    """What is compared, in one word; the name of the variant that the others stand beside."""

    what: str
    base: str
    variants: Sequence[Variant]


def chosen(
    plan: Plan, scenario: str, preset: str | None, overload: str | None, against: Sequence[str]
) -> Choice:
    """The variants that were asked for: all presets when nothing was.

    Raises:
        VariantUnknown, VariantInvalid; FileUnreadable, ScenarioInvalid, ProfileInvalid.
    """
    policy = plan.profile.policy
    if against:
        found = scenarios(plan, scenario, against)
        return Choice("scenario", found[0].name, found)
    if overload is not None:
        return Choice("overload rule", str(policy.overload.rule), overloads(plan, _names(overload)))
    return Choice("preset", str(policy.preset), presets(plan, _names(preset or ALL)))


def _names(text: str) -> list[str]:
    return text.replace(" ", "").split(",")


def scenarios(plan: Plan, own: str, others: Sequence[str]) -> list[Variant]:
    """The plan itself first, then other scenarios for the same kinds of customers.

    Each draws its customers with the same random numbers: where their demand is the same, they meet
    the same customers.

    Raises:
        VariantInvalid: it has other services, segments or limits.
        FileUnreadable, ScenarioInvalid, ProfileInvalid: as ``load_plan``.
    """
    found = [Variant(Path(own).stem, plan)]
    for place, name in enumerate(others, start=2):
        other = load_plan(name)
        for what in ("services", "segments"):
            mine, its = ({s.id for s in getattr(p.rules, what)} for p in (plan, other))
            if mine != its:
                reason = f"{what} differ: {', '.join(sorted(mine ^ its))}."
                raise VariantInvalid("scenario", name, reason)
        if other.limits != plan.limits:
            raise VariantInvalid("scenario", name, "its waiting standard is another one.")
        label = Path(name).stem
        is_taken = label in {variant.name for variant in found}
        found.append(Variant(f"{label} ({place})" if is_taken else label, other))
    return found


def presets(plan: Plan, names: Sequence[str]) -> list[Variant]:
    """The plan under these presets; ``all`` names every one.

    Raises:
        VariantUnknown, VariantInvalid.
    """
    return [
        Variant(name, _changed(plan, "preset", name, {"preset": name, "name": ""}))
        for name in _chosen("preset", names, tuple(PRESETS))
    ]


def overloads(plan: Plan, names: Sequence[str]) -> list[Variant]:
    """The plan under these overload rules; ``all`` names every one.

    Raises:
        VariantUnknown, VariantInvalid.
    """
    overload = plan.profile.policy.overload
    return [
        Variant(
            name,
            _changed(
                plan,
                "overload rule",
                name,
                {"overload": overload.model_copy(update={"rule": name})},
            ),
        )
        for name in _chosen("overload rule", names, OVERLOADS)
    ]


def _chosen(word: str, names: Sequence[str], known: tuple[str, ...]) -> list[str]:
    """The known names among which was chosen, each once, in the order given."""
    if ALL in names:
        return list(known)
    for name in names:
        if name not in known:
            raise VariantUnknown(word, name, suggestion(name, list(known)))
    return list(dict.fromkeys(names))


def _changed(plan: Plan, word: str, name: str, values: dict[str, object]) -> Plan:
    profile = changed_profile(plan.profile, word, name, values)
    return replace(plan, profile=profile, rules=to_rules(profile))


def other_policy(profile: Profile, preset: str | None, overload: str | None) -> Profile:
    """The profile with another preset, or another overload rule, or both.

    Raises:
        VariantUnknown, VariantInvalid.
    """
    if preset is not None:
        (name,) = _chosen("preset", [preset], tuple(PRESETS))
        profile = changed_profile(profile, "preset", name, {"preset": name, "name": ""})
    if overload is not None:
        (name,) = _chosen("overload rule", [overload], OVERLOADS)
        rule = profile.policy.overload.model_copy(update={"rule": name})
        profile = changed_profile(profile, "overload rule", name, {"overload": rule})
    return profile


def changed_profile(profile: Profile, word: str, name: str, values: dict[str, object]) -> Profile:
    """The profile with these values of its policy.

    Raises:
        VariantInvalid: the profile does not fit together with them.
    """
    policy: Policy = profile.policy.model_copy(update=values)
    changed = profile.model_copy(update={"policy": policy})
    for problem in problems(changed):
        raise VariantInvalid(word, name, problem)
    return changed
