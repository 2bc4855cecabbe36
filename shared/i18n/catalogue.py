"""A catalogue of translated messages: the ``.ts`` file of Qt Linguist, read and written.

One parser serves Qt (a QTranslator in ``shared.ui.translator``) and the Qt-free side, so no
compiled ``.qm`` file is kept. Messages are written sorted and without source positions: two people
who add texts at once change different lines.
"""

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from shared.i18n.language import language_code

FOLDER = Path(__file__).parent
FILES: dict[str, Path] = {"zh": FOLDER / "lobby_zh_CN.ts", "en": FOLDER / "lobby_en.ts"}
"""Language to file. English is the source language: its file holds plural forms only."""

PLURAL_FORMS: dict[str, int] = {"zh": 1, "en": 2}
"""How many forms ``%n`` messages have (Unicode CLDR plural rules: zh other; en one, other)."""


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What identifies a message: context, English source text, disambiguation (mostly empty)."""

    context: str
    source: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A source text and its translation: one form, or one per plural form; empty = unfinished."""

    key: Key
    forms: tuple[str, ...] = ("",)
    numerus: bool = False
    vanished: bool = False
    note: str = ""

    @property
    def is_finished(self) -> bool:
        """Every form is translated."""
        return all(self.forms)


Messages = dict[Key, Message]


def plural_form(language: str, n: int) -> int:
    """Index of the form that ``n`` takes (CLDR: English "one" is exactly 1)."""
    return 1 if language == "en" and n != 1 else 0


def read_messages(path: Path) -> Messages:
    """All messages of a ``.ts`` file; empty when there is no such file."""
    if not path.exists():
        return {}
    root = ElementTree.parse(path).getroot()  # noqa: S314  (our own file, not untrusted data)
    found = (
        _message(context.findtext("name", ""), element)
        for context in root.iter("context")
        for element in context.iter("message")
    )
    return {message.key: message for message in found}


def _message(context: str, element: ElementTree.Element) -> Message:
    """One ``<message>`` element."""
    translation = element.find("translation")
    numerus = element.get("numerus") == "yes"
    forms: tuple[str, ...] = ("",)
    kind = ""
    if translation is not None:
        kind = translation.get("type", "")
        parts = [form.text or "" for form in translation.iter("numerusform")]
        forms = tuple(parts) if numerus and parts else (translation.text or "",)
    return Message(
        key=Key(context, element.findtext("source", ""), element.findtext("comment", "")),
        forms=forms,
        numerus=numerus,
        vanished=kind in ("vanished", "obsolete"),
        note=element.findtext("extracomment", ""),
    )


def write_messages(path: Path, language: str, messages: Iterable[Message]) -> None:
    """Write the file, sorted by context and source; left alone when nothing changed."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{path.stem.removeprefix("lobby_")}" sourcelanguage="en">',
    ]
    context = None
    for message in sorted(messages, key=lambda each: each.key):
        if message.key.context != context:
            lines += ["</context>"] if context is not None else []
            context = message.key.context
            lines += ["<context>", f"    <name>{escape(context)}</name>"]
        lines += _element(language, message)
    lines += ["</context>"] if context is not None else []
    text = "\n".join([*lines, "</TS>", ""])
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        partial = path.with_suffix(".partial")
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)


def _element(language: str, message: Message) -> list[str]:
    """The lines of one ``<message>``."""
    key = message.key
    lines = ['    <message numerus="yes">' if message.numerus else "    <message>"]
    lines.append(f"        <source>{escape(key.source)}</source>")
    if key.comment:
        lines.append(f"        <comment>{escape(key.comment)}</comment>")
    if message.note:
        lines.append(f"        <extracomment>{escape(message.note)}</extracomment>")
    kind = ' type="vanished"' if message.vanished else ""
    kind = kind or ("" if message.is_finished else ' type="unfinished"')
    if message.numerus:
        forms = (message.forms + ("",) * PLURAL_FORMS[language])[: PLURAL_FORMS[language]]
        lines.append(f"        <translation{kind}>")
        lines += [f"            <numerusform>{escape(form)}</numerusform>" for form in forms]
        lines.append("        </translation>")
    else:
        lines.append(f"        <translation{kind}>{escape(message.forms[0])}</translation>")
    return [*lines, "    </message>"]


def with_translation(message: Message, forms: tuple[str, ...]) -> Message:
    """The same message with this translation, no longer vanished."""
    return replace(message, forms=forms, vanished=False)


@cache
def catalogue(language: str) -> Messages:
    """The catalogue that ships with the product for this language, read once per process."""
    return read_messages(FILES[language_code(language)])


def lookup(language: str, key: Key, n: int | None = None) -> str | None:
    """The translation with its placeholders, or None where there is none (use the source)."""
    messages = catalogue(language)
    message = messages.get(key)
    if message is None and key.comment:
        message = messages.get(Key(key.context, key.source))
    if message is None:
        return None
    form = plural_form(language, n) if message.numerus and n is not None else 0
    return message.forms[form] or None if form < len(message.forms) else None
