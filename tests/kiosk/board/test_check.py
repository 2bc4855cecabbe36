"""`lobby check` speaks of the voice and, when asked to measure, of the displays."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.board import check as module
from kiosk.board.check import check_displays, check_voice
from kiosk.board.voice.joiner import ClipSet
from shared.config.finding import Asked, Finding, Verdict


def test_the_shipped_voice_speaks_the_shipped_branch() -> None:
    assert list(check_voice(Asked(profile="city"))) == [
        Finding(
            Verdict.OK,
            "The voice can speak every call of profile city; 8 pieces are not recorded, "
            "the hall is asked to look at the screen instead.",
        )
    ]


def test_a_voice_without_recordings_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "clip_set", lambda: ClipSet((tmp_path,)))
    [found] = check_voice(Asked(profile="city", language="zh"))
    assert found.verdict is Verdict.FAILED
    assert "chime.wav" in found.sentence


def test_displays_are_measured_when_that_is_asked_for(qapp: QApplication) -> None:
    [skipped] = check_displays(Asked(profile="neighbourhood"))
    assert skipped.verdict is Verdict.SKIPPED
    [found] = check_displays(Asked(profile="neighbourhood", screens=True))
    assert (found.verdict, "0 faults" in found.sentence) == (Verdict.OK, True)


def test_a_profile_that_cannot_be_read_is_not_ours_to_tell() -> None:
    assert list(check_voice(Asked(profile="nowhere.toml"))) == []
