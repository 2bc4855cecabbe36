"""What the reference model says of many days, as a few digests: the same before and after a change.

``python -m tests.simulator.agreement.fingerprints --seeds 3000`` prints a line for every block of
seeds. Where a line differs from that of another commit, a day differs to the letter: an event, its
time, the order of its data, who got which ticket.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterable, Iterator

from simulator.model.branch_day import BranchDay, DayRun
from simulator.model.plan import load_plan
from simulator.model.run import run_day
from tests.simulator import golden
from tests.simulator.agreement.branches import random_case
from tests.simulator.agreement.engines import given

BLOCK = 500
SCENARIOS = ("neighbourhood", "city", "city-full", "payday", "payday120")


def main() -> None:
    """Golden days, shipped scenarios, then blocks of random branches."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3000, help="how many random branches")
    parser.add_argument("--most", type=int, default=120, help="customers of a branch at most")
    parser.add_argument("--days", type=int, default=5, help="days of each shipped scenario")
    asked = parser.parse_args()
    _tell("golden", golden_runs())
    for name in SCENARIOS:
        plan = load_plan(name)
        _tell(name, (run_day(plan, 7, day) for day in range(asked.days)))
    for first in range(0, asked.seeds, BLOCK):
        seeds = range(first, min(first + BLOCK, asked.seeds))
        _tell(f"{seeds[0]} {seeds[-1]}", runs(seeds, asked.most))


def _tell(name: str, lived: Iterable[DayRun]) -> None:
    sys.stdout.write(f"{name} {digest(lived)}\n")
    sys.stdout.flush()


def golden_runs() -> Iterator[DayRun]:
    """The three days of case 9."""
    for day in range(3):
        yield BranchDay(golden.rules(), golden.shifts()).run(golden.customers(day))


def runs(seeds: Iterable[int], most: int) -> Iterator[DayRun]:
    """The random days of these seeds."""
    for seed in seeds:
        case = random_case(seed, most)
        yield BranchDay(case.rules, case.shifts, *given(case)).run(case.customers)


def digest(lived: Iterable[DayRun]) -> str:
    """All that these days left behind, in 16 digits."""
    found = hashlib.sha256()
    for run in lived:
        rest = (run.tickets, run.stays_us, run.missed, run.uses, sorted(run.offered))
        found.update(repr(([tuple(event) for event in run.events], rest)).encode())
        found.update(repr((run.authorised, run.roomed)).encode())
    return found.hexdigest()[:16]


if __name__ == "__main__":
    main()
