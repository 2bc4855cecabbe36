"""`python3 dev.py torture`: every interleaving of a small branch, the busy hall, the interface.

Every demand is checked; the figures come as tables.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

WIDTH = 110


def main() -> int:
    """Play it and tell; 0 only when everything held."""
    options = read_options()
    console = Console(width=None if sys.stdout.isatty() else WIDTH)
    held = True
    if options.states:
        from tests.torture.states import check_states

        held = check_states(console, options.states, options.seed)
    if options.seconds:
        held = play_hall(console, options.seconds, options.seed) and held
    if options.api:
        from tests.torture.api import check_api

        held = check_api(console, options.api, options.seed) and held
    return 0 if held else 1


def play_hall(console: Console, seconds: float, seed: int) -> bool:
    """The busy hall; whether every demand was held."""
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
    return checks.is_all_held


def read_options() -> argparse.Namespace:
    """Seconds and seed from the command line."""
    parser = argparse.ArgumentParser(prog="dev.py torture", description=__doc__)
    parser.add_argument("--seconds", type=float, default=120.0, help="of the busy hall [120]")
    parser.add_argument("--states", type=float, default=300.0, help="s of interleavings [300]")
    parser.add_argument("--api", type=int, default=90, help="s of trying the interface [90]")
    parser.add_argument("--seed", type=int, default=1, help="of everybody's choices [1]")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
