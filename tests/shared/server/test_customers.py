"""One customer with several tickets, known by a key that tells nobody who it is."""

from pathlib import Path
from typing import Any

from sqlalchemy import text

from shared.protocol.lobby import NextResult, TicketIssued
from shared.store.verify import verify_branch
from tests.support.server import RunningServer, morning, running_server

REFERENCE = "6222 0000 1234 5678"


def issue(server: RunningServer, service: str, reference: str | None = REFERENCE) -> TicketIssued:
    body = {"service": service, "customer_ref": reference}
    answer = server.client("kiosk").post("tickets", json=body).raise_for_status()
    return TicketIssued.model_validate_json(answer.content)


def also(server: RunningServer, role: str, ticket: str) -> Any:
    return server.client(role).get(f"tickets/{ticket}").raise_for_status().json()["also"]


def test_customer_with_three_tickets_is_noticed(server: RunningServer) -> None:
    first, second = issue(server, "cash"), issue(server, "account")
    stranger = issue(server, "cash", None)
    third = issue(server, "transfer", f"  {REFERENCE} ")
    assert [t.number for t in (first, second, stranger, third)] == ["A001", "B001", "A002", "A003"]
    assert [t.also for t in (first, second, stranger, third)] == [
        (),
        ("A001",),
        (),
        ("A001", "B001"),
    ]
    assert also(server, "teller", first.id) == ["B001", "A003"]
    assert [also(server, role, first.id) for role in ("kiosk", "board")] == [[], []]


def test_while_one_is_called_the_others_wait(server: RunningServer) -> None:
    first = issue(server, "cash")
    issue(server, "account")
    stranger = issue(server, "cash", None)
    tellers = [server.client("teller", f"t{n}") for n in (1, 2)]
    called = []
    for number, teller in enumerate(tellers, start=1):
        teller.post(f"counters/{number}/open").raise_for_status()
        answer = teller.post(f"counters/{number}/next")
        called.append(NextResult.model_validate_json(answer.content).ticket.id)
    assert called == [first.id, stranger.id]
    tellers[0].post(f"tickets/{first.id}/close").raise_for_status()
    after = NextResult.model_validate_json(tellers[0].post("counters/1/next").content)
    assert after.ticket.number == "B001"
    assert also(server, "teller", after.ticket.id) == []


def test_reference_is_stored_nowhere(tmp_path: Path) -> None:
    with running_server(tmp_path) as server:
        body = {"service": "cash", "customer_ref": REFERENCE}
        key = {"Idempotency-Key": "customer-0001"}
        server.client("kiosk").post("tickets", json=body, headers=key).raise_for_status()
        body |= {"service": "wealth", "at": "2026-11-20T11:00:00+08:00"}
        server.client("kiosk").post("appointments", json=body).raise_for_status()
        events = server.client("teller").get("log").json()["events"]
        keys = [e["data"]["customer"] for e in events if e["data"].get("customer")]
    assert (len(keys), len(set(keys)), len(keys[0])) == (2, 1, 24)
    files = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert REFERENCE.encode() not in files


def test_with_its_key_every_link_to_a_customer_is_cut(tmp_path: Path) -> None:
    """Codes still work, and the log still verifies."""
    clock = morning()
    with running_server(tmp_path, clock=clock) as server:
        issue(server, "cash")
        body = {"service": "wealth", "at": "2026-11-20T10:30:00+08:00"}
        answer = server.client("kiosk").post("appointments", json=body)
        code = answer.raise_for_status().json()["code"]
        with server.house.database.writing.begin() as connection:
            connection.execute(text("DELETE FROM secret WHERE name = 'customer:2026-11'"))
    clock.advance(3600 * 1_000_000)
    with running_server(tmp_path, clock=clock) as again:
        assert issue(again, "account").also == ()
        found = again.client("kiosk").post(f"appointments/{code}/check-in")
        assert found.status_code == 201
        assert verify_branch(again.house.database, again.branch).faults == []
