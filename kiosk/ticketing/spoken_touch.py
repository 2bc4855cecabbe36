"""Fingers and keys while the kiosk speaks: first it is said what lies there, then it is pressed."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ticketing.flow import KioskFlow
from kiosk.ticketing.spoken_mode import SpokenMode
from kiosk.ticketing.spoken_words import CONTROL, control_at, control_words, page_words

BEGINS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})
GOES_ON = frozenset({QEvent.Type.MouseMove, QEvent.Type.TouchUpdate})
ENDS = frozenset({QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel})
KEY = Qt.Key.Key_F1
"""Turns the speech on; for a keyboard or a keypad that a blind person finds."""


class SpokenTouch(QObject):
    """Watches the window's events; takes those that only ask what lies there."""

    def __init__(self, window: QQuickWindow, flow: KioskFlow, spoken: SpokenMode) -> None:
        """Install it as an event filter of the window."""
        super().__init__()
        self._window = window
        self._flow = flow
        self._spoken = spoken
        self._heard: QQuickItem | None = None
        self._takes = False
        spoken.read = self._read
        spoken.turned.connect(self._forget_heard)
        spoken.changed.connect(self._forget_if_off)
        window.activeFocusItemChanged.connect(self._focus_moved)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a first touch away; leave everything else."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if not self._spoken.is_on:
            return False
        if event.type() in BEGINS:
            self._takes = self._asks(_place(event))
        elif event.type() not in GOES_ON | ENDS:
            return False
        takes = self._takes
        if event.type() in ENDS:
            self._takes = False
        if takes:
            event.accept()
        return takes

    def _asks(self, place: QPointF) -> bool:
        """Whether the finger only asks; then it is told."""
        control = control_at(self._window, place)
        if control is None or control == self._heard:
            return False
        self._flow.touched()
        self._hear(control)
        return True

    def _hear(self, control: QQuickItem) -> None:
        self._heard = control
        if control.isEnabled():
            control.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        self._spoken.say(control_words(control, self._flow.language_code()))

    @Slot()
    def _focus_moved(self) -> None:
        """By a keyboard: the same as a first touch."""
        # The stubs forget that nothing may have it.
        item = cast("QQuickItem | None", self._window.activeFocusItem())
        if not self._spoken.is_on or item is None or item == self._heard:
            return
        if item.inherits(CONTROL):
            self._hear(item)

    def _key(self, event: QKeyEvent) -> bool:
        self._flow.touched()
        if event.key() != KEY:
            return False
        self._spoken.press()
        return True

    def _read(self, language: str) -> list[str]:
        return page_words(self._window, language)

    @Slot()
    def _forget_heard(self) -> None:
        """Another page: nothing of it was heard yet."""
        self._heard = None

    @Slot()
    def _forget_if_off(self) -> None:
        if not self._spoken.is_on:
            self._heard, self._takes = None, False


def _place(event: QEvent) -> QPointF:
    """Where the finger is."""
    if isinstance(event, QTouchEvent):
        return event.points()[0].position()
    assert isinstance(event, QMouseEvent)
    return event.position()
