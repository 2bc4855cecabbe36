"""A ticket at a branch that looks ahead and at one that does not, in turns in the same run."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

import httpx

from shared.metrics.quantile import quantile
from tests.bench.figure import Figure
from tests.support.server import KEYS, PIN, enrolled_database

SERVE: Final = "import typer; from shared.server.command import serve; typer.run(serve)"
WAITING: Final = 8
#: Between two tickets of one branch; a look takes part of it.
PAUSE_S: Final = 0.1
FORETOLD_WITHIN_S: Final = 180.0


class Branch:
    """One server with three busy counters and people who wait."""

    def __init__(self, url: str) -> None:
        self._http = httpx.Client(base_url=f"{url}/api/v1/branches/renmin/", trust_env=False)
        self._kiosk = {"Authorization": f"Bearer {KEYS['kiosk']}"}
        self._tellers = [self._teller(number) for number in (1, 2, 3)]
        self._turn = 0
        for number, teller in enumerate(self._tellers, 1):
            self._post(f"counters/{number}/open", teller)
            self.issue_ms()
            self._post(f"counters/{number}/next", teller)
        for _ in range(WAITING):
            self.issue_ms()

    def issue_ms(self) -> float:
        """Milliseconds of one more ticket."""
        began_s = time.perf_counter()
        self._post("tickets", self._kiosk, {"service": "cash"})
        return (time.perf_counter() - began_s) * 1000

    def call(self) -> None:
        """The next customer at the next counter in turn."""
        self._turn = (self._turn + 1) % 3
        self._post(f"counters/{self._turn + 1}/next", self._tellers[self._turn])

    def is_foretold(self) -> bool:
        """Whether windows are worked out."""
        answer = self._http.get("forecast", headers=self._kiosk).raise_for_status()
        return any(quote["window"] for quote in answer.json()["quotes"])

    def promises(self) -> int:
        """Tickets that were promised a time so far."""
        count = after = 0
        while events := self._page(after):
            count += sum(event["kind"] == "promise.made" for event in events)
            after = events[-1]["sequence"]
        return count

    def _page(self, after: int) -> list[dict[str, Any]]:
        asked = self._http.get("log", headers=self._kiosk, params={"after": after})
        found: list[dict[str, Any]] = asked.raise_for_status().json()["events"]
        return found

    def _teller(self, number: int) -> dict[str, str]:
        device = {"Authorization": f"Bearer {KEYS['teller']}"}
        signed = self._post("sessions", device, {"staff": f"t{number}", "pin": PIN})
        return device | {"X-Staff-Session": signed.json()["token"]}

    def _post(
        self, path: str, headers: dict[str, str], body: dict[str, str] | None = None
    ) -> httpx.Response:
        return self._http.post(path, headers=headers, json=body).raise_for_status()


def measure(folder: Path, tickets: int) -> list[Figure]:
    """The slow end of issuing without and with windows."""
    with ExitStack() as stack:
        without, looking = (
            stack.enter_context(served(folder / name, name == "with"))
            for name in ("without", "with")
        )
        until_s = time.monotonic() + FORETOLD_WITHIN_S
        while not looking.is_foretold():
            if time.monotonic() > until_s:
                raise TimeoutError("nothing was foretold")
            time.sleep(PAUSE_S)
        found: dict[Branch, list[float]] = {without: [], looking: []}
        for _ in range(tickets):
            for branch, took_ms in found.items():
                took_ms.append(branch.issue_ms())
                branch.call()
            time.sleep(PAUSE_S)
        promised = looking.promises()
    return [
        *_figures("a ticket, nobody looks ahead", found[without]),
        *_figures("a ticket, windows are worked out", found[looking]),
        Figure("  tickets promised a time there", "", (float(promised),)),
    ]


def _figures(name: str, took_ms: list[float]) -> list[Figure]:
    slow_ms = quantile(sorted(took_ms), 0.99)
    return [Figure(name, "ms", tuple(took_ms)), Figure("  its p99", "ms", (slow_ms,))]


@contextmanager
def served(folder: Path, looks_ahead: bool) -> Iterator[Branch]:
    """``lobby serve`` of the neighbourhood branch at ten of a practice day."""
    folder.mkdir()
    database = folder / "branch.db"
    database.write_bytes(enrolled_database())
    words = ["--port", "0", "--database", str(database), "--practice-start", "2026-11-20T10:00"]
    words.append("--windows" if looks_ahead else "--no-windows")
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE, *words],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"LOBBY_LIMITS": "false"},
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        yield Branch(next(word for word in line.split() if word.startswith("http")).rstrip(".,"))
    finally:
        process.terminate()
        process.wait()
