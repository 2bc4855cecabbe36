"""Windows on days that the calibration has not seen, of the shipped branches.

Demand is calibrated from the logs of recorded days, the correction learned from what came of the
promises of further days, and both are held against fresh ones.
"""

import math
import time
from typing import Final, NamedTuple

from rich.console import Console
from rich.table import Table

from shared.metrics.promises import Promised, WindowScore, score
from shared.rollout.windows.conformal import UNTAUGHT, learn
from shared.server.forecasting.lessons import lessons_of
from simulator.calibration.branch_demand import branch_demand
from simulator.calibration.calibrate import calibrate
from simulator.model.plan import load_plan
from tests.simulator.recorded import recorded
from tests.simulator.windows import promised_days

BRANCHES: Final = ("neighbourhood", "city")
#: Days whose logs are calibrated, and days whose promises teach the correction.
RECORDED: Final = 20
TAUGHT: Final = 30
WANTED: Final = 0.8
SLACK: Final = 0.03
SLACK_SERVICE: Final = 0.06
WITHHELD_MOST: Final = 0.1
#: Two-sided 95 %: so much a service's share differs by the chance of its few promises alone.
Z: Final = 1.96


class Found(NamedTuple):
    """What was measured on fresh days."""

    score: WindowScore
    raw_held: float
    withheld: float
    uncalled: float
    days_held: tuple[float, ...]


def check_windows(console: Console, days: int, seed: int) -> bool:
    """Measure both branches and tell; whether every demand was held."""
    held = [_check(console, branch, days, seed) for branch in BRANCHES]
    return all(held)


def measure(branch: str, days: int, seed: int) -> Found:
    """Calibrate, learn, and promise on this many fresh days of a shipped branch."""
    plan = load_plan(branch)
    learned = branch_demand(
        calibrate(recorded(plan, RECORDED, seed + 1000), plan.profile), plan.profile
    )
    taught = list(promised_days(plan, learned, UNTAUGHT, seed + 2000, range(TAUGHT)))
    correction = learn(lessons_of(each for day in taught for each in day.kept))
    fresh = list(promised_days(plan, learned, correction, seed, range(days)))
    kept = [each for day in fresh for each in day.kept]
    waited = sum(day.waited for day in fresh)
    return Found(
        score(kept),
        sum(map(_is_raw_held, kept)) / len(kept),
        sum(day.withheld for day in fresh) / waited,
        sum(day.uncalled for day in fresh) / waited,
        tuple(sorted(score(day.kept).held for day in fresh)),
    )


def _is_raw_held(each: Promised) -> bool:
    return each.raw_us[0] <= each.called_us <= each.raw_us[2]


def _check(console: Console, branch: str, days: int, seed: int) -> bool:
    began = time.monotonic()
    found = measure(branch, days, seed)
    mine = found.score
    narrower = 1 - mine.beside_s / mine.plain_width_s
    table = Table(
        "", "figure", "wanted", title=f"Windows of {branch}, {days} fresh days, seed {seed}"
    )
    held = [
        abs(mine.held - WANTED) <= SLACK,
        found.withheld <= WITHHELD_MOST,
        mine.beside_s < mine.plain_width_s,
    ]
    table.add_row("promises that came to a call", f"{mine.count}", "")
    table.add_row("call inside the window", f"{mine.held:.1%}", "80 ± 3 %")
    table.add_row("before the correction", f"{found.raw_held:.1%}", "")
    table.add_row("call by the end of the window", f"{mine.in_time:.1%}", "")
    worst, best = found.days_held[0], found.days_held[-1]
    table.add_row("single days", f"{worst:.0%} to {best:.0%}", "")
    table.add_row("withheld", f"{found.withheld:.1%}", "at most 10 %")
    table.add_row("customers who left before", f"{found.uncalled:.1%}", "")
    table.add_row("mean width", f"{mine.width_s / 60:.2f} min", "")
    table.add_row("plain estimate says nothing", f"{mine.plain_silent:.1%}", "")
    table.add_row("mean width where it does", f"{mine.beside_s / 60:.2f} min", "")
    table.add_row("plain estimate, as many calls", f"{mine.plain_width_s / 60:.2f} min", "wider")
    table.add_row("narrower by", f"{narrower:.0%}", "")
    for service, (count, share) in mine.by_service.items():
        by_chance = Z * math.sqrt(WANTED * (1 - WANTED) / count)
        held.append(abs(share - WANTED) <= SLACK_SERVICE + by_chance)
        table.add_row(
            f"  {service}, {count}", f"{share:.1%}", f"80 ± 6 %, by chance ± {by_chance:.1%}"
        )
    near = [abs(share - WANTED) <= SLACK_SERVICE for _, share in mine.by_service.values()]
    table.add_row("services within 80 ± 6 %", f"{sum(near)} of {len(near)}", "none beyond by more")
    table.add_row("", "", "than their chance")
    table.add_row("seconds", f"{time.monotonic() - began:.0f}", "")
    console.print(table)
    return all(held)
