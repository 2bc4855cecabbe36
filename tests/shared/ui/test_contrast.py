"""Every text of the tokens can be read on every surface it stands on; a weak accent is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.ui.contrast import (
    AccentTooWeak,
    ColourInvalid,
    check_accent,
    contrast,
    mix,
    with_accent,
)
from shared.ui.tokens import DARK, LARGE, LIGHT, Colours

INKS = ("text", "text2", "accent", "positive", "warning", "danger", "priority")
SURFACES = ("window", "panel", "surface", "surface2")
PAIRS = (
    [(ink, surface) for ink in INKS for surface in SURFACES]
    + [(ink, "accent_soft") for ink in ("text", "text2", "accent")]
    + [(tone, f"{tone}_soft") for tone in ("positive", "warning", "danger", "priority")]
    + [("text", f"{tone}_soft") for tone in ("positive", "warning", "danger", "priority")]
    + [("disabled", "panel")]
    + [("on_accent", "accent"), ("on_accent", "accent_pressed"), ("on_priority", "priority")]
)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "surface"), PAIRS)
def test_text_is_readable(colours: Colours, ink: str, surface: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, surface)) >= 4.5


@pytest.mark.parametrize(("ink", "surface"), PAIRS)
def test_large_type_is_readable_with_weak_sight(ink: str, surface: str) -> None:
    if not surface.endswith("_soft") or surface == "accent_soft":
        assert contrast(getattr(LARGE, ink), getattr(LARGE, surface)) >= 7.0


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_edge_of_a_key_is_seen(colours: Colours) -> None:
    assert contrast(colours.line_strong, colours.panel) >= 3.0


def test_known_ratios() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#FFFFFF", "#FFFFFF") == 1.0
    assert round(contrast("#767676", "#FFFFFF"), 2) == 4.54  # the well-known lightest grey for text


def test_a_weak_accent_is_refused_with_the_figure() -> None:
    with pytest.raises(AccentTooWeak) as refused:
        check_accent("#FFB000")
    assert str(refused.value) == (
        "The accent colour #FFB000 has a contrast of only 1.83 on #FFFFFF; "
        "choose one with at least 4.5."
    )


@pytest.mark.parametrize("text", ["blue", "#12345", "#GGGGGG", "123456", ""])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(ColourInvalid):
        check_accent(text)


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_an_accepted_accent_is_readable_everywhere(rgb: tuple[int, int, int]) -> None:
    accent = "#" + "".join(f"{part:02X}" for part in rgb)
    try:
        light, dark, large = with_accent(accent)
    except AccentTooWeak:
        assert min(contrast(accent, each) for each in ("#FFFFFF", "#F3F5F7")) < 4.5
        return
    assert light.accent == accent
    for colours, ratio in ((light, 4.5), (dark, 4.5), (large, 7.0)):
        assert contrast(colours.accent, colours.window) >= ratio
        assert contrast(colours.accent, colours.panel) >= ratio
        assert contrast(colours.accent, colours.accent_soft) >= 4.5
        assert contrast(colours.on_accent, colours.accent) >= 4.5
        assert contrast(colours.on_accent, colours.accent_pressed) >= 4.5


def test_the_products_own_accent_keeps_the_drawn_colours() -> None:
    assert with_accent("#0a5c9e") == (LIGHT, DARK, LARGE)


def test_mixing() -> None:
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"
    assert mix("#102030", "#FFFFFF", 0.0) == "#102030"
