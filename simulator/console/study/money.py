"""What both plans cost on the days that were lived, at the prices that ship."""

from collections.abc import Sequence

import numpy as np

from simulator.console.study.lives import Lives
from simulator.experiment.day_result import DayResult
from simulator.model.plan import Plan
from simulator.planning.cost.bill import Bill, bill_of
from simulator.planning.cost.prices import Prices, load_prices


def bills(lives: Lives, prices: Prices | None = None) -> tuple[Bill, ...]:
    """The bill of each plan, day by day, of the same customers."""
    at = prices or load_prices()
    return tuple(_bill(plan, days, at) for plan, days in zip(lives.plans, lives.days, strict=True))


def _bill(plan: Plan, days: Sequence[DayResult], prices: Prices) -> Bill:
    tables = [day.table for day in days]
    return bill_of(
        plan,
        prices,
        open_s=np.array([table.open_s.sum(axis=1) for table in tables], dtype=np.float64),
        left=np.array([table.has_left.sum() for table in tables], dtype=np.float64),
        wait_s=np.array([np.nansum(table.wait_s) for table in tables], dtype=np.float64),
    )
