"""Variants of one plan: the same days under another preset, overload rule, or scenario."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from shared.config.presets import PRESETS
from shared.config.rules import to_rules
from simulator.model.other_policy import (
    ALL,
    OVERLOADS,
    VariantInvalid,
    among,
    other_policy,
)
from simulator.model.plan import Plan, load_plan


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
        Variant(name, _under(plan, preset=name)) for name in among("preset", names, tuple(PRESETS))
    ]


def overloads(plan: Plan, names: Sequence[str]) -> list[Variant]:
    """The plan under these overload rules; ``all`` names every one.

    Raises:
        VariantUnknown, VariantInvalid.
    """
    return [
        Variant(name, _under(plan, overload=name))
        for name in among("overload rule", names, OVERLOADS)
    ]


def _under(plan: Plan, *, preset: str | None = None, overload: str | None = None) -> Plan:
    profile = other_policy(plan.profile, preset, overload)
    return replace(plan, profile=profile, rules=to_rules(profile))
