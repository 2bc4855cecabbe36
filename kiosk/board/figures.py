"""How high letters must be to be read from a distance. No Qt.

Sources: ISO 9241-303 (as ISO 9241-3 before): a capital is at least 16 minutes of arc high, 20 to 22
are preferred. EN 301 549 5.1.4 asks for 0.7 degrees where a machine is used by hand; on a board we
only report from where that is reached.
"""

from math import atan, degrees, radians, tan
from typing import Final

#: Minutes of arc, as above. The number that is called keeps to the upper preferred figure, every
#: other number to the least one.
CALLED_ARCMIN: Final = 22.0
LEAST_ARCMIN: Final = 16.0
#: EN 301 549 5.1.4: 0.7 degrees.
LARGE_ARCMIN: Final = 42.0
#: Height of a capital and of our digits, as a share of the font's size (Noto Sans SC).
CAPITAL_EM: Final = 0.733


def needed_mm(arcmin: float, distance_m: float) -> float:
    """The height in millimetres that is seen under this angle from this distance."""
    return distance_m * 1000 * tan(radians(arcmin / 60))


def seen_arcmin(height_mm: float, distance_m: float) -> float:
    """Under how many minutes of arc something of this height is seen."""
    return degrees(atan(height_mm / (distance_m * 1000))) * 60


def reach_m(height_mm: float, arcmin: float) -> float:
    """The farthest distance in metres from which it is seen under this angle."""
    return height_mm / 1000 / tan(radians(arcmin / 60))
