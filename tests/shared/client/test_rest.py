"""Commands, refusals, patience, snapshots and the clock over real sockets."""

import json
from datetime import timedelta

from pytestqt.qtbot import QtBot

from shared.client.ports import Failure, Reply
from shared.client.rest import RestClient
from shared.config.load import load_profile
from shared.i18n import set_language
from shared.protocol.command import CloseTicket, IssueTicket, SignIn
from shared.protocol.lobby import LobbyView, NextResult, TicketIssued
from tests.shared.client.tiny_server import TinyServer
from tests.support import view


def result(reply: Reply, qtbot: QtBot) -> object:
    """What the reply ends in."""
    got: list[object] = []
    reply.then(got.append, got.append)
    qtbot.waitUntil(lambda: len(got) == 1)
    return got[0]


def issued_json() -> object:
    return view.issued("A027").model_dump(mode="json")


def test_first_contact_brings_profile_lobby_and_clock(
    server: TinyServer, client: RestClient, qtbot: QtBot
) -> None:
    client.start()
    qtbot.waitUntil(lambda: client.is_online)
    assert client.profile == load_profile("neighbourhood")
    assert client.lobby == view.lobby(sequence=100).model_copy(update={"log": server.name})
    assert timedelta() <= client.now() - view.NOW < timedelta(seconds=5)
    assert str(client.now().tzinfo) == "Asia/Shanghai"
    assert client.last_contact is not None
    assert server.asked("GET", "/config")[0]["authorization"] == "Bearer device-key"


def test_the_clock_runs_as_fast_as_the_branch(
    server: TinyServer, client: RestClient, qtbot: QtBot
) -> None:
    server.clock_rate = 3600.0
    server.beat_s = 60  # one beat at the start, then the client is on its own
    client.start()
    qtbot.waitUntil(lambda: client.is_online)
    qtbot.waitUntil(lambda: client.now() - view.NOW > timedelta(minutes=3), timeout=1000)


