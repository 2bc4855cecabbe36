"""The errand "type it in": a telephone number, the code of an appointment, a staff number, a PIN.

What is typed is personal: it is shown while it is typed (a number's middle four only until a second
after the last key), given to who asked, and forgotten.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ticketing.countdown import SECOND_MS
from kiosk.ticketing.flow_state import FlowState
from kiosk.ticketing.page import CODE, PIN, STAFF_NUMBER, TELEPHONE, Page
from kiosk.ticketing.tile import Words
from shared.protocol.appointment import CODE_ALPHABET, CODE_LENGTH

QML_IMPORT_NAME = "kiosk.ticketing"
QML_IMPORT_MAJOR_VERSION = 1

MASK = "•"
DIGITS = "0123456789"


@dataclass(frozen=True)
class Keys:
    """What may be typed: these characters, so many, beginning with one of ``first``.

    ``masked``: the places that are hidden a second after the last key; at once if ``is_secret``.
    """

    characters: str
    least: int
    most: int
    first: str = ""
    masked: range = range(0)
    is_secret: bool = False


KEYS = {
    # Mobile numbers of the mainland have eleven digits, the first of which is 1.
    TELEPHONE: Keys(DIGITS, 11, 11, first="1", masked=range(3, 7)),
    CODE: Keys(CODE_ALPHABET, CODE_LENGTH, CODE_LENGTH),
    STAFF_NUMBER: Keys(DIGITS, 1, 12),
    PIN: Keys(DIGITS, 4, 12, masked=range(12), is_secret=True),
}


@dataclass(frozen=True)
class Asking:
    """What is asked for, and who gets it.

    ``on_typed`` gets the text; ``on_skip`` is called instead where the customer need not say it,
    None: Back is the only other way. ``why`` and ``promise``: what it is for, what becomes of it.
    """

    page: str
    why: Words
    promise: Words
    on_typed: Callable[[str], object]
    on_skip: Callable[[], object] | None
    on_back: Callable[[], object]


@QmlElement
class KeypadErrand(QObject):
    """Pages ``telephone``, ``code``, ``staff_number`` and ``pin``.

    For QML: ``cells``: one string for each character to come, empty where none is yet (of what may
    be longer, one more);
    ``isComplete``; ``why`` and ``promise`` in words; ``canSkip``; ``letters``: the code's keys.
    """

    changed = Signal()

    def __init__(self, state: FlowState, second_ms: int = SECOND_MS) -> None:
        """Nobody types."""
        super().__init__()
        self._state = state
        self._asking: Asking | None = None
        self._typed = ""
        self._is_masked = False
        self._mask_soon = QTimer(self, singleShot=True, interval=second_ms)
        self._mask_soon.timeout.connect(self.mask)
        for page in (TELEPHONE, CODE):
            state.add_page(page, Page(back=self._back))
        for page in (STAFF_NUMBER, PIN):
            state.add_page(page, Page(back=self._back, needs_server=False))
        state.wiped.connect(self.forget)

    def begin(self, asking: Asking) -> None:
        """Show the keys."""
        self.forget()
        self._asking = asking
        self.changed.emit()
        self._state.go(asking.page)

    def forget(self) -> None:
        """What was typed is gone."""
        self._mask_soon.stop()
        self._typed = ""
        self._is_masked = False
        self._asking = None
        self.changed.emit()

    def mask(self) -> None:
        """A second without a key: the middle of the number needs not be read by others."""
        self._is_masked = True
        self.changed.emit()

    @Slot(str)
    def key(self, character: str) -> None:
        """A key was touched; what cannot be part of it is ignored."""
        keys = self._keys
        if len(self._typed) >= keys.most or character not in keys.characters or not character:
            return
        if len(character) != 1 or (keys.first and not self._typed and character != keys.first):
            return
        self._set(self._typed + character)

    @Slot()
    def delete(self) -> None:
        """The last one was wrong."""
        self._set(self._typed[:-1])

    @Slot()
    def clear(self) -> None:
        """All of it was wrong."""
        self._set("")

    @Slot()
    def skip(self) -> None:
        """The customer would rather not."""
        asking = self._asking
        if asking is not None and asking.on_skip is not None and not self._state.asking_for:
            self.forget()
            asking.on_skip()

    @Slot()
    def ok(self) -> None:
        """That is it."""
        asking, typed = self._asking, self._typed
        if asking is not None and self._is_complete() and not self._state.asking_for:
            self.forget()
            asking.on_typed(typed)

    def _back(self) -> None:
        asking = self._asking
        self.forget()
        if asking is not None:
            asking.on_back()

    @property
    def _keys(self) -> Keys:
        return KEYS[self._asking.page if self._asking else TELEPHONE]

    def _set(self, typed: str) -> None:
        if self._asking is None:  # given to who asked: no key is for anybody now
            return
        self._typed = typed
        self._is_masked = self._keys.is_secret
        if typed and self._keys.masked and not self._is_masked:
            self._mask_soon.start()
        else:
            self._mask_soon.stop()
        self.changed.emit()
        self._state.tell()

    def _is_complete(self) -> bool:
        return self._keys.least <= len(self._typed) <= self._keys.most

    def _cells(self) -> list[str]:
        keys = self._keys
        shown = [
            MASK if self._is_masked and place in keys.masked else character
            for place, character in enumerate(self._typed)
        ]
        places = max(keys.least, min(keys.most, len(shown) + 1))
        return shown + [""] * (places - len(shown))

    def _why(self) -> Words:
        return self._asking.why if self._asking else {}

    def _promise(self) -> Words:
        return self._asking.promise if self._asking else {}

    def _can_skip(self) -> bool:
        return self._asking is not None and self._asking.on_skip is not None

    cells = Property(list, _cells, notify=changed)
    isComplete = Property(bool, _is_complete, notify=changed)
    why = Property(dict, _why, notify=changed)
    promise = Property(dict, _promise, notify=changed)
    canSkip = Property(bool, _can_skip, notify=changed)
    letters = Property(list, lambda _: list(CODE_ALPHABET), constant=True)
