"""The load process, as the measuring process sees it: phases in, times and rates out."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from shared.metrics.quantile import quantile

NS_PER_MS = 1_000_000


@dataclass(frozen=True, slots=True)
class Shot:
    """A request that a client sends again and again."""

    method: str
    path: str
    headers: tuple[tuple[str, str], ...] = ()
    body: str = ""

    def wire(self, host: str) -> dict[str, str]:
        """Its head but for the last empty line, and its body."""
        lines = [f"{self.method} {self.path} HTTP/1.1", f"Host: {host}"]
        lines += [f"{name}: {value}" for name, value in self.headers]
        if self.method == "POST":
            lines += ["Content-Type: application/json", f"Content-Length: {len(self.body)}"]
        return {"method": self.method, "head": "\r\n".join(lines) + "\r\n", "body": self.body}


@dataclass(frozen=True, slots=True)
class Answers:
    """What came of a phase: seconds it took, each answer's time, what was kept of the answers."""

    took_s: float
    took_ns: list[int]
    statuses: dict[str, int]
    found: list[str]

    @property
    def per_s(self) -> float:
        """Answers a second."""
        return len(self.took_ns) / self.took_s

    def ms(self, share: float) -> float:
        """The quantile of the answers' times."""
        return quantile(sorted(self.took_ns), share) / NS_PER_MS


class Asker:
    """A child process that asks. A context manager."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.store.load"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> "Asker":
        """Ready."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()

    def ask(
        self,
        server: str,
        shots: Sequence[Shot],
        *,
        times: int = 10_000_000,
        seconds: float = 60.0,
        pace_s: float = 0.0,
        wanted: str = "",
    ) -> Answers:
        """As many clients as shots; ends after so many requests or seconds, whichever is first.

        Raises:
            AssertionError: an answer was neither 2xx nor asked for.
        """
        self.send(server, shots, times, seconds, pace_s, wanted)
        return self.receive()

    def send(
        self,
        server: str,
        shots: Sequence[Shot],
        times: int,
        seconds: float,
        pace_s: float,
        wanted: str,
    ) -> None:
        """Begin a phase; ``receive`` waits for its end."""
        place = urlsplit(server)
        assert self._process.stdin is not None
        phase = {
            "host": place.hostname,
            "port": place.port,
            "shots": [shot.wire(place.netloc) for shot in shots],
            "times": times,
            "seconds": seconds,
            "pace_s": pace_s,
            "wanted": wanted,
        }
        self._process.stdin.write(f"{json.dumps(phase)}\n")
        self._process.stdin.flush()

    def receive(self) -> Answers:
        """The end of the phase."""
        assert self._process.stdout is not None
        answers = Answers(**json.loads(self._process.stdout.readline()))
        wrong = {status: n for status, n in answers.statuses.items() if not status.startswith("2")}
        assert not wrong, f"answers that were not wanted: {wrong}"
        return answers
