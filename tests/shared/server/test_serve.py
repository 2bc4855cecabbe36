"""The real program in a process of its own: killed, restarted, asked to end."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from shared.store.verify import verify_branch
from tests.support.server import enrol, make_house

pytestmark = pytest.mark.end2end
PATIENCE_S = 60


@contextmanager
def serving(database: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`lobby serve` on any free port; the process and its address once it is ready."""
    words = ["serve", "--port", "0", "--database", str(database), "--practice-rate", "1"]
    words += ["--practice-start", "2026-11-20T09:30"]
    program = "import sys; from shared.cli.main import main; sys.exit(main())"
    process = subprocess.Popen(
        [sys.executable, "-c", program, *words], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        ready = process.stdout.readline()
        yield process, ready.split(" at ")[1].split(" ")[0]
    finally:
        process.kill()
        process.wait(PATIENCE_S)
        process.stdout.close()


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
