"""Where everything stands on the board: worked out from the counters, the panel and the distance.

The more counters call, the more calls a customer must find. Rows come in one or two columns,
whichever gives the higher digits; and rather than digits that cannot be read from the last seat
the board shows fewer of the older calls. No Qt; lengths are design pixels unless they say mm.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kiosk.board.figures import LEAST_ARCMIN, needed_mm
from shared.config.board_tables import BoardTable

LONG, SHORT = 1920, 1080
#: The picture of the look: three rows under the call, which is 280 high.
USUAL_ROWS: Final = 3
#: Calls that stand there at once at most; more counters than that seldom call within a minute.
MOST_ROWS: Final = 11
SIDE_WIDTH, SIDE_HEIGHT = 600, 480
STRIP: Final = 96
BAND: Final = 168
#: Capitals of the largest rows, and how much of a row's height and width a number may take: four
#: characters are at most 3.45 capitals wide, of which Qt makes whole pixels.
HERO_CAPITAL, ROW_CAPITAL = 194.0, 157.0
HIGH_SHARE, HERO_SHARE, STACKED_SHARE = 0.775, 0.693, 0.46
NUMBER_CAPITALS: Final = 3.45
WIDE_NUMBER, NARROW_NUMBER, STACKED_NUMBER = 0.4848, 0.55, 0.9


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Layout:
    """One arrangement. ``capital`` is the height of a capital, of digits too.

    ``strip`` holds a notice, ``band`` a small incident; both have no height where there is none.
    """

    width: int
    height: int
    is_portrait: bool
    header: Box
    band: Box
    hero: Box
    is_stacked: bool
    hero_capital: float
    rows: Box
    columns: int
    lines: int
    row_capital: float
    side: Box
    strip: Box
    footer: Box

    @property
    def room(self) -> int:
        """How many earlier calls stand under the present one."""
        return self.columns * self.lines


def arrange(
    counters: int,
    board: BoardTable,
    *,
    is_portrait: bool = False,
    has_notice: bool = False,
    has_band: bool = False,
) -> Layout:
    """The arrangement for so many counters on the profile's panel."""
    width, height = (SHORT, LONG) if is_portrait else (LONG, SHORT)
    head, foot = (168, 152) if is_portrait else (96, 96)
    band = Box(0, head, width, BAND if has_band else 0)
    strip_high = STRIP if has_notice else 0
    strip = Box(0, height - foot - strip_high, width, strip_high)
    top, end = band.y + band.height, strip.y
    side = (
        Box(0, end - SIDE_HEIGHT, width, SIDE_HEIGHT)
        if is_portrait
        else Box(width - SIDE_WIDTH, top, SIDE_WIDTH, end - top)
    )
    main = (
        Box(0, top, width, side.y - top)
        if is_portrait
        else Box(0, top, width - SIDE_WIDTH, end - top)
    )
    hero, is_stacked, rows = _hero(main, counters, is_portrait=is_portrait)
    least = needed_mm(LEAST_ARCMIN, board.viewing_distance_m) / _mm_per_px(board)
    columns, lines, capital = _rows(rows, counters, least)
    return Layout(
        width=width,
        height=height,
        is_portrait=is_portrait,
        header=Box(0, 0, width, head),
        band=band,
        hero=hero,
        is_stacked=is_stacked,
        hero_capital=_hero_capital(hero, is_stacked=is_stacked),
        rows=rows,
        columns=columns,
        lines=lines,
        row_capital=capital,
        side=side,
        strip=strip,
        footer=Box(0, height - foot, width, foot),
    )


def as_words(layout: Layout) -> dict[str, object]:
    """The arrangement for QML: boxes as maps."""
    found: dict[str, object] = {}
    for name in Layout.__dataclass_fields__:
        value = getattr(layout, name)
        if isinstance(value, Box):
            value = {
                "x": value.x,
                "y": value.y,
                "width": value.width,
                "height": value.height,
            }
        found[name] = value
    return found


def _mm_per_px(board: BoardTable) -> float:
    """Of a design pixel; a panel that hangs the other way round than told is the same panel."""
    short, long = sorted((board.panel_width_mm, board.panel_height_mm))
    return min(short / SHORT, long / LONG)


def _hero(main: Box, counters: int, *, is_portrait: bool) -> tuple[Box, bool, Box]:
    """The call that is announced, and what is left for the earlier ones."""
    if counters <= 1:  # who was called before to the only counter helps nobody
        return main, True, Box(main.x, main.y + main.height, main.width, 0)
    if is_portrait:
        high = 440 if counters <= USUAL_ROWS + 1 else 380
    else:
        high = 280 if counters <= 9 else 216
    hero = Box(main.x, main.y, main.width, high)
    return hero, is_portrait, Box(main.x, main.y + high, main.width, main.height - high)


def _hero_capital(hero: Box, *, is_stacked: bool) -> float:
    if is_stacked:
        return min(
            hero.height * STACKED_SHARE, hero.width * STACKED_NUMBER / NUMBER_CAPITALS, 330.0
        )
    return min(hero.height * HERO_SHARE, HERO_CAPITAL)


def _rows(area: Box, counters: int, least: float) -> tuple[int, int, float]:
    """Columns, lines and capitals: as many calls as wanted, fewer where they could not be read."""
    if area.height <= 0:
        return 1, 0, 0.0
    wanted = min(MOST_ROWS, max(USUAL_ROWS, counters - 1))
    best = max(_ways(area, wanted), key=lambda way: way[2])
    while best[2] < least and wanted > 1:
        wanted -= 1
        best = max(_ways(area, wanted), key=lambda way: way[2])
    return best


def _ways(area: Box, wanted: int) -> Iterator[tuple[int, int, float]]:
    """One column or two for so many calls, with the capitals that fit."""
    for columns, share in ((1, WIDE_NUMBER), (2, NARROW_NUMBER)):
        lines = -(-wanted // columns)
        wide = area.width / columns * share / NUMBER_CAPITALS
        yield columns, lines, min(area.height / lines * HIGH_SHARE, wide, ROW_CAPITAL)
