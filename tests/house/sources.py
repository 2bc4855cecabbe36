"""Which files of the working copy are ours, for the checks that read them."""

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("kiosk", "counter", "simulator", "shared")
CODE_FOLDERS = (*PARTS, "tests")

# Made by tools, never committed (they stand in .gitignore), plus git's own folder, or the file that
# stands for it in a second working copy.
MADE_BY_TOOLS = {".git", ".venv", "build", "dist", "out", "__pycache__"}


def our_files() -> Iterator[Path]:
    """Every file of the working copy that a person wrote, absolute."""
    for folder, below, names in os.walk(ROOT):
        below[:] = sorted(
            name
            for name in below
            if name not in MADE_BY_TOOLS and not name.endswith(("_cache", ".hypothesis"))
        )
        yield from (Path(folder) / name for name in sorted(names) if name not in MADE_BY_TOOLS)


def python_files(*folders: str) -> list[Path]:
    """The Python modules below these folders of the repository."""
    return sorted(found for folder in folders for found in (ROOT / folder).rglob("*.py"))


def within(path: Path) -> str:
    """The path as it is written in messages: from the repository's top, with slashes."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """The parsed module."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))
