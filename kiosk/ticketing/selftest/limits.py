"""What every screen must keep, with sources (docs/requirements.md, the kiosk in figures)."""

from typing import Final

#: Both sides of anything touchable (Colle and Hiszem 2004, standing users).
TARGET_MM: Final = 20.0
#: Both sides of a main tile (the same; 25 to 30 mm is where errors stop falling).
TILE_MM: Final = 25.0
#: Text on what lies behind it (WCAG 2.2, 1.4.3), and in large type (1.4.6).
CONTRAST: Final = 4.5
CONTRAST_LARGE: Final = 7.0
#: In normal mode nothing touchable lies above this share of the panel (LOOK tokens).
TOUCH_FROM: Final = 1 / 3
#: Rounding of positions and of the fonts' hinting.
SLACK_MM: Final = 0.5
#: Targets that stand at the same place on every screen.
FIXED: Final = (
    "backButton", "languageButton", "helpButton", "largeTypeButton", "speechButton", "lowerButton"
)  # fmt: skip
#: Names of main tiles begin with one of these.
TILES: Final = ("tile-", "way-")
