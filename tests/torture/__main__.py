"""`python3 dev.py torture`: interleavings, a busy hall, the interface, the store, both engines.

Every demand is checked; the figures come as tables, the last of which has a row for each part.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

from tests.torture.table import Row, store_row, summary

WIDTH: Final = 150
PARTS: Final = (
    "states",
    "hall",
    "api",
    "sqlite",
    "postgresql",
    "engines",
    "statistics",
    "cases",
    "many",
    "tomorrow",
    "windows",
    "touches",
    "tellers",
)
RARE: Final = 4


def main() -> int:
    """Play it and tell; 0 only when everything held."""
    options = read_options()
    console = Console(width=None if sys.stdout.isatty() else WIDTH)
    parts: dict[str, Callable[[], Row]] = {
        "states": lambda: explore_states(console, options.states, options.seed),
        "hall": lambda: play_hall(console, options.hall, options.seed),
        "api": lambda: try_interface(console, options.api, options.seed),
        "sqlite": lambda: torture_store(console, "sqlite", options),
        "postgresql": lambda: torture_store(console, "postgresql", options),
        "engines": lambda: engines_agree(console, options.engines, options.seed),
        "statistics": lambda: check_statistics(console, options.statistics, options.seed),
        "cases": lambda: live_cases(console, options.cases, options.seed),
        "many": lambda: many_branches(console, options.many, options.seed),
        "touches": lambda: try_touches(console, options.touches, options.seed),
        "tellers": lambda: press_keys(console, options.tellers),
        "tomorrow": lambda: try_mornings(
            console, options.tomorrow, options.seed, options.first_morning
        ),
        "windows": lambda: promise_windows(console, options.windows, options.seed),
    }
    rows = [parts[part]() for part in PARTS if is_wanted(part, options)]
    console.print(summary(rows))
    return 0 if all(row.is_held for row in rows) else 1


def is_wanted(part: str, options: argparse.Namespace) -> bool:
    """Whether this part is played: it is among those asked for, and its time is not 0."""
    return part in options.only and getattr(options, part, 1) > 0


def explore_states(console: Console, seconds: float, seed: int) -> Row:
    """Every interleaving of a small branch."""
    from tests.torture.states import check_states

    return Row("every interleaving", {}, check_states(console, seconds, seed))


def try_interface(console: Console, seconds: int, seed: int) -> Row:
    """Schemathesis over the whole of it."""
    from tests.torture.api import check_api

    return Row("the interface", {}, check_api(console, seconds, seed))


def play_hall(console: Console, seconds: float, seed: int) -> Row:
    """The busy hall with real windows, and its server killed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    from tests.torture.check import check_day, figures
    from tests.torture.hall import BusyHall

    console.print(f"The busy hall for {seconds:g} s, seed {seed} …")
    with tempfile.TemporaryDirectory(prefix="lobby-torture-") as folder:
        hall = BusyHall(Path(folder), seconds, seed)
        day = hall.play()
    table = Table("", "figure", title="The busy hall")
    for name, figure in figures(day, hall.ledger).items():
        table.add_row(name, str(figure))
    console.print(table)
    checks = check_day(day, hall.ledger)
    checks.show(console)
    return Row("the busy hall", {}, checks.is_all_held)


def torture_store(console: Console, name: str, options: argparse.Namespace) -> Row:
    """32 clients on this database, and everything that can go wrong."""
    from tests.torture.store.play import PEOPLE, Options, torture

    wanted = Options(options.kills, options.seconds, RARE, options.seed, options.mutant)
    console.print(f"{PEOPLE} clients on {name}, {wanted.kills} kills, seed {wanted.seed} …")
    with tempfile.TemporaryDirectory(prefix="lobby-torture-") as folder:
        day = torture(name, Path(folder), wanted)
    console.print(day.story(), markup=False, highlight=False)
    for fault in day.judgement.faults:
        console.print(fault, markup=False, highlight=False)
    return store_row(day)


def engines_agree(console: Console, branches: int, seed: int) -> Row:
    """The compiled kernel against the reference model."""
    from tests.torture.engines import compare_engines

    return compare_engines(console, branches, seed)


def check_statistics(console: Console, repetitions: int, seed: int) -> Row:
    """What the simulator's intervals promise."""
    from tests.torture.honesty import check_honesty

    return check_honesty(console, repetitions, seed)


def live_cases(console: Console, share: float, seed: int) -> Row:
    """The simulator's reference cases in full."""
    from tests.torture.cases import check_cases

    return check_cases(console, share, seed)


def many_branches(console: Console, branches: int, seed: int) -> Row:
    """A cluster that loses a worker."""
    from tests.torture.many import check_many

    return check_many(console, branches, seed)


def try_mornings(console: Console, mornings: int, seed: int, first: int) -> Row:
    """Plans for mornings on which somebody is sick, beside plans at random."""
    from tests.torture.tomorrow import check_tomorrow

    return Row("plans for tomorrow", {}, check_tomorrow(console, mornings, seed, first))


def promise_windows(console: Console, days: int, seed: int) -> Row:
    """Windows on days that the calibration has not seen."""
    from tests.torture.windows import check_windows

    return Row("windows", {}, check_windows(console, days, seed))


def try_touches(console: Console, touches: int, seed: int) -> Row:
    """Random fingers on a kiosk."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    from tests.torture.touches import check_touches

    return Row("random touches", {}, check_touches(console, touches, seed))


def press_keys(console: Console, presses: int) -> Row:
    """Tellers by keyboard: a morning, and two who press at the same instant."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from tests.torture.tellers import check_tellers

    return Row("tellers' keys", {}, check_tellers(console, presses))


def read_options() -> argparse.Namespace:
    """What to play, how long, and by which seed."""
    parser = argparse.ArgumentParser(prog="dev.py torture", description=__doc__)
    add = parser.add_argument
    add("--only", nargs="+", choices=PARTS, default=PARTS, help="these parts [all]")
    add("--states", type=float, default=90.0, help="s of interleavings [90]")
    add("--hall", type=float, default=60.0, help="s of the busy hall [60]")
    add("--api", type=int, default=60, help="s of trying the interface [60]")
    add("--kills", type=int, default=50, help="of servers on each database, at least [50]")
    add("--seconds", type=float, default=0.0, help="on each database, at least [0]")
    add("--engines", type=int, default=1000, help="branches, a thousand customers each [1000]")
    add("--statistics", type=int, default=200, help="calibrations of known figures [200]")
    add("--cases", type=float, default=1.0, help="x the days of the reference cases [1]")
    add("--many", type=int, default=200, help="branches on a cluster [200]")
    add("--tomorrow", type=int, default=50, help="mornings with somebody sick [50]")
    add("--windows", type=int, default=30, help="fresh days of promised windows [30]")
    add("--touches", type=int, default=10_000, help="of random fingers on a kiosk [10000]")
    add("--tellers", type=int, default=10_000, help="times two press at once [10000]")
    add("--first-morning", type=int, default=1, help="begin with this one of the seed [1]")
    add("--seed", type=int, default=1, help="of everybody's choices [1]")
    add("--mutant", default="", help="a fault on purpose: tests/torture/store/mutant.py")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
