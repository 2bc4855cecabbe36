"""Every reference case in full: the kernel's figures, and whole days of the model beside it."""

import time
from typing import Final

from rich.console import Console
from rich.table import Table

from simulator.experiment.engine import Engine
from simulator.experiment.replicate import replicate
from tests.simulator.cases.case import Case
from tests.simulator.cases.known import CASES
from tests.simulator.same_days import assert_same
from tests.torture.table import Row

#: Whole days of the reference model that are held beside the kernel's.
DAYS: Final = 2


def check_cases(console: Console, share: float, seed: int) -> Row:
    """So many times the days that the scenario files ask for, or the case itself."""
    console.print(f"{len(CASES)} reference cases, {share:g} x their days, seed {seed} …")
    table = Table("case", "figure", "known", "measured", "held", title="Reference cases")
    began, held = time.monotonic(), []
    for case in CASES:
        study = replicate(case.plan, max(20, round(case.full_days * share)), seed)
        held.append(study.chosen.engine is Engine.COMPILED)
        for known, found in case.measured(study):
            held.append(known.is_near(found))
            shown = f"{found.value:.5g} ± {found.error:.2g}"
            table.add_row(case.title, known.name, f"{known.value:.5g}", shown, _yes(held[-1]))
        held.append(_is_same(case, seed))
        table.add_row(case.title, f"{DAYS} days in both engines", "", "", _yes(held[-1]))
    table.add_row("seconds", f"{time.monotonic() - began:.0f}", "", "", "")
    console.print(table)
    return Row("reference cases", {}, all(held))


def _is_same(case: Case, seed: int) -> bool:
    """Whether both engines give these days alike, to every figure."""
    quick = replicate(case.plan, DAYS, seed)
    slow = replicate(case.plan, DAYS, seed, engine=Engine.SIMPY)
    try:
        for one, other in zip(slow.days, quick.days, strict=True):
            assert_same(one, other)
    except AssertionError:
        return False
    return True


def _yes(is_held: bool) -> str:
    return "yes" if is_held else "NO"
