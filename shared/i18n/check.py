"""``python -m shared.i18n.check``: is every text of the sources translated, and rightly so?

Prints one line per fault and exits with 1: a text missing in the catalogue or no longer in the
sources, an unfinished translation, placeholders that differ, an f-string inside ``translate``,
``tr`` or ``qsTr``. Changes nothing.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from shared.i18n.catalogue import FILES, Key, Message, Messages, read_messages
from shared.i18n.extract import ROOTS, extract
from shared.i18n.translating import PLACEHOLDER
from shared.i18n.update import ROOT, merged

TEMPLATE_IN_QML = re.compile(
    r"(?:qsTr|qsTranslate|Words\.first|Words\.second)\s*\([^)]*?(?:`|\"\s*\+|\+\s*\")"
)
"""A template string or a joined string inside a translation call of QML."""


def faults(root: Path = ROOT) -> Iterator[str]:
    """Every fault as one line that says what to do."""
    found = extract(root)
    yield from map(str, found.problems)
    yield from _qml_faults(root)
    for language, path in FILES.items():
        yield from catalogue_faults(language, read_messages(path), found.messages)


def catalogue_faults(language: str, known: Messages, found: dict[Key, Message]) -> Iterator[str]:
    """Faults of one catalogue against the texts found in the sources."""
    for key, message in merged(known, found, language).items():
        place = f"{language}: {key.context}: {key.source!r}"
        if message.vanished:
            yield f"{place} is not in the sources; run: python -m shared.i18n.update --prune"
        elif key not in known:
            yield f"{place} is not in the catalogue; run: python -m shared.i18n.update"
        elif known[key].vanished or known[key].numerus != message.numerus:
            yield f"{place} is out of date; run: python -m shared.i18n.update"
        elif not message.is_finished:
            yield f"{place} is not translated; use: python -m shared.i18n.set"
        elif wrong := _wrong_form(key.source, message):
            yield f"{place}: the placeholders differ in {wrong!r}"


def _wrong_form(source: str, message: Message) -> str | None:
    """The first form whose placeholders differ from the source's; plural forms may drop %n."""
    wanted = set(PLACEHOLDER.findall(source))
    for form in message.forms:
        got = set(PLACEHOLDER.findall(form))
        if got != wanted and not (message.numerus and got | {"n"} == wanted | {"n"}):
            return form
    return None


def _qml_faults(root: Path) -> Iterator[str]:
    """Template strings inside translation calls of QML."""
    for name in ROOTS:
        for path in sorted((root / name).rglob("*.qml")):
            text = path.read_text(encoding="utf-8")
            for match in TEMPLATE_IN_QML.finditer(text):
                line = text.count("\n", 0, match.start()) + 1
                yield f"{path.relative_to(root)}:{line}: put one plain string into the call"


def main() -> int:
    """Command line."""
    lines = list(faults())
    lines.append(f"translations: {len(lines)} fault(s)" if lines else "translations: complete")
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 1 if len(lines) > 1 else 0


if __name__ == "__main__":
    raise SystemExit(main())
