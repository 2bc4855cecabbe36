"""Qt's own texts calls (``tr``, ``qsTr``) answered from the product's catalogue, switched live.

The same parser serves Qt and the Qt-free side, so no ``.qm`` file is needed. ``set_language``
switches the whole process: ``shared.i18n.translate``, Widgets (they get ``LanguageChange``) and
every QML engine given. A surface with a language of its own uses ``shared.ui.language`` instead.
"""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator
from PySide6.QtQml import QQmlEngine

from shared.i18n.catalogue import Key, lookup
from shared.i18n.language import LOCALES, current_language, language_code
from shared.i18n.language import set_language as set_process_language


class CatalogueTranslator(QTranslator):
    """A QTranslator that reads the catalogue of the process's current language."""

    def __init__(self, parent: QObject | None = None) -> None:
        """A translator for the application."""
        super().__init__(parent)

    def isEmpty(self) -> bool:
        """Never empty: Qt would not install it otherwise."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1, /
    ) -> str:
        """The translation with its placeholders; None (Qt: no text) where there is none."""
        key = Key(context, source, disambiguation or "")
        # The stubs know no null string; Qt needs one to fall back to the source text.
        return lookup(current_language(), key, n if n >= 0 else None)  # type: ignore[return-value]


def install_translator(application: QCoreApplication, language: str) -> CatalogueTranslator:
    """Give the application its translator and its language; call once.

    Raises:
        LanguageUnknown: it is neither Chinese nor English.
    """
    set_process_language(language)
    QLocale.setDefault(QLocale(LOCALES[language_code(language)]))
    translator = CatalogueTranslator(application)
    application.installTranslator(translator)
    return translator


def set_language(language: str, engines: Iterable[QQmlEngine] = ()) -> None:
    """Switch the process to a language while windows are open.

    Raises:
        LanguageUnknown: it is neither Chinese nor English.
    """
    set_process_language(language)
    QLocale.setDefault(QLocale(LOCALES[language_code(language)]))
    application = QCoreApplication.instance()
    if application is not None:
        for translator in application.findChildren(CatalogueTranslator):
            application.removeTranslator(translator)
            application.installTranslator(translator)  # sends LanguageChange to all widgets
    for engine in engines:
        engine.retranslate()
