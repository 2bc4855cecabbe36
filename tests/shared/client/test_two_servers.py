"""Two servers on real sockets: who is listened to, who votes, and what goes along."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shared.client.heartbeat import Pulse
from shared.client.known import Memory, memory_file
from shared.client.ports import AtCounter, Failure
from shared.client.rest import RestClient
from shared.protocol.charge import Serving
from shared.protocol.command import IssueTicket
from shared.protocol.device import HeartbeatTaken
from shared.protocol.lobby import TicketIssued
from tests.shared.client.conftest import QUICK
from tests.shared.client.test_rest import result
from tests.shared.client.tiny_server import TinyServer
from tests.support import view

#: For a machine that is busy; nobody waits that long on a quiet one.
PATIENCE_MS = 30_000
TIMING = replace(QUICK, loyalty_ms=700, look_ms=30, beat_ms=60, minute_ms=500)
FAR = replace(TIMING, loyalty_ms=60_000)


@pytest.fixture
def stand_in(server: TinyServer) -> Iterator[TinyServer]:
    """The other server of the branch; it does not decide."""
    tiny = TinyServer()
    tiny.kind = "stand_in"
    tiny.charge = HeartbeatTaken(beat="", server="stand_in", is_held=False, every_ms=100)
    tiny.start()
    server.stand_in = tiny.address
    yield tiny
    tiny.kill()


@pytest.fixture
def client(server: TinyServer, stand_in: TinyServer, qtbot: QtBot) -> Iterator[RestClient]:
    """In contact with the branch server."""
    made = RestClient(server.address, "device-key", timing=TIMING)
    made.start()
    qtbot.waitUntil(lambda: made.is_online, timeout=PATIENCE_MS)
    yield made
    made.stop()


def at_counter() -> AtCounter:
    return AtCounter("2", Serving(ticket="t-a001", called_at=view.NOW))


def test_a_silent_branch_server_is_left_for_the_stand_in_and_taken_back(
    server: TinyServer, stand_in: TinyServer, client: RestClient, qtbot: QtBot
) -> None:
    stand_in.name = server.name
    assert (client.server_kind, client.has_stand_in) == ("branch", True)
    server.kill()
    qtbot.waitUntil(
        lambda: client.server_kind == "stand_in" and client.is_online, timeout=PATIENCE_MS
    )
    assert not client.is_in_charge
    assert not client.is_served
    stand_in.kill()
    server.start()
    qtbot.waitUntil(
        lambda: client.server_kind == "branch" and client.is_served, timeout=PATIENCE_MS
    )
    assert stand_in.asked("GET", "/config")[0]["authorization"] == "Bearer device-key"


def test_bytes_keep_it_where_it_is(
    server: TinyServer, stand_in: TinyServer, client: RestClient, qtbot: QtBot
) -> None:
    heard: list[object] = []
    client.lobbyChanged.connect(heard.append)
    with qtbot.waitSignal(client.servingChanged, timeout=1500, raising=False) as blocker:
        pass
    assert not blocker.signal_triggered
    assert stand_in.requests == []


def test_handed_back_is_heard_at_once(
    server: TinyServer, stand_in: TinyServer, client: RestClient, qtbot: QtBot
) -> None:
    server.kill()
    qtbot.waitUntil(
        lambda: client.server_kind == "stand_in" and client.is_online, timeout=PATIENCE_MS
    )
    server.start()
    stand_in.is_handing_back = True
    server.answers["POST", "/tickets"] = [(201, view.issued("A027").model_dump(mode="json"))]
    got = result(client.issue_ticket(IssueTicket(service="cash")), qtbot)
    assert isinstance(got, TicketIssued)
    assert client.server_kind == "branch"
    keys = {
        each["idempotency-key"]
        for tiny in (server, stand_in)
        for each in tiny.asked("POST", "/tickets")
    }
    assert len(keys) == 1


def test_an_unanswered_command_is_not_given_to_the_other_server(
    server: TinyServer, stand_in: TinyServer, client: RestClient, qtbot: QtBot
) -> None:
    stand_in.answers["POST", "/next"] = [(204, None)]
    server.is_frozen = True
    reply = client.next("2")
    qtbot.waitUntil(lambda: client.server_kind == "stand_in", timeout=PATIENCE_MS)
    got = result(reply, qtbot)
    assert isinstance(got, Failure)
    assert got.is_unreachable
    assert stand_in.asked("POST", "/next") == []


def test_only_a_stand_in_that_says_so_is_in_charge(
    server: TinyServer, stand_in: TinyServer, client: RestClient, qtbot: QtBot
) -> None:
    pulse = Pulse(client, "kiosk", timing=TIMING)
    server.kill()
    qtbot.waitUntil(
        lambda: client.server_kind == "stand_in" and stand_in.beats > 1, timeout=PATIENCE_MS
    )
    assert not client.is_served
    stand_in.charge = stand_in.charge.model_copy(update={"is_held": True})
    qtbot.waitUntil(lambda: client.is_served, timeout=PATIENCE_MS)
    assert client.served_since is not None
    assert pulse is not None


def test_a_counter_repeats_beats_follows_terms_and_tells_what_it_heard(
    server: TinyServer, stand_in: TinyServer, tmp_path: Path, qtbot: QtBot
) -> None:
    path = memory_file(tmp_path, "teller", server.address, "")
    client = RestClient(server.address, "k", timing=TIMING, memory=Memory(path))
    client.at_counter = at_counter
    Pulse(client, "teller", timing=TIMING)
    client.start()
    qtbot.waitUntil(lambda: server.beats > 2, timeout=PATIENCE_MS)
    told = server.bodies("/devices/heartbeat")
    assert [each["counter"] for each in told[:2]] == ["2", "2"]
    assert (told[1]["beat"], told[1]["term"]) == ("branch.1", "")
    assert told[0]["sequence"] == 0
    server.add(3)
    qtbot.waitUntil(
        lambda: client.lobby is not None and client.lobby.sequence == 103, timeout=PATIENCE_MS
    )
    stand_in.charge = stand_in.charge.model_copy(update={"wants_heard": True, "term": "term-1"})
    server.kill()
    qtbot.waitUntil(lambda: bool(stand_in.bodies("/stand-in/heard")), timeout=PATIENCE_MS)
    (heard,) = stand_in.bodies("/stand-in/heard")
    assert (heard["counter"], heard["sequence"]) == ("2", 103)
    assert [each["sequence"] for each in heard["events"]] == [101, 102, 103]
    assert heard["serving"]["ticket"] == "t-a001"
    qtbot.waitUntil(lambda: stand_in.beats > 2, timeout=PATIENCE_MS)
    first, *_, last = stand_in.bodies("/devices/heartbeat")
    assert (first["beat"], first["term"], first["sequence"]) == ("", "", 103)
    assert last["beat"].startswith("stand_in.")
    assert last["term"] == "term-1"
    assert Memory(path).known.term == "term-1"
    client.stop()


def test_what_the_stream_withholds_is_read_and_confirmed(server: TinyServer, qtbot: QtBot) -> None:
    server.stand_in = "http://127.0.0.1:9"
    client = RestClient(server.address, "k", timing=TIMING)
    client.at_counter = at_counter
    arrived: list[int] = []
    client.eventArrived.connect(lambda event: arrived.append(event.sequence))
    Pulse(client, "teller", timing=TIMING)
    client.start()
    qtbot.waitUntil(lambda: client.is_online and server.beats > 1, timeout=PATIENCE_MS)
    server.unsent = {101, 102}
    server.add(2)
    server.charge = server.charge.model_copy(update={"last": 102})
    qtbot.waitUntil(
        lambda: server.bodies("/devices/heartbeat")[-1]["sequence"] == 102, timeout=PATIENCE_MS
    )
    assert arrived == []
    server.add(1)
    qtbot.waitUntil(lambda: arrived == [101, 102, 103], timeout=PATIENCE_MS)
    client.stop()


def test_a_program_that_starts_while_the_branch_server_is_away_finds_the_stand_in(
    server: TinyServer, stand_in: TinyServer, tmp_path: Path, qtbot: QtBot
) -> None:
    path = memory_file(tmp_path, "kiosk", server.address, "")
    first = RestClient(server.address, "k", timing=TIMING, memory=Memory(path))
    first.start()
    qtbot.waitUntil(lambda: first.is_online, timeout=PATIENCE_MS)
    first.stop()
    server.kill()
    second = RestClient(server.address, "k", timing=TIMING, memory=Memory(path))
    assert second.profile == first.profile
    second.start()
    qtbot.waitUntil(lambda: second.is_online, timeout=PATIENCE_MS)
    assert second.server_kind == "stand_in"
    second.stop()


def test_events_go_on_over_the_turn_each_once(
    server: TinyServer, stand_in: TinyServer, client: RestClient, qtbot: QtBot
) -> None:
    seen: list[tuple[int, str]] = []
    client.eventArrived.connect(lambda event: seen.append((event.sequence, event.ticket)))

    def add(tiny: TinyServer, *names: str) -> None:
        at = view.NOW + timedelta(seconds=len(tiny.log))
        for name in names:
            tiny.add()
            tiny.log[-1] = tiny.log[-1].model_copy(update={"ticket": name, "at": at})

    add(server, "t-1", "t-2")
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=PATIENCE_MS)
    stand_in.log = list(server.log)
    add(stand_in, "t-3")
    server.kill()
    qtbot.waitUntil(lambda: len(seen) == 3, timeout=PATIENCE_MS)
    at = stand_in.log[-1].at
    stand_in.kill()
    add(server, "t-lost", "t-3")
    server.log[-1] = server.log[-1].model_copy(update={"at": at, "data": {"via": "stand-in:1"}})
    server.start()
    qtbot.waitUntil(
        lambda: client.server_kind == "branch" and client.is_online, timeout=PATIENCE_MS
    )
    qtbot.waitUntil(lambda: len(seen) == 4, timeout=PATIENCE_MS)
    assert seen == [(101, "t-1"), (102, "t-2"), (103, "t-3"), (103, "t-lost")]


def test_far_from_turning_it_says_how_long(server: TinyServer, qtbot: QtBot) -> None:
    lonely = RestClient(server.address, "k", timing=FAR)
    assert lonely.turns_in_s() is None
    server.stand_in = "http://127.0.0.1:9"
    lonely.start()
    qtbot.waitUntil(lambda: lonely.is_online, timeout=PATIENCE_MS)
    assert 50 < (lonely.turns_in_s() or 0) <= 60
    lonely.stop()
