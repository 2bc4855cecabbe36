"""Customers per second in the simulator, as a ratio to a plain SimPy model on the same days."""

import importlib
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from simulator.model.branch_day import BranchDay
from tests.bench.figure import Figure
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
    rules, shifts = golden.rules(), golden.shifts()
    days = [golden.customers(day) for day in DAYS]
    plain, traces = yardstick(), [trace(day) for day in DAYS]
    ours = speed(lambda n: len(BranchDay(rules, shifts).run(days[n]).tickets), seconds)
    theirs = speed(lambda n: len(plain.run_day(tr=traces[n])), seconds)
    return [
        Figure("plain SimPy yardstick: customers", "/s", (theirs,)),
        Figure("our model with rules and log: customers", "/s", (ours,)),
        Figure("our model to the yardstick", "x", (ours / theirs,)),
    ]


def trace(day: int) -> tuple[list[float], ...]:
    """One day's draws as the yardstick takes them: minutes, classes as numbers."""
    rows = golden.rows(day)
    columns = ("arrival", "class", "kiosk", "service", "patience")
    found = [[float(row[name]) for row in rows] for name in columns]
    found[1] = [int(row["class"]) for row in rows]
    return tuple(found)


def speed(run_day: Callable[[int], int], seconds: float) -> float:
    """Customers per second of processor time over whole days in turn."""
    began_s, customers, day = time.process_time(), 0, 0
    while time.process_time() - began_s < seconds or day < len(DAYS):
        customers += run_day(day % len(DAYS))
        day += 1
    return customers / (time.process_time() - began_s)
