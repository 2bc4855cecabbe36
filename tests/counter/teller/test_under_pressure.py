"""Two keys at the same instant; a cable that is pulled between key and answer."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from counter.teller.scene import Phase
from shared.client.timing import Timing
from shared.ui.app import widget_application
from tests.support.cable import Cable, cable
from tests.support.keyed_teller import KeyedTeller, until
from tests.support.same_instant import press_together
from tests.support.server import PIN, RunningServer, morning, running_server

pytestmark = pytest.mark.end2end
TIMES = 100
"""`dev.py torture --only tellers` does it 10,000 times."""
HASTE = Timing(patience_ms=1500, retry_ms=50)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder: Path = tmp_path_factory.mktemp("pressed")
    with running_server(folder, clock=morning()) as running:
        yield running


@pytest.fixture
def line(server: RunningServer) -> Iterator[Cable]:
    with cable(int(server.base_url.rsplit(":", 1)[1])) as made:
        yield made


@pytest.fixture
def teller(server: RunningServer, line: Cable) -> Iterator[KeyedTeller]:
    """At counter 3, behind the cable; one waits for each of the presses."""
    widget_application("en")
    key = server.keys["teller"]
    made = KeyedTeller(f"http://127.0.0.1:{line.port}", key, server.branch, "3")
    made.sign_in("t3", PIN)
    made.client._timing = HASTE  # the first sign-in of a busy machine needs the usual patience
    yield made
    line.plug()
    until(lambda: made.client.is_served and made.program.presenter.pending is None)
    made.settled()
    if made.ticket:
        made.press(Qt.Key.Key_F5, Qt.Key.Key_1)
    made.press(Qt.Key.Key_Q, modifier=Qt.KeyboardModifier.ControlModifier)
    until(lambda: not made.program.presenter.is_at_desk, "signed out")
    made.close()


def issue(server: RunningServer) -> str:
    answer = server.client("kiosk").post("tickets", json={"service": "cash"})
    return str(answer.raise_for_status().json()["id"])


def at_counter(server: RunningServer) -> str:
    """Whose visit the server has at counter 3."""
    view = server.client("lead").get("lobby").raise_for_status().json()
    here = next(each for each in view["counters"] if each["id"] == "3")
    return str(here["ticket"]["id"]) if here["ticket"] else ""


def calls(server: RunningServer) -> Counter[str]:
    """How often each ticket was called to counter 3."""
    log = server.client("admin").get("log").raise_for_status().json()
    return Counter(
        each["ticket"]
        for each in log["events"]
        if each["kind"] == "ticket.called" and each["counter"] == "3"
    )


@pytest.mark.parametrize("is_soon", [True, False], ids=["within-patience", "much-later"])
def test_the_answer_is_cut_off_and_the_window_shows_what_is_true(
    server: RunningServer, line: Cable, teller: KeyedTeller, is_soon: bool
) -> None:
    first, second = issue(server), issue(server)
    assert teller.next() == first
    line.mute()
    teller.strike(Qt.Key.Key_F2)
    until(lambda: at_counter(server) == second, "the server")
    face = teller.program.window.desk.next_key.face
    assert (face.is_pending, teller.ticket) == (True, first)
    line.pull()
    if not is_soon:
        until(lambda: not teller.client.is_served and teller.program.presenter.pending is None)
        assert teller.scene.can_finish is False  # nothing kept here, and nothing made up
    line.plug()
    until(lambda: teller.client.is_served and teller.ticket == second, "the truth")
    teller.settled()
    assert (calls(server)[first], calls(server)[second]) == (1, 1)
    assert teller.scene.phase is Phase.CALLED


def test_the_key_is_cut_off_before_the_server_and_nobody_is_called_twice(
    server: RunningServer, line: Cable, teller: KeyedTeller
) -> None:
    ticket = issue(server)
    until(lambda: len(teller.scene.mine) == 1, "the list")
    line.pull()
    teller.strike(Qt.Key.Key_F2)
    assert at_counter(server) == ""
    line.plug()
    until(lambda: teller.ticket == ticket, "the call, after all")
    teller.settled()
    assert calls(server)[ticket] == 1


def test_two_keys_at_the_same_instant_never_call_the_same(server: RunningServer) -> None:
    pressed = press_together(server, TIMES)
    assert (pressed.twice, pressed.empty, len(pressed.answers)) == ([], 0, 2 * TIMES)
