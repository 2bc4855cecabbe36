"""``python -m tests.bench``: measure what a person feels, print a table, write nothing."""

import argparse
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from tests.bench.figure import Figure, table

WIDTH = 110


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is measured: taps, starts of each program, calls, seconds of each rate."""

    taps: int = 40
    starts: int = 5
    calls: int = 300
    seconds: float = 2.0


def main(words: list[str]) -> int:
    """Measure and print; exit code 0 whatever the figures are, they depend on the machine."""
    parser = argparse.ArgumentParser(prog="python3 dev.py bench", description=main.__doc__)
    for name, value in (("taps", 40), ("starts", 5), ("calls", 300)):
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--seconds", type=float, default=2.0, help="of each rate")
    given = parser.parse_args(words)
    # Before Qt is loaded: no window of a measurement ever reaches a real screen.
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    counts = Counts(given.taps, given.starts, given.calls, given.seconds)
    console = Console(width=None if sys.stdout.isatty() else WIDTH)
    console.print(table(measure(counts), f"On this machine ({os.cpu_count()} cores), off-screen"))
    return 0


def measure(counts: Counts) -> list[Figure]:
    """All figures; databases, logs and slips lie in a folder that goes at the end."""
    from tests.bench import dispatching, place, serving, simulating, starting, tapping, writing

    with tempfile.TemporaryDirectory(prefix="lobby-bench-") as name:
        os.environ["LOBBY_STATE_DIR"] = str(Path(name) / "state")
        with place.branch(Path(name) / "small", "neighbourhood") as small:
            figures = tapping.measure(small, counts.taps)
            figures += starting.measure(small, counts.starts)
        with place.branch(Path(name) / "large", "city") as large:
            figures += serving.measure(large, counts.seconds)
        figures += writing.measure(Path(name), counts.seconds)
    figures += dispatching.measure(counts.calls)
    return figures + simulating.measure(counts.seconds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
