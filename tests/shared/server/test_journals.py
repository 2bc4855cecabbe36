"""The time without a server, over HTTP: lent numbers before it, journals after it."""

import hashlib
from typing import Any

import httpx
import pytest

from shared.protocol.event import to_datetime
from shared.protocol.journal import JournalTaken, NumberLease
from shared.store.verify import verify_branch
from tests.support.server import RunningServer, local_us

DAY = "2026-11-20"
TOKEN = "an-unguessable-token"


def slip(ordinal: int, ticket: str, at: str = "09:20", **data: Any) -> dict[str, Any]:
    """What a kiosk writes down when it gives a ticket by itself."""
    return {
        "kind": "ticket.issued",
        "at": to_datetime(local_us(f"{DAY}T{at}")).isoformat(),
        "ticket": ticket,
        "data": {
            "day": DAY,
            "series": "A",
            "ordinal": ordinal,
            "number": f"A{ordinal}",
            "service": "cash",
            "segment": "ordinary",
            "language": "zh_CN",
        }
        | data,
    }


def tell(
    client: httpx.Client, *entries: dict[str, Any], first: int = 1, source: str = "j1"
) -> JournalTaken:
    told = {"source": source, "first": first, "entries": list(entries)}
    answer = client.post("journals", json=told)
    assert answer.status_code == 200, answer.text
    return JournalTaken.model_validate_json(answer.content)


def lease(client: httpx.Client, **wish: int) -> NumberLease:
    answer = client.post("number-leases", json=wish)
    assert answer.status_code == 200, answer.text
    return NumberLease.model_validate_json(answer.content)


@pytest.fixture
def kiosk(server: RunningServer) -> httpx.Client:
    return server.client("kiosk")


def faults(server: RunningServer) -> list[str]:
    return verify_branch(server.house.database, server.branch).sentences


def test_each_device_has_a_block_of_its_own_for_good(
    server: RunningServer, kiosk: httpx.Client
) -> None:
    mine = lease(kiosk, count=20)
    assert (mine.first, mine.last, mine.day, mine.given) == (801, 820, DAY, {})
    assert lease(server.client("lead"), count=10).first == 821
    assert lease(kiosk, count=100) == mine


def test_a_ticket_given_without_the_server_is_called_by_its_true_arrival(
    server: RunningServer, kiosk: httpx.Client
) -> None:
    lease(kiosk)
    kiosk.post("tickets", json={"service": "cash"}).raise_for_status()  # at 9:30
    page = hashlib.sha256(TOKEN.encode()).hexdigest()
    taken = tell(kiosk, slip(801, "k1") | {"page": page})
    assert (taken.last, taken.taken, taken.known, taken.kept) == (1, 1, 0, 0)
    assert lease(kiosk).given == {"A": 801}
    teller = server.client("teller", "t1")
    teller.post("counters/1/open").raise_for_status()
    called = teller.post("counters/1/next").json()["ticket"]
    assert (called["id"], called["number"]) == ("k1", "A801")
    assert httpx.get(f"{server.base_url}/t/{TOKEN}").status_code == 200
    assert faults(server) == []


def test_what_is_told_again_is_known(server: RunningServer, kiosk: httpx.Client) -> None:
    lease(kiosk)
    tell(kiosk, slip(801, "k1"))
    again = tell(kiosk, slip(801, "k1"), slip(802, "k2"))
    assert (again.last, again.taken, again.known, again.kept) == (2, 1, 0, 0)
    other = tell(kiosk, slip(802, "k2"), source="j2")
    assert (other.taken, other.known, other.kept) == (0, 1, 0)
    waiting = [t["number"] for t in kiosk.get("lobby").json()["waiting"]]
    assert waiting == ["A801", "A802"]


def test_nobody_gives_the_numbers_of_another_or_of_the_server(
    server: RunningServer, kiosk: httpx.Client
) -> None:
    lease(server.client("lead"), count=10)
    lease(kiosk, count=10)
    taken = tell(kiosk, slip(801, "k1"), slip(5, "k2"), slip(811, "k3"))
    assert (taken.taken, taken.kept) == (1, 2)
    assert [t["number"] for t in kiosk.get("lobby").json()["waiting"]] == ["A811"]
    nobody = tell(kiosk, slip(5000, "k4"), slip(90_000_000, "k5"), source="j2")
    assert (nobody.taken, nobody.kept) == (0, 2)
    assert lease(server.client("admin"), count=10).first == 821
    assert faults(server) == []


