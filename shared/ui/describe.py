"""``python -m shared.ui.describe``: writes ``controls/controls.qmltypes``.

Theme and Language are Python objects; qmllint and editors learn their properties and functions
from this file. It is made from the classes themselves, so it cannot say anything else than they do;
a test checks that it is up to date.
"""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QMetaMethod, QMetaObject, QMetaProperty, QObject

from shared.ui.language import Language
from shared.ui.theme import Theme

FILE = Path(__file__).parent / "controls" / "controls.qmltypes"
SINGLETONS: tuple[type[QObject], ...] = (Language, Theme)


def description() -> str:
    """The text of the file."""
    lines = ["import QtQuick.tooling 1.2", "", "Module {"]
    for kind in SINGLETONS:
        lines += _component(kind)
    return "\n".join([*lines, "}", ""])


def _component(kind: type[QObject]) -> Iterator[str]:
    """One singleton with its own properties, signals and functions."""
    meta: QMetaObject = vars(kind)["staticMetaObject"]
    name = kind.__name__
    yield "    Component {"
    yield f'        name: "{name}"'
    yield '        accessSemantics: "reference"'
    yield '        prototype: "QObject"'
    yield f'        exports: ["shared.ui.controls/{name} 1.0"]'
    yield "        isCreatable: false"
    yield "        isSingleton: true"
    yield "        exportMetaObjectRevisions: [256]"
    for index in range(meta.propertyOffset(), meta.propertyCount()):
        yield _property(meta.property(index), index - meta.propertyOffset())
    for index in range(meta.methodOffset(), meta.methodCount()):
        yield from _method(meta.method(index))
    yield "    }"


def _property(found: QMetaProperty, index: int) -> str:
    """One property."""
    parts = [
        f'name: "{_text(found.name())}"',
        f'type: "{_text(found.typeName())}"',
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
    result = _text(found.typeName())
    if result not in ("", "void"):
        yield f'            type: "{result}"'
    for kind in found.parameterTypes():
        yield f'            Parameter {{ type: "{kind.toStdString()}" }}'
    yield "        }"


def _text(name: object) -> str:
    """A type's name; the stubs promise bytes, PySide 6.11 gives a string."""
    return name.decode() if isinstance(name, bytes) else str(name)


if __name__ == "__main__":
    FILE.write_text(description(), encoding="utf-8")
