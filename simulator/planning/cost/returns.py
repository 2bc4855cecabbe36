"""Cost and return over the years: net present value, and when a change has paid for itself."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """What a change costs and brings, in money and customers.

    ``once`` is paid at the start, ``equipment_once`` too and again whenever it has to be replaced,
    ``per_year`` at the end of each year (below 0: saved). ``customers_per_year`` are won each year.
    """

    once: float = 0.0
    equipment_once: float = 0.0
    per_year: float = 0.0
    customers_per_year: float = 0.0

    def __add__(self, other: "Change") -> "Change":
        """Both together."""
        return Change(
            self.once + other.once,
            self.equipment_once + other.equipment_once,
            self.per_year + other.per_year,
            self.customers_per_year + other.customers_per_year,
        )


@dataclass(frozen=True, slots=True)
class Return:
    """Money in (+) and out (-) by year from 0 on, and what it comes to.

    ``payback_years`` is when the sum of the flows, not discounted, is 0 again; None: not within the
    years looked at.
    """

    flows: tuple[float, ...]
    net_present_value: float
    payback_years: float | None


def return_of(change: Change, prices: Mapping[str, float]) -> Return:
    """The return of a change over the horizon; ``prices`` as ``Prices.values`` gives them."""
    flows = yearly_flows(change, prices)
    rate = prices["discount_0_1"]
    value = sum(flow / (1 + rate) ** year for year, flow in enumerate(flows))
    return Return(flows, value, payback_years(flows))


def yearly_flows(change: Change, prices: Mapping[str, float]) -> tuple[float, ...]:
    """Flows of the years 0 to the horizon (whole years).

    A customer won is worth ``customer_per_year`` in that year, and in each later one with the
    share of them who stay. Equipment is replaced after ``equipment_years``, not in the last year.
    """
    years = round(prices["horizon_years"])
    life = max(1, round(prices["equipment_years"]))
    flows, customers = [-change.once - change.equipment_once], 0.0
    for year in range(1, years + 1):
        customers = customers * prices["customer_stays"] + change.customers_per_year
        flow = customers * prices["customer_per_year"] - change.per_year
        replaced = year % life == 0 and year < years
        flows.append(flow - (change.equipment_once if replaced else 0.0))
    return tuple(flows)


def payback_years(flows: tuple[float, ...]) -> float | None:
    """When the sum of the flows comes to 0, evenly within a year; None when it does not."""
    total = flows[0]
    if total >= 0:
        return 0.0
    for year, flow in enumerate(flows[1:]):
        if total + flow >= 0:
            return year - total / flow
        total += flow
    return None
