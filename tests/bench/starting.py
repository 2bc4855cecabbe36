"""From nothing to the first picture of each program, and to the server's first word."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial

from simulator.demo.branch import free_port
from simulator.demo.process import Part, lobby
from tests.bench.cold_start import ANSWER
from tests.bench.figure import Figure, milliseconds
from tests.bench.place import Place

AIM_MS = 2000
LIMIT_S = 60
PROGRAMS = ("kiosk", "board", "teller", "rating")
OFF_SCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


class StartFailed(RuntimeError):
    """A program ended without having shown anything."""


def measure(made: Place, times: int) -> list[Figure]:
    """Each program so many times, each time a new process; the machine's file cache is warm."""
    measured: dict[str, Callable[[], int]] = {
        f"cold start: lobby {name}": partial(window, made, name) for name in PROGRAMS
    }
    measured["cold start: lobby serve to ready"] = partial(_server, made)
    measured["lobby --help"] = _help
    return [milliseconds(name, _repeat(run, times), AIM_MS) for name, run in measured.items()]


def _repeat(measure_ns: Callable[[], int], times: int) -> list[int]:
    return [measure_ns() for _ in range(times)]


def window(made: Place, name: str) -> int:
    """Process start to the first picture with the lobby's data, ns."""
    words = [name, "--server", made.server, "--key", made.keys[name]]
    words += ["--counter", "1"] if name in ("teller", "rating") else []
    began_ns = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.cold_start", str(began_ns), *words],
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        env={**os.environ, **OFF_SCREEN},
        check=False,
    )
    for line in done.stdout.splitlines():
        if line.startswith(ANSWER):
            return int(line.removeprefix(ANSWER))
    raise StartFailed(f"lobby {name}: {done.stderr.strip() or 'no picture'}")


def _server(made: Place) -> int:
    """Process start to the sentence that it serves, on a database of its own, ns."""
    database = made.folder / "cold.db"
    words = ["serve", "--port", str(free_port()), "--database", str(database)]
    began_ns = time.monotonic_ns()
    with Part(words, made.folder / "cold.log") as part:
        part.wait_for("serves")
        return time.monotonic_ns() - began_ns


def _help() -> int:
    """The whole of ``lobby --help``, ns."""
    began_ns = time.monotonic_ns()
    subprocess.run(lobby(["--help"]), capture_output=True, check=True)
    return time.monotonic_ns() - began_ns
