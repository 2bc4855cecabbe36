"""One line about a command is read from its source, and nothing is imported for it."""

import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from shared.cli.listing import one_liner


@pytest.fixture
def part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed part that must not be imported."""
    folder = tmp_path / "vault"
    (folder / "door").mkdir(parents=True)
    for package in (folder, folder / "door"):
        (package / "__init__.py").write_text('"""The package."""\nraise AssertionError')
    monkeypatch.syspath_prepend(tmp_path)
    return folder


def line_of(module: str) -> str:
    return one_liner(EntryPoint("x", f"{module}:app", "lobby.commands"))


def test_first_line_of_the_module(part: Path) -> None:
    (part / "door" / "command.py").write_text(
        '"""Open the vault: 开门.\n\nMore."""\nimport nothing\n'
    )
    assert line_of("vault.door.command") == "Open the vault: 开门."
    assert not [name for name in sys.modules if name.startswith("vault")]


def test_package_as_command(part: Path) -> None:
    assert line_of("vault.door") == "The package."


@pytest.mark.parametrize("module", ["vault.window", "absent.door", "vault.door.command"])
def test_nothing_to_read_gives_an_empty_line(part: Path, module: str) -> None:
    (part / "door" / "command.py").write_text("import nothing\n")
    assert line_of(module) == ""
