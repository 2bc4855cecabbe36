"""`lobby check`: whether every name of the profile can be shown and printed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kiosk.printing.font import shipped_fonts
from kiosk.printing.native import native_missing
from kiosk.printing.slip_job import is_slow
from shared.config.check_machine import readable_profiles
from shared.config.finding import Asked, Finding, Verdict
from shared.config.profile import Profile
from shared.i18n import translate


class Lacking(NamedTuple):
    """Characters that cannot be shown, and where in the profile they stand."""

    where: str
    characters: str


def check_fonts(asked: Asked) -> Iterator[Finding]:
    """Each name with a character outside the product's typeface, and the character.

    A profile that cannot be read is told by its own check.
    """
    is_text = bool(asked.printer) and is_slow(asked.printer)
    for name, profile in readable_profiles(asked):
        lacking = list(lacking_in(profile, native=is_text))
        for each in lacking:
            yield Finding(Verdict.WARNING, _sentence(name, each, asked.language))
        if not lacking:
            text = translate(
                "Check",
                "Every character of profile %1 can be shown and printed.",
                name,
                language=asked.language,
            )
            yield Finding(Verdict.OK, text)


def lacking_in(profile: Profile, *, native: bool = False) -> Iterator[Lacking]:
    """Every text of the profile with characters outside the typeface, in the profile's order.

    ``native``: slips are printed in the printer's own font; what that lacks counts, too.
    """
    fonts = shipped_fonts()
    for where, text in _texts("", profile.model_dump(mode="json")):
        missing = fonts.missing([text]) + (native_missing(text) if native else "")
        if missing:
            yield Lacking(where, "".join(dict.fromkeys(missing)))


def _texts(where: str, value: object) -> Iterator[tuple[str, str]]:
    """The texts for people, which are those in two languages, with their places."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            is_for_people = key in ("zh", "en") and isinstance(inner, str)
            if is_for_people:
                yield f"{where}.{key}", str(inner)
            else:
                yield from _texts(f"{where}.{key}" if where else str(key), inner)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for place, inner in enumerate(value, start=1):
            yield from _texts(f"{where}[{place}]", inner)


def _sentence(name: str, lacking: Lacking, language: str) -> str:
    shown = " ".join(f"{c} (U+{ord(c):04X})" for c in lacking.characters)
    return translate(
        "Check",
        "Profile %1, %2: the typeface lacks %3, slips show 〓 instead. Choose other characters.",
        name,
        lacking.where,
        shown,
        language=language,
    )
