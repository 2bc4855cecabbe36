"""Spoken mode: every page is read aloud; a touch says what lies there, a second touch presses it.

For people who do not see the screen, and for those who do not read (EN 301 549, 5.1.3). It begins
with a key of the bar or of a keyboard (F1), and ends with the visit: then it is off, and as loud as
it was set up. Whatever waits for somebody waits three times as long.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.speech.speaker import Speaker
from kiosk.ticketing.flow_state import FlowState
from kiosk.ticketing.page import FOR_STAFF
from shared.i18n import translate

QML_IMPORT_NAME = "kiosk.ticketing"
QML_IMPORT_MAJOR_VERSION = 1

LEVELS: Final = (20, 40, 60, 80, 100)
USUAL: Final = 2
SLOWNESS: Final = 3
SETTLE_MS: Final = 60
"""A page that has just come is laid out first."""
PAUSE: Final = "\n\n"

Read = Callable[[str], list[str]]


@QmlElement
class SpokenMode(QObject):
    """What is spoken, and how loud.

    For QML: ``isOffered``: this machine can speak both languages; ``isOn``; ``volume`` 1 to 5;
    ``hasSheet``: volume, repeat and end are shown.

    Signals:
        turned: another page is in front, or all of it is said once more.
    """

    changed = Signal()
    turned = Signal()

    def __init__(self, state: FlowState, speaker: Speaker) -> None:
        """Silent. ``read`` is to be set: the words of the screen in a language."""
        super().__init__()
        self._state = state
        self._speaker = speaker
        self.read: Read = _nothing
        self.is_on = False
        self.has_sheet = False
        self.level = USUAL
        self._place: tuple[str, str, bool] | None = None
        self._said: list[str] = []
        self._look_soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._look_soon.timeout.connect(self.look)
        speaker.finished.connect(self._finished)
        state.traces.append(lambda: self.is_on)
        state.wiped.connect(self._forget)
        state.changed.connect(self._changed)
        state.idleChanged.connect(self._changed)

    # ------------------------------------------------------------ what the customer does

    @Slot()
    def press(self) -> None:
        """The key: on; and while it is on, what can be done about it."""
        state = self._state
        if not self._speaker.speaks_all or state.page in FOR_STAFF:
            return
        if self.is_on:
            self._show_sheet(is_shown=not self.has_sheet)
            return
        self.is_on = True
        state.slowness = SLOWNESS
        state.count_down_if_running()
        self._place = None
        self.changed.emit()
        state.tell()

    @Slot()
    def louder(self) -> None:
        """One step up."""
        self._set_level(self.level + 1)

    @Slot()
    def quieter(self) -> None:
        """One step down."""
        self._set_level(self.level - 1)

    @Slot()
    def again(self) -> None:
        """The page once more."""
        self._place = None
        self._show_sheet(is_shown=False)

    @Slot()
    def close(self) -> None:
        """Back to the page."""
        self._show_sheet(is_shown=False)

    @Slot()
    def off(self) -> None:
        """Silent again; everything else stays as it is."""
        self._forget()
        self._state.tell()

    def end(self) -> None:
        """The window goes: nothing is read from it any more, whatever is still told."""
        self._forget()
        self.read = _nothing

    # ------------------------------------------------------------ speaking

    def say(self, words: str) -> None:
        """Now, instead of what is being said."""
        if not self.is_on or not words:
            return
        self._speaker.say(words, self._state.language_code(), LEVELS[self.level])

    @Slot()
    def look(self) -> None:
        """Say what is new on the screen: all of another page, of the same one what has changed."""
        if not self.is_on:
            return
        place = self._present_place()
        said = self.read(place[1])
        if place != self._place:
            self.turned.emit()
            first = [self._welcome()] if self._place is None else []
            new = [*first, *said]
        else:
            new = [each for each in said if each not in self._said]
        self._place, self._said = place, said
        self.say(PAUSE.join(new))

    def _present_place(self) -> tuple[str, str, bool]:
        state = self._state
        front = "sheet" if self.has_sheet else state.screen_name
        return front, state.language_code(), state.warning.is_running

    def _welcome(self) -> str:
        return translate(
            "Spoken",
            "Speech is on, and others may hear it. Touch something to hear what it is, "
            "touch it again to choose it",
            language=self._state.language_code(),
        )

    def _set_level(self, level: int) -> None:
        self.level = min(max(level, 0), len(LEVELS) - 1)
        self.changed.emit()
        words = translate(
            "Spoken",
            "Volume %1 of %2",
            self.level + 1,
            len(LEVELS),
            language=self._state.language_code(),
        )
        self.say(words)
        self._state.tell()

    def _show_sheet(self, *, is_shown: bool) -> None:
        self.has_sheet = is_shown
        self.changed.emit()
        self._state.tell()

    @Slot()
    def _changed(self) -> None:
        if self.is_on:
            self._look_soon.start()

    @Slot(bool)
    def _finished(self, _is_heard: bool) -> None:
        """Whoever listened was there: the patience begins anew."""
        if self.is_on and not self._state.warning.is_running:
            self._state.watch_idle()

    @Slot()
    def _forget(self) -> None:
        self._look_soon.stop()
        if self.is_on:
            self._speaker.stop()
        self.is_on = self.has_sheet = False
        self.level = USUAL
        self._place, self._said = None, []
        self._state.slowness = 1
        self.changed.emit()

    isOffered = Property(bool, lambda self: self._speaker.speaks_all, notify=changed)
    isOn = Property(bool, lambda self: self.is_on, notify=changed)
    hasSheet = Property(bool, lambda self: self.has_sheet, notify=changed)
    volume = Property(int, lambda self: self.level + 1, notify=changed)


def _nothing(_language: str) -> list[str]:
    """Before there is a window."""
    return []
