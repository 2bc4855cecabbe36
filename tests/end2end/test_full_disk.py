"""A disk that takes no more: commands are refused, and what was answered before is still there."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from simulator.demo.branch import DemoBranch
from simulator.demo.process import run_lobby
from tests.support.served import served_branch

pytestmark = [
    pytest.mark.end2end,
    pytest.mark.skipif(
        sys.platform != "linux", reason="only there a running process can be limited"
    ),
]

ROOM_BYTES = 300_000
"""Beyond what the database has at the start: a few dozen tickets."""


@contextmanager
def full_disk(branch: DemoBranch) -> Iterator[None]:
    """The running server's files may not grow beyond a little more than now."""
    import resource

    pid = branch.parts["server"].process.pid
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    now_bytes = max(each.stat().st_size for each in branch.folder.glob("branch.db*"))
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (now_bytes + ROOM_BYTES, before[1]))
    yield
    resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


def fill(kiosk: httpx.Client, most: int = 2000) -> tuple[list[str], httpx.Response]:
    """Tickets until one is refused: the identifiers of those that were given, and the refusal."""
    given: list[str] = []
    for _ in range(most):
        answer = kiosk.post("tickets", json={"service": "cash"})
        if answer.status_code != 201:
            return given, answer
        given.append(answer.json()["id"])
    raise AssertionError(f"{most} tickets were given and the disk is not full")


def test_a_full_disk_refuses_and_loses_nothing(tmp_path: Path) -> None:
    with served_branch(tmp_path) as branch:
        with branch.client("kiosk") as kiosk:
            with full_disk(branch):
                given, refusal = fill(kiosk)
                again = kiosk.post("tickets", json={"service": "cash"})
                seen = kiosk.get("lobby").json()["waiting"]
            with_room_again = kiosk.post("tickets", json={"service": "cash"})
        assert [refusal.status_code, again.status_code] == [503, 503]
        assert refusal.headers["content-type"] == "application/problem+json"
        assert refusal.json()["code"] == "store_unavailable"
        assert [ticket["id"] for ticket in seen] == given != []
        assert with_room_again.status_code == 201
        branch.kill_server()
        branch.start_server(branch.now(), 1.0)
        with branch.client("kiosk") as kiosk:
            waiting = [ticket["id"] for ticket in kiosk.get("lobby").json()["waiting"]]
        assert waiting == [*given, with_room_again.json()["id"]]
        verified = run_lobby(["db", "verify", "--database", str(branch.database)], tmp_path / "v")
        assert " 0 faults" in verified
    assert "Traceback" not in (branch.folder / "server.log").read_text("utf-8")


def test_file_system_without_a_free_block(tmp_path: Path) -> None:
    """A real one of 3 MB, in a name space of its own: no rights are needed where the system allows.

    What the process limit above cannot show: the error is ENOSPC, SQLite's own "disk is full".
    """
    mounted = f"mount -t tmpfs -o size=3m none {tmp_path}"
    if subprocess.run(("unshare", "-rm", "sh", "-c", mounted), check=False).returncode:
        pytest.skip("this system lets nobody mount a file system of their own")
    script = f"{mounted} && exec {sys.executable} -m tests.support.small_disk {tmp_path}"
    done = subprocess.run(
        ("unshare", "-rm", "sh", "-c", script), check=True, capture_output=True, text=True
    )
    told = json.loads(done.stdout)
    sentence = (
        "The database cannot be used: database or disk is full. Nothing was changed; try again."
    )
    assert told["refusals"] == [sentence, sentence]
    assert told["faults"] == []
    assert told["given"] == told["held"] == told["tickets"] >= 2
