"""A call pad: a small keyboard on the counter, read straight from Linux wherever the focus is.

Its keys go to us alone (EVIOCGRAB), so that they type nothing into the bank's own program. Reading
needs the right to its file: the group ``input``, or a rule of udev for this one device.
"""

import contextlib
import fcntl
import logging
import os
import struct
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from counter.teller.pad_codes import code_of

EVENT: Final = struct.Struct("@llHHi")  # struct input_event: time, type, code, value
EV_KEY, PRESSED = 1, 1
EVIOCGRAB: Final = 0x40044590
BLOCK: Final = EVENT.size * 64
AGAIN_MS: Final = 2000
"""So often an unplugged pad is looked for."""

logger = logging.getLogger(__name__)


class CallPad(QObject):
    """Tells the actions of the keys that are pressed; a key held down counts once.

    Signals:
        pressed(str): an action.
        pluggedChanged(bool): it is there, or not any more.
    """

    pressed = Signal(str)
    pluggedChanged = Signal(bool)

    def __init__(self, device: str, keys: Mapping[str, str], parent: QObject) -> None:
        """``keys``: names or numbers of keys to actions, as the keyboard profile has them."""
        super().__init__(parent)
        self._device = device
        self._actions = {code_of(key): action for key, action in keys.items()}
        self._file = -1
        self._notifier: QSocketNotifier | None = None
        self._rest = b""
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self.plug)

    @property
    def is_plugged(self) -> bool:
        """Whether its keys are heard."""
        return self._file >= 0

    def plug(self) -> None:
        """Begin to listen, now or as soon as it is there."""
        if self.is_plugged:
            return
        try:
            self._file = os.open(self._device, os.O_RDONLY | os.O_NONBLOCK)
        except OSError as error:
            if not self._again.isActive():
                logger.warning("teller.call_pad_away %s", error)
                self._again.start()
            return
        with contextlib.suppress(OSError):  # what is no device of the input system has no grab
            fcntl.ioctl(self._file, EVIOCGRAB, 1)
        self._again.stop()
        self._notifier = QSocketNotifier(self._file, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self.pluggedChanged.emit(True)

    def unplug(self) -> None:
        """Listen no longer."""
        self._again.stop()
        self._let_go()

    def _let_go(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self.is_plugged:
            os.close(self._file)
            self._file, self._rest = -1, b""
            self.pluggedChanged.emit(False)

    def _read(self, *_activated: object) -> None:
        try:
            block = os.read(self._file, BLOCK)
        except BlockingIOError:
            return
        except OSError:
            block = b""
        if not block:  # unplugged
            self._let_go()
            self._again.start()
            return
        data = self._rest + block
        whole = len(data) - len(data) % EVENT.size
        self._rest = data[whole:]
        for _second, _micro, kind, code, value in EVENT.iter_unpack(data[:whole]):
            action = self._actions.get(code)
            if kind == EV_KEY and value == PRESSED and action is not None:
                self.pressed.emit(action)
