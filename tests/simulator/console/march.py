"""The recorded month that ships, as two records: before and after its middle."""

import csv
from pathlib import Path
from typing import Final

from simulator.samples.command import FILES

MIDDLE: Final = "2026-03-16"


def march_halves(folder: Path) -> tuple[Path, Path]:
    """Write both halves; nothing was changed between them."""
    with FILES["march.csv"].open(encoding="utf-8") as file:
        head, *rows = csv.reader(file)
    before, after = folder / "before.csv", folder / "after.csv"
    for path, is_after in ((before, False), (after, True)):
        with path.open("w", newline="", encoding="utf-8") as file:
            mine = [row for row in rows if (row[0] >= MIDDLE) == is_after]
            csv.writer(file).writerows([head, *mine])
    return before, after
