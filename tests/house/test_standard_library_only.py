"""The core runs on the standard library, so that every caller can afford it."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import python_files, tree_of, within

# folder -> what of ours it may import besides itself
CORE = {
    "shared/dispatch": (),
    "shared/domain": ("shared.dispatch",),
    "shared/metrics": ("shared.domain", "shared.dispatch"),
}


def imported(path: Path) -> Iterator[str]:
    """The dotted names that a module imports, at its top or anywhere below."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def is_within(name: str, packages: tuple[str, ...]) -> bool:
    """Whether a dotted name is one of the packages or below one."""
    return any(name == package or name.startswith(f"{package}.") for package in packages)


@pytest.mark.parametrize("folder", CORE)
def test_core_imports_only_the_standard_library_and_what_lies_below(folder: str) -> None:
    """No clock service, no database, no Qt, no numbers library: they are passed in or wrapped."""
    allowed = (*CORE[folder], folder.replace("/", "."))
    outside = [
        f"{within(path)}: {name}"
        for path in python_files(folder)
        for name in imported(path)
        if name.partition(".")[0] not in sys.stdlib_module_names and not is_within(name, allowed)
    ]
    assert outside == []
