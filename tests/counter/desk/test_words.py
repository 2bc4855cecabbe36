"""Every kind, channel, state and step of cases has words; stretches of time read as people say."""

from datetime import timedelta

import pytest

from counter.desk.inbox import steps, words
from shared.domain.case import CaseKind, CaseState, Channel, Extension
from shared.domain.event import CASE_KINDS
from shared.i18n.language import current_language, set_language


def test_everything_of_a_case_has_words() -> None:
    said = [
        *map(words.kind_word, CaseKind),
        *map(words.channel_word, Channel),
        *map(words.state_word, CaseState),
        *(words.extension_word(each) for each in Extension if each),
        *map(steps.step_word, (*steps.WRITTEN, *steps.PRESSED)),
        *map(steps.hint, steps.WRITTEN),
    ]
    assert "" not in said
    assert {words.entry_word(kind) for kind in CASE_KINDS} & CASE_KINDS == set()
    assert set(words.CHANNEL_ICONS) == set(Channel)


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (timedelta(minutes=9), "9 min"),
        (timedelta(hours=5, minutes=4), "5 h 04 min"),
        (timedelta(days=3, hours=20), "3 d 20 h"),
        (timedelta(days=2), "2 d"),
    ],
)
def test_a_stretch_of_time_in_its_two_largest_units(time: timedelta, said: str) -> None:
    before = current_language()
    set_language("en")
    try:
        assert words.span(time) == said
    finally:
        set_language(before)
