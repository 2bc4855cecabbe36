"""A sentence inside a refusal: English to everybody, and in another language to who asks."""

from shared.domain.errors import ScenarioInvalid, ServiceUnknown
from shared.domain.phrase import Phrase, phrase
from shared.i18n import error_sentence


def test_it_is_its_english_text_and_does_not_forget() -> None:
    made = phrase("%1: %2 (found: %3).", "days", phrase("It must be at least %1", 1), "100%2")
    assert made == "days: It must be at least 1 (found: 100%2)."
    assert isinstance(str(made), Phrase)
    assert str(ValueError(made)) == made


def test_a_refusal_says_it_in_the_language_with_what_is_inside() -> None:
    unknown = ServiceUnknown("crypto", "cash")
    refusal = ScenarioInvalid("day.csv", phrase("line %1: %2", 3, unknown))
    assert str(refusal) == f"Scenario day.csv: line 3: {unknown}"
    inside = error_sentence(unknown, "zh")
    assert error_sentence(refusal, "zh") == f"情景文件 day.csv：第 3 行：{inside}"
