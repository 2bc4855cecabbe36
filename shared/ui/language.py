"""``Language``: the language of one QML surface. A singleton of module ``shared.ui.controls``.

Each QML engine has its own, so the customer at the kiosk may switch to English while the board
stays as it is. QML asks for texts through ``Words.first`` and ``Words.second`` (Words.qml), which
follow this object live.
"""

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot

from shared.i18n import LANGUAGES, language_code, other_language, translate


class Language(QObject):
    """The chosen language of a surface, and whether the other one stands beneath it."""

    changed = Signal()

    def __init__(self, current: str = LANGUAGES[0], *, bilingual: bool = True) -> None:
        """Start in a language; ``bilingual`` shows the other one beneath."""
        super().__init__()
        self._current = language_code(current)
        self._bilingual = bilingual

    @Slot(str, str, str, "QVariantList", "QVariant", result=str)
    def say(self, code: str, context: str, text: str, args: Sequence[object], n: object) -> str:
        """The text in a language, placeholders filled (used by Words.qml)."""
        count = int(n) if isinstance(n, int | float) else None
        return translate(context, text, *map(_plain, args), n=count, language=code)

    def set_current(self, current: str) -> None:
        """Change the language; every bound text follows.

        Raises:
            LanguageUnknown: it is neither Chinese nor English.
        """
        self._change(language_code(current), self._bilingual)

    def set_bilingual(self, bilingual: bool) -> None:
        """Show or hide the second language."""
        self._change(self._current, bilingual)

    @Slot()
    def swap(self) -> None:
        """Make the other language the first one."""
        self.set_current(other_language(self._current))

    def _change(self, current: str, bilingual: bool) -> None:
        """Take both and tell everybody, if it is a change."""
        if (current, bilingual) != (self._current, self._bilingual):
            self._current, self._bilingual = current, bilingual
            self.changed.emit()

    current = Property(str, lambda self: self._current, set_current, notify=changed)
    bilingual = Property(bool, lambda self: self._bilingual, set_bilingual, notify=changed)
    other = Property(str, lambda self: other_language(self._current), notify=changed)


def _plain(value: object) -> object:
    """QML's numbers may all be floats: 3.0 is shown as 3."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
