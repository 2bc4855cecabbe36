"""Every folder has its place, every package a purpose, and no drawer is called `utils`."""

import ast

import pytest

from tests.house.sources import (
    CODE_FOLDERS,
    MADE_BY_TOOLS,
    PARTS,
    ROOT,
    python_files,
    tree_of,
    within,
)

TOP_LEVEL = {*CODE_FOLDERS, "docs"}
DRAWERS = {"utils", "util", "common", "misc", "helpers", "stuff", "manager", "managers"}


def test_top_level_folders_are_the_known_ones() -> None:
    """A new one must be placed by somebody: here, in pyproject.toml and in docs/architecture.md."""
    found = {
        folder.name
        for folder in ROOT.iterdir()
        if folder.is_dir()
        and not folder.name.startswith(".")
        and not folder.name.endswith(".egg-info")
    }
    assert found - MADE_BY_TOOLS - TOP_LEVEL == set()


def test_every_folder_with_python_is_a_package() -> None:
    """Without `tests/kiosk/__init__.py` and its parents the real `kiosk` would be hidden."""
    folders = {path.parent for path in python_files(*CODE_FOLDERS)}
    with_parents = {
        parent
        for folder in folders
        for parent in (folder, *folder.parents)
        if ROOT in parent.parents
    }
    assert [within(f) for f in sorted(with_parents) if not (f / "__init__.py").exists()] == []


def test_no_module_is_a_drawer() -> None:
    """A module is named after the one idea in it."""
    names = {
        within(path): {*path.relative_to(ROOT).parts, path.stem}
        for path in python_files(*CODE_FOLDERS)
    }
    assert [path for path, parts in names.items() if parts & DRAWERS] == []


def test_no_class_is_a_manager() -> None:
    """Say what it manages: a printer queue, a session, a lease."""
    named = [
        f"{within(path)}: {node.name}"
        for path in python_files(*CODE_FOLDERS)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef) and node.name.endswith("Manager")
    ]
    assert named == []


@pytest.mark.parametrize("part", PARTS)
def test_every_package_says_what_it_is_for(part: str) -> None:
    """A package's docstring is the map of the code."""
    packages = [path for path in python_files(part) if path.name == "__init__.py"]
    assert [within(path) for path in packages if not ast.get_docstring(tree_of(path))] == []
