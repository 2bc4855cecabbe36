"""The sentence of a call, written out as the clips and pauses that make it."""

import pytest

from kiosk.board.voice.phrase import (
    CHIME,
    Clip,
    Destination,
    Part,
    counted,
    incident_parts,
    parts_of,
    place_clip_name,
    spelled,
)

EVERY = lambda clip: True  # noqa: E731 -- reads as a word in the calls below
NONE = lambda clip: False  # noqa: E731 -- likewise


def words(parts: list[Part]) -> list[str]:
    """The clips' files without their ending; pauses left out."""
    return [part.path.removesuffix(".wav") for part in parts if isinstance(part, Clip)]


def test_chime_then_chinese_then_english() -> None:
    said = words(parts_of("A021", Destination("3"), ("zh_CN", "en"), EVERY))
    zh = ["please", "a", "0", "2", "1", "to", "3", "counter"]
    en = ["ticket", "a", "0", "2", "1", "to-counter", "3"]
    assert said == ["chime", *(f"zh_CN/{w}" for w in zh), *(f"en/{w}" for w in en)]


def test_languages_come_in_the_order_of_the_profile() -> None:
    said = words(parts_of("P7", Destination("1"), ("en", "zh_CN"), EVERY))
    assert [word.split("/")[0] for word in said] == ["chime", *["en"] * 5, *["zh_CN"] * 6]


def test_a_language_without_recordings_is_left_out() -> None:
    said = words(parts_of("B1", Destination("1"), ("fr", "en"), EVERY))
    assert said == ["chime", "en/ticket", "en/b", "en/1", "en/to-counter", "en/1"]


def test_a_place_with_a_name_is_called_by_its_name() -> None:
    said = words(parts_of("V3", Destination("vip", "VIP room"), ("zh_CN", "en"), EVERY))
    assert said[4:6] == ["zh_CN/to", "zh_CN/place-vip-room"]
    assert said[-2:] == ["en/to-place", "en/place-vip-room"]


def test_a_place_that_nobody_recorded_sends_the_eyes_to_the_board() -> None:
    """Never a wrong name, never half a sentence."""
    said = words(parts_of("V3", Destination("vip", "Gold lounge"), ("zh_CN", "en"), NONE))
    assert said == [
        "chime", "zh_CN/please", "zh_CN/v", "zh_CN/3", "zh_CN/look",
        "en/ticket", "en/v", "en/3", "en/look",
    ]  # fmt: skip


def test_the_first_thing_is_the_chime() -> None:
    assert parts_of("A1", Destination("1"), ("en",), EVERY)[0] == CHIME


@pytest.mark.parametrize(
    ("counter", "zh", "en"),
    [
        ("3", ("3",), ("3",)),
        ("10", ("10",), ("10",)),
        ("12", ("10", "2"), ("12",)),
        ("20", ("2", "10"), ("20",)),
        ("35", ("3", "10", "5"), ("30", "5")),
        ("0", ("0",), ("0",)),
        ("100", ("1", "0", "0"), ("1", "0", "0")),
        ("3a", ("3", "a"), ("3", "a")),
        ("desk-2", ("d", "e", "s", "k", "2"), ("d", "e", "s", "k", "2")),
    ],
)
def test_a_counter_is_said_as_a_number(
    counter: str, zh: tuple[str, ...], en: tuple[str, ...]
) -> None:
    """“Counter one two” could be heard as two counters."""
    assert (counted("zh_CN", counter), counted("en", counter)) == (zh, en)


def test_only_letters_and_digits_are_spelled() -> None:
    assert spelled("A-0 21，") == ("a", "0", "2", "1")


def test_the_clip_of_a_place_is_named_after_its_english_name() -> None:
    assert place_clip_name("Adviser room 1") == "place-adviser-room-1"
    assert place_clip_name("  VIP  (2nd floor) ") == "place-vip-2nd-floor"


def test_an_incident_is_told_in_the_banks_words_or_sends_the_eyes_to_the_board() -> None:
    own = {"zh_CN/incident-power.wav"}
    parts = incident_parts("power", ("zh_CN", "en", "fr"), lambda clip: clip.path in own)
    assert words(parts) == ["chime", "chime", "zh_CN/incident-power", "en/attend"]
