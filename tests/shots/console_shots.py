"""The console's pages, on the sample branch with its two plans."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from shared.i18n import translate
from shared.ui.grab import settle
from simulator.console.effect.asked import Asked, of_run
from simulator.console.program import ConsoleProgram
from simulator.console.roster.edits import break_moved, moved, next_place
from simulator.console.study.draft import Draft
from simulator.console.study.warm import warm_up
from tests.shots.picture import Picture, from_qt
from tests.shots.waiting import until
from tests.simulator.console.march import march_halves

WINDOW: Final = QSize(1366, 768)
#: A screen of 3840 x 2160 at twice the size, as desktops set it up.
LARGE: Final = QSize(1920, 1080)
DAYS: Final = 100
ROSTER: Final = Path(__file__).parent / "city-roster.csv"
NOW_S: Final = 11.25 * 3600
SEARCH_S: Final = 120.0


class Console:
    """One console in one language and scheme."""

    def __init__(self, language: str, scheme: str, scenario: str = "payday") -> None:
        QApplication.setCursorFlashTime(0)
        options = {"language": language, "scheme": scheme, "scenario": scenario}
        self.program = ConsoleProgram(options)
        self.program.session.set_days(DAYS)
        self.program.show()
        settle()

    def run(self) -> None:
        """Plan B: the breaks of two counters after the peak; both plans lived."""
        session = self.program.session
        if session.result is None:
            session.change(1, later_breaks(session.drafts[1]))
            session.run()
            until(lambda: not session.is_running, SEARCH_S)
        self.program.window.what_if.finish()

    def show(self, page: int) -> None:
        """One of the pages."""
        self.program.window.show_page(page)
        settle()


def later_breaks(draft: Draft) -> Draft:
    """Counters 2 and 4 have their break an hour and a half later."""
    lines = list(draft.staffing)
    for place, begins, ends in ((1, "13:40", "14:20"), (3, "13:30", "14:15")):
        pause = lines[place].pauses[0].model_copy(update={"begins": begins, "ends": ends})
        lines[place] = lines[place].model_copy(update={"pauses": (pause,)})
    return draft.staffed(lines)


def _what_if(console: Console) -> None:
    console.show(0)
    console.run()


def _heat(console: Console) -> None:
    _what_if(console)
    console.program.window.what_if.choices[1].setChecked(True)


def _change(console: Console) -> None:
    _what_if(console)
    console.program.window.change_plan(1)


def _open(console: Console) -> None:
    _what_if(console)
    console.program.window.ask_case()


def _tour(console: Console) -> None:
    console.program.window.begin_tour()


def _day(console: Console) -> None:
    console.show(1)
    watch = console.program.window.watch
    until(lambda: watch.day is not None, SEARCH_S)
    watch.go_to(NOW_S)


def _staffing(console: Console) -> None:
    console.run()
    console.show(2)
    page = console.program.window.staffing
    page.find_or_stop()
    until(lambda: not page.jobs.is_running, SEARCH_S)


def _layout(console: Console) -> None:
    console.show(3)
    page = console.program.window.layout_page
    hall = page.ground.things["zone", "hall"]
    page.chosen = ("zone", "hall")
    page._take(page.ground.moved(hall, 3.0, 3.0))
    console.program.session.run()
    until(lambda: not console.program.session.is_running, SEARCH_S)


def _roster(console: Console) -> None:
    console.show(4)
    work = console.program.session.roster
    work.open("city-staff", ROSTER)
    work.go_to(3)
    assert work.book is not None
    duties = work.book.roster.on("2026-09-10")
    work.exchange(duties[2], moved(duties[2], 60))
    work.exchange(duties[4], next_place(duties[4], work.book.month))
    work.exchange(duties[5], break_moved(duties[5], 0, 120))


def _effect(console: Console) -> None:
    """The recorded month in two halves beside a run that said: fewer counters in the afternoon."""
    session = console.program.session
    shorter = {"closes": "15:00", "pauses": ()}
    lines = [
        line.model_copy(update=shorter) if line.counter in "34" else line
        for line in session.drafts[1].staffing
    ]
    session.change(1, session.drafts[1].staffed(lines))
    session.run()
    until(lambda: not session.is_running, SEARCH_S)
    assert session.result is not None
    console.show(5)
    with TemporaryDirectory() as folder:
        before, after = march_halves(Path(folder))
        source, profile = of_run(session.result.lives), session.case.profile
        name = translate("Console", "The run that What-if shows now")
        session.effect.judge(Asked(name, source, (before,), (after,), profile))
        until(lambda: not session.effect.jobs.is_running, SEARCH_S)


def _choose(console: Console) -> None:
    _effect(console)
    console.program.window.ask_case()


Play = Callable[[Console], None]
PAGES: Final[dict[str, tuple[str, Play]]] = {
    "console-what-if": ("payday", _what_if),
    "console-day": ("payday", _day),
    "console-staffing": ("neighbourhood", _staffing),
    "console-layout": ("city", _layout),
    "console-roster": ("city", _roster),
    "console-effect": ("city", _effect),
}
SHEETS: Final[dict[str, tuple[str, Play]]] = {
    "console-change": ("payday", _change),
    "console-heat": ("payday", _heat),
    "console-open": ("payday", _open),
    "console-tour": ("payday", _tour),
    "console-choose": ("city", _choose),
}
SCREENS: Final = (*PAGES, *SHEETS, *(f"{name}-dark" for name in PAGES))


def shots(language: str) -> Iterator[tuple[str, Picture]]:
    """Every page light and dark, every sheet light."""
    warm_up()
    for name, (scenario, play) in {**PAGES, **SHEETS}.items():
        yield name, from_qt(_picture(language, "light", scenario, play, WINDOW))
    for name, (scenario, play) in PAGES.items():
        yield f"{name}-dark", from_qt(_picture(language, "dark", scenario, play, WINDOW))


def large_shots(language: str) -> Iterator[tuple[str, Picture]]:
    """Every page light and dark as on a screen of 3840 x 2160; for looking at, not for the docs."""
    warm_up()
    for name, (scenario, play) in PAGES.items():
        for scheme in ("light", "dark"):
            picture = _picture(language, scheme, scenario, play, LARGE, 2.0)
            yield f"{name}-{scheme}-4k", from_qt(picture)


def _picture(
    language: str, scheme: str, scenario: str, play: Play, size: QSize, sharp: float = 1.0
) -> QImage:
    console = Console(language, scheme, scenario)
    console.program.window.resize(size)
    settle()
    play(console)
    console.program.window.what_if.draw_for(sharp)
    for _ in range(3):
        settle()
    image = QImage(size * sharp, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(sharp)
    image.fill(Qt.GlobalColor.white)
    console.program.window.render(image)
    console.program.close()
    return image
