"""Sentences about names in a profile: one that stands twice, one that nobody knows."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from shared.domain.phrase import phrase


def doubles(table: str, ids: list[str]) -> Iterator[str]:
    """A sentence for each id that stands in the table more than once."""
    for name in sorted({i for i in ids if ids.count(i) > 1}):
        yield f"{table}: “{name}” stands there twice. Give each its own id."


def unknown(place: str, word: str, used: Iterable[str], known: list[str]) -> Iterator[str]:
    """A sentence for each name used at this place that is not among the known ones."""
    for name in used:
        if name not in known:
            yield f"{place}: there is no {word} “{name}”. {suggestion(name, known)}"


def suggestion(name: str, known: list[str]) -> str:
    """The nearest right name as a question, or the list of all."""
    near = get_close_matches(name, known, n=1)
    if near:
        return phrase("Did you mean “%1”?", near[0])
    return phrase("Choose one of: %1.", ", ".join(known))


def no_such(place: str, name: str, known: list[str]) -> str:
    """A name at this place that is not among the known ones."""
    return phrase("%1: there is no “%2”. %3", place, name, suggestion(name, known))
