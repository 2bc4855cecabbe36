"""Where the state folder is, on each platform."""

import sys
from pathlib import Path

import pytest

from shared.config.state import state_folder as folder_in_use


def test_chosen_folder_wins(state_folder: Path) -> None:
    assert folder_in_use() == state_folder


@pytest.mark.parametrize(
    ("platform", "variable", "last_parts"),
    [
        ("linux", "XDG_STATE_HOME", ("home", "branch-lobby")),
        ("win32", "LOCALAPPDATA", ("home", "branch-lobby")),
        ("darwin", "XDG_STATE_HOME", ("Application Support", "branch-lobby")),
    ],
)
def test_platform_has_its_own_place(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    platform: str,
    variable: str,
    last_parts: tuple[str, str],
) -> None:
    monkeypatch.delenv("LOBBY_STATE_DIR")
    monkeypatch.setenv(variable, str(tmp_path / "home"))
    monkeypatch.setattr(sys, "platform", platform)
    assert folder_in_use().parts[-2:] == last_parts
