"""A branch server and its stand-in as programs of their own, with a cable between them."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from shared.store.engine import Database
from shared.store.lines import position
from tests.support.cable import Cable, cable
from tests.support.counter_program import CounterProgram
from tests.support.ports import free_port
from tests.support.server import KEYS, PIN, enrolled_database
from tests.support.two_servers import eventually

PACE = 5
SILENCE_S = 15.0 / PACE
BEAT_S = 2.0 / PACE
START = "2026-11-20T09:30"
BRANCH = "renmin"


@dataclass
class Program:
    """`lobby serve` or `lobby stand-in` on a port of its own; started as often as you like."""

    words: list[str]
    port: int
    environment: dict[str, str]
    process: subprocess.Popen[str] | None = None
    said: list[str] = field(default_factory=list)
    _listening: threading.Thread | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/v1/branches/{BRANCH}"

    def start(self) -> None:
        program = "import sys; from shared.cli.main import main; sys.exit(main())"
        words = [*self.words, "--port", str(self.port), "--practice-rate", "1"]
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, *words, "--practice-start", START],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **self.environment},
        )
        assert self.process.stdout is not None
        self._listening = threading.Thread(target=self._listen, args=(self.process,), daemon=True)
        self._listening.start()
        ready = self.process.stdout.readline()
        assert " at http" in ready, "".join(self.said)

    def _listen(self, process: "subprocess.Popen[str]") -> None:
        assert process.stderr is not None
        for line in process.stderr:
            self.said.append(line)
        process.stderr.close()

    def kill(self) -> None:
        """As a power cut does."""
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait(20)
            assert self.process.stdout is not None
            self.process.stdout.close()
            if self._listening is not None:
                self._listening.join(10)
            self.process = None

    def freeze(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGCONT)

    def ask(self, path: str, role: str = "board") -> httpx.Response:
        headers = {"Authorization": f"Bearer {KEYS[role]}"}
        return httpx.get(f"{self.url}/{path}", headers=headers, timeout=5, trust_env=False)

    def tell(self, path: str, body: object, key: str, **headers: str) -> httpx.Response:
        """A command under an Idempotency-Key, by the lead's device unless another is named."""
        said = {"Authorization": f"Bearer {KEYS['lead']}", "Idempotency-Key": key, **headers}
        return httpx.post(f"{self.url}/{path}", json=body, headers=said, timeout=5, trust_env=False)


@dataclass
class Pair:
    """Both programs, the cable between them, and the counters."""

    branch: Program
    stand_in: Program
    between: Cable
    counters: list[CounterProgram] = field(default_factory=list)

    def counter(self, counter: str, staff: str) -> CounterProgram:
        """A program at a counter, with somebody signed in at the branch server."""
        headers = {"Authorization": f"Bearer {KEYS['teller']}", "Accept-Language": "en"}
        signed_in = httpx.post(
            f"{self.branch.url}/sessions",
            json={"staff": staff, "pin": PIN},
            headers=headers,
            trust_env=False,
        )
        headers["X-Staff-Session"] = signed_in.raise_for_status().json()["token"]
        urls = (self.branch.url, self.stand_in.url)
        made = CounterProgram(counter, headers, urls, SILENCE_S, BEAT_S).start()
        self.counters.append(made)
        return made

    def in_contact(self) -> None:
        eventually(lambda: bool(self.branch.ask("charge").json()["is_other_in_contact"]), 30)

    def is_copied(self, folder: Path) -> bool:
        """Whether the copy has all of today."""
        ends = []
        for name in ("branch.db", "stand-in.db"):
            database = Database(folder / name)
            ends.append(position(database, BRANCH))
            database.close()
        return ends[0].log == ends[1].log and ends[0].last - ends[1].last < 5

    def issue(self, service: str = "account") -> str:
        """A ticket at the branch server; its number."""
        headers = {"Authorization": f"Bearer {KEYS['kiosk']}"}
        answer = httpx.post(
            f"{self.branch.url}/tickets",
            json={"service": service},
            headers=headers,
            trust_env=False,
        )
        return str(answer.raise_for_status().json()["number"])


@contextmanager
def pair(folder: Path) -> Iterator[Pair]:
    """Both run; the branch server's database is ``folder/branch.db``."""
    for name in ("branch.db", "stand-in.db"):
        (folder / name).write_bytes(enrolled_database())
    shared = {"LOBBY_CHARGE_PACE": str(PACE), "LOBBY_LIMITS": "false"}
    stand_in = Program(["stand-in", "--database", str(folder / "stand-in.db")], free_port(), shared)
    with ExitStack() as stack:
        between = stack.enter_context(cable(stand_in.port))
        known = {
            "LOBBY_STAND_IN": f"http://127.0.0.1:{between.port}",
            "LOBBY_STAND_IN_KEY": KEYS["branch"],
        }
        branch = Program(
            ["serve", "--database", str(folder / "branch.db")], free_port(), {**shared, **known}
        )
        made = Pair(branch, stand_in, between)
        try:
            stand_in.start()
            branch.start()
            made.in_contact()
            yield made
        finally:
            for counter in made.counters:
                counter.stop()
            branch.kill()
            stand_in.kill()
