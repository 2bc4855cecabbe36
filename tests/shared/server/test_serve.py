"""The real program in a process of its own: killed, restarted, asked to end."""

from pathlib import Path

import httpx
import pytest

from shared.store.verify import verify_branch
from tests.support.server import enrol, make_house
from tests.support.serving import PATIENCE_S, serving

pytestmark = pytest.mark.end2end


def test_killed_in_the_middle_nothing_acknowledged_is_missing(tmp_path: Path) -> None:
    house = make_house(tmp_path / "b.db")
    key = enrol(house, tmp_path / "keys")["kiosk"]
    house.database.close()
    kiosk = {"Authorization": f"Bearer {key}"}
    with serving(house.database.path) as (process, address):
        url = f"{address}/api/v1/branches/renmin"
        numbers = [
            httpx.post(f"{url}/tickets", json={"service": "cash"}, headers=kiosk, trust_env=False)
            .raise_for_status()
            .json()["number"]
            for _ in range(10)
        ]
        process.kill()
    with serving(house.database.path) as (process, address):
        url = f"{address}/api/v1/branches/renmin"
        lobby = httpx.get(f"{url}/lobby", headers=kiosk, trust_env=False).json()
        assert [t["number"] for t in lobby["waiting"]] == numbers
        with httpx.stream("GET", f"{url}/events", headers=kiosk, trust_env=False) as stream:
            lines = stream.iter_lines()
            next(lines)
            process.terminate()
            assert [line for line in lines if line.startswith("data")] == []
        process.wait(PATIENCE_S)
    assert verify_branch(house.database, "renmin").faults == []
    house.database.close()
