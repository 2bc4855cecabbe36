"""What keys do that mean another thing on each page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.console.shell.window import ConsoleWindow


def run_or_cancel(window: "ConsoleWindow") -> None:
    """Run both plans, or stop."""
    window.close_sheet()
    page = window.layout_page if window.page is window.layout_page else window.what_if
    page.run_or_cancel()


def find_need(window: "ConsoleWindow") -> None:
    """Search for what the page in front is about."""
    if window.page is window.staffing:
        window.staffing.find_or_stop()
    if window.page is window.roster:
        window.roster.make_or_stop()


def turn_day(window: "ConsoleWindow", by: int) -> None:
    """The day before or the next one, on the roster."""
    if window.page is window.roster:
        window.roster.turn_day(by)


def play(window: "ConsoleWindow") -> None:
    """Play or pause, where a day is watched."""
    if window.page is window.watch:
        window.watch.play_or_pause()


def next_day(window: "ConsoleWindow") -> None:
    """Another day, where one is watched."""
    if window.page is window.watch:
        window.watch.next_day()


def history(window: "ConsoleWindow", *, is_back: bool) -> Callable[[], object] | None:
    """Undo and redo, where there is something to take back."""
    if window.page is window.layout_page:
        return window.layout_page.take_back if is_back else window.layout_page.take_again
    if window.page is window.staffing:
        return window.staffing.take_back if is_back else window.staffing.take_again
    if window.page is window.roster:
        work = window.session.roster
        return work.take_back if is_back else work.take_again
    return None
