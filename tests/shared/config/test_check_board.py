"""Contradictions between the board, the voice, the notices and the rest of the profile."""

import pytest
from pydantic import ValidationError

from shared.config.check import problems
from shared.config.load import load_profile
from shared.config.profile import Profile

GOOD = load_profile("neighbourhood")
WORDS = {"zh": "周六不营业", "en": "Closed on Saturday"}


def found(**tables: object) -> list[str]:
    """The sentences about the neighbourhood branch with other tables."""
    return list(problems(Profile.model_validate(GOOD.model_dump() | tables)))


def test_a_segment_that_nobody_belongs_to_cannot_be_hidden() -> None:
    assert found(board={"hidden_segments": ["ordinary", "kye"]}) == [
        "board.hidden_segments: there is no segment “kye”. Did you mean “key”?"
    ]


def test_quiet_hours_that_end_before_they_begin() -> None:
    quiet = [{"begins": "12:00", "ends": "13:30"}, {"begins": "17:00", "ends": "09:00"}]
    assert found(voice={"quiet": quiet}) == [
        "voice.quiet 2: begins at 17:00, ends at 09:00. Swap them."
    ]


@pytest.mark.parametrize(
    ("notice", "problem"),
    [
        ({"from_day": "2026-11-31"}, "there is no day 2026-11-31. Write it like 2026-10-01."),
        (
            {"from_day": "2026-11-20", "until_day": "2026-11-10"},
            "until_day lies before from_day. Swap them.",
        ),
        ({"begins": "15:00", "ends": "09:00"}, "begins at 15:00, ends at 09:00. Swap them."),
    ],
)
def test_a_notice_with_impossible_times(notice: dict[str, str], problem: str) -> None:
    assert found(notices=[{"text": WORDS} | notice]) == [f"notices 1: {problem}"]


def test_a_sound_notice() -> None:
    notice = {"text": WORDS, "from_day": "2026-11-20", "until_day": "2026-11-20", "ends": "12:00"}
    assert found(notices=[notice]) == []


def test_no_language_at_all_is_no_voice() -> None:
    with pytest.raises(ValidationError):
        found(voice={"languages": []})
