import socket
from pathlib import Path
from queue import Queue

import pytest
from PIL import Image

from kiosk.printing.errors import ListenFailed
from kiosk.printing.virtual.printed import PrintedSlip
from kiosk.printing.virtual.server import VirtualPrinter
from kiosk.printing.virtual.state import NAMED_STATES, VirtualState
from shared.domain.errors import PortInUse

JOB = b"hello\n\x1dV\x00"


def connect(printer: VirtualPrinter) -> socket.socket:
    return socket.create_connection(("127.0.0.1", printer.port), 5.0)


def ask(host: socket.socket, number: int) -> bytes:
    host.sendall(bytes((0x10, 0x04, number)))
    return host.recv(1)


def test_a_slip_is_kept_saved_and_told(tmp_path: Path) -> None:
    told: Queue[tuple[PrintedSlip, Path | None]] = Queue()
    with VirtualPrinter(out=tmp_path, on_slip=lambda *values: told.put(values)) as printer:
        with connect(printer) as host:
            host.sendall(JOB + JOB)
            assert printer.wait_for_slips(2)
        slip, path = told.get(timeout=5.0)
    assert (slip.lines, path) == (("hello",), tmp_path / "slip-0001.png")
    assert sorted(found.name for found in tmp_path.iterdir()) == ["slip-0001.png", "slip-0002.png"]
    with Image.open(tmp_path / "slip-0001.png") as saved:
        assert saved.tobytes() == slip.image.tobytes()


def test_pictures_of_an_earlier_run_are_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "slip-0002.png").write_bytes(b"old")
    with VirtualPrinter(out=tmp_path) as printer, connect(printer) as host:
        host.sendall(JOB)
        assert printer.wait_for_slips(1)
    assert (tmp_path / "slip-0002.png").read_bytes() == b"old"
    assert (tmp_path / "slip-0003.png").exists()


def test_status_follows_the_state() -> None:
    with VirtualPrinter() as printer, connect(printer) as host:
        assert ask(host, 4) == b"\x12"
        printer.set_state(NAMED_STATES["paper_out"])
        assert (ask(host, 4), ask(host, 2)) == (b"\x7e", b"\x32")
        printer.set_state(NAMED_STATES["cover_open"])
        assert (ask(host, 1), ask(host, 2)) == (b"\x1a", b"\x16")


def test_without_paper_slips_wait_inside_until_there_is_some() -> None:
    with VirtualPrinter(state=NAMED_STATES["paper_out"]) as printer, connect(printer) as host:
        host.sendall(JOB)
        assert ask(host, 1) == b"\x1a"  # answered after the job, so the job was taken
        assert printer.slips == []
        printer.set_state(VirtualState())
        assert printer.wait_for_slips(1)


def test_two_hosts_do_not_mix_their_slips() -> None:
    with VirtualPrinter() as printer, connect(printer) as one, connect(printer) as two:
        one.sendall(b"on")
        assert ask(one, 1) == b"\x12"
        two.sendall(b"two\n\x1dV\x00")
        assert printer.wait_for_slips(1)
        one.sendall(b"e\n\x1dV\x00")
        assert printer.wait_for_slips(2)
    assert [slip.lines for slip in printer.slips] == [("two",), ("one",)]


def test_a_host_that_goes_away_leaves_a_torn_slip() -> None:
    with VirtualPrinter() as printer, connect(printer) as host:
        host.sendall(b"half")
        assert ask(host, 1) == b"\x12"
    assert [slip.raw for slip in printer.torn] == [b"half"]
    assert printer.slips == []


def test_a_port_in_use_is_one_clear_refusal() -> None:
    with VirtualPrinter() as printer, pytest.raises(PortInUse) as refused:
        VirtualPrinter(port=printer.port).start()
    assert refused.value.params == (str(printer.port),)


def test_an_address_that_is_not_ours_is_one_clear_refusal() -> None:
    with pytest.raises(ListenFailed):
        VirtualPrinter("192.0.2.1", 9100).start()
