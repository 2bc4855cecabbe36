"""QML modules: the name is the folder, every file is listed, every property can be watched."""

import ast
import re
from pathlib import Path

from tests.house.sources import PARTS, ROOT, python_files, tree_of, within

LISTED = re.compile(r"^(?:singleton |internal )?\w+ (?:[\d.]+ )?(\S+\.qml)$", re.MULTILINE)


def qml_folders() -> list[Path]:
    """Every folder that holds QML files."""
    return sorted({path.parent for part in PARTS for path in (ROOT / part).rglob("*.qml")})


def test_qml_module_is_named_after_its_folder() -> None:
    """So `loadFromModule` and qmllint find it without being told where."""
    wrong = [
        within(folder)
        for folder in qml_folders()
        if not (folder / "qmldir").exists()
        or (folder / "qmldir").read_text(encoding="utf-8").split("\n", 1)[0]
        != f"module {within(folder).replace('/', '.')}"
    ]
    assert wrong == []


def test_every_qml_file_is_listed_in_its_qmldir() -> None:
    """A file that is not listed works in its own folder only, by accident."""
    for folder in qml_folders():
        listed = LISTED.findall((folder / "qmldir").read_text(encoding="utf-8"))
        assert sorted(listed) == sorted(path.name for path in folder.glob("*.qml")), within(folder)


def test_every_python_property_notifies_or_is_constant() -> None:
    """Otherwise QML shows the first value for ever and says nothing."""
    deaf = [
        f"{within(path)}:{call.lineno}"
        for path in python_files(*PARTS)
        for call in ast.walk(tree_of(path))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "Property"
        and not {"notify", "constant"} & {keyword.arg for keyword in call.keywords}
    ]
    assert deaf == []
