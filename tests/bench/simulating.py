"""Customers per second in the simulator, as a ratio to a plain SimPy model on the same days."""

import importlib
import sys
from pathlib import Path
from typing import Any

from simulator.model.branch_day import BranchDay
from tests.bench.figure import Figure
from tests.bench.turns import Live, in_turns
from tests.simulator import golden

YARDSTICK = Path(__file__).parent / "yardstick"
DAYS = (0, 1, 2)


def yardstick() -> Any:
    """The plain model; it imports its parameters by a bare name, as it came."""
    sys.path.insert(0, str(YARDSTICK))
    try:
        return importlib.import_module("yardstick_simpy")
    finally:
        sys.path.remove(str(YARDSTICK))


def measure(seconds: float) -> list[Figure]:
    """Both models on the three days of case 9, the same draws given to both, on one core.

    Ours runs the rules of the live branch and writes the whole event log; the plain one keeps a
    row per customer.
    """
    theirs, ours = in_turns([plain_days(), our_days()], seconds)
    return [
        Figure("plain SimPy yardstick: customers", "/s", (theirs,)),
        Figure("our model with rules and log: customers", "/s", (ours,)),
        Figure("our model to the yardstick", "x", (ours / theirs,), least=0.5),
    ]


def plain_days() -> Live:
    """The plain model's three days, draws given."""
    plain, traces = yardstick(), [trace(day) for day in DAYS]
    return lambda: sum(len(plain.run_day(tr=drawn)) for drawn in traces)


def our_days() -> Live:
    """The reference model's three days, draws given."""
    model, days = BranchDay(golden.rules(), golden.shifts()), [golden.customers(d) for d in DAYS]
    return lambda: sum(len(model.run(customers).tickets) for customers in days)


def trace(day: int) -> tuple[list[float], ...]:
    """One day's draws as the yardstick takes them: minutes, classes as numbers."""
    rows = golden.rows(day)
    columns = ("arrival", "class", "kiosk", "service", "patience")
    found = [[float(row[name]) for row in rows] for name in columns]
    found[1] = [int(row["class"]) for row in rows]
    return tuple(found)
