"""Both engines on random branches: the compiled kernel against the reference model, every event."""

from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Final

from rich.console import Console
from rich.table import Table

from tests.simulator.agreement.engines import Compared, compare_cases
from tests.torture.table import Row

#: Customers of a branch at most; half as many on average.
MOST: Final = 2000
AT_ONCE: Final = 10
PROCESSES: Final = 2
SHOWN: Final = 5


def compare_engines(console: Console, branches: int, seed: int) -> Row:
    """At least so many branches, and a thousand times as many customers."""
    customers = branches * MOST // 2
    console.print(f"{branches:,} random branches, {customers:,} customers, both engines …")
    found = _live(branches, customers, seed * 1_000_000)
    console.print(_table(found))
    for difference in found.differences[:SHOWN]:
        console.print(difference, markup=False, highlight=False)
    return Row("both engines", {"other": str(len(found.differences))}, not found.differences)


def _live(branches: int, customers: int, first_seed: int) -> Compared:
    """Rounds of seeds, each in two processes, until there were enough of both."""
    whole = Compared(kinds=Counter(), rules=Counter())
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        while whole.days < branches or whole.customers < customers:
            seed = first_seed + whole.days
            starts = range(seed, seed + AT_ONCE * PROCESSES, AT_ONCE)
            for part in pool.map(_part, starts):
                whole.days += part.days
                whole.customers += part.customers
                whole.kinds += part.kinds
                whole.rules += part.rules
                whole.differences += part.differences
    return whole


def _part(seed: int) -> Compared:
    return compare_cases(range(seed, seed + AT_ONCE), MOST)


def _table(found: Compared) -> Table:
    """What was lived through, and how often."""
    table = Table("", "times", title="Reference model and compiled kernel")
    table.add_row("branches", f"{found.days:,}")
    table.add_row("customers", f"{found.customers:,}")
    table.add_row("branches that differ", str(len(found.differences)), end_section=True)
    for counts in (found.kinds, found.rules):
        for name, count in counts.most_common():
            table.add_row(name, f"{count:,}")
        table.add_section()
    return table
