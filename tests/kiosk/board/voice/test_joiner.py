"""Clips become one WAV: in order, exactly as long as their sum, and only in our format."""

import io
import wave
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.board.voice.errors import ClipMissing, ClipUnreadable, ManifestInvalid
from kiosk.board.voice.joiner import (
    RATE_HZ,
    ClipSet,
    clip_set,
    duration_ms,
    join,
    quieter,
    read_pcm,
    shipped_clips,
    to_wav,
)
from kiosk.board.voice.phrase import Clip, Destination, Gap, Part, parts_of
from shared.config.load import SHIPPED, load_profile

SHIPPED_SET = clip_set()
PIECES = [Clip("zh_CN", "please"), Clip("en", "7"), Clip("", "chime")]


def samples(wav: bytes) -> bytes:
    """The samples of a WAV, read with the standard library."""
    with wave.open(io.BytesIO(wav), "rb") as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (16000, 1, 2)
        return sound.readframes(sound.getnframes())


def recording(path: Path, rate_hz: int = RATE_HZ, channels: int = 1, frames: int = 160) -> None:
    """A recording of silence in some format."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(2)
        sound.setframerate(rate_hz)
        sound.writeframes(bytes(frames * channels * 2))


@given(st.lists(st.sampled_from(PIECES) | st.integers(0, 400).map(Gap), max_size=12))
def test_the_sound_is_the_parts_one_after_the_other(parts: list[Part]) -> None:
    expected = b"".join(
        bytes(16 * part.gap_ms * 2) if isinstance(part, Gap) else SHIPPED_SET.pcm(part)
        for part in parts
    )
    assert samples(join(parts, SHIPPED_SET)) == expected


def test_duration_is_rounded_up_to_milliseconds() -> None:
    assert duration_ms(to_wav(bytes(2 * RATE_HZ))) == 1000
    assert duration_ms(to_wav(bytes(2 * (RATE_HZ + 1)))) == 1001
    assert duration_ms(to_wav(b"")) == 0


def test_a_recording_of_the_bank_comes_before_the_shipped_one(tmp_path: Path) -> None:
    recording(tmp_path / "en" / "7.wav", frames=123)
    clips = clip_set(tmp_path)
    assert len(clips.pcm(Clip("en", "7"))) == 246
    assert clips.pcm(Clip("en", "8")) == SHIPPED_SET.pcm(Clip("en", "8"))


@pytest.mark.parametrize(
    ("rate_hz", "channels", "found"),
    [(44100, 1, "44100 Hz, 1 channels, 16 bit"), (16000, 2, "16000 Hz, 2 channels, 16 bit")],
)
def test_a_recording_in_another_format_is_named_at_the_start(
    tmp_path: Path, rate_hz: int, channels: int, found: str
) -> None:
    path = tmp_path / "zh_CN" / "please.wav"
    recording(path, rate_hz, channels)
    with pytest.raises(ClipUnreadable) as caught:
        ClipSet((tmp_path,)).check()
    assert caught.value.params == (str(path), found)


def test_a_file_that_is_no_recording_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_text("not a sound")
    with pytest.raises(ClipUnreadable):
        read_pcm(path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ClipUnreadable) as caught:
        ClipSet((tmp_path / "no",)).check()
    assert caught.value.params == (str(tmp_path / "no"), "no such folder")


def test_a_word_that_nobody_recorded_is_named() -> None:
    with pytest.raises(ClipMissing) as caught:
        join([Clip("en", "bonjour")], SHIPPED_SET)
    assert caught.value.params == ("en/bonjour.wav",)


def test_the_shipped_set_is_small_and_sound() -> None:
    files = sorted(shipped_clips().rglob("*.wav"))
    assert sum(path.stat().st_size for path in files) < 2_500_000
    SHIPPED_SET.check()
    lengths = {path: len(read_pcm(path)) / 2 / RATE_HZ for path in files}
    assert [str(path) for path, long_s in lengths.items() if not 0.2 <= long_s <= 2.2] == []


def test_no_shipped_clip_begins_or_ends_loudly() -> None:
    """Otherwise it clicks where two are joined."""
    for path in shipped_clips().rglob("*.wav"):
        pcm = read_pcm(path)
        ends = (pcm[:2], pcm[-2:])
        assert all(abs(int.from_bytes(e, "little", signed=True)) < 400 for e in ends), path.name


@pytest.mark.parametrize("name", SHIPPED)
def test_every_counter_of_a_shipped_profile_can_be_said(name: str) -> None:
    profile = load_profile(name)
    letters = {s.series for s in profile.services} | {
        s.series for s in profile.segments if s.series
    }
    for counter in profile.counters:
        place = Destination(counter.id, counter.name.en if counter.name else "")
        for letter in sorted(letters):
            parts = parts_of(f"{letter}0123456789", place, ("zh_CN", "en"), SHIPPED_SET.has)
            assert duration_ms(join(parts, SHIPPED_SET)) > 5000
            assert not any(isinstance(p, Clip) and p.name == "look" for p in parts)


def test_every_number_from_1_to_99_can_be_said() -> None:
    for number in range(1, 100):
        join(
            parts_of("A1", Destination(str(number)), ("zh_CN", "en"), SHIPPED_SET.has), SHIPPED_SET
        )


def test_quieter_is_the_same_sound_at_a_share_of_its_height() -> None:
    loud = SHIPPED_SET.pcm(Clip("en", "7"))
    half = quieter(loud, 50)
    assert (len(half), quieter(loud, 0)) == (len(loud), bytes(len(loud)))
    whole, less = (memoryview(each).cast("h") for each in (loud, half))
    assert all(abs(2 * b - a) <= 2 for a, b in zip(whole, less, strict=True))


def test_where_voices_do_not_mix_a_sentence_is_spoken_by_one_of_them(tmp_path: Path) -> None:
    """Half a human voice and half a machine's is hard to follow."""
    for name in ("please", "a", "1", "to", "3", "counter"):
        recording(tmp_path / "zh_CN" / f"{name}.wav", frames=100)
    recording(tmp_path / "en" / "ticket.wav", frames=100)
    whole = parts_of("A1", Destination("3"), ("zh_CN", "en"), SHIPPED_SET.has)
    mixed = clip_set(tmp_path)
    (tmp_path / "voice.toml").write_text('name = "Branch voice"\nmixes = false\n')
    apart = clip_set(tmp_path)
    assert (mixed.skipped(whole), apart.skipped(whole)) == ({}, {"": 1, "en": 1})
    english = [part for part in whole if isinstance(part, Clip) and part.language == "en"]
    assert join(english, apart) == join(english, SHIPPED_SET) != join(english, mixed)
    chinese = [part for part in whole if isinstance(part, Clip) and part.language == "zh_CN"]
    assert len(samples(join(chinese, apart))) == 6 * 200


def test_a_manifest_that_says_nonsense_is_named(tmp_path: Path) -> None:
    (tmp_path / "voice.toml").write_text("mixed = false\n")
    with pytest.raises(ManifestInvalid) as caught:
        clip_set(tmp_path)
    assert "mixed" in str(caught.value)
