"""The keys of the window, by the page in front."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from simulator.console.staffing.gaps import MOST_SETTLED

if TYPE_CHECKING:
    from simulator.console.shell.window import ConsoleWindow

Action = Callable[[], object]


def action_of(window: "ConsoleWindow", event: QKeyEvent) -> Action | None:
    """What a key does on the page in front; None: nothing of the window."""
    key = event.key()
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        page = key - Qt.Key.Key_1
        if 0 <= page < window.pages.count():
            return lambda: window.show_page(page)
        if key in (Qt.Key.Key_Z, Qt.Key.Key_Y):
            return _history(window, is_back=key == Qt.Key.Key_Z)
        with_control: dict[int, Action] = {
            Qt.Key.Key_O: window.ask_case,
            Qt.Key.Key_S: window.ask_save,
            Qt.Key.Key_E: window.ask_export,
            Qt.Key.Key_H: window.ask_office,
        }
        return with_control.get(key)
    if key == Qt.Key.Key_K and window.page is window.layout_page:
        is_less = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return window.layout_page.remove_kiosk if is_less else window.layout_page.add_kiosk
    if event.modifiers() & Qt.KeyboardModifier.AltModifier and window.page is window.staffing:
        number = key - Qt.Key.Key_1
        return (lambda: window.staffing.repair(number)) if 0 <= number < MOST_SETTLED else None
    plain: dict[int, Action] = {
        Qt.Key.Key_F1: window.begin_tour,
        Qt.Key.Key_F3: lambda: window.change_plan(0),
        Qt.Key.Key_F4: lambda: window.change_plan(1),
        Qt.Key.Key_F5: window.run_or_cancel,
        Qt.Key.Key_F6: window.find_need,
        Qt.Key.Key_F7: window.staffing.use_answer,
        Qt.Key.Key_PageUp: lambda: window.turn_day(-1),
        Qt.Key.Key_PageDown: lambda: window.turn_day(1),
        Qt.Key.Key_Space: window.play,
        Qt.Key.Key_N: window.next_day,
        Qt.Key.Key_Escape: lambda: window.session.say(""),
    }
    return plain.get(key)


def _history(window: "ConsoleWindow", *, is_back: bool) -> Action | None:
    """Undo and redo, where there is something to take back."""
    if window.page is window.layout_page:
        return window.layout_page.take_back if is_back else window.layout_page.take_again
    if window.page is window.staffing:
        return window.staffing.take_back if is_back else window.staffing.take_again
    if window.page is window.roster:
        work = window.session.roster
        return work.take_back if is_back else work.take_again
    return None
