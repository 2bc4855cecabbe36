"""A touch panel in millimetres: how large what is drawn on it really is, and how high it hangs.

Screens are drawn for a design size (kiosk 1080 x 1920) and shown whole, centred and undistorted
(``DesignFrame``); so one design pixel has one size in both directions.
"""

import math
from dataclasses import dataclass

KIOSK_DESIGN = (1080, 1920)
"""Width and height of the kiosk's drawing, design pixels."""
CAPITAL_ANGLE_DEG = 0.7
"""What a capital letter must subtend at the eye (EN 301 549 V3.2.1, 5.1.4): 7.3 mm at 600 mm."""
CAPITAL_LEAST_MM = 4.8
"""Below this nothing is written, whatever the distance (docs/requirements.md, the kiosk)."""
REACH_LOW_MM, REACH_HIGH_MM = 800.0, 1100.0
"""Heights above the floor that a seated person reaches: the band of lower-the-buttons mode."""


@dataclass(frozen=True, slots=True)
class Panel:
    """The place of a panel. Lengths in millimetres, ``y`` in design pixels from the top."""

    width_mm: float
    height_mm: float
    lower_edge_mm: float
    viewing_mm: float
    design: tuple[int, int] = KIOSK_DESIGN

    @property
    def mm_per_px(self) -> float:
        """Millimetres of a design pixel."""
        width, height = self.design
        return min(self.width_mm / width, self.height_mm / height)

    @property
    def capital_mm(self) -> float:
        """The height of a capital letter that is read without effort from where people stand."""
        return max(CAPITAL_LEAST_MM, self.viewing_mm * math.tan(math.radians(CAPITAL_ANGLE_DEG)))

    @property
    def foot_mm(self) -> float:
        """Height of the drawing's lower edge above the floor.

        Where the panel is taller than the drawing, half of what is left lies below it.
        """
        _, height = self.design
        return self.lower_edge_mm + (self.height_mm - height * self.mm_per_px) / 2

    def above_floor_mm(self, y: float) -> float:
        """Height of a line of the drawing above the floor."""
        return self.foot_mm + (self.design[1] - y) * self.mm_per_px

    def line_at(self, above_floor_mm: float) -> float:
        """The line of the drawing at this height above the floor, from the top."""
        return self.design[1] - (above_floor_mm - self.foot_mm) / self.mm_per_px
