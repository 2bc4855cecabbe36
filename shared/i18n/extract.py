"""Collects every text for people from the sources.

Python is read with ``ast`` (so that ``n=`` and the class of ``self.tr`` are understood), QML with
Qt's lupdate. Collected: ``translate("Context", "text", ..., n=...)``, ``self.tr("text", ..., n)``,
``phrase("text", ...)`` (context ``Phrases``),
``sentence = "text"`` in the body of an error class (context ``errors``); in QML ``qsTr``,
``qsTranslate``, ``Words.first`` and ``Words.second``.
"""

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from shared.i18n.catalogue import Key, Message, read_messages
from shared.i18n.translating import PLACEHOLDER

ROOTS = ("shared", "kiosk", "counter", "simulator")
"""Top-level folders that hold texts."""

ALIASES = "qsTranslate+=Words.first,qsTranslate+=Words.second"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a source file that cannot be translated: where and why."""

    place: str
    reason: str

    def __str__(self) -> str:
        """``path:line: reason``."""
        return f"{self.place}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Extract:
    """The texts found and the problems met."""

    messages: dict[Key, Message]
    problems: tuple[Problem, ...]


def extract(root: Path) -> Extract:
    """All texts below the given repository root."""
    messages: dict[Key, Message] = {}
    problems: list[Problem] = []
    for path in _sources(root, "*.py"):
        visitor = _Texts(str(path.relative_to(root)))
        visitor.visit(ast.parse(path.read_text(encoding="utf-8"), str(path)))
        problems += visitor.problems
        for message in visitor.messages:
            _merge(messages, message)
    for message in _qml_messages(list(_sources(root, "*.qml"))):
        _merge(messages, message)
    return Extract(messages, tuple(problems))


def _merge(messages: dict[Key, Message], message: Message) -> None:
    """Keep one message per key; counted once means counted everywhere."""
    known = messages.get(message.key)
    if known is None or (message.numerus and not known.numerus):
        messages[message.key] = message


def _sources(root: Path, pattern: str) -> Iterator[Path]:
    """Source files in a stable order."""
    for name in ROOTS:
        yield from sorted((root / name).rglob(pattern))


class _Texts(ast.NodeVisitor):
    """Walks one Python file."""

    def __init__(self, path: str) -> None:
        """Start with nothing found."""
        self.path = path
        self.messages: list[Message] = []
        self.problems: list[Problem] = []
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """The class name is the context of ``self.tr``; error classes carry a sentence."""
        self._classes.append(node.name)
        for statement in node.body:
            self._sentence(statement)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        """Look at calls of ``translate`` and ``self.tr``."""
        name = node.func
        if isinstance(name, ast.Name) and name.id == "translate":
            self._translate(node)
        elif isinstance(name, ast.Name) and name.id == "phrase":
            self._take(node, [ast.Constant("Phrases"), *node.args[:1]], 0)
        elif self._classes and ast.unparse(name) == "self.tr":
            self._take(node, [ast.Constant(self._classes[-1]), *node.args[:1]], len(node.args))
        self.generic_visit(node)

    def _translate(self, node: ast.Call) -> None:
        """A call of translate; an error's sentence, or both names, are handed on by a helper."""
        first_two = node.args[:2]
        if len(first_two) == 2 and isinstance(first_two[1], ast.Name | ast.Attribute):
            context = first_two[0]
            if not isinstance(context, ast.Constant) or context.value in ("errors", "Phrases"):
                return
        self._take(node, first_two, 0)

    def _take(self, node: ast.Call, arguments: list[ast.expr], positional: int) -> None:
        """Note the text of a call, or why it cannot be translated."""
        values = [item.value if isinstance(item, ast.Constant) else None for item in arguments]
        texts = [value for value in values if isinstance(value, str)]
        if len(texts) != 2:
            self._problem(node, "context and text must be plain string literals, no f-string")
            return
        numerus = any(word.arg == "n" for word in node.keywords) or positional == 3
        self.messages.append(Message(Key(texts[0], texts[1]), numerus=numerus))

    def _sentence(self, statement: ast.stmt) -> None:
        """``sentence = "..."`` in the body of an error class."""
        if isinstance(statement, ast.AnnAssign):
            target: ast.expr = statement.target
        elif isinstance(statement, ast.Assign):
            target = statement.targets[0]
        else:
            return
        value = statement.value
        if not (isinstance(target, ast.Name) and target.id == "sentence"):
            return
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            if PLACEHOLDER.sub("", value.value).strip():  # "%1" alone has no words to translate
                self.messages.append(Message(Key("errors", value.value)))
        elif value is not None:
            self._problem(statement, "the sentence of an error must be a plain string literal")

    def _problem(self, node: ast.stmt | ast.expr, reason: str) -> None:
        """Remember a problem with its line."""
        self.problems.append(Problem(f"{self.path}:{node.lineno}", reason))


def _qml_messages(paths: list[Path]) -> list[Message]:
    """Texts of QML files, through Qt's lupdate."""
    if not paths:
        return []
    tool = Path(sys.executable).parent / "pyside6-lupdate"
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "found.ts"
        command = [str(tool), "-silent", "-locations", "none", "-tr-function-alias", ALIASES]
        command += [*map(str, paths), "-ts", str(target)]
        subprocess.run(command, check=True, capture_output=True)
        return list(read_messages(target).values())
