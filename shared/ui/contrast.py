"""Contrast of two colours, and the bank's own accent checked against it.

Source: WCAG 2.2, definitions of relative luminance and contrast ratio; 1.4.3 (4.5:1) and 1.4.6
(7:1) for the large-type mode.
"""

from dataclasses import replace

from shared.domain.errors import ProfileInvalid
from shared.ui.tokens import DARK, LARGE, LIGHT, Colours

TEXT_RATIO = 4.5
LARGE_TYPE_RATIO = 7.0


class AccentTooWeak(ProfileInvalid):
    """The bank's accent colour cannot be read: colour, where, figure, what is needed."""

    code = "accent_too_weak"
    sentence = "The accent colour %1 has a contrast of only %2 on %3; choose one with at least %4."


class ColourInvalid(ProfileInvalid):
    """Not a colour of the form #RRGGBB."""

    code = "colour_invalid"
    sentence = "“%1” is no colour. Write it as #RRGGBB, for example #0A5C9E."


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#RRGGBB`` colours, from 1 to 21."""
    first, second = sorted((luminance(one), luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance from 0 (black) to 1 (white) (WCAG 2.2)."""
    red, green, blue = (_linear(part / 255) for part in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mix(one: str, other: str, share_0_1: float) -> str:
    """``one`` with that share of ``other`` mixed in, component by component."""
    pairs = zip(_rgb(one), _rgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share_0_1):02X}" for a, b in pairs)


def check_accent(accent: str, colours: Colours = LIGHT, ratio: float = TEXT_RATIO) -> None:
    """Accept the bank's accent for a scheme: readable as text, and under text.

    Raises:
        ColourInvalid: not ``#RRGGBB``.
        AccentTooWeak: on one of the surfaces the contrast is below ``ratio``; the figure is in it.
    """
    for surface in (colours.surface, colours.surface2):
        found = contrast(accent, surface)
        if found < ratio:
            shown = int(found * 100) / 100  # rounded down: 4.496 is not 4.5
            raise AccentTooWeak(accent, shown, surface, ratio)


def with_accent(accent: str) -> tuple[Colours, Colours, Colours]:
    """Light, dark and large-type colours with the bank's accent (given for the light scheme).

    The dark scheme's accent is the same hue mixed with white, large type's mixed with black, both
    just as far as the contrast asks; fills behind accent text follow.

    Raises:
        ColourInvalid, AccentTooWeak: as for ``check_accent``.
    """
    check_accent(accent, LIGHT)
    if accent.upper() == LIGHT.accent:  # its partners were drawn by hand, brighter than computed
        return LIGHT, DARK, LARGE
    dark = _mixed_until(accent, "#FFFFFF", DARK.panel, 6.5)
    large = _mixed_until(accent, "#000000", LARGE.surface, 9.0)
    return (
        _family(LIGHT, accent, "#000000"),
        _family(DARK, dark, "#FFFFFF"),
        _family(LARGE, large, "#000000"),
    )


def _family(colours: Colours, accent: str, pressed_towards: str) -> Colours:
    """The scheme with an accent and the colours that follow from it."""
    on_accent = max("#FFFFFF", "#06233B", key=lambda text: contrast(text, accent))
    soft = mix(colours.panel, accent, 0.12)
    while contrast(accent, soft) < TEXT_RATIO:
        soft = mix(soft, colours.panel, 0.25)
    return replace(
        colours,
        accent=accent,
        on_accent=on_accent,
        accent_soft=soft,
        accent_pressed=mix(accent, pressed_towards, 0.25),
    )


def _mixed_until(colour: str, towards: str, surface: str, ratio: float) -> str:
    """The first of 40 mixtures that reaches the ratio on the surface."""
    mixtures = (mix(colour, towards, step / 40) for step in range(41))
    return next(each for each in mixtures if contrast(each, surface) >= ratio)


def _rgb(colour: str) -> tuple[int, int, int]:
    """The three components, 0 to 255."""
    digits = colour.removeprefix("#")
    if len(colour) != 7 or len(digits) != 6:
        raise ColourInvalid(colour)
    try:
        red, green, blue = bytes.fromhex(digits)
    except ValueError:
        raise ColourInvalid(colour) from None
    return red, green, blue


def _linear(value: float) -> float:
    """Component of sRGB to linear light."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
