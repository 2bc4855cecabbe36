"""Windows whose surroundings fail: they stay, say what is wrong, and lose nothing."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from simulator.demo.branch import free_port
from simulator.demo.process import Part
from simulator.demo.stage import Stage
from tests.support.qml import texts
from tests.support.served import served_branch
from tests.support.terminal import type_in

pytestmark = pytest.mark.end2end


@pytest.mark.parametrize("part", ["kiosk", "teller"])
def test_a_server_that_is_not_there_is_waited_for(tmp_path: Path, part: str) -> None:
    server = f"http://127.0.0.1:{free_port()}"
    words = [part, "--windowed", "--server", server]
    with Part(words, tmp_path / "said.log") as program:
        line = program.wait_for("does not answer")
        assert program.is_running()
        if sys.platform != "win32":  # where nothing can end a program politely
            assert program.stop() == 0
    assert line == (
        f"The branch server {server} does not answer. Check that it runs and that the cable is in."
    )
    assert (tmp_path / "said.log").read_text("utf-8") == f"{line}\n"


def test_a_wrong_key_and_a_printer_that_is_off(qapp: QApplication, tmp_path: Path) -> None:
    with served_branch(tmp_path) as branch:
        refused = type_in("kiosk", "--windowed", "--server", branch.server, "--key", "nonsense")
        assert (refused.code, refused.said) == (1, "")
        assert refused.complained == (
            "lobby kiosk: The server refuses this program. "
            "This device is not enrolled. Make a code with: lobby device invite.\n"
        )
        stage = Stage(branch.server, tmp_path)
        printer = f"tcp://127.0.0.1:{free_port()}"
        try:
            stage.open("kiosk", "kiosk", branch.keys["kiosk"], {"printer": printer})
            stage.touch("kiosk", "tile-cash")
            stage.wait(lambda: stage.shows("kiosk", "way-counter"), "the kiosk shows the ways")
            stage.touch("kiosk", "way-counter")
            stage.wait(lambda: stage.shows("kiosk", "noSlip"), "the kiosk says there is no slip")
            notice = texts(stage.item("kiosk", "noSlip"))
            number = str(stage.item("kiosk", "number").property("number"))
        finally:
            stage.close()
        with branch.client("kiosk") as kiosk:
            waiting = [ticket["number"] for ticket in kiosk.get("lobby").json()["waiting"]]
    assert notice == ["打印不了，请拍照记下号码", "Cannot print. Please take a photo"]
    assert waiting == [number]
