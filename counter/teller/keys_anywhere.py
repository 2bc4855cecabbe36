"""Keys that reach the desk while another program is in front: X11, by XGrabKey.

Wayland lets no program do this by itself: there a call pad is the way, or a key of the desktop's
own settings. Windows has a call of its own for it (RegisterHotKey), which is not used yet.
"""

import ctypes
import logging
from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence

LIBRARY: Final = "libX11.so.6"
KEY_PRESS, GRAB_ASYNC = 2, 1
EVENT_BYTES: Final = 192  # XEvent is a union of 24 longs
CODE_AT, STATE_AT = 84, 80
"""Where XKeyEvent has the key's code and the modifiers, on machines of 64 bits."""
SHIFT, CAPS, CONTROL, ALT, NUM = 1, 2, 4, 8, 16
LOCKS: Final = (0, CAPS, NUM, CAPS | NUM)
"""A key counts whatever Caps Lock and Num Lock are."""
MODIFIERS: Final = (
    (Qt.KeyboardModifier.ShiftModifier, SHIFT),
    (Qt.KeyboardModifier.ControlModifier, CONTROL),
    (Qt.KeyboardModifier.AltModifier, ALT),
)

logger = logging.getLogger(__name__)


class KeysAnywhere(QObject):
    """Tells the actions of keys that are pressed wherever the focus is.

    Signals:
        pressed(str): an action.
    """

    pressed = Signal(str)

    def __init__(self, keys: Mapping[str, str], parent: QObject) -> None:
        """Nothing is taken yet. ``keys``: names of keys to actions."""
        super().__init__(parent)
        self._keys = keys
        self._x: Any = None
        self._display: Any = None
        self._actions: dict[tuple[int, int], str] = {}
        self._notifier: QSocketNotifier | None = None

    def take(self, display: str | None = None) -> bool:
        """Take the keys from the X server; whether that was possible here."""
        is_x11 = display is not None or QGuiApplication.platformName() == "xcb"
        if not is_x11 or not self._open(display):
            logger.warning("teller.no_keys_anywhere on %s", QGuiApplication.platformName())
            return False
        root = self._x.XDefaultRootWindow(self._display)
        for key, action in self._keys.items():
            code, modifiers = self._code(key)
            self._actions[(code, modifiers)] = action
            for locks in LOCKS:
                self._x.XGrabKey(
                    self._display, code, modifiers | locks, root, 0, GRAB_ASYNC, GRAB_ASYNC
                )
        self._x.XFlush(self._display)
        number = self._x.XConnectionNumber(self._display)
        self._notifier = QSocketNotifier(number, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        return True

    def release(self) -> None:
        """Give the keys back."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
        if self._display:
            self._x.XCloseDisplay(self._display)
            self._display = None

    def _open(self, display: str | None) -> bool:
        try:
            x = self._x = ctypes.CDLL(LIBRARY)
        except OSError:
            return False
        x.XOpenDisplay.restype = x.XDefaultRootWindow.restype = ctypes.c_void_p
        x.XStringToKeysym.restype = ctypes.c_ulong
        x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        x.XKeysymToKeycode.restype = ctypes.c_ubyte
        long, number = ctypes.c_void_p, ctypes.c_int
        x.XDefaultRootWindow.argtypes = x.XConnectionNumber.argtypes = [long]
        x.XFlush.argtypes = x.XPending.argtypes = x.XCloseDisplay.argtypes = [long]
        x.XNextEvent.argtypes = [long, ctypes.c_void_p]
        x.XGrabKey.argtypes = [long, number, ctypes.c_uint, long, number, number, number]
        # Another program may have a key already: the X server says so by an error that would end
        # the process; this one is noted and that key stays with the other program.
        self._on_error = _HANDLER(_noted)
        x.XSetErrorHandler(self._on_error)
        self._display = x.XOpenDisplay(display.encode() if display else None)
        return bool(self._display)

    def _code(self, key: str) -> tuple[int, int]:
        """The X server's number of a key, and its modifiers."""
        combined = QKeySequence.fromString(key)[0]  # type: ignore[index]  # the stubs lack it
        modifiers = sum(bit for each, bit in MODIFIERS if combined.keyboardModifiers() & each)
        name = QKeySequence(combined.key()).toString(QKeySequence.SequenceFormat.PortableText)
        names = {"Del": "Delete", "Esc": "Escape", "Space": "space"}
        symbol = self._x.XStringToKeysym(names.get(name, name).encode())
        return int(self._x.XKeysymToKeycode(self._display, symbol)), modifiers

    def _read(self, *_activated: object) -> None:
        event = ctypes.create_string_buffer(EVENT_BYTES)
        while self._display and self._x.XPending(self._display):
            self._x.XNextEvent(self._display, event)
            kind, state, code = (
                ctypes.c_int.from_buffer(event, place).value for place in (0, STATE_AT, CODE_AT)
            )
            plain = state & (SHIFT | CONTROL | ALT)
            action = self._actions.get((code, plain))
            if kind == KEY_PRESS and action is not None:
                self.pressed.emit(action)


_HANDLER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)


def _noted(_display: object, _error: object) -> int:
    logger.warning("teller.key_taken by another program")
    return 0
