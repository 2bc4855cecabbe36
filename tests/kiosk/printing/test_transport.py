import os
import socket
import time
from pathlib import Path

import pytest

from kiosk.printing.address import (
    Address,
    DummyAddress,
    FileAddress,
    NetworkAddress,
    SerialAddress,
    UsbAddress,
)
from kiosk.printing.errors import PrinterConnectionLost, PrinterOffline, PrinterStalled
from kiosk.printing.transport import (
    DummyTransport,
    FileTransport,
    NetworkTransport,
    SerialTransport,
    UsbTransport,
    transport_to,
)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        (NetworkAddress("127.0.0.1", 9100), NetworkTransport),
        (UsbAddress(0x04B8, 0x0E15, 0x82, 0x01), UsbTransport),
        (SerialAddress("/dev/ttyS0", 9600, "dsrdtr"), SerialTransport),
        (FileAddress("/tmp/x.bin"), FileTransport),
        (DummyAddress(), DummyTransport),
    ],
)
def test_each_address_has_its_transport_and_making_one_connects_nothing(
    address: Address, kind: type
) -> None:
    assert type(transport_to(address)) is kind


def test_network_there_and_back() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        transport = NetworkTransport(NetworkAddress("127.0.0.1", server.getsockname()[1]))
        transport.open()
        peer, _ = server.accept()
        with peer:
            transport.write(b"slip")
            assert peer.recv(16) == b"slip"
            peer.sendall(b"\x12")
            assert transport.read(1.0) == b"\x12"
            assert transport.read(0.01) == b""
        with pytest.raises(PrinterConnectionLost):
            transport.read(1.0)
        transport.close()
        transport.close()


def test_a_printer_that_takes_no_more_stalls_instead_of_hanging(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kiosk.printing.transport.WRITE_LIMIT_S", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as server:
        transport = NetworkTransport(NetworkAddress("127.0.0.1", server.getsockname()[1]))
        transport.open()
        with server.accept()[0], pytest.raises(PrinterStalled):
            transport.write(bytes(50_000_000))
        transport.close()


def test_a_refused_connection_is_offline_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    start_s = time.monotonic()
    with pytest.raises(PrinterOffline) as refused:
        NetworkTransport(NetworkAddress("127.0.0.1", port)).open()
    assert time.monotonic() - start_s < 1.0
    assert refused.value.params == (f"127.0.0.1:{port}",)


def pseudo_terminal() -> tuple[int, int]:
    """Both ends of a serial line; Windows and a bare chroot have none."""
    try:
        return os.openpty()
    except (AttributeError, OSError) as error:
        pytest.skip(f"no pseudo terminals here: {error}")


def test_serial_there_and_back() -> None:
    master, slave = pseudo_terminal()
    try:
        transport = SerialTransport(SerialAddress(os.ttyname(slave), 115200, "none"))
        transport.open()
        transport.write(b"slip")
        assert os.read(master, 16) == b"slip"
        os.write(master, b"\x12")
        assert transport.read(1.0) == b"\x12"
        assert transport.read(0.01) == b""
        transport.close()
    finally:
        os.close(master)
        os.close(slave)


def test_a_serial_device_that_is_not_there_is_offline(tmp_path: Path) -> None:
    transport = SerialTransport(SerialAddress(str(tmp_path / "ttyS9"), 9600, "dsrdtr"))
    with pytest.raises(PrinterOffline):
        transport.open()
    transport.close()


def test_a_usb_printer_that_is_not_there_is_offline() -> None:
    """With libusb or without: a kiosk hears the same."""
    transport = UsbTransport(UsbAddress(0xFFFE, 0xFFFE, 0x82, 0x01))
    with pytest.raises(PrinterOffline):
        transport.open()
    transport.close()


def test_a_file_takes_the_bytes_and_never_answers(tmp_path: Path) -> None:
    path = tmp_path / "slip.bin"
    transport = FileTransport(FileAddress(str(path)))
    transport.open()
    transport.write(b"\x1b@slip")
    assert transport.read(60.0) == b""
    assert not transport.can_answer
    transport.close()
    assert path.read_bytes() == b"\x1b@slip"


def test_a_file_that_cannot_be_written_is_offline(tmp_path: Path) -> None:
    with pytest.raises(PrinterOffline):
        FileTransport(FileAddress(str(tmp_path / "missing" / "slip.bin"))).open()


def test_the_dummy_keeps_everything() -> None:
    transport = DummyTransport()
    transport.open()
    transport.write(b"a")
    transport.write(b"b")
    transport.close()
    assert transport.output == b"ab"
    assert transport.read(60.0) == b""
