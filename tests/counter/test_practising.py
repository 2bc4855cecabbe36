"""One click from the sign-in form to the practice branch, in a window nobody takes for another."""

from collections.abc import Callable, Iterator, Mapping

import pytest
from pytestqt.qtbot import QtBot

from counter.desk.program import DeskProgram
from counter.teller.program import TellerProgram, create
from shared.client.ports import LobbyClient
from shared.client.practice import Practising
from shared.client.rest import RestClient
from shared.server.clock import RealClock
from shared.ui.practice_frame import WORDS
from tests.support.fake_client import FakeClient
from tests.support.server import PIN, RunningServer, running_server

WAIT_MS = 20_000


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with running_server(tmp_path_factory.mktemp("live"), clock=RealClock()) as running:
        yield running


def test_one_click_to_another_window_where_nothing_counts(
    qtbot: QtBot, server: RunningServer
) -> None:
    def until(holds: Callable[[], bool]) -> None:
        qtbot.waitUntil(holds, timeout=WAIT_MS)

    client = RestClient(server.base_url, server.keys["teller"], server.branch)
    client.start()
    real = create(client, {"counter": "1", "language": "en"})
    real.show()
    until(lambda: client.is_online)
    assert real.window.practice is None
    real.window.sign_in.practise.click()
    there = real.practising.program
    assert isinstance(there, TellerProgram)
    band = there.window.practice
    assert band is not None
    assert band.frame.accessibleName() == WORDS
    assert there.window.sign_in.practise.isHidden()
    until(lambda: there.presenter.client.is_served and bool(there.presenter.client.lobby))
    there.presenter.sign_in("t1", PIN, "1")
    until(lambda: there.presenter.is_at_desk)
    band.paces[2].click()
    until(lambda: band.paces[2].isChecked() and not band.paces[1].isChecked())
    before = server.client("teller", "t1").get("log").json()
    band.again.click()
    until(lambda: real.practising.program is not there)
    anew = real.practising.program
    assert isinstance(anew, TellerProgram)
    until(lambda: anew.presenter.client.is_served)
    assert not anew.presenter.is_at_desk
    assert server.client("teller", "t1").get("log").json() == before
    real.window.sign_in.practise.click()
    assert real.practising.program is anew
    real.close()
    client.stop()


def test_a_window_built_anew_is_listened_to(qtbot: QtBot) -> None:
    """The desk's, in another language; once, and not the one before."""
    made: list[DeskProgram] = []

    def make(client: LobbyClient, options: Mapping[str, str]) -> DeskProgram:
        made.append(DeskProgram(client, options))
        return made[-1]

    client = Owner()
    practising = Practising(client, make, {"language": "en"})
    practising.begin()
    made[0].swap_scheme()
    qtbot.waitUntil(lambda: made[0].window.practice is practising.band)
    band = made[0].window.practice
    assert band is not None
    band.begunAnew.emit()
    qtbot.waitUntil(lambda: len(made) == 2)
    qtbot.wait(50)
    assert len(made) == 2
    practising.close()


class Owner(FakeClient):
    """Its practice branch is a fake, too."""

    def practice(self) -> FakeClient:
        there = FakeClient()
        there.is_practice = True
        return there
