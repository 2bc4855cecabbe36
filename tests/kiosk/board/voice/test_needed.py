"""The check of the recordings: what a branch needs, and what is not there."""

from pathlib import Path

import pytest

from kiosk.board.voice.check_command import run_check
from kiosk.board.voice.errors import ClipUnreadable, VoiceIncomplete
from kiosk.board.voice.joiner import ClipSet, clip_set, shipped_clips
from kiosk.board.voice.needed import Source, check, needed, table
from shared.client.run import Connection
from shared.config.load import SHIPPED, load_profile
from tests.kiosk.board.voice.test_joiner import recording

CITY = load_profile("city")


def by_source(folder: Path) -> dict[str, list[str]]:
    """The files of the city branch by where they come from."""
    found: dict[str, list[str]] = {}
    for each in check(CITY, clip_set(folder), folder):
        found.setdefault(each.source, []).append(each.needed.clip.path)
    return found


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_set_speaks_every_shipped_branch(name: str) -> None:
    found = check(load_profile(name), clip_set(), None)
    assert {each.source for each in found} == {Source.SHIPPED, Source.LEFT_OUT}
    left_out = {each.needed.clip.name for each in found if each.source is Source.LEFT_OUT}
    assert left_out == {f"incident-{i.id}" for i in load_profile(name).incidents}


def test_what_to_read_aloud_stands_beside_each_file() -> None:
    says = {each.clip.path: each.says for each in needed(CITY)}
    assert (says["zh_CN/place-vip-room.wav"], says["en/place-vip-room.wav"]) == (
        "贵宾室",
        "VIP room",
    )
    assert (says["zh_CN/to.wav"], says["en/7.wav"]) == ("号到", "seven")
    assert len(says) == len(needed(CITY))


def test_own_recordings_and_one_that_cannot_be_used(tmp_path: Path) -> None:
    recording(tmp_path / "en" / "ticket.wav")
    recording(tmp_path / "en" / "incident-power.wav")
    recording(tmp_path / "zh_CN" / "please.wav", rate_hz=44_100)
    found = by_source(tmp_path)
    assert found[Source.OWN] == ["en/ticket.wav", "en/incident-power.wav"]
    assert found[Source.UNUSABLE] == ["zh_CN/please.wav"]
    assert Source.MISSING not in found


def test_a_set_without_a_fallback_misses_what_nobody_recorded(tmp_path: Path) -> None:
    recording(tmp_path / "en" / "ticket.wav")
    alone = check(CITY, ClipSet((tmp_path,)), tmp_path)
    missing = {each.needed.clip.path for each in alone if each.source is Source.MISSING}
    assert {"chime.wav", "en/7.wav", "zh_CN/please.wav"} <= missing
    assert "en/place-vip-room.wav" not in missing
    assert "MISSING" in table(alone)


def test_the_command_prints_the_list_and_fails_for_a_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_check(Connection(), "city", "")
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].split() == ["chime.wav", "shipped", "♪"]
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "7.wav").write_text("no sound")
    with pytest.raises(VoiceIncomplete) as caught:
        run_check(Connection(), "city", str(tmp_path))
    assert caught.value.params == ("1",)
    with pytest.raises(ClipUnreadable):
        run_check(Connection(), "city", str(tmp_path / "no"))
    assert shipped_clips().is_dir()
