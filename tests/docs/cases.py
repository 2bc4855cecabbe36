"""The table of reference cases in docs/simulation.md, from figures that were measured.

``python -m tests.docs.cases`` lives every case in full (six minutes) and keeps the figures in
tests/data/cases/measured.json; ``python3 dev.py docs`` puts them into the page.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from simulator.experiment.replicate import replicate
from tests.docs.pages import table
from tests.simulator.cases.case import FOLDER, Case
from tests.simulator.cases.known import CASES

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "simulation.md"
DATA = FOLDER / "measured.json"
SEED: Final = 20_261_122
HEADS: Final = ("case", "known from", "figure", "known", "measured, ± standard error", "days")

Line = Mapping[str, Any]


def measure(case: Case) -> Iterator[Line]:
    """A line for each figure of a case, lived in full by the compiled kernel."""
    study = replicate(case.plan, case.full_days, SEED)
    for known, found in case.measured(study):
        yield {
            "case": case.title,
            "source": case.source,
            "figure": known.name,
            "known": known.value,
            "at_least": known.at_least,
            "measured": found.value,
            "error": found.error,
            "is_near": known.is_near(found),
            "days": len(study.days),
            "engine": study.chosen.engine.value,
        }


def recorded() -> list[Line]:
    """The lines that were recorded last."""
    found: list[Line] = json.loads(DATA.read_text(encoding="utf-8"))
    return found


def cases() -> str:
    """The table; a case and its source stand at its first figure."""
    lines, rows = recorded(), []
    for number, line in enumerate(lines):
        is_first = number == 0 or lines[number - 1]["case"] != line["case"]
        head = (line["case"], line["source"]) if is_first else ("", "")
        known = f"{'≥ ' if line['at_least'] else ''}{line['known']:.4g}"
        found = f"{line['measured']:.4g} ± {line['error']:.2g}"
        rows.append((*head, line["figure"], known, found, f"{line['days']:,}" if is_first else ""))
    return table(HEADS, rows)


BLOCKS = {"cases": cases}


def main() -> None:
    """Live every case in full."""
    lines = [line for case in CASES for line in measure(case)]
    DATA.write_text(json.dumps(lines, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for line in lines:
        print("held" if line["is_near"] else "NOT HELD", line["case"], line["figure"], sep=" · ")


if __name__ == "__main__":
    main()
