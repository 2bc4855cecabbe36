import pytest

from kiosk.printing.address import (
    DummyAddress,
    FileAddress,
    NetworkAddress,
    SerialAddress,
    UsbAddress,
    read_address,
)
from kiosk.printing.errors import PrinterAddressInvalid


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("tcp://127.0.0.1:9100", NetworkAddress("127.0.0.1", 9100)),
        ("tcp://printer.example.com", NetworkAddress("printer.example.com", 9100)),
        (" tcp://127.0.0.1:9100 ", NetworkAddress("127.0.0.1", 9100)),
        ("usb://04b8:0e15", UsbAddress(0x04B8, 0x0E15, 0x82, 0x01)),
        ("usb://0x04b8:0x0e15?in=0x81&out=0x03", UsbAddress(0x04B8, 0x0E15, 0x81, 0x03)),
        ("serial:///dev/ttyS0?baud=19200", SerialAddress("/dev/ttyS0", 19200, "dsrdtr")),
        ("serial://COM3?flow=none", SerialAddress("COM3", 9600, "none")),
        ("file:///tmp/x.bin", FileAddress("/tmp/x.bin")),
        ("file:///tmp/a%20slip.bin", FileAddress("/tmp/a slip.bin")),
        ("dummy://", DummyAddress()),
    ],
)
def test_addresses(text: str, address: object) -> None:
    assert read_address(text) == address


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "unknown kind of connection “”"),
        ("lpt1", "unknown kind of connection “”"),
        ("http://127.0.0.1:9100", "unknown kind of connection “http”"),
        ("tcp://", "the host is missing"),
        ("tcp://:9100", "the host is missing"),
        ("tcp://127.0.0.1:0", "port 0 is no port"),
        ("usb://04b8", "product “” is no hexadecimal number"),
        ("usb://epson:0e15", "vendor “epson” is no hexadecimal number"),
        ("usb://104b8:0e15", "vendor “104b8” is out of range"),
        ("serial:///dev/ttyS0?baud=fast", "baud “fast” is none of 2400, 4800, 9600, "
         "19200, 38400, 57600, 115200"),
        ("serial:///dev/ttyS0?flow=hard", "flow “hard” is none of dsrdtr, rtscts, xonxoff, none"),
        ("serial://?baud=9600", "the path is missing"),
        ("serial:///dev/ttyS0?bauds=9600", "unknown option “bauds”"),
        ("file://", "the path is missing"),
        ("tcp://127.0.0.1?timeout=60", "unknown option “timeout”"),
    ],
)  # fmt: skip
def test_nonsense_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(PrinterAddressInvalid) as refused:
        read_address(text)
    assert refused.value.params == (text, reason)
    assert refused.value.code == "printer_address_invalid"


@pytest.mark.parametrize(
    "text", ["tcp://127.0.0.1:99999", "tcp://127.0.0.1:x", "tcp://[::1", "x://?a"]
)
def test_what_the_parser_itself_refuses_is_refused_in_the_same_way(text: str) -> None:
    with pytest.raises(PrinterAddressInvalid):
        read_address(text)
