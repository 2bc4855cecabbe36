"""Every level of precedence has words, and those for customers give nobody away."""

import pytest

from shared.dispatch.reason import NAMES
from shared.i18n.rule_words import level_for_staff, somebody_else, why_you

CALLED = sorted(set(NAMES.values()) - {"nobody_waiting"})
#: What may be in no answer to a customer, whatever the reason was.
TELLING = (
    "disab",
    "priority",
    "elder",
    "pregnan",
    "VIP",
    "key",
    "group",
    "segment",
    "need",
    "残",
    "老",
    "孕",
    "优先",
    "贵宾",
    "重点",
    "类",
)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_staff_read_each_level_in_other_words(language: str) -> None:
    shown = [level_for_staff(level, language) for level in CALLED]
    assert len(set(shown)) == len(CALLED)
    assert not set(shown) & set(CALLED)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("level", [*CALLED, "of_a_newer_program"])
def test_customers_learn_nothing_about_others(level: str, language: str) -> None:
    shown = somebody_else(level, language)
    assert shown.startswith({"zh": "一位", "en": "somebody"}[language])
    assert [word for word in TELLING if word in shown] == []


def test_group_levels_look_alike_to_customers() -> None:
    """Whether growth, strict rank or the ratio favoured somebody would tell who that is."""
    assert len({somebody_else(each, "en") for each in ("highest_score", "ratio", "max")}) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_customers_own_call_has_words_for_every_rule(language: str) -> None:
    assert [level for level in CALLED if why_you(level, language) == level] == []
