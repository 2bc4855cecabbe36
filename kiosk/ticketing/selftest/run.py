"""The self-test: every screen in both languages and sizes of type, measured off-screen."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QEventLoop, QMetaObject, QTimer
from PySide6.QtQuick import QQuickItem

from kiosk.ticketing.panel import kiosk_panel
from kiosk.ticketing.program import KioskProgram
from kiosk.ticketing.selftest.client import StillClient, StillSpeaker
from kiosk.ticketing.selftest.judge import Mode, Row, judge
from kiosk.ticketing.selftest.measure import foreground, measure, shown
from kiosk.ticketing.selftest.places import Places, moved, places
from kiosk.ticketing.selftest.screens import SCREENS, Stage
from shared.config.profile import Profile
from shared.ui.app import quick_application
from shared.ui.grab import settle
from shared.ui.panel import Panel
from shared.ui.theme import FADE_MS

NEVER_MS = 3_600_000
"""No second of the kiosk's patience passes while it is measured."""
LANGUAGES = ("zh", "en")
POLISHES = 3
"""Rows and columns find their places in so many rounds."""

Open = Callable[[Stage], None]


@dataclass(frozen=True)
class SelfTest:
    """What was found. ``complaints`` are warnings of the QML engine."""

    panel: Panel
    rows: tuple[Row, ...]
    complaints: tuple[str, ...] = ()

    @property
    def faults(self) -> tuple[str, ...]:
        """Each fault with its screen and mode."""
        found = (
            f"{row.screen} ({row.mode.words}): {fault}" for row in self.rows for fault in row.faults
        )
        return (*found, *self.complaints)

    @property
    def is_passed(self) -> bool:
        """Whether every screen keeps every limit."""
        return not self.faults


def self_test(profile: Profile, screens: Mapping[str, Open] = SCREENS) -> SelfTest:
    """Open and measure every screen of the kiosk with this profile; takes a few seconds."""
    quick_application("zh")
    client = StillClient(profile)
    program = KioskProgram(client, {"fullscreen": "0"}, second_ms=NEVER_MS, speaker=StillSpeaker())
    try:
        return measure_all(Stage(program, client), screens)
    finally:
        program.close()


def measure_all(stage: Stage, screens: Mapping[str, Open] = SCREENS) -> SelfTest:
    """The same on a kiosk that is there already."""
    stage.program.theme.set_reduced_motion(True)  # a page that fades in is not measured half faded
    stage.program.grab()
    _wait_ms(FADE_MS * 2)  # the first page has begun to fade already
    panel = kiosk_panel(stage.profile.kiosk)
    fixed: dict[tuple[bool, bool], Places] = {}
    rows = tuple(
        _measured(stage, name, mode, panel, fixed) for name, mode in _opened(stage, screens)
    )
    stage.program.theme.set_lowered(False)
    return SelfTest(panel, rows, tuple(stage.program.engine.problems))


def modes(*, can_lower: bool) -> Iterator[Mode]:
    """Every way of showing a screen."""
    for language in LANGUAGES:
        for is_large in (False, True):
            yield Mode(language, is_large)
            if can_lower:
                yield Mode(language, is_large, is_lowered=True)


def _opened(stage: Stage, screens: Mapping[str, Open]) -> Iterator[tuple[str, Mode]]:
    """Each screen in each mode, standing there when it is named."""
    for name, opens in screens.items():
        stage.reset()
        opens(stage)
        for mode in modes(can_lower=stage.program.flow.access.can_lower):
            _show(stage, mode)
            for part in _parts(stage, mode):
                yield f"{name}{part}", mode


def _wait_ms(time_ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(time_ms, loop.quit)
    loop.exec()


def _parts(stage: Stage, mode: Mode) -> Iterator[str]:
    """A lowered page is seen part by part: each is shown when it is named, as a person does it."""
    yield ""
    part = 1
    while mode.is_lowered and (more := _more_button(stage)) is not None:
        QMetaObject.invokeMethod(more, "click")
        _polish(stage)
        part += 1
        yield f", part {part}"


def _more_button(stage: Stage) -> QQuickItem | None:
    """The key that shows the next part of what is lowered, where there is one more."""
    for item in shown(foreground(stage.program.window)):
        if item.objectName() == "partOnButton" and item.isEnabled():
            return item
    return None


def _show(stage: Stage, mode: Mode) -> None:
    stage.program.language.set_current(mode.language)
    stage.program.theme.set_large_type(mode.is_large)
    if mode.is_lowered:
        stage.program.theme.set_lowered(False)  # begins with the first part again
        settle()
    stage.program.theme.set_lowered(mode.is_lowered)
    _polish(stage)


def _polish(stage: Stage) -> None:
    settle()
    for _ in range(POLISHES):
        for item in shown(stage.program.window.contentItem()):
            item.ensurePolished()
    for item in shown(stage.program.window.contentItem()):
        if item.property("isLowered") is True:
            QMetaObject.invokeMethod(item, "divide")  # at once, not at the page's next look
    settle()


def _measured(
    stage: Stage, name: str, mode: Mode, panel: Panel, fixed: dict[tuple[bool, bool], Places]
) -> Row:
    """The row of one screen; the fixed controls are held against the first screen's."""
    seen = measure(stage.program.window)
    row = judge(name, mode, seen, panel)
    found = places(seen)
    first = fixed.setdefault((mode.is_large, mode.is_lowered), found)
    faults = tuple(moved(first, found))
    fixed[(mode.is_large, mode.is_lowered)] = {**found, **first}
    return replace(row, faults=row.faults + faults)
