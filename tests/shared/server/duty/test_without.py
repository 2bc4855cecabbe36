"""The stand-in is away: what the branch server may do then, and what a person may decide."""

from contextlib import ExitStack
from pathlib import Path

import httpx

from shared.protocol.event import to_datetime
from shared.services.ports import StaffRecord
from tests.support.server import CHEAP_PINS, PIN, RunningServer, morning
from tests.support.two_servers import TWO_AT_ONCE, TwoServers, eventually, house_of, served

pytestmark = TWO_AT_ONCE


def charge(server: RunningServer) -> dict[str, object]:
    found: dict[str, object] = server.client("board").get("charge").json()
    return found


def test_without_stand_in_and_without_counters_nothing_is_decided(tmp_path: Path) -> None:
    clock = morning()
    with ExitStack() as stack:
        away = ExitStack()
        copy = away.enter_context(served(house_of(tmp_path, clock, is_stand_in=True)))
        house = house_of(tmp_path, clock, stand_in=copy.base_url)
        branch = stack.enter_context(served(house))
        TwoServers(branch, copy).in_contact()
        house.staff.add(
            StaffRecord("boss", "Bo Boss", "manager", CHEAP_PINS.hash(PIN)),
            to_datetime(clock.now_us()),
        )
        teller = branch.client("teller", "t1")
        assert teller.post("counters/1/open", json={}).status_code == 200
        away.close()
        eventually(lambda: not charge(branch)["is_held"])
        refused = teller.post("counters/1/next", json={})
        assert (refused.status_code, refused.json()["code"]) == (503, "not_in_charge")
        assert refused.headers["retry-after"] == "1"
        ready = httpx.get(f"{branch.base_url}/readyz", trust_env=False).json()
        assert (ready["status"], ready["is_in_charge"]) == ("ready", False)
        figures = httpx.get(f"{branch.base_url}/metrics", trust_env=False).text
        assert 'lobby_in_charge{server="branch"} 0.0' in figures
        assert teller.post("charge").status_code == 403
        taken = branch.client("teller", "boss").post("charge")
        assert (taken.status_code, taken.json()["is_held"]) == (200, True)
        assert teller.post("counters/1/next", json={}).status_code == 204
        log = branch.client("board").get("log?limit=1000").json()["events"]
        assert [e["staff"] for e in log if e["kind"] == "charge.taken"] == ["boss"]


def test_a_server_by_itself_needs_nobody(tmp_path: Path) -> None:
    with served(house_of(tmp_path, morning())) as branch:
        assert charge(branch)["is_held"]
        refused = branch.client("teller").post("charge")
        assert refused.status_code == 401  # nobody is signed in
        beat = branch.client("teller").post("devices/heartbeat", json={"program": "p"}).json()
        assert (beat["is_held"], beat["every_ms"], beat["server"]) == (True, 60000, "branch")
