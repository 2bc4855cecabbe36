"""The self-test of the displays: how high every digit really is, and from where it can be read.

It opens the real screens off-screen, in the shape of the profile's panel, and measures the texts
that stand there, after Qt has fitted them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.board.figures import (
    CALLED_ARCMIN,
    CAPITAL_EM,
    LARGE_ARCMIN,
    LEAST_ARCMIN,
    needed_mm,
    reach_m,
    seen_arcmin,
)
from kiosk.ticketing.selftest.measure import walk

#: Objects of the screens that hold digits of calls, and under how many minutes of arc they are to
#: be seen.
DIGITS = {"calledDigits": CALLED_ARCMIN, "earlierDigits": LEAST_ARCMIN}
#: Line box of our font, in em: what Qt gives as height of a line of text.
LINE_EM = 1.448


@dataclass(frozen=True, slots=True)
class Measured:
    """The lowest digits of one kind on one screen."""

    screen: str
    what: str
    height_mm: float
    distance_m: float
    needed_arcmin: float

    @property
    def seen_arcmin(self) -> float:
        """Under how many minutes of arc they are seen from the configured distance."""
        return seen_arcmin(self.height_mm, self.distance_m)

    @property
    def needed_mm(self) -> float:
        """How high they have to be."""
        return needed_mm(self.needed_arcmin, self.distance_m)

    @property
    def is_met(self) -> bool:
        """Whether they are high enough."""
        return self.height_mm >= self.needed_mm

    @property
    def reach_m(self) -> float:
        """From how far away they can be read."""
        return reach_m(self.height_mm, self.needed_arcmin)

    @property
    def large_reach_m(self) -> float:
        """From how far away they keep to EN 301 549 5.1.4."""
        return reach_m(self.height_mm, LARGE_ARCMIN)


def measure(
    screen: str, window: QQuickWindow, mm_per_px: float, distance_m: float
) -> list[Measured]:
    """The lowest digits of each kind in a window, of which a pixel is so large."""
    found: dict[str, float] = {}
    for item in walk(window.contentItem()):
        name = item.objectName()
        if name in DIGITS and item.isVisible() and item.property("text"):
            high = capital_px(item) * mm_per_px
            found[name] = min(high, found.get(name, high))
    return [
        Measured(screen, name, high, distance_m, DIGITS[name])
        for name, high in sorted(found.items())
    ]


def capital_px(item: QQuickItem) -> float:
    """The height of a capital of a text of one line, in pixels of the window, as drawn.

    Taken from the line's height: ``font.pixelSize`` is what was asked for, not what fitted.
    """
    em = float(item.property("contentHeight")) / LINE_EM
    top = item.mapToScene(item.boundingRect().topLeft()).y()
    bottom = item.mapToScene(item.boundingRect().bottomLeft()).y()
    scale = (bottom - top) / item.height() if item.height() else 1.0
    return em * CAPITAL_EM * scale


def table(rows: Sequence[Measured]) -> str:
    """The figures as text, one line for each screen and kind of digits."""
    head = ("screen", "digits", "mm", "needed", "arcmin", "from m", "read to", "0.7° to", "")
    lines = [head, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(wide) for cell, wide in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _cells(row: Measured) -> tuple[str, ...]:
    return (
        row.screen,
        "called" if row.what == "calledDigits" else "earlier",
        f"{row.height_mm:.1f}",
        f"{row.needed_mm:.1f}",
        f"{row.seen_arcmin:.1f}",
        f"{row.distance_m:g}",
        f"{row.reach_m:.1f}",
        f"{row.large_reach_m:.1f}",
        "ok" if row.is_met else "TOO LOW",
    )
