"""Return: the documents' example worked by hand, and what it hangs on."""

import pytest

from simulator.planning.cost.case import load_case
from simulator.planning.cost.prices import Price, load_prices
from simulator.planning.cost.returns import Change, payback_years, return_of, yearly_flows
from simulator.planning.cost.sensitivity import spread, tornado

PRICES = load_prices()


def test_the_documents_example_by_hand() -> None:
    """500,000 at the start, 180,000 a year; 10 % of 100 lost and 100 new, 10,000 each."""
    case = load_case("documents")
    assert (case.once, case.per_year, case.customers_per_year) == (500_000, 180_000, 110)
    found = return_of(Change(case.once, 0, case.per_year, case.customers_per_year), PRICES.values())
    assert found.flows == (-500_000, *[1_100_000 - 180_000] * 5)
    by_hand = -500_000 + 920_000 * (1 - 1.05**-5) / 0.05
    assert found.net_present_value == pytest.approx(by_hand)
    assert found.payback_years == pytest.approx(500 / 920)


def test_customers_who_stay_bring_in_later_years() -> None:
    """Half of them stay a year more: 10, 15, 17.5 customers of 10,000."""
    prices = PRICES.with_value("customer_stays", 0.5).with_value("horizon_years", 3)
    assert yearly_flows(Change(customers_per_year=10), prices.values()) == (
        0,
        100_000,
        150_000,
        175_000,
    )


def test_equipment_is_replaced_within_the_horizon() -> None:
    prices = PRICES.with_value("equipment_years", 2)
    flows = yearly_flows(Change(equipment_once=100, per_year=-10), prices.values())
    assert flows == (-100, 10, -90, 10, -90, 10)


def test_payback() -> None:
    assert payback_years((-100, 40, 40, 40)) == 2.5
    assert payback_years((-100, 40, 40)) is None
    assert payback_years((0, 5)) == 0
    assert Change(1, 2, 3, 4) + Change(10, 20, 30, 40) == Change(11, 22, 33, 44)


def test_the_widest_swing_is_first_and_where_it_breaks_even_is_found() -> None:
    figures = {
        "sure": Price(value=1, source="known"),
        "narrow": Price(value=2, low=1, high=3, source="guess"),
        "wide": Price(value=5, low=0, high=10, source="guess"),
    }

    def value(changed: object) -> float:
        assert isinstance(changed, dict)
        at = {name: price.value for name, price in figures.items()} | changed
        return float(at["wide"] * 2 - at["narrow"] - at["sure"])

    wide, narrow = tornado(figures, value)
    assert (wide.name, wide.value_at_low, wide.value_at_high) == ("wide", -3, 17)
    assert wide.breaks_even_at == pytest.approx(1.5)
    assert (narrow.width, narrow.breaks_even_at) == (2, None)
    found = spread(figures, value, seed=1)
    assert found is not None
    assert found.p10 < found.median < found.p90
    assert found.median == pytest.approx(7, abs=0.3)
    assert spread({"sure": figures["sure"]}, value, seed=1) is None
