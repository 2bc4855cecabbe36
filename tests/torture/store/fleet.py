"""The servers of one database: started, killed, started again on their ports."""

import http.client
import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from simulator.demo.branch import free_port

START_S: Final = 60.0
LOOK_S: Final = 0.02


class Fleet:
    """Server processes on ports of their own; safe to use from several threads."""

    def __init__(
        self, folder: Path, count: int, words: Sequence[str], environment: Mapping[str, str]
    ) -> None:
        """``words``: options of `lobby serve` but the port. Nothing serves yet."""
        self.ports = [free_port() for _ in range(count)]
        self.log = folder / "server.log"
        self.kills = self.failed_starts = 0
        self._words = list(words)
        self._pids: list[int] = [0] * count
        self._limit_bytes = 0
        self._lock = threading.Lock()
        self._nursery = subprocess.Popen(
            [sys.executable, "-m", "tests.torture.store.nursery", str(folder / "clock")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **environment},
        )
        self._answer()

    def __enter__(self) -> Self:
        """Every server answers."""
        for number in range(len(self.ports)):
            self.start(number)
        for number in range(len(self.ports)):
            self.wait(number)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Nothing runs any more."""
        self.stop()
        assert self._nursery.stdin is not None
        assert self._nursery.stdout is not None
        self._nursery.stdin.close()
        self._nursery.wait(START_S)
        self._nursery.stdout.close()

    def start(self, number: int) -> None:
        """Start this server; it does not answer yet."""
        words = ["serve", "--port", str(self.ports[number]), *self._words]
        self._pids[number] = self._begin(words, self.log)

    def run(self, words: Sequence[str], log: Path) -> str:
        """A short command to its end; what it said."""
        pid = self._begin(words, log)
        _gone(pid)
        return log.read_text("utf-8", "replace")

    def _begin(self, words: Sequence[str], log: Path) -> int:
        order = {"words": list(words), "log": str(log), "limit_bytes": self._limit_bytes}
        with self._lock:
            assert self._nursery.stdin is not None
            self._nursery.stdin.write(json.dumps(order) + "\n")
            self._nursery.stdin.flush()
            return int(self._answer())

    def kill(self, number: int) -> None:
        """-9: it ends in the middle of whatever it does. Waits until it is gone."""
        self.kills += 1
        _send(self._pids[number], signal.SIGKILL)
        _gone(self._pids[number])

    def is_alive(self, number: int) -> bool:
        """Whether the process runs."""
        return _send(self._pids[number], 0)

    def wait(self, number: int) -> None:
        """Until it answers; one that could not start is started again.

        Raises:
            TimeoutError: it never did.
        """
        end_s = time.monotonic() + START_S
        while not self.answers(number):
            if not self.is_alive(number):
                self.failed_starts += 1
                self.start(number)
            if time.monotonic() > end_s:
                raise TimeoutError(f"server {number} does not answer; see {self.log}")
            time.sleep(LOOK_S)

    def answers(self, number: int) -> bool:
        """Whether it serves: its own word, not through a proxy."""
        asked = http.client.HTTPConnection("127.0.0.1", self.ports[number], timeout=1)
        try:
            asked.request("GET", "/healthz")
            return asked.getresponse().status == 200
        except OSError:
            return False
        finally:
            asked.close()

    def limit_files(self, limit_bytes: int) -> None:
        """No file of theirs may grow beyond this, also of those that start later; 0: any size."""
        self._limit_bytes = limit_bytes
        for pid in self._pids:
            limit_files_of(pid, limit_bytes)

    def stop(self) -> None:
        """End all politely."""
        for pid in self._pids:
            _send(pid, signal.SIGTERM)
        for pid in self._pids:
            _gone(pid)

    def _answer(self) -> str:
        assert self._nursery.stdout is not None
        return self._nursery.stdout.readline().strip()


def _send(pid: int, sign: int) -> bool:
    """Whether there was somebody to hear it."""
    try:
        os.kill(pid, sign)
    except ProcessLookupError:
        return False
    return True


def _gone(pid: int) -> None:
    end_s = time.monotonic() + START_S
    while _send(pid, 0):
        assert time.monotonic() < end_s, f"process {pid} does not end"
        time.sleep(LOOK_S)


def limit_files_of(pid: int, limit_bytes: int) -> None:
    """RLIMIT_FSIZE of a running process (Linux); one that has ended is passed over."""
    try:
        hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)[1]
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (limit_bytes or hard, hard))
    except ProcessLookupError:
        pass
