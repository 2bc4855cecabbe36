"""Several servers of one branch on one PostgreSQL database: streams, sessions, kill -9."""

import random
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from shared.config.database_address import PostgresAddress
from shared.store.log import whole_log
from shared.store.verify import verify_branch
from tests.support.postgres import PostgresServer
from tests.support.server import (
    KEYS,
    PIN,
    RunningServer,
    enrol,
    make_house,
    morning,
    serving_house,
)
from tests.support.serving import serving

BRANCH = "renmin"
ENOUGH = 60


def two(
    stack: ExitStack, place: PostgresAddress, keys: Path
) -> tuple[RunningServer, RunningServer]:
    """Two servers in this process; devices and staff are enrolled at the first one only."""
    clock = morning()
    houses = [make_house(place, clock=clock) for _ in range(2)]
    enrol(houses[0], keys)
    one, other = (stack.enter_context(serving_house(house)) for house in houses)
    return one, other


def test_stream_of_one_server_tells_what_the_other_did(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        one, other = two(stack, postgres.with_tables(), tmp_path / "keys")
        stream = stack.enter_context(other.client("board").stream("GET", "events?after=0"))
        lines = (line for line in stream.iter_lines() if line.startswith("event: "))
        kiosk, teller = one.client("kiosk"), one.client("teller", "t1")
        kiosk.post("tickets", json={"service": "cash"}).raise_for_status()
        teller.post("counters/1/open").raise_for_status()
        teller.post("counters/1/next").raise_for_status()
        heard = [next(lines).removeprefix("event: ") for _ in range(5)]
        assert heard == [
            "profile.published",
            "day.opened",
            "ticket.issued",
            "counter.opened",
            "ticket.called",
        ]


def test_who_signed_in_at_one_server_is_known_by_name_at_the_other(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        one, other = two(stack, postgres.with_tables(), tmp_path / "keys")
        one.client("teller", "t1").post("counters/1/open").raise_for_status()
        other.sessions.update(one.sessions)
        teller = other.client("teller", "t1")
        counters = teller.post("counters/1/next").status_code, teller.get("lobby").json()
        names = [c["staff_name"] for c in counters[1]["counters"] if c["id"] == "1"]
        assert (counters[0], names) == (204, ["Teller 1"])


@dataclass
class Crowd:
    """Kiosks and tellers that go to whichever server answers, with the same key again."""

    addresses: list[str]
    sessions: dict[str, str]
    is_over: threading.Event = field(default_factory=threading.Event)
    answers: int = 0
    answered: threading.Condition = field(default_factory=threading.Condition)

    def kiosk(self, name: str) -> list[str]:
        """The tickets that were given."""
        given: list[str] = []
        with self._client({"Authorization": f"Bearer {KEYS['kiosk']}"}) as client:
            draw = random.Random(name)
            while not self.is_over.is_set():
                given.append(self._send(client, draw, "tickets", {"service": "cash"}).json()["id"])
        return given

    def teller(self, counter: str, staff: str) -> list[str]:
        """The tickets that were called here."""
        called: list[str] = []
        headers = {
            "Authorization": f"Bearer {KEYS['teller']}",
            "X-Staff-Session": self.sessions[staff],
        }
        with self._client(headers) as client:
            draw = random.Random(staff)
            self._send(client, draw, f"counters/{counter}/open", None)
            while not self.is_over.is_set():
                answer = self._send(client, draw, f"counters/{counter}/next", None)
                if answer.status_code == 200:
                    called.append(answer.json()["ticket"]["id"])
        return called

    def _client(self, headers: dict[str, str]) -> httpx.Client:
        return httpx.Client(headers=headers, timeout=10, trust_env=False, verify=False)

    def _send(
        self, client: httpx.Client, draw: random.Random, where: str, body: object
    ) -> httpx.Response:
        """To one server after the other until one of them has done it: once, by its key."""
        headers = {"Idempotency-Key": uuid4().hex}
        while True:
            url = f"{draw.choice(self.addresses)}/api/v1/branches/{BRANCH}/{where}"
            try:
                answer = client.post(url, json=body, headers=headers)
            except httpx.TransportError:
                continue
            if answer.status_code != 503:
                with self.answered:
                    self.answers += 1
                    self.answered.notify_all()
                return answer.raise_for_status()

    def work(self, answers: int) -> None:
        """Wait until so many more have been answered."""
        with self.answered:
            enough = self.answers + answers
            assert self.answered.wait_for(lambda: self.answers >= enough, 30)


@pytest.mark.end2end
@pytest.mark.slow
def test_one_of_two_servers_is_killed_in_the_middle(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    """Nobody is called twice, no number is given twice, nothing acknowledged is missing."""
    place = postgres.with_tables()
    house = make_house(place)
    enrol(house, tmp_path / "keys")
    with ExitStack() as stack, ThreadPoolExecutor(4) as pool:
        servers = pool.map(lambda _: stack.enter_context(serving(place)), range(2))
        (first, address), (_, other) = servers
        crowd = Crowd([address, other], signed_in(address))
        stack.callback(crowd.is_over.set)
        kiosks = [pool.submit(crowd.kiosk, name) for name in ("k1", "k2")]
        tellers = [pool.submit(crowd.teller, c, s) for c, s in (("1", "t1"), ("2", "t2"))]
        crowd.work(ENOUGH)
        first.kill()
        crowd.work(ENOUGH)
        crowd.is_over.set()
        given = [ticket for kiosk in kiosks for ticket in kiosk.result(30)]
        called = [ticket for teller in tellers for ticket in teller.result(30)]
    log = list(whole_log(house.database, BRANCH))
    numbers = [e.number for e in log if e.kind == "ticket.issued"]
    assert Counter(numbers).most_common(1)[0][1] == 1
    assert sorted(given) == sorted(e.ticket for e in log if e.kind == "ticket.issued")
    calls = Counter(e.ticket for e in log if e.kind == "ticket.called")
    assert set(calls.values()) == {1}
    assert len(set(called)) == len(called) > 0
    assert set(called) <= set(calls)  # a counter that stood by was given the rest
    assert verify_branch(house.database, BRANCH).sentences == []
    house.database.close()


def signed_in(address: str) -> dict[str, str]:
    """A session for each of two tellers."""
    url = f"{address}/api/v1/branches/{BRANCH}/sessions"
    headers = {"Authorization": f"Bearer {KEYS['teller']}"}
    return {
        staff: httpx.post(url, json={"staff": staff, "pin": PIN}, headers=headers, trust_env=False)
        .raise_for_status()
        .json()["token"]
        for staff in ("t1", "t2")
    }
