"""The programs of a branch as child processes, and their end."""

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from shared.domain.errors import EnvironmentFailed

STOP_TIMEOUT_S = 8.0


class PartFailed(EnvironmentFailed):
    """A program of the demo did not start or ended by itself."""

    code = "demo_part_failed"
    sentence = "“lobby %1” did not work: %2. Its output is in %3."


class Part:
    """One ``lobby`` command running as a child process; its output goes to a log file too."""

    def __init__(
        self, words: Sequence[str], log: Path, environment: Mapping[str, str] | None = None
    ) -> None:
        """Start ``lobby WORDS``; what it says is added to the log file as it comes."""
        self.words = list(words)
        self.log = log
        self._lines: queue.Queue[str | None] = queue.Queue()
        self.process = subprocess.Popen(
            lobby(words),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "PYTHONUNBUFFERED": "1", **(environment or {})},
        )
        self._reader = threading.Thread(target=self._read, daemon=True, name=f"log-{words[0]}")
        self._reader.start()

    def wait_for(self, text: str, timeout_s: float = 60.0) -> str:
        """The first line from now on that holds ``text``.

        Raises:
            PartFailed: the program ended, or the line did not come in time.
        """
        until = time.monotonic() + timeout_s
        while (left_s := until - time.monotonic()) > 0:
            try:
                line = self._lines.get(timeout=left_s)
            except queue.Empty:
                break
            if line is None:
                raise PartFailed(self.words[0], f"ended with code {self.process.wait()}", self.log)
            if text in line:
                return line
        raise PartFailed(self.words[0], f"did not say “{text}” in {timeout_s:.0f} s", self.log)

    def is_running(self) -> bool:
        """Whether the program still runs."""
        return self.process.poll() is None

    def stop(self) -> int:
        """End the program politely, then firmly; its exit code."""
        if self.is_running():
            self.process.terminate()
            try:
                self.process.wait(STOP_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                self.process.kill()
        code = self.process.wait()
        self._reader.join(STOP_TIMEOUT_S)
        return code

    def __enter__(self) -> Self:
        """The running part."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop it, whatever happened."""
        self.stop()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as said, self.log.open("a", encoding="utf-8") as log:
            for line in said:
                log.write(line)
                log.flush()
                self._lines.put(line.rstrip("\n"))
        self._lines.put(None)


def lobby(words: Sequence[str]) -> list[str]:
    """The command line of ``lobby WORDS`` with this very interpreter."""
    return [sys.executable, "-m", "shared.cli.main", *words]


def run_lobby(words: Sequence[str], log: Path) -> str:
    """Run a short ``lobby`` command to its end; its standard output.

    Raises:
        PartFailed: it ended with another code than 0; the sentence it said is in the log file.
    """
    done = subprocess.run(
        lobby(words), capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode != 0:
        log.write_text(done.stdout + done.stderr, encoding="utf-8")
        raise PartFailed(words[0], f"ended with code {done.returncode}", log)
    return done.stdout
