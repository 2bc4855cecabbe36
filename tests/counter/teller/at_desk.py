"""A presenter at counter 3 without a window."""

from pytestqt.qtbot import QtBot

from counter.teller.presenter import Presenter
from shared.protocol.lobby import LobbyView
from tests.counter.teller import scenes
from tests.support.fake_client import FakeClient


class Watch:
    """A clock for the guard, set by hand."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


class Desk:
    """A presenter at counter 3 with its fake client and watch."""

    def __init__(self, lobby: LobbyView) -> None:
        self.client = FakeClient(lobby=lobby)
        self.client.answers["open_counter"] = scenes.counter()
        self.watch = Watch()
        self.presenter = Presenter(self.client, "3", "en", self.watch)

    def sign_in(self, qtbot: QtBot) -> None:
        self.presenter.sign_in(scenes.STAFF, "2468", "3")
        qtbot.waitUntil(lambda: self.presenter.is_at_desk)
        assert self.client.lobby is not None
        self.client.show(self.client.lobby.model_copy(update={"sequence": 101}))

    def show(self, lobby: LobbyView) -> None:
        self.client.show(lobby)

    @property
    def phase(self) -> str:
        return str(self.presenter.scene.phase)

    @property
    def names(self) -> list[object]:
        return [call[0] for call in self.client.calls]