def test_a_kiosk_tells_of_tickets_only(server: RunningServer, kiosk: httpx.Client) -> None:
    issued = kiosk.post("tickets", json={"service": "cash"}).json()
    gone = {"kind": "ticket.cancelled", "at": "2026-11-20T01:25:00Z", "ticket": issued["id"]}
    taken = tell(kiosk, gone | {"data": {"reason": "customer"}})
    assert (taken.taken, taken.kept) == (0, 1)
    assert kiosk.get(f"tickets/{issued['id']}").json()["state"] == "waiting"


def test_a_counter_finishes_with_its_customer_while_no_server_answers(
    server: RunningServer, kiosk: httpx.Client
) -> None:
    issued = kiosk.post("tickets", json={"service": "cash"}).json()
    teller = server.client("teller", "t1")
    teller.post("counters/1/open").raise_for_status()
    teller.post("counters/1/next").raise_for_status()
    server.clock.advance(600_000_000)  # type: ignore[attr-defined]  # a clock set by hand
    entry = {
        "kind": "ticket.closed",
        "at": "2026-11-20T01:34:00Z",
        "ticket": issued["id"],
        "counter": "1",
        "staff": "t1",
        "data": {"outcome": "done"},
    }
    taken = tell(server.client("teller"), entry)  # the session may be over by now
    assert (taken.taken, taken.kept) == (1, 0)
    ticket = kiosk.get(f"tickets/{issued['id']}").json()
    assert (ticket["state"], ticket["ended_at"]) == ("closed", "2026-11-20T01:34:00Z")
    assert faults(server) == []


def test_a_place_at_a_counter_speaks_for_who_works_there_only(
    server: RunningServer, kiosk: httpx.Client
) -> None:
    issued = kiosk.post("tickets", json={"service": "cash"}).json()
    teller = server.client("teller", "t1")
    teller.post("counters/1/open").raise_for_status()
    teller.post("counters/1/next").raise_for_status()
    entry = {
        "kind": "ticket.closed",
        "at": "2026-11-20T01:30:00Z",
        "ticket": issued["id"],
        "counter": "1",
        "staff": "boss",
        "data": {"outcome": "done"},
    }
    unsigned = server.client("teller")
    assert tell(unsigned, entry, {**entry, "counter": "2"}).kept == 2
    assert kiosk.get(f"tickets/{issued['id']}").json()["state"] == "called"


@pytest.mark.parametrize(
    "broken",
    [
        {"source": "", "first": 1, "entries": []},
        {"source": "j", "first": 0, "entries": []},
        {"source": "j", "first": 1, "entries": [{"kind": "ticket.issued"}]},
        {"source": "j", "first": 1, "entries": [slip(801, "k1") | {"data": {"day": 1.5}}]},
        {"source": "j", "first": 1, "entries": [slip(801, "k1") | {"page": "x"}]},
        {"source": "j", "first": 1, "entries": [slip(801, "k1") | {"at": "2026-11-20T09:20:00"}]},
        {"source": "j", "first": 1, "entries": [slip(801, "k1") | {"staff": "a\x00b"}]},
        {"source": "j", "first": 1, "entries": [slip(801, "k1")] * 201},
    ],
)
def test_a_journal_that_is_none_is_refused(kiosk: httpx.Client, broken: dict[str, Any]) -> None:
    assert kiosk.post("journals", json=broken).status_code == 422


def test_blocks_and_journals_outlive_a_restart(server: RunningServer, kiosk: httpx.Client) -> None:
    mine = lease(kiosk)
    tell(kiosk, slip(801, "k1"))
    server.clock.advance(24 * 3600 * 1_000_000)  # type: ignore[attr-defined]  # set by hand
    kiosk.get("lobby").raise_for_status()  # the day opens
    server.house.writer.read_anew(server.branch)
    again = lease(kiosk)
    assert (again.first, again.last, again.given) == (mine.first, mine.last, {})
    taken = tell(kiosk, slip(801, "k1"), slip(802, "k2"))
    assert (taken.last, taken.taken, taken.kept) == (2, 0, 1)  # of a day that is over
    assert faults(server) == []
