"""``python -m shared.i18n.update``: bring the catalogues up to date with the sources.

How to add a text:

1. Write it in English where it is shown: ``translate("Context", "Counter %1", name)`` in Python,
   ``Words.first("Context", "...")`` / ``Words.second("Context", "...")`` or ``qsTr("...")`` in QML.
   Plain literals only; ``%1`` .. ``%9`` for values, ``%n`` (with ``n=``) for a counted number.
2. Translate it: ``python -m shared.i18n.set "Context" "Counter %1" "%1 号窗口"``, or run this
   command and fill in the ``<translation>`` in ``lobby_zh_CN.ts`` by hand.
3. A text with ``%n`` also needs its two English forms:
   ``python -m shared.i18n.set -l en "Context" "%n tickets" "%n ticket" "%n tickets"``.
4. ``python -m shared.i18n.check`` says what is still missing.

The command may be run at any time and by several people at once (it takes a lock and takes about
a second). It never throws a translation away: a text that is no longer in the sources is marked
vanished and comes back to life with its translation; ``--prune`` removes the vanished ones.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from shared.i18n.catalogue import (
    FILES,
    PLURAL_FORMS,
    Key,
    Message,
    Messages,
    read_messages,
    write_messages,
)
from shared.i18n.extract import Problem, extract
from shared.i18n.lock import catalogue_lock

ROOT = Path(__file__).parents[2]


def merged(known: Messages, found: dict[Key, Message], language: str) -> Messages:
    """The catalogue of a language after the sources changed; translations are kept."""
    result: Messages = {}
    for key, message in found.items():
        if language == "en" and not message.numerus:
            continue  # English is the source: only its plurals need forms
        forms = known[key].forms if key in known else ("",)
        count = PLURAL_FORMS[language] if message.numerus else 1
        forms = (forms + ("",) * count)[:count]
        result[key] = replace(message, forms=forms)
    for key, message in known.items():
        if key not in result and any(message.forms):
            result[key] = replace(message, vanished=True)
    return result


def update(root: Path = ROOT, *, prune: bool = False) -> tuple[Problem, ...]:
    """Rewrite the catalogues where needed; gives the problems found in the sources."""
    found = extract(root)
    with catalogue_lock(FILES["zh"].parent):
        for language, path in FILES.items():
            messages = merged(read_messages(path), found.messages, language)
            kept = [each for each in messages.values() if not (prune and each.vanished)]
            write_messages(path, language, kept)
    return found.problems


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; exit code 1 when a source text cannot be translated."""
    parser = argparse.ArgumentParser(prog="python -m shared.i18n.update", description=__doc__)
    parser.add_argument("--prune", action="store_true", help="remove texts not in the sources")
    problems = update(prune=parser.parse_args(arguments).prune)
    sys.stdout.writelines(f"{problem}\n" for problem in problems)
    for language, path in FILES.items():
        messages = read_messages(path).values()
        missing = sum(not each.is_finished for each in messages)
        sys.stdout.write(f"{language}: {len(messages)} texts, {missing} to translate\n")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
