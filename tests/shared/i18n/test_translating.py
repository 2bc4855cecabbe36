"""translate: placeholders, plurals, fallback, explicit and process-wide language."""

from collections.abc import Iterator

import pytest

from shared.domain.errors import CounterNotOpen
from shared.i18n import (
    LanguageUnknown,
    current_language,
    error_sentence,
    language_code,
    other_language,
    set_language,
    translate,
)
from shared.i18n.translating import fill

SENTENCE = "%1 waiting, %n counters open"


@pytest.fixture(autouse=True)
def keep_language() -> Iterator[None]:
    """Leave the process's language as it was."""
    before = current_language()
    yield
    set_language(before)


def test_gives_the_translation_of_the_language_asked_for() -> None:
    assert translate("BottomBar", "Back", language="zh") == "返回"
    assert translate("BottomBar", "Back", language="en") == "Back"


def test_follows_the_process_language() -> None:
    set_language("en_US")
    assert translate("BottomBar", "Help") == "Help"
    set_language("zh-Hans-CN")
    assert translate("BottomBar", "Help") == "求助"


def test_chooses_the_plural_form_and_fills_in_the_number() -> None:
    assert translate("WaitCount", SENTENCE, 12, n=1, language="en") == "12 waiting, 1 counter open"
    assert translate("WaitCount", SENTENCE, 12, n=4, language="en") == "12 waiting, 4 counters open"
    found = translate("WaitCount", SENTENCE, 12, n=4, language="zh")
    assert found == "现在 12 人在等，4 个窗口在办"


def test_an_untranslated_text_stays_english() -> None:
    assert translate("Nowhere", "Counter %1 of %2", 3, 9, language="zh") == "Counter 3 of 9"


def test_equal_words_of_two_contexts_are_two_texts() -> None:
    assert translate("Elsewhere", "Back", language="zh") == "Back"


@pytest.mark.parametrize(
    ("template", "args", "n", "expected"),
    [
        ("%1 and %2", ("a", "b"), None, "a and b"),
        ("%2 before %1", ("a", "b"), None, "b before a"),
        ("100 %", (), None, "100 %"),
        ("%1 %", ("50",), None, "50 %"),
        ("%1 to %2", ("%2", "x"), None, "%2 to x"),
        ("%1 and %2", ("a",), None, "a and %2"),
        ("%n of %1", (9,), 3, "3 of 9"),
        ("%n", (), None, "%n"),
    ],
)
def test_placeholders(
    template: str, args: tuple[object, ...], n: int | None, expected: str
) -> None:
    assert fill(template, args, n) == expected


def test_an_error_speaks_one_sentence_with_its_figures() -> None:
    assert error_sentence(CounterNotOpen("3"), "en") == "Counter 3 is not open. Open it first."


def test_a_language_without_catalogue_is_refused() -> None:
    with pytest.raises(LanguageUnknown) as refused:
        language_code("fr_FR")
    assert str(refused.value) == "There is no language “fr_FR”. Choose one of: zh, en."


def test_the_other_language() -> None:
    assert (other_language("zh_CN"), other_language("en")) == ("en", "zh")
