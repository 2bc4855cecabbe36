"""A profile with another policy: another preset, another overload rule."""

from collections.abc import Sequence
from typing import get_args

from shared.config.check import problems
from shared.config.naming import suggestion
from shared.config.policy_tables import Overload, Policy
from shared.config.presets import PRESETS
from shared.config.profile import Profile
from shared.domain.errors import InputInvalid

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


def other_policy(profile: Profile, preset: str | None, overload: str | None) -> Profile:
    """The profile with another preset, or another overload rule, or both.

    Raises:
        VariantUnknown, VariantInvalid.
    """
    if preset is not None:
        _refuse_unknown("preset", preset, tuple(PRESETS))
        profile = _changed(profile, "preset", preset, {"preset": preset, "name": ""})
    if overload is not None:
        _refuse_unknown("overload rule", overload, OVERLOADS)
        rule = profile.policy.overload.model_copy(update={"rule": overload})
        profile = _changed(profile, "overload rule", overload, {"overload": rule})
    return profile


def _changed(profile: Profile, word: str, name: str, values: dict[str, object]) -> Profile:
    """The profile with these values of its policy.

    Raises:
        VariantInvalid: the profile does not fit together with them.
    """
    policy: Policy = profile.policy.model_copy(update=values)
    changed = profile.model_copy(update={"policy": policy})
    for problem in problems(changed):
        raise VariantInvalid(word, name, problem)
    return changed


def among(word: str, names: Sequence[str], known: tuple[str, ...]) -> list[str]:
    """The known names among which was chosen, each once, in the order given."""
    if ALL in names:
        return list(known)
    for name in names:
        _refuse_unknown(word, name, known)
    return list(dict.fromkeys(names))


def _refuse_unknown(word: str, name: str, known: tuple[str, ...]) -> None:
    if name not in known:
        raise VariantUnknown(word, name, suggestion(name, list(known)))
