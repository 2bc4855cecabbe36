"""`python3 dev.py torture`: two minutes in the busy hall, every demand checked, as tables."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table


def main() -> int:
    """Play it and tell; 0 only when everything held."""
    options = read_options()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    from tests.torture.check import check_day, figures
    from tests.torture.hall import BusyHall

    console = Console()
    console.print(f"The busy hall for {options.seconds:g} s, seed {options.seed} …")
    with tempfile.TemporaryDirectory(prefix="lobby-torture-") as folder:
        hall = BusyHall(Path(folder), options.seconds, options.seed)
        day = hall.play()
    table = Table("", "figure", title="The busy hall")
    for name, figure in figures(day, hall.ledger).items():
        table.add_row(name, str(figure))
    console.print(table)
    checks = check_day(day, hall.ledger)
    checks.show(console)
    return 0 if checks.is_all_held else 1


def read_options() -> argparse.Namespace:
    """Seconds and seed from the command line."""
    parser = argparse.ArgumentParser(prog="dev.py torture", description=__doc__)
    parser.add_argument("--seconds", type=float, default=120.0, help="how long [120]")
    parser.add_argument("--seed", type=int, default=1, help="of everybody's choices [1]")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
