"""What the days of a plan cost: staff, overtime, equipment, waiting, lost customers."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from shared.config.rules import clock_us
from shared.metrics.visit import SECOND_US
from simulator.experiment.interval import Interval, mean_interval
from simulator.model.plan import Plan
from simulator.model.present import share_present
from simulator.model.scenario_day import hours_on
from simulator.planning.cost.prices import Prices
from simulator.planning.tally import Real, Tally

HOUR_S: Final = 3600


class Item(StrEnum):
    """What is paid for. Waiting is the customers' time: no money of the bank's moves for it."""

    STAFF = "staff"
    OVERTIME = "overtime"
    EQUIPMENT = "equipment"
    LOST = "lost_customers"
    WAITING = "waiting"


ITEMS: Final = tuple(Item)
#: What the bank pays or loses.
MONEY: Final = (Item.STAFF, Item.OVERTIME, Item.EQUIPMENT, Item.LOST)


@dataclass(frozen=True, slots=True)
class Bill:
    """What each of the days costs: ``by_day`` (days, items), in ``currency``."""

    by_day: Real
    currency: str

    def a_day(self, items: Sequence[Item] = ITEMS) -> float:
        """These items on a mean day."""
        return float(self.sums(items).mean())

    def sums(self, items: Sequence[Item] = ITEMS) -> Real:
        """These items together, day by day."""
        return np.asarray(self.by_day[:, [ITEMS.index(item) for item in items]].sum(axis=1))

    def interval(self, items: Sequence[Item] = ITEMS) -> Interval:
        """These items on a mean day, with the chance of days."""
        return mean_interval(self.sums(items).tolist())

    def beyond(self, other: "Bill", items: Sequence[Item] = ITEMS) -> Interval:
        """How much more this is than another bill for the same customers, paired by day."""
        return mean_interval((self.sums(items) - other.sums(items)).tolist())


def bill(plan: Plan, tally: Tally, prices: Prices) -> Bill:
    """The bill of the days of a tally, which were lived under this plan."""
    left, wait_s = (np.asarray(each.sum(axis=(1, 2)), float) for each in (tally.left, tally.wait_s))
    return bill_of(plan, prices, open_s=tally.open_s, left=left, wait_s=wait_s)


def bill_of(plan: Plan, prices: Prices, *, open_s: Real, left: Real, wait_s: Real) -> Bill:
    """The bill of days: ``open_s`` (days, counters); who left and waits together (days,).

    Staff is paid for the planned time without pauses, and overtime for what a counter was open
    beyond that; absent people are paid. Lost customers are a share of those who left unserved, at
    what one is worth in a year. Waiting is that of everybody who was called; who left is counted as
    lost and not twice.
    """
    planned_s = planned_seconds(plan)
    days, over_s = len(open_s), np.maximum(open_s - planned_s, 0).sum(axis=1)
    an_hour = prices.staff_per_hour.value
    lost = prices.lost_of_leavers.value * prices.customer_per_year.value
    columns = {
        Item.STAFF: np.full(days, planned_s.sum() / HOUR_S * an_hour),
        Item.OVERTIME: over_s / HOUR_S * an_hour * prices.overtime_factor.value,
        Item.EQUIPMENT: np.full(days, equipment_a_day(plan, prices)),
        Item.LOST: left * lost,
        Item.WAITING: wait_s / HOUR_S * prices.waiting_per_hour.value,
    }
    by_day = np.stack([columns[item] for item in ITEMS], axis=1).astype(np.float64)
    return Bill(by_day, prices.currency)


def planned_seconds(plan: Plan) -> Real:
    """Planned time at each counter without pauses, on a mean day: (counters,), seconds."""
    index = {counter.id: place for place, counter in enumerate(plan.rules.counters)}
    hours = hours_on(plan.profile, plan.rules, plan.day)
    closes_us = plan.last_ticket_us if hours.lasts_min is not None else clock_us(hours.closes)
    found = np.zeros(len(index))
    for shift in plan.shifts:
        for stint in shift.stints:
            to_us = closes_us if stint.to_us is None else stint.to_us
            time_us = max(0, to_us - stint.from_us)
            found[index[shift.counter]] += time_us / SECOND_US * share_present(plan, shift.counter)
    return found


def equipment_a_day(plan: Plan, prices: Prices) -> float:
    """Kiosks and self-service machines on one opening day: an even yearly payment and the upkeep.

    The annuity of the price over the years that a machine lasts, p r / (1 - (1 + r)^-n).
    """
    kiosks, machines = equipment_of(plan)
    once = kiosks * prices.kiosk_once.value + machines * prices.machine_once.value
    even = once * annuity(prices.discount_0_1.value, prices.equipment_years.value)
    upkeep = kiosks * prices.kiosk_per_year.value + machines * prices.machine_per_year.value
    return (upkeep + even) / prices.open_days_per_year.value


def annuity(rate: float, years: float) -> float:
    """The even payment at the end of each year that is worth 1 now."""
    return rate / (1 - (1 + rate) ** -years) if rate else 1 / years


def equipment_of(plan: Plan) -> tuple[int, int]:
    """How many kiosks and self-service machines there are."""
    return plan.scenario.kiosk.count, len(plan.profile.machines)
