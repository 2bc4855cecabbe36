"""Each event once and in order, whatever happens to the stream."""

from pytestqt.qtbot import QtBot

from shared.client.rest import RestClient
from shared.config.load import load_profile
from shared.domain.event import PROFILE_PUBLISHED
from shared.protocol.event import EventView
from tests.shared.client.tiny_server import TinyServer


class Heard:
    """What a program heard on the stream."""

    def __init__(self, client: RestClient) -> None:
        self.sequences: list[int] = []
        client.eventArrived.connect(self._hear)

    def _hear(self, event: EventView) -> None:
        self.sequences.append(event.sequence)


def test_events_after_the_first_snapshot_arrive_in_order(
    server: TinyServer, client: RestClient, qtbot: QtBot
) -> None:
    server.add(3)
    heard = Heard(client)
    client.start()
    qtbot.waitUntil(lambda: client.is_online)
    assert client.lobby is not None
    assert client.lobby.sequence == 103
    server.add(4)
    qtbot.waitUntil(lambda: len(heard.sequences) == 4)
    assert heard.sequences == [104, 105, 106, 107]


def test_duplicates_are_dropped(server: TinyServer, online: RestClient, qtbot: QtBot) -> None:
    heard = Heard(online)
    server.doubled = {101, 103}
    server.add(4)
    qtbot.waitUntil(lambda: len(heard.sequences) == 4)
    assert heard.sequences == [101, 102, 103, 104]


def test_a_gap_is_filled_from_the_log(server: TinyServer, online: RestClient, qtbot: QtBot) -> None:
    heard = Heard(online)
    server.unsent = {102, 103, 105}
    server.add(6)
    qtbot.waitUntil(lambda: len(heard.sequences) == 6)
    assert heard.sequences == [101, 102, 103, 104, 105, 106]


def test_profile_that_is_published_meanwhile_is_read(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    city = load_profile("city")
    answer = {"profile": city.model_dump(mode="json"), "server_version": "0", "policy_hash": "0"}
    server.answers["GET", "/config"] = [(200, answer)]
    with qtbot.waitSignal(online.profileChanged):
        server.add(kind=PROFILE_PUBLISHED)
    assert online.profile == city
    assert online.is_online


def test_nothing_is_lost_or_doubled_over_a_killed_server(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    heard = Heard(online)
    contact: list[bool] = []
    online.onlineChanged.connect(contact.append)
    for _ in range(3):
        server.add(2)
        server.kill()
        qtbot.waitUntil(lambda: not online.is_online)
        server.add(2)  # committed, and nobody heard of it
        server.start()
        qtbot.waitUntil(lambda: online.is_online)
    server.add(1)
    qtbot.waitUntil(lambda: len(heard.sequences) == 13)
    assert heard.sequences == list(range(101, 114))
    assert contact == [False, True] * 3
    assert online.lobby is not None
    qtbot.waitUntil(lambda: online.lobby is not None and online.lobby.sequence == 113)


def test_a_frozen_server_is_noticed_and_found_again(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    heard = Heard(online)
    server.is_frozen = True
    with qtbot.waitSignal(online.onlineChanged, timeout=1000) as lost:
        pass
    assert lost.args == [False]
    server.add(2)
    server.is_frozen = False
    qtbot.waitUntil(lambda: online.is_online)
    qtbot.waitUntil(lambda: heard.sequences == [101, 102])


def test_another_log_with_smaller_numbers_is_followed(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    """A server that was set up anew begins at 1 again; nobody may go deaf over it."""
    heard = Heard(online)
    server.kill()
    server.first = 0
    server.log = []
    server.start()
    qtbot.waitUntil(lambda: online.lobby is not None and online.lobby.sequence == 0)
    server.add(2)
    qtbot.waitUntil(lambda: heard.sequences == [1, 2])
    qtbot.waitUntil(lambda: online.lobby is not None and online.lobby.sequence == 2)


def test_restored_log_that_has_grown_already_is_begun_anew(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    """Its numbers go on above the client's, and still none of its old events is news."""
    heard = Heard(online)
    server.kill()
    server.name = "restored"
    server.add(9)
    server.start()
    qtbot.waitUntil(lambda: online.lobby is not None and online.lobby.log == "restored")
    server.add()
    qtbot.waitUntil(lambda: heard.sequences == [110])
