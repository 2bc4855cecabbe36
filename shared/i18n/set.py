"""``python -m shared.i18n.set "Context" "English source" "译文"``: write one translation.

Creates the message when it is not in the catalogue yet. Several people may run it at once. A text
with ``%n`` in English takes two translations (``-l en``): the form for one and the form for many.
"""

import argparse
from collections.abc import Sequence

from shared.i18n.catalogue import (
    FILES,
    PLURAL_FORMS,
    Key,
    Message,
    read_messages,
    with_translation,
    write_messages,
)
from shared.i18n.language import LANGUAGES
from shared.i18n.lock import catalogue_lock


def set_translation(language: str, key: Key, forms: tuple[str, ...]) -> None:
    """Write the translation of one message under the catalogue's lock."""
    path = FILES[language]
    with catalogue_lock(path.parent):
        messages = read_messages(path)
        known = messages.get(key, Message(key, numerus="%n" in key.source))
        messages[key] = with_translation(known, forms)
        write_messages(path, language, messages.values())


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; exit code 2 when the number of forms is wrong."""
    parser = argparse.ArgumentParser(prog="python -m shared.i18n.set", description=__doc__)
    parser.add_argument("context", help="where the text belongs, as in the code")
    parser.add_argument("source", help="the English text, exactly as in the code")
    parser.add_argument("translation", nargs="+", help="the translation; en plurals: one, many")
    parser.add_argument("-l", "--language", choices=LANGUAGES, default="zh")
    parser.add_argument("--comment", default="", help="disambiguation, as in the code")
    given = parser.parse_args(arguments)
    wanted = PLURAL_FORMS[given.language] if "%n" in given.source else 1
    if len(given.translation) != wanted:
        parser.error(f"give {wanted} translation(s), not {len(given.translation)}")
    key = Key(given.context, given.source, given.comment)
    set_translation(given.language, key, tuple(given.translation))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
