"""``python -m tests.bench``: measure what a person feels and what a server bears; print tables."""

import argparse
import json
import os
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from tests.bench.figure import Figure, table

if TYPE_CHECKING:
    from tests.bench.store.report import Report
    from tests.bench.store.run import Budget

WIDTH = 110
FEEL, STORE = "feel", "store"


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a person's part measures: taps, starts of each program, calls, seconds of rates,
    rounds of the console's searches."""

    taps: int = 40
    starts: int = 5
    calls: int = 300
    seconds: float = 2.0
    silences: int = 2


def main(words: list[str]) -> int:
    """Measure and print; exit code 0 whatever the figures are, they depend on the machine."""
    given = _parser().parse_args(words)
    # Before Qt is loaded: no window of a measurement ever reaches a real screen.
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    console = Console(width=None if sys.stdout.isatty() else WIDTH)
    found: dict[str, object] = {"cores": os.cpu_count()}
    if given.only != FEEL:
        report = measure_store(_budget(given), console)
        found[STORE] = report.to_json()
    if given.only != STORE:
        counts = Counts(given.taps, given.starts, given.calls, given.seconds)
        figures = measure(counts)
        title = f"On this machine ({os.cpu_count()} cores), off-screen"
        console.print(table(figures, title))
        found[FEEL] = [figure.to_json() for figure in figures]
    if given.json is not None:
        given.json.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python3 dev.py bench", description=main.__doc__)
    parser.add_argument("--only", choices=(STORE, FEEL), help="one part; default: both")
    parser.add_argument("--json", type=Path, metavar="FILE", help="the same as data")
    for name, value in (("taps", 40), ("starts", 5), ("calls", 300)):
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--seconds", type=float, default=2.0, help="of the simulator's rates")
    parser.add_argument("--turn", type=float, default=0.7, help="store: seconds of a turn")
    parser.add_argument("--rounds", type=int, default=3, help="store: turns of each")
    parser.add_argument("--most", type=float, default=300, help="store: then one round each")
    parser.add_argument("--paced", type=int, default=60, help="store: seconds at one a second")
    return parser


def _budget(given: argparse.Namespace) -> "Budget":
    from tests.bench.store.run import Budget

    return Budget(given.turn, given.rounds, given.paced, given.most)


def measure_store(budget: "Budget", console: Console) -> "Report":
    """The server under load; each part's table is printed as soon as it is whole."""
    from tests.bench.store.report import Report
    from tests.bench.store.run import open_bench

    report = Report()
    with tempfile.TemporaryDirectory(prefix="lobby-bench-") as name, ExitStack() as stack:
        bench = open_bench(stack, Path(name), budget)
        report.paced += bench.paced()
        console.print(report.paced_table())
        for part in (bench.plain, bench.eight_branches, bench.slow, bench.crowded):
            loads = list(part())
            report.loads += loads
            console.print(report.loads_table(loads))
    console.print(report.aims_table())
    return report


def measure(counts: Counts) -> list[Figure]:
    """All figures; databases, logs and slips lie in a folder that goes at the end."""
    from tests.bench import (
        answering,
        calling,
        dispatching,
        leading,
        living,
        place,
        promising,
        simulating,
        starting,
        tapping,
    )

    with tempfile.TemporaryDirectory(prefix="lobby-bench-") as name:
        os.environ["LOBBY_STATE_DIR"] = str(Path(name) / "state")
        with place.branch(Path(name) / "small", "neighbourhood") as small:
            figures = tapping.measure(small, counts.taps)
            figures += calling.measure(small, counts.taps)
            figures += starting.measure(small, counts.starts)
            figures += leading.measure(small, counts.starts)
        figures += promising.measure(Path(name), counts.calls)
    figures += dispatching.measure(counts.calls)
    figures += simulating.measure(counts.seconds)
    figures += living.measure(counts.seconds)
    return figures + answering.measure(counts.silences)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
