"""The presets of the policy in words: what each does, and what it costs whom.

What each takes from the profile is in ``shared.config.discipline``. The sentences about costs are
what ``lobby sim compare`` shows on the shipped scenarios (docs/policies.md has the figures).
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from shared.i18n import translate


class PresetWords(NamedTuple):
    """A preset for people: its name, what it does, what it costs whom."""

    name: str
    does: str
    costs: str


def preset_words(preset: str, language: str | None = None) -> PresetWords:
    """The words of a preset in a language; KeyError when there is no such preset."""
    return PRESETS[preset](language)


def preset_lines() -> str:
    """All presets in one English line each, for the description of a key."""
    return " ".join(f"{name}: {preset_words(name, 'en').does}" for name in PRESETS)


def _first_come(language: str | None) -> PresetWords:
    return PresetWords(
        translate("Presets", "First come, first served", language=language),
        translate("Presets", "Whoever waits longest is called.", language=language),
        translate(
            "Presets",
            "Nobody is overtaken except where counters differ; people with priority need, VIPs "
            "and appointments without a guarantee wait as long as everybody.",
            language=language,
        ),
    )


def _strict(language: str | None) -> PresetWords:
    return PresetWords(
        translate("Presets", "Strict priority", language=language),
        translate(
            "Presets",
            "The segment with the lower rank is always called first, then by arrival.",
            language=language,
        ),
        translate(
            "Presets",
            "Those ranked first hardly wait; ordinary customers pay for it, and at a busy hour one "
            "of them may be passed a dozen times and wait very long.",
            language=language,
        ),
    )


def _growing(language: str | None) -> PresetWords:
    return PresetWords(
        translate("Presets", "Growing priority", language=language),
        translate(
            "Presets",
            "Everybody gains points while waiting, some segments faster; the most points go first.",
            language=language,
        ),
        translate(
            "Presets",
            "Ordinary customers wait a little longer and come up in the end; nothing limits how "
            "often one of them is passed on the way.",
            language=language,
        ),
    )


def _capped(language: str | None) -> PresetWords:
    return PresetWords(
        translate("Presets", "Growing priority with limits", language=language),
        translate(
            "Presets",
            "Points as in growing, but whoever was passed as often as the cap allows, or has "
            "waited the maximum, goes first.",
            language=language,
        ),
        translate(
            "Presets",
            "The limits bind the favoured too: when the hall is full they wait longer than under "
            "growing, and ordinary customers are passed less often.",
            language=language,
        ),
    )


def _cost_weighted(language: str | None) -> PresetWords:
    return PresetWords(
        translate("Presets", "Cost of waiting", language=language),
        translate(
            "Presets",
            "A free teller takes the ticket whose waiting costs most for each minute of work; "
            "limits as in capped.",
            language=language,
        ),
        translate(
            "Presets",
            "Quick matters go first, which shortens the queue; who has a long one, such as a "
            "loan, waits longer for it, up to the limits.",
            language=language,
        ),
    )


PRESETS: Final[dict[str, Callable[[str | None], PresetWords]]] = {
    "first_come": _first_come,
    "strict": _strict,
    "growing": _growing,
    "capped": _capped,
    "cost_weighted": _cost_weighted,
}
