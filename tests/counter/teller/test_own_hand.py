"""A teller finishes the customer without a server: kept, shown, told, and nobody is called."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter.teller import keys
from counter.teller.presenter import Presenter
from counter.teller.scene import Phase
from shared.client.ports import AtCounter, Failure
from shared.protocol.charge import Serving
from shared.protocol.journal import Journal, JournalTaken
from shared.protocol.lobby import LobbyView, TicketName, TicketView
from tests.counter.teller import scenes
from tests.support.fake_client import FakeClient


class Desk:
    """A presenter at counter 3 that keeps what it does alone in a folder."""

    def __init__(self, folder: Path, client: FakeClient | None = None) -> None:
        self.client = client or FakeClient(lobby=scenes.lobby(100))
        self.client.answers["open_counter"] = scenes.counter()
        self.now_s = 100.0
        self.presenter = Presenter(
            self.client, "3", "en", lambda: self.now_s, offline=str(folder / "own")
        )

    def alone(self, qtbot: QtBot, ticket: TicketView | None) -> None:
        """Signed in with this customer, and then no server answers."""
        self.presenter.sign_in(scenes.STAFF, "2468", "3")
        qtbot.waitUntil(lambda: self.presenter.is_at_desk)
        self.client.show(scenes.lobby(101))
        self.client.show(scenes.lobby(102, ticket=ticket))
        self.client.calls.clear()
        self.client.go(online=False)
        self.client.advance(30)
        self.now_s += 30

    @property
    def phase(self) -> str:
        return str(self.presenter.scene.phase)

    def told(self) -> list[tuple[str, str, str, str, dict[str, object]]]:
        (call,) = self.client.calls_of("send_journal")
        journal = call[0]
        assert isinstance(journal, Journal)
        return [(e.kind, e.ticket, e.counter, e.staff, dict(e.data)) for e in journal.entries]


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.presenter.stop()


def test_a_visit_is_started_and_closed_and_told_with_its_times(desk: Desk, qtbot: QtBot) -> None:
    desk.alone(qtbot, scenes.called())
    presenter = desk.presenter
    presenter.start()
    assert desk.phase == Phase.SERVING
    started_at = desk.client.now()
    desk.client.advance(60)
    presenter.close("done")
    assert desk.phase == Phase.FREE
    assert desk.client.calls == []
    desk.client.advance(60)
    desk.client.go(online=True)
    qtbot.waitUntil(lambda: desk.client.calls_of("send_journal") != [])
    assert desk.told() == [
        ("ticket.started", "t-a047", "3", "t1", {"is_implied": False}),
        ("ticket.closed", "t-a047", "3", "t1", {"outcome": "done"}),
    ]
    (call,) = desk.client.calls_of("send_journal")
    assert isinstance(call[0], Journal)
    assert call[0].entries[0].at == started_at


def test_the_next_key_closes_and_calls_nobody(desk: Desk, qtbot: QtBot) -> None:
    desk.alone(qtbot, scenes.serving())
    face = keys.next_face(desk.presenter.scene, 3, "en")
    assert (face.verb, face.is_enabled) == ("Close", True)
    assert face.hint == "Outcome: Done · calling goes on when a server is back"
    desk.presenter.press_next()
    assert desk.phase == Phase.FREE
    assert desk.client.calls == []
    assert not keys.next_face(desk.presenter.scene, 3, "en").is_enabled


def test_an_absent_customer_is_noted_after_the_recalls(desk: Desk, qtbot: QtBot) -> None:
    desk.alone(qtbot, scenes.called())
    desk.presenter.no_show()
    assert desk.phase == Phase.CALLED  # no recall was made yet, and none can be
    desk.client.go(online=True)
    desk.client.show(scenes.lobby(103, ticket=scenes.called(recalls=1)))
    desk.client.go(online=False)
    desk.presenter.no_show()
    assert desk.phase == Phase.FREE


@pytest.mark.parametrize(
    "change",
    [
        {"needs": ("cash", "loan")},
        {"items": 3},
        {"companions": (TicketName(id="t-a050", number="A050"),)},
    ],
)
def test_what_goes_on_elsewhere_waits_for_a_server(
    desk: Desk, qtbot: QtBot, change: dict[str, object]
) -> None:
    desk.alone(qtbot, scenes.serving().model_copy(update=change))
    assert not desk.presenter.scene.can_finish
    desk.presenter.press_next()
    assert desk.phase == Phase.SERVING


def test_a_server_in_charge_is_told_before_anything_is_asked(desk: Desk, qtbot: QtBot) -> None:
    desk.alone(qtbot, scenes.serving())
    desk.presenter.press_next()
    desk.client.is_holding = True
    desk.client.go(online=True)
    desk.client.show(scenes.lobby(103, ticket=scenes.serving()))
    assert desk.phase == Phase.FREE  # the server has yet to hear of it
    desk.now_s += 5
    desk.presenter.press_next()
    assert [call[0] for call in desk.client.calls] == ["send_journal"]
    desk.client.settle("send_journal", JournalTaken(last=1, taken=1, known=0, kept=0))
    desk.client.show(scenes.lobby(105))
    desk.now_s += 5
    desk.presenter.press_next()
    assert [call[0] for call in desk.client.calls] == ["send_journal", "next"]


def test_a_server_that_will_not_hear_it_has_the_last_word(desk: Desk, qtbot: QtBot) -> None:
    desk.alone(qtbot, scenes.serving())
    desk.presenter.press_next()
    desk.client.answers["send_journal"] = Failure("role_forbidden", "no")
    desk.client.go(online=True)
    qtbot.waitUntil(lambda: desk.client.calls_of("send_journal") != [])
    qtbot.wait(10)
    desk.client.show(scenes.lobby(103, ticket=scenes.serving()))
    assert desk.phase == Phase.SERVING


def test_what_was_kept_is_told_by_the_next_run(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk(tmp_path)
    desk.alone(qtbot, scenes.serving())
    desk.presenter.press_next()
    desk.presenter.stop()
    client = FakeClient(lobby=scenes.lobby(100))
    again = Desk(tmp_path, client)
    qtbot.waitUntil(lambda: client.calls_of("send_journal") != [])
    assert [kind for kind, *_ in again.told()] == ["ticket.closed"]
    again.presenter.stop()


def test_what_cannot_be_kept_is_not_done(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.alone(qtbot, scenes.serving())

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shared.client.offline.journal_file._write_at", full)
    desk.presenter.press_next()
    assert desk.phase == Phase.SERVING
    assert desk.presenter.message is not None
    assert desk.presenter.message.failure.code == "not_kept"


def test_without_a_folder_it_is_as_it_was(qtbot: QtBot) -> None:
    client = FakeClient(lobby=scenes.lobby(100, ticket=scenes.serving()))
    client.answers["open_counter"] = scenes.counter()
    presenter = Presenter(client, "3", "en")
    presenter.sign_in(scenes.STAFF, "2468", "3")
    qtbot.waitUntil(lambda: presenter.is_at_desk)
    client.go(online=False)
    assert not presenter.scene.can_finish
    presenter.stop()


def test_the_server_hears_which_counter_is_open_and_who_stands_there(
    desk: Desk, qtbot: QtBot
) -> None:
    assert desk.client.at_counter is not None
    desk.client.go(online=False)
    assert desk.client.at_counter() is None
    desk.client.go(online=True)
    ticket = scenes.called()
    desk.alone(qtbot, ticket)
    assert ticket.called_at is not None
    serving = Serving(ticket=ticket.id, called_at=ticket.called_at)
    assert desk.client.at_counter() == AtCounter("3", serving)
    desk.presenter.close("done")
    assert desk.client.at_counter() == AtCounter("3")


def test_the_server_hears_of_the_counter_before_it_opens_and_after_it_has_closed(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.client.show(scenes.lobby(101, state="closed", staff=""))
    assert desk.client.at_counter is not None
    assert desk.client.at_counter() == AtCounter("3")
    desk.presenter.sign_in(scenes.STAFF, "2468", "3")
    qtbot.waitUntil(lambda: desk.presenter.is_at_desk)
    desk.client.show(scenes.lobby(102, state="closed", staff=""))
    assert desk.client.at_counter() == AtCounter("3")
    desk.presenter.leave()
    qtbot.waitUntil(lambda: not desk.presenter.is_at_desk)
    assert desk.client.at_counter() == AtCounter("3")
    desk.client.show(scenes.lobby(103))
    assert desk.client.at_counter() is None


def test_an_answer_of_the_first_server_does_not_outweigh_the_second(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.alone(qtbot, None)
    desk.client.go(online=True)
    desk.presenter.press_next()
    qtbot.waitUntil(lambda: desk.presenter.scene.has_customer)
    desk.client.listen("stand_in")
    lobby: LobbyView = scenes.lobby(90)
    desk.client.show(lobby)
    assert desk.phase == Phase.FREE
