"""Every preset of the profile has words in both languages."""

from typing import get_args

import pytest

from shared.config.policy_tables import PresetName
from shared.config.presets import PRESETS, preset_words
from shared.config.profile import Profile


def test_there_are_words_for_every_preset() -> None:
    assert tuple(PRESETS) == get_args(PresetName)


@pytest.mark.parametrize("preset", PRESETS)
def test_both_languages_are_there(preset: str) -> None:
    zh, en = preset_words(preset, "zh"), preset_words(preset, "en")
    assert all(zh)
    assert all(en)
    assert all(mine != theirs for mine, theirs in zip(zh, en, strict=True))


def test_the_sentence_of_a_preset() -> None:
    assert preset_words("first_come", "en").does == "Whoever waits longest is called."
    assert preset_words("first_come", "zh").does == "谁等得最久就先叫谁。"


def test_the_schema_says_what_each_preset_does() -> None:
    told = Profile.model_json_schema()["$defs"]["Policy"]["properties"]["preset"]
    assert told["description"].startswith("first_come: Whoever waits longest is called. strict: ")
