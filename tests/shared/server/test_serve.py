"""The real program in a process of its own: killed, restarted, asked to end."""

from pathlib import Path

import httpx
import pytest

from shared.domain.errors import StoreUnavailable
from shared.server.command import _say_ready
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


def test_server_that_answers_does_not_end_because_the_database_is_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Found by the torture: the line that it serves asked the database; that ended the server."""
    house = make_house(tmp_path / "b.db")
    monkeypatch.setattr(house.devices, "everything", _away)
    _say_ready(house, "http://127.0.0.1:8100", has_devices=True)
    assert capsys.readouterr().out.startswith("Branch Lobby serves renmin at http://127.0.0.1:8100")
    house.database.close()


def _away() -> None:
    raise StoreUnavailable("the cable is cut")
