"""The table of docs/calibration.md: how often calibrated intervals held the truth, as measured.

``python -m tests.docs.coverage`` closes the loop 200 times for each family of patience (six minutes
of processor time) and keeps the counts in tests/data/calibration/coverage.json; ``python3 dev.py
docs`` puts them into the page.
"""

import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Final

from tests.docs.pages import table
from tests.simulator.loop import PATIENCE, close_the_loop

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "calibration.md"
DATA = ROOT / "tests" / "data" / "calibration" / "coverage.json"
REPETITIONS: Final = 200
SEED: Final = 1

#: Family -> kind of figure -> intervals, and how many of them held the truth.
Counts = dict[str, dict[str, tuple[int, int]]]


def recorded() -> Counts:
    """What was measured last."""
    found: Counts = json.loads(DATA.read_text(encoding="utf-8"))["held"]
    return found


def coverage() -> str:
    """A row a figure, two columns a family."""
    held = recorded()
    heads = ("figure", *(f"patience {family}" for family in held))
    kinds = dict.fromkeys(kind for each in held.values() for kind in each)
    rows = [(kind, *(_cell(each[kind]) for each in held.values())) for kind in kinds]
    return table(heads, rows)


def _cell(counts: tuple[int, int]) -> str:
    made, held = counts
    return f"{held / made:.1%} of {made:,}"


BLOCKS = {"coverage": coverage}


def main() -> None:
    """Close the loop so often for every family."""
    with ProcessPoolExecutor(2) as pool:
        waited = {f: pool.submit(close_the_loop, REPETITIONS, SEED, f) for f in PATIENCE}
        found = {family: each.result() for family, each in waited.items()}
    counts = {
        family: {kind: (each.made[kind], each.held[kind]) for kind in each.made}
        for family, each in found.items()
    }
    taken = {family: dict(each.families) for family, each in found.items()}
    DATA.parent.mkdir(exist_ok=True)
    text = json.dumps({"held": counts, "taken_for": taken}, indent=1)
    DATA.write_text(text + "\n", encoding="utf-8")
    print(coverage())


if __name__ == "__main__":
    main()
