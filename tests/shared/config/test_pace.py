"""How a pace is written."""

import pytest

from shared.config.pace import UNLIMITED, Pace
from shared.config.settings import SettingInvalid, read_settings


@pytest.mark.parametrize(
    ("written", "pace"),
    [("5/20", Pace(5, 20)), ("0.1/10", Pace(0.1, 10)), ("off", UNLIMITED)],
)
def test_pace_is_read(monkeypatch: pytest.MonkeyPatch, written: str, pace: Pace) -> None:
    monkeypatch.setenv("LOBBY_LIMIT_COMMANDS", written)
    assert read_settings().limit_commands == pace


@pytest.mark.parametrize("written", ["", "5", "0/20", "5/0", "-1/3", "1e3/4", "5/20/1"])
def test_what_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("LOBBY_LIMIT_COMMANDS", written)
    with pytest.raises(SettingInvalid, match="5 a second, 20 at once"):
        read_settings()
