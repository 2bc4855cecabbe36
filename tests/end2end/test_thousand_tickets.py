"""The branch server away, two kiosks and four tellers at work: a thousand tickets, each once.

One kiosk finds the stand-in. The other reaches nobody and gives tickets out of its own block, which
it tells either the stand-in, before the branch server is back, or the branch server, after it.
"""

import json
import time
from collections import Counter
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from shared.protocol.event import to_datetime, to_us
from shared.protocol.lobby import LobbyView
from shared.store.engine import Database
from tests.support.hall import Working, hall, in_charge, verdict
from tests.support.server import KEYS
from tests.support.two_processes import BRANCH, Pair, pair
from tests.support.two_servers import eventually

pytestmark = [pytest.mark.end2end, pytest.mark.timeout(300)]

BEFORE, AT_STAND_IN, ALONE = 400, 300, 300
#: Service and series; a block holds 200 numbers of each series.
KINDS = (("account", "B"), ("cash", "A"), ("wealth", "C"))


class Kiosk:
    """One that is in contact with whoever answers."""

    def __init__(self, role: str = "lead") -> None:
        self.headers = {"Authorization": f"Bearer {KEYS[role]}"}
        self.client = httpx.Client(headers=self.headers, trust_env=False, timeout=10)
        self.told: dict[str, str] = {}

    def issue(self, url: str, count: int) -> None:
        for place in range(count):
            service, _ = KINDS[place % 3]
            issued = self._ask(url, {"service": service}, str(uuid4()))
            self.told[issued["id"]] = issued["number"]

    def _ask(self, url: str, body: dict[str, str], key: str) -> dict[str, str]:
        """One ticket; as every program of ours, it repeats a doubtful commit under the same key."""
        for _ in range(20):
            answer = self.client.post(f"{url}/tickets", json=body, headers={"Idempotency-Key": key})
            if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE:
                break
            time.sleep(0.25)
        assert answer.is_success, answer.text
        issued: dict[str, str] = answer.json()
        return issued


class LoneKiosk(Kiosk):
    """One whose cable is out: numbers of its block, and a journal."""

    def __init__(self, url: str) -> None:
        super().__init__("kiosk")
        answer = self.client.post(f"{url}/number-leases", json={"count": 200})
        self.lease = answer.raise_for_status().json()
        view = LobbyView.model_validate_json(self.client.get(f"{url}/lobby").content)
        self.day, self.since_us = view.day, to_us(view.now)
        self.entries: list[dict[str, Any]] = []
        self.arrived_us: dict[str, int] = {}

    def give(self, count: int) -> None:
        """Tickets with nobody to ask, one each millisecond."""
        for place in range(count):
            service, series = KINDS[place % 3]
            ordinal = self.lease["first"] + place // 3
            ticket, number = f"alone-{place}", f"{series}{ordinal:03d}"
            at_us = self.since_us + place * 1000
            data = {
                "day": self.day,
                "series": series,
                "ordinal": ordinal,
                "number": number,
                "service": service,
                "segment": "ordinary",
                "language": "zh_CN",
            }
            at = to_datetime(at_us).isoformat()
            self.entries.append({"kind": "ticket.issued", "at": at, "ticket": ticket, "data": data})
            self.told[ticket], self.arrived_us[ticket] = number, at_us

    def tell(self, url: str) -> None:
        """The journal in pieces, each of them twice: the first answer never came."""
        for first in range(0, len(self.entries), 100):
            piece = self.entries[first : first + 100]
            body = {"source": "1", "first": first + 1, "entries": piece}
            answers = [
                self.client.post(f"{url}/journals", json=body).raise_for_status().json()
                for _ in range(2)
            ]
            assert [answer["kept"] for answer in answers] == [0, 0]
            assert answers[1]["last"] == first + len(piece)


@pytest.mark.parametrize("first_back", ["kiosk", "stand-in"])
def test_every_ticket_once_in_either_order_of_return(tmp_path: Path, first_back: str) -> None:
    with pair(tmp_path) as both:
        near = Kiosk()
        near.issue(both.branch.url, BEFORE)
        alone = LoneKiosk(both.branch.url)
        eventually(lambda: both.is_copied(tmp_path), 30)
        programs = hall(both)
        people = [Working(program) for program in programs]
        time.sleep(1)
        both.branch.kill()
        alone.give(ALONE)
        eventually(lambda: any(p.at == 1 and p.is_held for p in programs), 60)
        near.issue(both.stand_in.url, AT_STAND_IN)
        if first_back == "kiosk":
            alone.tell(both.stand_in.url)
        come_back(both)
        if first_back == "stand-in":
            alone.tell(both.branch.url)
        time.sleep(1)
        for person in people:
            person.finish()
        near.client.close()
        alone.client.close()
        assert [person.errors for person in people] == [[], [], [], []]
        assert {call.server for p in programs for call in p.calls} == {"branch", "stand_in"}
        both.branch.kill()
        assert verdict(tmp_path, programs) == []
        rows = tickets(tmp_path / "branch.db")
    told = near.told | alone.told
    assert len(told) == BEFORE + AT_STAND_IN + ALONE == 1000
    assert {ticket: number for ticket, number, _ in rows} == told
    assert max(Counter(number for _, number, _ in rows).values()) == 1
    arrived = {ticket: arrived_us for ticket, _, arrived_us in rows}
    assert {ticket: arrived[ticket] for ticket in alone.told} == alone.arrived_us


def come_back(both: Pair) -> None:
    both.branch.start()
    eventually(lambda: in_charge(both), 60)
    eventually(lambda: all(program.at == 0 for program in both.counters), 60)


def tickets(file: Path) -> list[tuple[str, str, int]]:
    """Identifier, number and arrival of every ticket, and the log as the second witness."""
    database = Database(file)
    with database.reading.begin() as connection:
        found = connection.exec_driver_sql("SELECT id, number, arrived_us FROM ticket")
        rows = [(str(row[0]), str(row[1]), int(row[2])) for row in found]
        issued = connection.exec_driver_sql(
            "SELECT ticket, data FROM event WHERE kind = 'ticket.issued' AND branch = ?", (BRANCH,)
        )
        log = {str(ticket): str(json.loads(data)["number"]) for ticket, data in issued}
    database.close()
    assert log == {ticket: number for ticket, number, _ in rows}
    return rows
