"""What was measured, held against the limits: a row of figures, and a sentence for each fault."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.ticketing.panel import TOLERANCE_PX
from kiosk.ticketing.selftest import limits
from kiosk.ticketing.selftest.measure import Letters, Screenful, Target
from shared.ui.contrast import contrast
from shared.ui.panel import CAPITAL_LEAST_MM, REACH_HIGH_MM, REACH_LOW_MM, Panel
from shared.ui.theme import TOUCH_FROM


@dataclass(frozen=True, slots=True)
class Mode:
    """How the screen was shown."""

    language: str
    is_large: bool = False
    is_lowered: bool = False

    @property
    def words(self) -> str:
        """For a table."""
        kind = "large" if self.is_large else "normal"
        return f"{self.language} {kind}{' lowered' if self.is_lowered else ''}"


@dataclass(frozen=True, slots=True)
class Row:
    """The worst of one screen in one mode. None: there is nothing of that kind."""

    screen: str
    mode: Mode
    targets: int
    target_mm: float | None
    capital_mm: float | None
    contrast: float | None
    low_mm: float | None
    high_mm: float | None
    """Height above the floor of the lowest and the highest edge of a control."""
    faults: tuple[str, ...]


def judge(screen: str, mode: Mode, seen: Screenful, panel: Panel) -> Row:
    """The figures of a screen, and everything that is wrong with it."""
    controls = [each for each in seen.targets if not each.is_everywhere]
    sizes = [min(each.place.width(), each.place.height()) for each in controls]
    heights = [
        panel.above_floor_mm(y)
        for each in controls
        for y in (each.place.bottom(), each.place.top())
    ]
    return Row(
        screen,
        mode,
        len(controls),
        _least(size * panel.mm_per_px for size in sizes),
        _least(each.capital_px * panel.mm_per_px for each in seen.letters),
        _least(contrast(each.ink, each.behind) for each in seen.letters),
        _least(heights),
        max(heights, default=None),
        tuple(_faults(controls, seen.letters, mode, panel)),
    )


def _least(figures: Iterator[float] | list[float]) -> float | None:
    return min(figures, default=None)


def _faults(
    controls: list[Target], letters: tuple[Letters, ...], mode: Mode, panel: Panel
) -> Iterator[str]:
    for target in controls:
        yield from _of_target(target, mode, panel)
    for each in letters:
        yield from _of_letters(each, mode, panel)
    yield from _of_labels(letters, panel)


def _of_target(target: Target, mode: Mode, panel: Panel) -> Iterator[str]:
    """Too small, or out of reach: of a panel that can be lowered, in that mode only."""
    width, height = (
        side * panel.mm_per_px for side in (target.place.width(), target.place.height())
    )
    is_tile = target.name.startswith(limits.TILES)
    least = limits.TILE_MM if is_tile else limits.TARGET_MM
    if min(width, height) < least:
        yield f"{target.name} is {width:.1f} x {height:.1f} mm, at least {least:g} mm are needed"
    top, bottom = (panel.above_floor_mm(y) for y in (target.place.top(), target.place.bottom()))
    must_reach = mode.is_lowered or panel.line_at(REACH_HIGH_MM) <= TOUCH_FROM + TOLERANCE_PX
    if must_reach:
        within = (REACH_LOW_MM - limits.SLACK_MM, REACH_HIGH_MM + limits.SLACK_MM)
        if bottom < within[0] or top > within[1]:
            band = f"{REACH_LOW_MM:.0f} to {REACH_HIGH_MM:.0f} mm"
            yield f"{target.name} is at {bottom:.0f} to {top:.0f} mm above the floor, not {band}"
    elif target.place.top() < panel.design[1] * limits.TOUCH_FROM:
        yield f"{target.name} lies in the upper third of the panel"


def _of_letters(each: Letters, mode: Mode, panel: Panel) -> Iterator[str]:
    """Too small, or too pale.

    In large type every text has the full height (one mode has to: EN 301 549, 5.1.4); in normal
    type second lines and the bar may be smaller.
    """
    capital = each.capital_px * panel.mm_per_px
    least = panel.capital_mm if mode.is_large else CAPITAL_LEAST_MM
    if capital < least:
        yield f"“{each.text}” has capitals of {capital:.1f} mm, at least {least:.1f} mm are needed"
    ratio = contrast(each.ink, each.behind)
    needed = limits.CONTRAST_LARGE if mode.is_large else limits.CONTRAST
    if ratio < needed:
        yield (
            f"“{each.text}” has a contrast of {ratio:.2f} ({each.ink} on {each.behind}), "
            f"at least {needed:g} is needed"
        )


def _of_labels(letters: tuple[Letters, ...], panel: Panel) -> Iterator[str]:
    """What a control is for is told in letters of the full height; the fixed bar has icons."""
    largest: dict[str, float] = {}
    for each in letters:
        if each.target and each.target not in limits.FIXED:
            largest[each.target] = max(largest.get(each.target, 0.0), each.capital_px)
    for target, capital_px in largest.items():
        capital = capital_px * panel.mm_per_px
        if capital < panel.capital_mm:
            yield f"{target} is labelled in capitals of {capital:.1f} mm only"
