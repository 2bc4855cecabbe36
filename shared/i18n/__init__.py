"""Texts in two languages: English in the code, Chinese in the catalogue beside this file.

``translate("Context", "English text with %1", value)`` is all that most code needs; how to add a
translation stands in ``shared/i18n/update.py``.
"""

from shared.i18n.language import (
    LANGUAGES,
    LanguageUnknown,
    current_language,
    language_code,
    other_language,
    set_language,
)
from shared.i18n.refusing import error_sentence
from shared.i18n.translating import translate

__all__ = [
    "LANGUAGES",
    "LanguageUnknown",
    "current_language",
    "error_sentence",
    "language_code",
    "other_language",
    "set_language",
    "translate",
]
