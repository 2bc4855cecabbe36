"""QML lint over every QML file: `python -m tests.house.qml_lint`; exit code 1 on any warning.

qmllint knows nothing of types written in Python. So the QML modules are mirrored into
`build/qml`, each with a `types.qmltypes` made from the Python classes that join it with
`@QmlElement` under `QML_IMPORT_NAME`, and the mirror is linted.
"""

import ast
import importlib
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import PySide6

from shared.ui.describe import Role, component, document
from tests.house.sources import PARTS, ROOT, python_files, tree_of

MIRROR = ROOT / "build" / "qml"
IMPORT_NAME = re.compile(r'^QML_IMPORT_NAME\s*=\s*"([\w.]+)"', re.MULTILINE)

ROLES: dict[str, Role] = {
    "QmlUncreatable": "uncreatable",
    "QmlSingleton": "singleton",
}


def main() -> int:
    """Mirror, describe, lint; 0 when qmllint has nothing to say."""
    shutil.rmtree(MIRROR, ignore_errors=True)
    files = mirror()
    for module, sources in python_modules().items():
        describe(module, sources)
    if not files:
        return 0
    program = shutil.which("qmllint", path=Path(PySide6.__file__).parent)
    assert program is not None, "PySide6_Essentials brings it"
    ended = subprocess.run(
        [program, "-W", "0", "-I", str(MIRROR), *map(str, files)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    print((ended.stdout + ended.stderr).replace(f"{MIRROR}{os.sep}", ""), end="")
    return 1 if ended.returncode else 0


def mirror() -> list[Path]:
    """Copy every QML module into the mirror; the QML files there."""
    for part in PARTS:
        for pattern in ("*.qml", "*.js", "*.qmltypes", "qmldir"):
            for found in (ROOT / part).rglob(pattern):
                copy = MIRROR / found.relative_to(ROOT)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(found, copy)
    return sorted(MIRROR.rglob("*.qml"))


def python_modules() -> dict[str, list[Path]]:
    """QML module name -> the Python files that add types to it."""
    modules = defaultdict(list)
    for path in python_files(*PARTS):
        if named := IMPORT_NAME.search(path.read_text(encoding="utf-8")):
            modules[named[1]].append(path)
    return modules


def describe(module: str, sources: list[Path]) -> None:
    """Write the module's `types.qmltypes` and make its `qmldir` point there."""
    folder = MIRROR.joinpath(*module.split("."))
    folder.mkdir(parents=True, exist_ok=True)
    lines = [line for source in sources for line in components(module, source)]
    (folder / "types.qmltypes").write_text(document(lines), encoding="utf-8")
    qmldir = folder / "qmldir"
    header = qmldir.read_text(encoding="utf-8") if qmldir.exists() else f"module {module}\n"
    qmldir.write_text(f"{header.rstrip()}\ntypeinfo types.qmltypes\n", encoding="utf-8")


def components(module: str, source: Path) -> Iterator[str]:
    """The types that one Python module adds, as Qt sees the classes themselves.

    `pyside6-metaobjectdump` reads the source instead: it stops at a lambda in a `Property`, and
    loses constant properties, argument names and Python's `list` and `dict`.
    """
    offered = {
        node.name: decorators(node)
        for node in tree_of(source).body
        if isinstance(node, ast.ClassDef) and "QmlElement" in decorators(node)
    }
    imported = importlib.import_module(".".join(source.relative_to(ROOT).with_suffix("").parts))
    for name, marks in offered.items():
        roles = [ROLES[mark] for mark in marks if mark in ROLES]
        yield from component(getattr(imported, name), module, roles[0] if roles else "element")


def decorators(node: ast.ClassDef) -> set[str]:
    """The names of a class's decorators."""
    calls = [mark.func if isinstance(mark, ast.Call) else mark for mark in node.decorator_list]
    return {mark.id for mark in calls if isinstance(mark, ast.Name)}


if __name__ == "__main__":
    sys.exit(main())
