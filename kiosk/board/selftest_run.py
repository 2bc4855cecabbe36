"""The displays of a branch opened off-screen, one state after the other, and measured."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtQuick import QQuickWindow

from kiosk.board.counter_program import CounterProgram
from kiosk.board.program import BoardProgram
from kiosk.board.selftest import Measured, measure
from kiosk.board.selftest_scenes import of_a_counter, of_the_board
from kiosk.ticketing.selftest.client import StillClient
from kiosk.ticketing.selftest.measure import measure as read
from shared.config.board_tables import NoticeTable
from shared.config.profile import Profile, Text
from shared.protocol.lobby import LobbyView
from shared.ui.app import quick_application
from shared.ui.contrast import TEXT_RATIO, contrast
from shared.ui.grab import settle

OPTIONS = {"fullscreen": "0", "audio": "silent"}
BOARD_PX, COUNTER_PX = 1920, 1280
NOTICE = NoticeTable(text=Text(zh="本周六停业一天", en="Closed this Saturday"))


@dataclass(frozen=True)
class Found:
    """What the self-test found. ``pale``: texts with too little contrast, each as a sentence."""

    rows: tuple[Measured, ...] = ()
    pale: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()

    def __add__(self, other: "Found") -> "Found":
        """Both."""
        return Found(
            self.rows + other.rows, self.pale + other.pale, self.complaints + other.complaints
        )

    @property
    def faults(self) -> int:
        """How many things are wrong."""
        return sum(not row.is_met for row in self.rows) + len(self.pale) + len(self.complaints)


def self_test(profile: Profile) -> Found:
    """Open and measure the board and a counter's display of this branch, dark and light."""
    quick_application("zh")
    found = Found()
    for scheme in ("dark", "light"):
        for part in _parts(profile, scheme):
            found += part
    return found


def _parts(profile: Profile, scheme: str) -> Iterator[Found]:
    for name, lobby in of_the_board(profile):
        yield measure_board(f"board {name} {scheme}", profile, lobby, scheme)
    noted = profile.model_copy(update={"notices": (NOTICE,)})
    _, lobby = next(of_the_board(noted))
    yield measure_board(f"board notice {scheme}", noted, lobby, scheme)
    for name, lobby in of_a_counter(profile):
        yield measure_counter(f"counter {name} {scheme}", profile, lobby, scheme)


def measure_board(name: str, profile: Profile, lobby: LobbyView, scheme: str = "dark") -> Found:
    """The board in one state, in the shape of the profile's panel."""
    table = profile.board
    program = BoardProgram(_client(profile, lobby), OPTIONS | {"scheme": scheme})
    shape = (table.panel_width_mm, table.panel_height_mm)
    return _measured(name, program, shape, BOARD_PX, table.viewing_distance_m)


def measure_counter(name: str, profile: Profile, lobby: LobbyView, scheme: str = "dark") -> Found:
    """The display above the first counter in one state, in the shape of its panel."""
    table, first = profile.board, profile.counters[0].id
    options = OPTIONS | {"scheme": scheme, "counter": first}
    program = CounterProgram(_client(profile, lobby), options)
    shape = (table.counter_panel_width_mm, table.counter_panel_height_mm)
    return _measured(name, program, shape, COUNTER_PX, table.counter_distance_m)


def _client(profile: Profile, lobby: LobbyView) -> StillClient:
    client = StillClient(profile)
    client.lobby = lobby
    return client


def _measured(
    name: str,
    program: BoardProgram | CounterProgram,
    shape_mm: tuple[float, float],
    long_px: int,
    distance_m: float,
) -> Found:
    """The program's window, so many pixels long; closes it."""
    mm_per_px = max(shape_mm) / long_px
    program.window.resize(round(shape_mm[0] / mm_per_px), round(shape_mm[1] / mm_per_px))
    try:
        program.show()
        settle()
        rows = tuple(measure(name, program.window, mm_per_px, distance_m))
        return Found(rows, tuple(_pale(name, program.window)), tuple(program.engine.problems))
    finally:
        program.close()


def _pale(name: str, window: QQuickWindow) -> Iterator[str]:
    for each in read(window).letters:
        ratio = contrast(each.ink, each.behind)
        if ratio < TEXT_RATIO:
            yield f"{name}: “{each.text}” has a contrast of {ratio:.1f}, not {TEXT_RATIO:g}"
