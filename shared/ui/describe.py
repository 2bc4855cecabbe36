"""``python -m shared.ui.describe``: writes ``controls/controls.qmltypes``.

Theme and Language are Python objects; qmllint and editors learn their properties and functions
from this file. It is made from the classes themselves, so it cannot say anything else than they do;
a test checks that it is up to date.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QMetaEnum, QMetaMethod, QMetaObject, QMetaProperty, QObject

from shared.ui.language import Language
from shared.ui.theme import Theme

FILE = Path(__file__).parent / "controls" / "controls.qmltypes"
Role = Literal["element", "uncreatable", "singleton"]
MODULE = "shared.ui.controls"
SINGLETONS: tuple[type[QObject], ...] = (Language, Theme)


def description() -> str:
    """The text of the file."""
    return document(line for kind in SINGLETONS for line in component(kind, MODULE, "singleton"))


def document(lines: Iterable[str]) -> str:
    """A qmltypes file of these components."""
    return "\n".join(["import QtQuick.tooling 1.2", "", "Module {", *lines, "}", ""])


def component(kind: type[QObject], module: str, role: Role) -> Iterator[str]:
    """One type that a QML module exports, with its own properties, signals, functions and enums."""
    meta: QMetaObject = vars(kind)["staticMetaObject"]
    yield "    Component {"
    yield f'        name: "{kind.__name__}"'
    yield '        accessSemantics: "reference"'
    yield f'        prototype: "{_text(meta.superClass().className())}"'
    yield f'        exports: ["{module}/{kind.__name__} 1.0"]'
    if role != "element":
        yield "        isCreatable: false"
    if role == "singleton":
        yield "        isSingleton: true"
    yield "        exportMetaObjectRevisions: [256]"
    for index in range(meta.enumeratorOffset(), meta.enumeratorCount()):
        yield _enum(meta.enumerator(index))
    for index in range(meta.propertyOffset(), meta.propertyCount()):
        yield _property(meta.property(index), index - meta.propertyOffset())
    for index in range(meta.methodOffset(), meta.methodCount()):
        yield from _method(meta.method(index))
    yield "    }"


def _enum(found: QMetaEnum) -> str:
    """One enumeration with the names of its values."""
    names = ", ".join(f'"{_text(found.key(index))}"' for index in range(found.keyCount()))
    scoped = "true" if found.isScoped() else "false"
    return (
        f'        Enum {{ name: "{_text(found.name())}"; isScoped: {scoped}; values: [{names}] }}'
    )


def _property(found: QMetaProperty, index: int) -> str:
    """One property."""
    parts = [
        f'name: "{_text(found.name())}"',
        f'type: "{_text(found.typeName()).removesuffix("*")}"',
        f"index: {index}",
    ]
    if not found.isWritable():
        parts.append("isReadonly: true")
    parts.append(
        f'notify: "{_text(found.notifySignal().name().toStdString())}"'
        if found.hasNotifySignal()
        else "isPropertyConstant: true"
    )
    return f"        Property {{ {'; '.join(parts)} }}"


def _method(found: QMetaMethod) -> Iterator[str]:
    """One signal or function."""
    is_signal = found.methodType() == QMetaMethod.MethodType.Signal
    yield f"        {'Signal' if is_signal else 'Method'} {{"
    yield f'            name: "{found.name().toStdString()}"'
    result = _text(found.typeName()).removesuffix("*")
    if result not in ("", "void"):
        yield f'            type: "{result}"'
    for name, kind in zip(found.parameterNames(), found.parameterTypes(), strict=True):
        named = "" if name.isEmpty() else f'name: "{name.toStdString()}"; '
        yield f'            Parameter {{ {named}type: "{kind.toStdString().removesuffix("*")}" }}'
    yield "        }"


def _text(name: object) -> str:
    """A type's name; the stubs promise bytes, PySide 6.11 gives a string."""
    return name.decode() if isinstance(name, bytes) else str(name)


if __name__ == "__main__":
    FILE.write_text(description(), encoding="utf-8")
