"""Which key does what at the desk: names of keys as Qt writes them (F2, Ctrl+L, Del, Num+1)."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

USUAL: Final[Mapping[str, str]] = {
    "F1": "help",
    "F2": "next",
    "F3": "recall",
    "F4": "here",
    "F5": "close",
    "Del": "no_show",
    "F6": "hold",
    "F7": "transfer",
    "F8": "later",
    "F9": "back",
    "F11": "strip",
    "F12": "pause",
    "Esc": "dismiss",
    "Ctrl+I": "card",
    "Ctrl+L": "list",
    "Ctrl+S": "services",
    "Ctrl+Q": "leave",
}
"""Key to action, where nobody has set another."""


class KeyMap:
    """The usual keys, with those of a keyboard profile before them."""

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        """``own``: further keys, or other actions for the usual ones."""
        self._actions = {written(key): action for key, action in {**USUAL, **(own or {})}.items()}

    def action_of(self, event: QKeyEvent) -> str:
        """The action of a key that was pressed; empty: none."""
        modifiers, key = event.modifiers(), Qt.Key(event.key())
        found = self._actions.get(_name(modifiers, key))
        if found is None:  # a number pad's key that has no action of its own
            plain = modifiers & ~Qt.KeyboardModifier.KeypadModifier
            found = self._actions.get(_name(plain, key))
        return found or ""


def written(key: str) -> str:
    """The one way to write this key; empty where it is not a key.

    ``del`` and ``Delete`` are ``Del``.
    """
    sequence = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
    name = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return name if sequence.count() == 1 and name.isprintable() else ""


def _name(modifiers: Qt.KeyboardModifier, key: Qt.Key) -> str:
    sequence = QKeySequence(QKeyCombination(modifiers, key))
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)
