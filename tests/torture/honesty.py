"""The simulator's statistics in full: false alarms, variance, intervals that hold the truth."""

import math
import time
from typing import Final

from rich.console import Console
from rich.table import Table

from simulator.model.plan import load_plan
from tests.simulator.honesty import false_alarms, variance_cut, without
from tests.simulator.loop import PATIENCE, close_the_loop
from tests.torture.table import Row

#: Pairs of identical plans, and the share of them that a stated 5 % may be said to differ.
PAIRS: Final = 6000
FEWEST_ALARMS, MOST_ALARMS = 0.03, 0.07
SMALLEST_CUT: Final = 10.0
STATED: Final = 0.95
STANDARD_ERRORS: Final = 3.29


def check_honesty(console: Console, repetitions: int, seed: int) -> Row:
    """False alarms of the comparison, common random numbers, and the calibration's intervals."""
    console.print(f"{PAIRS} pairs of identical plans, {repetitions} calibrations, seed {seed} …")
    table = Table("", "figure", "wanted", title="The simulator's statistics")
    began = time.monotonic()
    alarms = false_alarms(PAIRS, 20, seed) / PAIRS
    held = [FEWEST_ALARMS <= alarms <= MOST_ALARMS]
    table.add_row("identical plans said to differ", f"{alarms:.1%}", "5 ± 2 %")
    city = load_plan("city")
    cut = variance_cut(city, without(city, "1", 11, 13), 100, seed)
    held.append(cut >= SMALLEST_CUT)
    table.add_row("variance cut by common random numbers", f"{cut:.1f}x", ">= 10x")
    for family in PATIENCE:
        coverage = close_the_loop(repetitions, seed, family)
        slack = STANDARD_ERRORS * math.sqrt(STATED * (1 - STATED) / repetitions)
        for kind, made in coverage.made.items():
            share = coverage.share(kind)
            held.append(abs(share - STATED) <= slack)
            what = f"{family} patience, {kind}: {made} intervals"
            table.add_row(what, f"{share:.1%}", f"95 ± {slack:.1%}")
        found = ", ".join(f"{name} {times}" for name, times in coverage.families.most_common())
        table.add_row(f"{family} patience, taken for", found, "")
    table.add_row("seconds", f"{time.monotonic() - began:.0f}", "")
    console.print(table)
    return Row("the simulator's statistics", {}, all(held))
