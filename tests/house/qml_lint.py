"""QML lint over every QML file: `python -m tests.house.qml_lint`; exit code 1 on any warning.

qmllint knows nothing of types written in Python. So the QML modules are mirrored into
`build/qml`, each with a `types.qmltypes` made from the Python modules that name it in
`QML_IMPORT_NAME`, and the mirror is linted.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections import defaultdict
from pathlib import Path
from typing import Any

from tests.house.sources import PARTS, ROOT, python_files

MIRROR = ROOT / "build" / "qml"
IMPORT_NAME = re.compile(r'^QML_IMPORT_NAME\s*=\s*"([\w.]+)"', re.MULTILINE)
# Python's names for what QML calls otherwise; pyside6-metaobjectdump leaves them as they are.
QML_TYPES = {"list": "QVariantList", "dict": "QVariantMap", "object": "QVariant"}


def main() -> int:
    """Mirror, describe, lint; 0 when qmllint has nothing to say."""
    shutil.rmtree(MIRROR, ignore_errors=True)
    files = mirror()
    for module, sources in python_modules().items():
        describe(module, sources)
    if not files:
        return 0
    ended = _tool("pyside6-qmllint", "-W", "0", "-I", str(MIRROR), *map(str, files))
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
    dump = folder / "types.json"
    _must("pyside6-metaobjectdump", "-o", str(dump), *map(str, sources))
    dump.write_text(json.dumps(mended(json.loads(dump.read_text()))))
    _must(
        "pyside6-qmltyperegistrar", "--import-name", module,
        "--major-version", "1", "--minor-version", "0",
        "--generate-qmltypes", str(folder / "types.qmltypes"),
        "-o", str(folder / "registration.cpp"), str(dump),
    )  # fmt: skip
    qmldir = folder / "qmldir"
    header = qmldir.read_text(encoding="utf-8") if qmldir.exists() else f"module {module}\n"
    qmldir.write_text(f"{header.rstrip()}\ntypeinfo types.qmltypes\n", encoding="utf-8")


def mended(dump: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The dump with what pyside6-metaobjectdump drops: constant properties, Python's type names.

    A property without a notify signal is constant (tests/house/test_qml.py demands it).
    """
    for described in (entry for source in dump for entry in source["classes"]):
        for shown in described.get("properties", []):
            shown.setdefault("constant", "notify" not in shown)
        for kind in ("properties", "signals", "slots"):
            for member in described.get(kind, []):
                _rename_types(member)
    return dump


def _rename_types(member: dict[str, Any]) -> None:
    """Replace Python's type names in a property, or in a method's result and arguments."""
    for key in ("type", "returnType"):
        if key in member:
            member[key] = QML_TYPES.get(member[key], member[key])
    for argument in member.get("arguments", []):
        _rename_types(argument)


def _tool(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of PySide's tools from the environment this runs in."""
    program = shutil.which(name, path=sysconfig.get_path("scripts"))
    assert program is not None, f"{name} is missing: PySide6_Essentials is not installed"
    return subprocess.run([program, *arguments], capture_output=True, encoding="utf-8", check=False)


def _must(name: str, *arguments: str) -> None:
    """Run a tool that has to succeed; its complaints about unknown base classes are no news."""
    ended = _tool(name, *arguments)
    if ended.returncode:
        sys.exit(f"{name} failed:\n{ended.stdout}{ended.stderr}")


if __name__ == "__main__":
    sys.exit(main())
