"""Which commands are installed, and one line about each, without importing any part."""

import ast
from importlib.machinery import PathFinder
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

GROUP = "lobby.commands"


def installed_commands() -> dict[str, EntryPoint]:
    """The registered commands by name, in alphabetical order."""
    return {found.name: found for found in sorted(entry_points(group=GROUP))}


def one_liner(command: EntryPoint) -> str:
    """The first docstring line of the command's module, read from its source.

    Importing it would cost the start-up time of every part just to print a list. Empty when
    the source is not there to be read.
    """
    source = _source_of(command.module)
    if source is None:
        return ""
    docstring = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0]


def _source_of(module: str) -> Path | None:
    """The file of a dotted module; only its top-level package is looked up on the path."""
    top, *rest = module.split(".")
    spec = PathFinder.find_spec(top)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        stem = Path(folder).joinpath(*rest)
        for candidate in (stem.with_suffix(".py"), stem / "__init__.py"):
            if candidate.is_file():
                return candidate
    return None
