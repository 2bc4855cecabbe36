"""Is it alive, can it work, and how much: probes and figures, open to all and about nobody."""

import re
from concurrent.futures import Future

import httpx
import pytest

from shared.server import readiness
from shared.store.job import Command, Done, Survey
from tests.support.server import PIN, RunningServer
from tests.support.trial import NOTHING

ISSUED = 'lobby_commands_total{command="issue",outcome="done"}'


def ask(server: RunningServer, path: str) -> tuple[int, str]:
    """Status and, of a problem, the code."""
    answer = httpx.get(server.base_url + path, trust_env=False)
    problem = answer.headers["content-type"] == "application/problem+json"
    return answer.status_code, answer.json()["code"] if problem else ""


def figures(server: RunningServer) -> dict[str, float]:
    """What /metrics says, by name and labels."""
    answer = httpx.get(f"{server.base_url}/metrics", trust_env=False)
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    lines = [line for line in answer.text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """A probe that asks anew each time."""
    monkeypatch.setattr(readiness, "REMEMBERED_S", 0.0)


def test_lives_and_is_ready(server: RunningServer) -> None:
    assert [ask(server, path) for path in ("/healthz", "/readyz")] == [(200, ""), (200, "")]


@pytest.mark.usefixtures("forgetful")
def test_not_ready_while_somebody_else_keeps_the_lock(server: RunningServer) -> None:
    assert ask(server, "/readyz") == (200, "")
    with server.house.database.writing.begin():
        assert ask(server, "/readyz") == (503, "store_unavailable")
        assert ask(server, "/healthz") == (200, "")
    assert ask(server, "/readyz") == (200, "")


@pytest.mark.usefixtures("forgetful")
def test_not_ready_when_the_writer_is_silent(
    server: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readiness, "WRITER_S", 0.05)
    monkeypatch.setattr(server.house.writer, "survey", lambda see: Survey(see).future)
    assert ask(server, "/readyz") == (503, "writer_silent")
    assert ask(server, "/healthz") == (200, "")


def test_good_answer_is_remembered_so_that_nobody_wears_the_lock_out(
    server: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    check = server.house.database.check_writing

    def counted() -> None:
        asked.append("asked")
        check()

    monkeypatch.setattr(readiness, "REMEMBERED_S", 60.0)
    monkeypatch.setattr(server.house.database, "check_writing", counted)
    assert [ask(server, "/readyz") for _ in range(5)] == [(200, "")] * 5
    assert asked == ["asked"]


def test_figures_of_a_few_commands(server: RunningServer) -> None:
    before = figures(server)
    kiosk, key = server.client("kiosk"), {"Idempotency-Key": "one-and-the-same"}
    for _ in range(2):
        kiosk.post("tickets", json={"service": "cash"}, headers=key).raise_for_status()
    kiosk.post("tickets", json={"service": "cash"}).raise_for_status()
    kiosk.post("tickets", json={"service": NOTHING})
    server.client("teller", "t1").post("counters/1/open").raise_for_status()
    after = figures(server)
    assert {name: value for name, value in after.items() if "commands_total" in name} == {
        ISSUED: 2,
        'lobby_commands_total{command="issue",outcome="repeated"}': 1,
        'lobby_commands_total{command="issue",outcome="refused"}': 1,
        'lobby_commands_total{command="open_counter",outcome="done"}': 1,
        "lobby_grouped_commands_total": before["lobby_grouped_commands_total"] + 5,
    }
    assert after["lobby_command_seconds_count"] == 5
    assert after['lobby_command_seconds_bucket{le="+Inf"}'] == 5
    assert after["lobby_groups_total"] == before["lobby_groups_total"] + 5
    assert after['lobby_waiting{branch="renmin"}'] == 2
    assert after['lobby_counters{branch="renmin",state="open"}'] == 1
    assert after['lobby_counters{branch="renmin",state="closed"}'] == 3
    assert (
        after['lobby_log_sequence{branch="renmin"}']
        == server.client("board").get("lobby").json()["sequence"]
    )


def test_failure_of_the_server_is_no_refusal(
    server: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bug(command: Command) -> "Future[Done]":
        command.future.set_exception(ZeroDivisionError())
        return command.future

    monkeypatch.setattr(server.house.writer, "submit", bug)
    assert server.client("kiosk").post("tickets", json={"service": "cash"}).status_code == 500
    assert figures(server)['lobby_commands_total{command="issue",outcome="failed"}'] == 1


def test_no_caller_names_a_label(server: RunningServer) -> None:
    """Whatever is sent, no new line comes of it, and nobody's number, key or name is told."""
    kiosk, lead = server.client("kiosk"), server.client("lead", "lead")
    kiosk.post("tickets", json={"service": NOTHING})
    lead.post(f"tickets/{NOTHING}/recall")
    lines = set(figures(server))
    for word in ("zebra", "t1", "lead", "wild%20one"):
        kiosk.post("tickets", json={"service": word, "customer_ref": word})
        kiosk.post(f"tickets/{word}/cancel")
        lead.post(f"tickets/{word}/recall")
        lead.post("sessions", json={"staff": word, "pin": PIN})
        kiosk.get(f"nowhere/{word}")
    new = set(figures(server)) - lines
    assert new == {'lobby_commands_total{command="cancel",outcome="refused"}'}
    text = httpx.get(f"{server.base_url}/metrics", trust_env=False).text
    assert re.findall("zebra|wild|t1|Lena|key-of", text) == []
