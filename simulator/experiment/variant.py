"""Variants of one plan: the same days under another preset, or another overload rule."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

from shared.config.check import problems
from shared.config.naming import suggestion
from shared.config.policy_tables import Overload, Policy
from shared.config.presets import PRESETS
from shared.config.rules import to_rules
from shared.domain.errors import InputInvalid
from simulator.model.plan import Plan

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
    policy: Policy = plan.profile.policy.model_copy(update=values)
    profile = plan.profile.model_copy(update={"policy": policy})
    for problem in problems(profile):
        raise VariantInvalid(word, name, problem)
    return replace(plan, profile=profile, rules=to_rules(profile))
