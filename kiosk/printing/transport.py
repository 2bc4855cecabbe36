"""Byte channels to a printer through python-escpos, each with short time limits.

The library is imported by the constructors (0.7 s), never when this module is: a kiosk shows its
first screen before its print worker has loaded it. Constructors do no I/O.
"""

import contextlib
import socket
from collections.abc import Iterator
from typing import Protocol

from kiosk.printing.address import (
    Address,
    DummyAddress,
    FileAddress,
    NetworkAddress,
    SerialAddress,
    UsbAddress,
)
from kiosk.printing.errors import PrinterConnectionLost, PrinterOffline, PrinterStalled

CONNECT_LIMIT_S = 1.2  # two attempts stay under the 3 s within which "off" must be known
WRITE_LIMIT_S = 2.0
BITS_PER_SERIAL_BYTE = 10  # start, 8 data, stop


class Transport(Protocol):
    """A byte channel. ``can_answer`` is False where nothing ever comes back."""

    can_answer: bool

    def open(self) -> None:
        """Connect; PrinterOffline if that fails."""

    def write(self, data: bytes) -> None:
        """Send all of it; PrinterStalled or PrinterConnectionLost if that fails."""

    def read(self, limit_s: float) -> bytes:
        """What comes within the time, empty for silence; PrinterConnectionLost if it broke."""

    def close(self) -> None:
        """Let go of the printer; never raises."""


class NetworkTransport:
    """TCP, as on port 9100 of network printers."""

    can_answer = True

    def __init__(self, address: NetworkAddress) -> None:
        from escpos.printer import Network

        self._name = f"{address.host}:{address.port}"
        self._address = (address.host, address.port)
        self._driver = Network(address.host, address.port, timeout=CONNECT_LIMIT_S)

    def open(self) -> None:
        """Connect within CONNECT_LIMIT_S.

        The socket is ours: the library's own knows no IPv6 and stays open when refused.
        """
        with _opening(self._name):
            self._driver.device = socket.create_connection(self._address, CONNECT_LIMIT_S)

    def write(self, data: bytes) -> None:
        """Send all of it within WRITE_LIMIT_S."""
        with _in_use(self._name):
            self._driver.device.settimeout(WRITE_LIMIT_S)
            self._driver._raw(data)

    def read(self, limit_s: float) -> bytes:
        """What comes within the time; an end of the stream counts as broken, not as silence."""
        with _in_use(self._name):
            self._driver.device.settimeout(limit_s)
            try:
                data: bytes = self._driver._read()
            except TimeoutError:
                return b""
        if not data:
            raise PrinterConnectionLost(self._name)
        return data

    def close(self) -> None:
        """Close the socket."""
        with contextlib.suppress(OSError):
            self._driver.close()


class SerialTransport:
    """A serial line."""

    can_answer = True

    def __init__(self, address: SerialAddress) -> None:
        from escpos.printer import Serial

        self._name = address.device
        self._baud = address.baud
        self._rtscts = address.flow == "rtscts"
        self._driver = Serial(
            address.device,
            baudrate=address.baud,
            timeout=CONNECT_LIMIT_S,
            xonxoff=address.flow == "xonxoff",
            dsrdtr=address.flow == "dsrdtr",
        )

    def open(self) -> None:
        """Open the device."""
        with _opening(self._name):
            self._driver.open()
            self._driver.device.rtscts = self._rtscts

    def write(self, data: bytes) -> None:
        """Send all of it within twice the time that the line needs, and WRITE_LIMIT_S."""
        line_s = len(data) * BITS_PER_SERIAL_BYTE / self._baud
        with _in_use(self._name):
            self._driver.device.write_timeout = WRITE_LIMIT_S + 2 * line_s
            self._driver._raw(data)

    def read(self, limit_s: float) -> bytes:
        """The next byte, if one comes within the time."""
        with _in_use(self._name):
            self._driver.device.timeout = limit_s
            return bytes(self._driver.device.read(1))

    def close(self) -> None:
        """Drop what was not sent (a dead line would hold us up) and close."""
        with contextlib.suppress(OSError):
            if self._driver._device:
                self._driver._device.reset_output_buffer()
            self._driver.close()


