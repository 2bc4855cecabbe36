"""Printer addresses, read once and refused clearly.

``tcp://host:port`` (port 9100 if left out) · ``usb://vendor:product[?in=0x82&out=0x01]``
(hexadecimal) · ``serial:///dev/ttyS0[?baud=19200&flow=dsrdtr|rtscts|xonxoff|none]`` (Windows:
``serial://COM3``) · ``file:///dev/usb/lp0`` · ``dummy://`` (prints into memory).
"""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from kiosk.printing.errors import PrinterAddressInvalid

RAW_PORT = 9100  # the port of raw printing on network printers
BAUDS = (2400, 4800, 9600, 19200, 38400, 57600, 115200)
Flow = Literal["dsrdtr", "rtscts", "xonxoff", "none"]
FLOWS: tuple[Flow, ...] = ("dsrdtr", "rtscts", "xonxoff", "none")


@dataclass(frozen=True)
class NetworkAddress:
    """A printer in the network."""

    host: str
    port: int


@dataclass(frozen=True)
class UsbAddress:
    """A printer on USB, by vendor and product; end points as the device describes them."""

    vendor: int
    product: int
    in_endpoint: int
    out_endpoint: int


@dataclass(frozen=True)
class SerialAddress:
    """A printer on a serial line."""

    device: str
    baud: int
    flow: Flow


@dataclass(frozen=True)
class FileAddress:
    """A device file or an ordinary file that takes the bytes; it never answers."""

    path: str


@dataclass(frozen=True)
class DummyAddress:
    """Memory."""


Address = NetworkAddress | UsbAddress | SerialAddress | FileAddress | DummyAddress


def read_address(text: str) -> Address:
    """The address that the text means.

    Raises:
        PrinterAddressInvalid: unknown scheme, or a part that is missing or makes no sense.
    """
    try:
        return _read(urlsplit(text.strip()))
    except ValueError as problem:
        raise PrinterAddressInvalid(text, problem) from None


def _read(url: SplitResult) -> Address:
    options = dict(parse_qsl(url.query, keep_blank_values=True, strict_parsing=bool(url.query)))
    address: Address
    match url.scheme:
        case "tcp":
            address = NetworkAddress(_host(url), _port(url))
        case "usb":
            address = _usb(url, options)
        case "serial":
            address = _serial(url, options)
        case "file":
            address = FileAddress(_path(url))
        case "dummy":
            address = DummyAddress()
        case _:
            raise ValueError(f"unknown kind of connection “{url.scheme}”")
    if options:
        raise ValueError(f"unknown option “{next(iter(options))}”")
    return address


def _host(url: SplitResult) -> str:
    if not url.hostname:
        raise ValueError("the host is missing")
    return url.hostname


def _port(url: SplitResult) -> int:
    """The port, 9100 if left out; ``url.port`` itself raises ValueError out of range."""
    port = RAW_PORT if url.port is None else url.port
    if port == 0:
        raise ValueError("port 0 is no port")
    return port


def _usb(url: SplitResult, options: dict[str, str]) -> UsbAddress:
    vendor, _, product = url.netloc.partition(":")
    return UsbAddress(
        _hexadecimal("vendor", vendor, 0xFFFF),
        _hexadecimal("product", product, 0xFFFF),
        _hexadecimal("in", options.pop("in", "0x82"), 0xFF),
        _hexadecimal("out", options.pop("out", "0x01"), 0xFF),
    )


def _hexadecimal(name: str, text: str, highest: int) -> int:
    try:
        value = int(text, 16)
    except ValueError:
        raise ValueError(f"{name} “{text}” is no hexadecimal number") from None
    if not 0 < value <= highest:
        raise ValueError(f"{name} “{text}” is out of range")
    return value


def _serial(url: SplitResult, options: dict[str, str]) -> SerialAddress:
    baud = options.pop("baud", "9600")
    if baud not in map(str, BAUDS):
        raise ValueError(f"baud “{baud}” is none of {', '.join(map(str, BAUDS))}")
    chosen = options.pop("flow", "dsrdtr")
    for flow in FLOWS:
        if chosen == flow:
            return SerialAddress(url.netloc + unquote(url.path) or _path(url), int(baud), flow)
    raise ValueError(f"flow “{chosen}” is none of {', '.join(FLOWS)}")


def _path(url: SplitResult) -> str:
    path = unquote(url.path)
    if not path or path == "/":
        raise ValueError("the path is missing")
    return path
