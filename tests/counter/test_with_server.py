"""Two tellers and a pad on a real server, over real sockets: issued, called, closed, rated."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter.rating.program import RatingProgram
from counter.rating.program import create as create_pad
from counter.teller.program import TellerProgram
from counter.teller.program import create as create_teller
from counter.teller.scene import Phase
from shared.client.program import Program
from shared.client.rest import RestClient
from shared.ui.app import widget_application
from tests.support import qml
from tests.support.server import PIN, RunningServer, running_server

Opener = Callable[[RestClient, dict[str, str]], Program]
WAIT_MS = 10_000


class Branch:
    """A running server with the windows on it."""

    def __init__(self, server: RunningServer, qtbot: QtBot) -> None:
        self.server = server
        self.qtbot = qtbot
        self._open: list[tuple[RestClient, Program]] = []

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=WAIT_MS)

    def client(self, role: str) -> RestClient:
        client = RestClient(self.server.base_url, self.server.keys[role], self.server.branch)
        client.start()
        self.until(lambda: client.is_online and client.lobby is not None)
        return client

    def teller(self, staff: str, counter: str) -> TellerProgram:
        """Somebody signs in at a counter with the keyboard."""
        client = self.client("teller")
        program = create_teller(client, {"counter": counter, "language": "en"})
        program.show()
        self.qtbot.waitExposed(program.window)
        self._open.append((client, program))
        form = program.window.sign_in
        QTest.keyClicks(form.staff, staff)
        QTest.keyClicks(form.pin, PIN)
        QTest.keyClick(form.pin, Qt.Key.Key_Return)
        self.until(lambda: program.presenter.scene.phase is Phase.FREE)
        return program

    def pad(self, counter: str) -> RatingProgram:
        client = self.client("rating")
        program = create_pad(client, {"counter": counter})
        program.show()
        qml.show(program.window)
        self._open.append((client, program))
        return program

    def issue(self, service: str = "cash") -> str:
        with self.server.client("kiosk") as http:
            answer = http.post("tickets", json={"service": service})
            return str(answer.raise_for_status().json()["number"])

    def press(self, program: TellerProgram, key: Qt.Key) -> None:
        program.presenter._guard_until_s = 0.0  # a person would let a second pass
        QTest.keyClick(program.window, key)

    def close(self) -> None:
        for client, program in self._open:
            program.close()
            client.stop()


@pytest.fixture
def branch(qtbot: QtBot, tmp_path: Path) -> Iterator[Branch]:
    widget_application("en")
    with running_server(tmp_path) as server:
        made = Branch(server, qtbot)
        yield made
        made.close()


@pytest.mark.end2end
def test_two_tellers_and_a_pad_serve_a_queue(branch: Branch) -> None:
    numbers = [branch.issue() for _ in range(3)]
    one, two = branch.teller("t1", "1"), branch.teller("t2", "2")
    pad = branch.pad("1")

    branch.press(one, Qt.Key.Key_F2)
    branch.until(lambda: one.presenter.scene.phase is Phase.CALLED)
    branch.press(two, Qt.Key.Key_F2)
    branch.until(lambda: two.presenter.scene.phase is Phase.CALLED)
    called = [p.presenter.scene.ticket for p in (one, two)]
    assert [t.number for t in called if t is not None] == numbers[:2]

    branch.press(one, Qt.Key.Key_F4)
    branch.until(lambda: one.presenter.scene.phase is Phase.SERVING)
    branch.press(one, Qt.Key.Key_F2)
    branch.until(lambda: pad.pad.property("page") == "ask")
    qml.click(qml.find(pad.window, "face5"))
    branch.until(lambda: pad.pad.property("page") == "thanks")

    branch.until(lambda: len(one.presenter.day.marks) == 1)
    assert (one.presenter.day.served, list(one.presenter.day.marks.values())) == (1, [5])
    ticket = one.presenter.scene.ticket
    assert ticket is not None
    assert ticket.number == numbers[2]
    assert pad.engine.problems == []


@pytest.mark.end2end
def test_absent_then_taken_back_and_called_again(branch: Branch) -> None:
    number = branch.issue()
    one, two = branch.teller("t1", "1"), branch.teller("t2", "2")
    branch.press(one, Qt.Key.Key_F2)
    branch.until(lambda: one.presenter.scene.phase is Phase.CALLED)
    branch.press(one, Qt.Key.Key_F3)
    branch.until(lambda: one.presenter.pending is None and one.presenter.scene.recalls_needed == 0)
    branch.press(one, Qt.Key.Key_Delete)

    branch.until(lambda: [t.number for t in two.presenter.scene.missed] == [number])
    branch.press(two, Qt.Key.Key_F9)  # whoever the customer asks can do it
    branch.press(two, Qt.Key.Key_1)
    branch.press(two, Qt.Key.Key_Return)
    branch.until(lambda: two.presenter.scene.missed == () and len(two.presenter.scene.queue) == 1)
    assert two.presenter.message is None

    branch.until(lambda: one.presenter.pending is None and len(one.presenter.scene.queue) == 1)
    branch.press(one, Qt.Key.Key_F2)
    branch.until(lambda: one.presenter.scene.phase is Phase.CALLED)
    assert one.window.desk.hero.number.words == number


@pytest.mark.end2end
def test_help_asked_at_the_kiosk_shows_on_every_tellers_window(branch: Branch) -> None:
    tellers = [branch.teller("t1", "1"), branch.teller("t2", "2")]
    with branch.server.client("kiosk") as http:
        body = {"device": "kiosk-1", "screen": "help"}
        http.post("help-requests", json=body).raise_for_status()
    notices = [each.window.desk.help_notice for each in tellers]
    branch.until(lambda: all(notice.isVisible() for notice in notices))
    said = [notice.sentence.text()[5:] for notice in notices]
    assert said == [" A customer at kiosk-1 asks for help"] * 2


@pytest.mark.end2end
def test_standing_by_the_next_arrival_is_called_here_at_once(branch: Branch) -> None:
    one = branch.teller("t1", "1")
    branch.press(one, Qt.Key.Key_F2)
    branch.until(lambda: one.presenter.scene.phase is Phase.STANDBY)
    number = branch.issue()
    branch.until(lambda: one.window.desk.hero.number.words == number)
    assert one.window.desk.hero.reason.sentence == (
        "came while this counter was free, so called at once"
    )


@pytest.mark.end2end
def test_a_window_that_is_closed_leaves_no_counter_standing_by(branch: Branch) -> None:
    one = branch.teller("t1", "1")
    branch.press(one, Qt.Key.Key_F2)
    branch.until(lambda: one.presenter.scene.phase is Phase.STANDBY)
    one.window.close()
    branch.until(lambda: not one.window.isVisible())
    branch.issue()
    with branch.server.client("board") as http:
        lobby = http.get("lobby").raise_for_status().json()
    states = [each["state"] for each in lobby["counters"] if each["id"] == "1"]
    assert (states, len(lobby["waiting"])) == (["closed"], 1)


@pytest.mark.end2end
def test_a_counter_that_is_taken_is_refused_in_a_sentence(branch: Branch) -> None:
    branch.teller("t1", "1")
    client = branch.client("teller")
    other = create_teller(client, {"counter": "1", "language": "en"})
    other.show()
    other.presenter.sign_in("t2", PIN, "1")
    branch.until(lambda: other.presenter.message is not None)
    said = other.window.sign_in.problem.text()
    other.close()
    client.stop()
    assert said == (
        "Counter 1 is already open for t1. Close it there first, or take another counter."
    )