class UsbTransport:
    """A USB printer; reopened after each failure, as Linux needs after errors 16 and 110."""

    can_answer = True

    def __init__(self, address: UsbAddress) -> None:
        from escpos.printer import Usb

        self._name = f"{address.vendor:04x}:{address.product:04x}"
        self._in_endpoint = address.in_endpoint
        self._driver = Usb(
            address.vendor,
            address.product,
            timeout=int(WRITE_LIMIT_S * 1000),
            in_ep=address.in_endpoint,
            out_ep=address.out_endpoint,
        )

    def open(self) -> None:
        """Find and claim the device."""
        with _opening(self._name):
            self._driver.open()

    def write(self, data: bytes) -> None:
        """Send all of it within WRITE_LIMIT_S."""
        with _in_use(self._name):
            self._driver._raw(data)

    def read(self, limit_s: float) -> bytes:
        """What comes within the time."""
        from usb.core import USBTimeoutError

        with _in_use(self._name):
            try:
                return bytes(self._driver.device.read(self._in_endpoint, 16, int(limit_s * 1000)))
            except USBTimeoutError:
                return b""

    def close(self) -> None:
        """Release the interface."""
        with contextlib.suppress(OSError):
            self._driver.close()


class FileTransport:
    """A device file such as /dev/usb/lp0, or an ordinary file; it never answers."""

    can_answer = False

    def __init__(self, address: FileAddress) -> None:
        from escpos.printer import File

        self._name = address.path
        self._driver = File(address.path, auto_flush=True)

    def open(self) -> None:
        """Open the file for writing; an ordinary file is emptied."""
        with _opening(self._name):
            self._driver.open()

    def write(self, data: bytes) -> None:
        """Write all of it."""
        with _in_use(self._name):
            self._driver._raw(data)

    def read(self, limit_s: float) -> bytes:
        """Silence, at once: a file does not answer, whatever ``limit_s``."""
        del limit_s
        return b""

    def close(self) -> None:
        """Close the file."""
        with contextlib.suppress(OSError):
            self._driver.close()


class DummyTransport:
    """Memory; ``output`` holds what was printed."""

    can_answer = False

    def __init__(self) -> None:
        from escpos.printer import Dummy

        self._driver = Dummy()

    @property
    def output(self) -> bytes:
        """Every byte so far."""
        return bytes(self._driver.output)

    def open(self) -> None:
        """Nothing to connect."""

    def write(self, data: bytes) -> None:
        """Keep the bytes."""
        self._driver._raw(data)

    def read(self, limit_s: float) -> bytes:
        """Silence, at once."""
        del limit_s
        return b""

    def close(self) -> None:
        """Nothing to let go of."""


def transport_to(address: Address) -> Transport:
    """The channel for an address, not yet open."""
    match address:
        case NetworkAddress():
            return NetworkTransport(address)
        case UsbAddress():
            return UsbTransport(address)
        case SerialAddress():
            return SerialTransport(address)
        case FileAddress():
            return FileTransport(address)
        case DummyAddress():
            return DummyTransport()


@contextlib.contextmanager
def _opening(name: str) -> Iterator[None]:
    """Any failure to connect is PrinterOffline (pyusb tells a missing libusb by a ValueError)."""
    from escpos.exceptions import Error

    try:
        yield
    except (Error, OSError, ValueError) as problem:
        raise PrinterOffline(name) from problem


@contextlib.contextmanager
def _in_use(name: str) -> Iterator[None]:
    """Time-outs are PrinterStalled, the rest of the operating system's failures a lost connection.

    pyserial's and pyusb's errors are OSErrors; their time-outs are told by name or number 110.
    """
    try:
        yield
    except TimeoutError as problem:
        raise PrinterStalled(name) from problem
    except OSError as problem:
        is_timeout = "Timeout" in type(problem).__name__ or problem.errno == 110
        raise (PrinterStalled if is_timeout else PrinterConnectionLost)(name) from problem
