"""``translate``: a text for people in their language, without Qt."""

import re

from shared.i18n.catalogue import Key, lookup
from shared.i18n.language import current_language, language_code

PLACEHOLDER = re.compile(r"%([1-9n])")
"""``%1`` to ``%9`` stand for the arguments, ``%n`` for the counted number."""


def translate(
    context: str, text: str, *args: object, n: int | None = None, language: str | None = None
) -> str:
    """The text in a language, placeholders filled: ``translate("Slip", "Counter %1", 3)``.

    Args:
        context: where the text belongs: a class, screen or module name; it separates equal words.
        text: the English source, a plain string literal (``update`` collects it from the code).
        args: what ``%1`` .. ``%9`` stand for, in this order; surplus ones are ignored and a
            placeholder without argument stays.
        n: the counted number of a text with ``%n``; chooses the plural form.
        language: a code such as ``zh`` or ``en``; without it the process's current language.

    A text without translation comes back in English.

    Raises:
        LanguageUnknown: there is no such language.
    """
    code = language_code(language) if language else current_language()
    return fill(lookup(code, Key(context, text), n) or text, args, n)


def fill(template: str, args: tuple[object, ...], n: int | None = None) -> str:
    """Replace the placeholders in one pass, so that a percent sign in an argument is safe."""

    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        if name == "n":
            return match.group(0) if n is None else str(n)
        index = int(name) - 1
        return str(args[index]) if index < len(args) else match.group(0)

    return PLACEHOLDER.sub(value, template)
