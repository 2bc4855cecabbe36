"""Which languages there are, and which one this process speaks now.

Codes are the keys that a branch profile uses for its names: ``zh`` (Simplified Chinese, first) and
``en``. Anything that the operating system or a browser calls them (``zh_CN``, ``en-GB``) is
understood. One process has one current language; where two languages stand side by side (kiosk,
board, slip) callers pass the language explicitly.
"""

from shared.domain.errors import InputInvalid

LANGUAGES: tuple[str, ...] = ("zh", "en")
"""All languages, the first one is the default."""

LOCALES: dict[str, str] = {"zh": "zh_CN", "en": "en_GB"}
"""Language code to locale name, for dates and numbers."""


class LanguageUnknown(InputInvalid):
    """No catalogue for this language."""

    code = "language_unknown"
    sentence = "There is no language “%1”. Choose one of: %2."


class _Current:
    """The process-wide choice; an object, so that no function needs ``global``."""

    code = LANGUAGES[0]


def language_code(name: str) -> str:
    """The code of ``LANGUAGES`` for a name such as ``zh-Hans``, ``zh_CN`` or ``en_US``.

    Raises:
        LanguageUnknown: it is neither Chinese nor English.
    """
    code = name.replace("-", "_").split("_")[0].lower()
    if code not in LANGUAGES:
        raise LanguageUnknown(name, ", ".join(LANGUAGES))
    return code


def other_language(name: str) -> str:
    """The second language beside this one."""
    return LANGUAGES[1] if language_code(name) == LANGUAGES[0] else LANGUAGES[0]


def current_language() -> str:
    """The code of the language that this process speaks now."""
    return _Current.code


def set_language(name: str) -> None:
    """Make this the language of the process (Qt programs: ``shared.ui.translator`` does it).

    Raises:
        LanguageUnknown: it is neither Chinese nor English.
    """
    _Current.code = language_code(name)
