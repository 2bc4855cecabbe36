"""The tokens of the look: colours and sizes, as data without Qt.

Colours are ``#RRGGBB``. Sizes of the touch surfaces are design pixels of a 1080 x 1920 kiosk panel
of 21.5 inches (0.248 mm a pixel); sizes of the desk programs are pixels at 96 dpi. Large type is
black on white with every contrast at least 7:1, for people with weak sight.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Colours:
    """One colour scheme.

    ``window`` is behind everything, ``panel`` is what lies on it (tiles, cards, tables); which of
    ``surface`` and ``surface2`` they are differs between light and dark. ``soft`` colours are fills
    behind text, ``line_strong`` is the edge of anything pressable (3:1).
    """

    window: str
    panel: str
    surface: str
    surface2: str
    outline: str
    line_strong: str
    text: str
    text2: str
    accent: str
    on_accent: str
    accent_soft: str
    accent_pressed: str
    positive: str
    positive_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    priority: str
    priority_soft: str
    on_priority: str
    disabled: str
    tile_foot: str


LIGHT = Colours(
    window="#F3F5F7",
    panel="#FFFFFF",
    surface="#FFFFFF",
    surface2="#F3F5F7",
    outline="#D3DAE0",
    line_strong="#7C8A96",
    text="#13202B",
    text2="#475765",
    accent="#0A5C9E",
    on_accent="#FFFFFF",
    accent_soft="#E3EFF9",
    accent_pressed="#074778",
    positive="#1A7A48",
    positive_soft="#E5F3EB",
    warning="#A85600",
    warning_soft="#FCF0E0",
    danger="#B0241C",
    danger_soft="#FBE9E7",
    priority="#6A3FA0",
    priority_soft="#F0EAF7",
    on_priority="#FFFFFF",
    disabled="#647380",
    tile_foot="#C3CCD4",
)

DARK = Colours(
    window="#0F161C",
    panel="#172129",
    surface="#0F161C",
    surface2="#172129",
    outline="#32404C",
    line_strong="#748796",
    text="#F1F4F6",
    text2="#B2BEC8",
    accent="#6FB7F3",
    on_accent="#06233B",
    accent_soft="#16324A",
    accent_pressed="#9CCDF7",
    positive="#58C98C",
    positive_soft="#12301F",
    warning="#F0A654",
    warning_soft="#3A2A14",
    danger="#FF8A80",
    danger_soft="#43211F",
    priority="#B79AE6",
    priority_soft="#2C2342",
    on_priority="#1D1330",
    disabled="#8C9BA7",
    tile_foot="#32404C",
)

LARGE = replace(
    LIGHT,
    window="#FFFFFF",
    surface2="#FFFFFF",
    outline="#000000",
    line_strong="#000000",
    text="#000000",
    text2="#000000",
    accent="#003C6B",
    accent_pressed="#00294A",
    positive="#0B5A30",
    warning="#7A3D00",
    danger="#8C1710",
    priority="#4A1F85",
    disabled="#595959",
    tile_foot="#000000",
)


@dataclass(frozen=True, slots=True)
class TouchSizes:
    """Sizes of kiosk, board and rating pad, in design pixels. Names say what they are for."""

    grid: int = 8
    margin: int = 48
    gap: int = 24
    radius: int = 16
    border: int = 2
    notice_border: int = 3
    press_border: int = 6
    focus_border: int = 6
    focus_offset: int = 5
    header_height: int = 112
    header_text: int = 34
    clock: int = 44
    mark: int = 48
    touch_zone_top: int = 720
    touch_zone_bottom: int = 1728
    bar_height: int = 160
    bar_icon: int = 48
    bar_label: int = 36
    bar_second: int = 28
    question: int = 116
    question_second: int = 46
    tile_height: int = 272
    tile_icon: int = 84
    tile_title: int = 62
    tile_second: int = 42
    tile_wait: int = 44
    tile_unit: int = 36
    priority_height: int = 128
    priority_title: int = 46
    button_height: int = 128
    button_text: int = 52
    button_second: int = 42
    notice_title: int = 48
    body: int = 42
    small: int = 36
    caption: int = 46
    number: int = 368
    figure: int = 120
    min_target: int = 81


TOUCH = TouchSizes()

TOUCH_LARGE = replace(
    TOUCH,
    border=4,
    notice_border=4,
    header_height=136,
    header_text=44,
    clock=66,
    bar_height=184,
    bar_icon=64,
    bar_label=54,
    bar_second=42,
    question=138,
    question_second=69,
    tile_height=264,
    tile_icon=96,
    tile_title=93,
    tile_second=63,
    tile_wait=54,
    tile_unit=54,
    priority_height=138,
    priority_title=66,
    button_height=144,
    button_text=78,
    button_second=63,
    notice_title=66,
    body=63,
    small=54,
    caption=64,
    number=380,
    figure=156,
)
"""Large type, as drawn for the start screen: what has room grows 1.5 times, what is large already
(tile times, question, number) grows as far as the line allows."""


@dataclass(frozen=True, slots=True)
class DeskSizes:
    """Sizes of the Widgets programs, pixels at 96 dpi; weights are 400 and 700 only."""

    bar: int = 48
    margin: int = 16
    gap: int = 8
    radius: int = 6
    panel_head: int = 40
    table_head: int = 28
    row: int = 30
    button: int = 36
    button_small: int = 28
    button_confirm: int = 44
    hint: int = 12
    body: int = 13
    text: int = 15
    title: int = 18
    heading: int = 22
    large: int = 28
    figure_small: int = 38
    figure: int = 56
    number: int = 136
    focus: int = 2


DESK = DeskSizes()

MM_PER_PX = {"kiosk": 0.248, "rating": 0.170, "board": 0.554}
"""Millimetres a pixel: kiosk 21.5 in, pad 10.1 in, board 1920 px on a 48 in screen (EN 301 549
capital heights are worked out from these)."""
