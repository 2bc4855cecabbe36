"""What pyproject.toml registers is there, and `lobby --help` has a line about it."""

import importlib
import tomllib
from importlib.metadata import EntryPoint

import pytest

from shared.cli.listing import one_liner
from tests.house.sources import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
GROUPS: dict[str, dict[str, str]] = PROJECT["entry-points"]
REGISTERED = [
    EntryPoint(name=name, value=value, group=group)
    for group, entries in GROUPS.items()
    for name, value in entries.items()
]


@pytest.mark.parametrize("group", GROUPS)
def test_tables_are_in_alphabetical_order(group: str) -> None:
    """Two people who add a line rarely touch the same place."""
    assert list(GROUPS[group]) == sorted(GROUPS[group])


@pytest.mark.parametrize("entry", REGISTERED, ids=lambda entry: f"{entry.group}:{entry.name}")
def test_entry_point_loads(entry: EntryPoint) -> None:
    """The module imports and has the function or app that is promised."""
    target = getattr(importlib.import_module(entry.module), entry.attr)
    assert callable(target)


@pytest.mark.parametrize("name", GROUPS["lobby.commands"])
def test_command_has_a_line_in_the_overview(name: str) -> None:
    """The first docstring line of its module, short enough for a terminal."""
    line = one_liner(EntryPoint(name, GROUPS["lobby.commands"][name], "lobby.commands"))
    assert 0 < len(line) <= 80