def test_a_command_is_answered_with_its_message(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    server.answers["POST", "/tickets"] = [(201, issued_json())]
    got = result(online.issue_ticket(IssueTicket(service="cash")), qtbot)
    assert got == TicketIssued.model_validate(issued_json())
    assert json.loads(server.requests[-1][3]) == {"service": "cash"}


def test_a_lost_answer_is_asked_again_with_the_same_key(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    stopping = {"title": "", "status": 503, "detail": "stopping", "code": "server_stopping"}
    server.answers["POST", "/tickets"] = [(0, None), (503, stopping), (201, issued_json())]
    assert isinstance(result(online.issue_ticket(IssueTicket(service="cash")), qtbot), TicketIssued)
    keys = [headers["idempotency-key"] for headers in server.asked("POST", "/tickets")]
    assert len(keys) >= 3
    assert len(set(keys)) == 1


def test_each_command_has_a_key_of_its_own(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    server.answers["POST", "/tickets"] = [(201, issued_json()), (201, issued_json())]
    result(online.issue_ticket(IssueTicket(service="cash")), qtbot)
    result(online.issue_ticket(IssueTicket(service="cash")), qtbot)
    assert len({h["idempotency-key"] for h in server.asked("POST", "/tickets")}) == 2


def test_the_same_wish_after_no_answer_has_the_same_key(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    server.answers["POST", "/tickets"] = [(0, None)] * 200
    for service in ("cash", "cash", "loan"):
        got = result(online.issue_ticket(IssueTicket(service=service)), qtbot)
        assert isinstance(got, Failure)
        assert got.is_unreachable
    server.answers["POST", "/tickets"] = [(201, issued_json())] * 2
    for _ in range(2):
        result(online.issue_ticket(IssueTicket(service="cash")), qtbot)
    bodies = [json.loads(each[3])["service"] for each in server.requests if each[3]]
    keys = [headers["idempotency-key"] for headers in server.asked("POST", "/tickets")]
    told = list(dict.fromkeys(zip(bodies, keys, strict=True)))
    assert [service for service, _ in told] == ["cash", "loan", "cash"]
    assert keys[-2] == keys[0]


def test_patience_ends_in_unreachable(server: TinyServer, online: RestClient, qtbot: QtBot) -> None:
    server.kill()
    got = result(online.issue_ticket(IssueTicket(service="cash")), qtbot)
    assert isinstance(got, Failure)
    assert (got.code, got.is_unreachable) == ("server_unreachable", True)


def test_a_frozen_server_does_not_hold_a_command_for_ever(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    server.is_frozen = True
    got = result(online.next("1"), qtbot)
    assert isinstance(got, Failure)
    assert got.is_unreachable


def test_a_refusal_is_said_in_the_language_of_the_program(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    problem = {
        "title": "branch_closed",
        "status": 409,
        "detail": "(not used: the code is known)",
        "code": "branch_closed",
        "params": ["09:00", "16:45"],
    }
    server.answers["POST", "/tickets"] = [(409, problem), (409, problem)]
    set_language("en")
    try:
        english = result(online.issue_ticket(IssueTicket(service="cash")), qtbot)
    finally:
        set_language("zh")
    assert english == Failure(
        "branch_closed",
        "The branch gives tickets from 09:00 to 16:45. Come back then, or ask our staff.",
        params=("09:00", "16:45"),
    )
    chinese = result(online.issue_ticket(IssueTicket(service="cash")), qtbot)
    assert isinstance(chinese, Failure)
    assert chinese.sentence != english.sentence


def test_an_unknown_code_falls_back_to_the_servers_sentence(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    problem = {"title": "", "status": 409, "detail": "Come tomorrow.", "code": "from_the_future"}
    server.answers["POST", "/recall"] = [(409, problem)]
    assert result(online.recall("t-a001"), qtbot) == Failure("from_the_future", "Come tomorrow.")


def test_next_is_none_when_nobody_waits(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    called = NextResult(ticket=view.ticket(state="called"), reason=view.reason())
    server.answers["POST", "/counters/2/next"] = [
        (204, None),
        (200, called.model_dump(mode="json")),
    ]
    assert result(online.next("2"), qtbot) is None
    assert result(online.next("2"), qtbot) == called


def test_the_session_is_sent_until_sign_out(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    session = {
        "token": "secret-token",
        "staff": "1001",
        "name": "李娜",
        "role": "teller",
        "expires_at": view.NOW.isoformat(),
    }
    closed = view.ticket(state="closed").model_dump(mode="json")
    server.answers["POST", "/sessions"] = [(201, session)]
    server.answers["DELETE", "/sessions/current"] = [(204, None)]
    server.answers["POST", "/close"] = [(200, closed), (200, closed)]
    result(online.sign_in(SignIn(staff="1001", pin="2468")), qtbot)
    result(online.close_ticket("t-a027", CloseTicket()), qtbot)
    assert result(online.sign_out(), qtbot) is None
    result(online.close_ticket("t-a027", CloseTicket()), qtbot)
    first, second = server.asked("POST", "/close")
    assert first["x-staff-session"] == "secret-token"
    assert "x-staff-session" not in second


def session_json(token: str) -> object:
    words = {"staff": "1001", "name": "李娜", "role": "teller"}
    return {"token": token, **words, "expires_at": view.NOW.isoformat()}


def test_a_session_is_sent_with_commands_only(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    server.answers["POST", "/sessions"] = [(201, session_json("one")), (201, session_json("two"))]
    result(online.sign_in(SignIn(staff="1001", pin="2468")), qtbot)
    online.watch_counter("3")
    qtbot.waitUntil(lambda: len(server.asked("GET", "/lobby?counter=3")) == 1)
    result(online.sign_in(SignIn(staff="1001", pin="2468")), qtbot)
    asked = server.asked("GET", "/lobby?counter=3") + server.asked("POST", "/sessions")
    assert [each.get("x-staff-session") for each in asked] == [None] * 3


def test_a_session_that_has_ended_is_forgotten(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    over = {"title": "", "status": 401, "detail": "", "code": "session_missing"}
    server.answers["POST", "/sessions"] = [(201, session_json("one"))]
    server.answers["POST", "/recall"] = [(401, over), (401, over)]
    result(online.sign_in(SignIn(staff="1001", pin="2468")), qtbot)
    for _ in range(2):
        result(online.recall("t-a027"), qtbot)
    sent = [each.get("x-staff-session") for each in server.asked("POST", "/recall")]
    assert sent == ["one", None]


def test_every_attempt_carries_the_session_of_who_gave_the_command(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    closed = view.ticket(state="closed").model_dump(mode="json")
    server.answers["POST", "/sessions"] = [(201, session_json("one"))]
    server.answers["POST", "/close"] = [(0, None), (200, closed)]
    server.answers["DELETE", "/sessions/current"] = [(0, None), (204, None)]
    result(online.sign_in(SignIn(staff="1001", pin="2468")), qtbot)
    closing = online.close_ticket("t-a027", CloseTicket())
    leaving = online.sign_out()  # while both are on their way the token is gone already
    result(closing, qtbot)
    result(leaving, qtbot)
    asked = server.asked("POST", "/close") + server.asked("DELETE", "/sessions/current")
    assert len(asked) >= 4
    assert {each.get("x-staff-session") for each in asked} == {"one"}


def test_snapshots_are_coalesced_and_end_in_the_newest(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    seen: list[LobbyView] = []
    online.lobbyChanged.connect(seen.append)
    before = len(server.asked("GET", "/lobby"))
    for _ in range(60):
        server.add()
    qtbot.waitUntil(lambda: online.lobby is not None and online.lobby.sequence == 160)
    assert len(server.asked("GET", "/lobby")) - before <= 20
    assert [each.sequence for each in seen] == sorted(each.sequence for each in seen)


def test_watching_a_counter_asks_for_its_queue(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    online.watch_counter("3")
    qtbot.waitUntil(lambda: len(server.asked("GET", "/lobby?counter=3")) == 1)


def test_a_refused_device_hears_why(server: TinyServer, client: RestClient, qtbot: QtBot) -> None:
    problem = {"title": "", "status": 401, "detail": "", "code": "device_unknown"}
    server.answers["GET", "/config"] = [(401, problem)]
    with qtbot.waitSignal(client.troubled) as trouble:
        client.start()
    assert trouble.args is not None
    assert trouble.args[0].code == "device_unknown"
    qtbot.waitUntil(lambda: client.is_online)
    assert client.trouble is None


def test_no_server_at_start_is_unreachable_until_it_comes(
    server: TinyServer, client: RestClient, qtbot: QtBot
) -> None:
    server.kill()
    with qtbot.waitSignal(client.troubled):
        client.start()
    assert client.trouble is not None
    assert client.trouble.is_unreachable
    server.start()
    qtbot.waitUntil(lambda: client.is_online)


def test_a_sign_in_that_was_given_up_signs_nobody_in(
    server: TinyServer, online: RestClient, qtbot: QtBot
) -> None:
    server.answers["POST", "/sessions"] = [(201, session_json("late"))]
    server.answers["DELETE", "/sessions/current"] = [(204, None)]
    reply = online.sign_in(SignIn(staff="1001", pin="2468"))
    reply.give_up()
    result(reply, qtbot)
    result(online.recall("t-a027"), qtbot)
    qtbot.waitUntil(lambda: len(server.asked("DELETE", "/sessions/current")) == 1)
    sent = server.asked("POST", "/recall") + server.asked("DELETE", "/sessions/current")
    assert [each.get("x-staff-session") for each in sent] == [None, "late"]
