"""The keys of the window, by the page in front."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from simulator.console.shell import acting
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
            return acting.history(window, is_back=key == Qt.Key.Key_Z)
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
        Qt.Key.Key_F5: lambda: acting.run_or_cancel(window),
        Qt.Key.Key_F6: lambda: acting.find_need(window),
        Qt.Key.Key_F7: window.staffing.use_answer,
        Qt.Key.Key_PageUp: lambda: acting.turn_day(window, -1),
        Qt.Key.Key_PageDown: lambda: acting.turn_day(window, 1),
        Qt.Key.Key_Space: lambda: acting.play(window),
        Qt.Key.Key_N: lambda: acting.next_day(window),
        Qt.Key.Key_Escape: lambda: window.session.say(""),
    }
    return plain.get(key)
