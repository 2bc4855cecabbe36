"""Prices as data: what ships is whole, what is wrong is refused with its place."""

from pathlib import Path

import pytest

from simulator.planning.cost.case import load_case
from simulator.planning.cost.prices import PricesInvalid, load_prices


def test_every_figure_that_ships_has_a_source() -> None:
    prices, case = load_prices(), load_case("documents")
    figures = {**prices.named(), **case.amounts()}
    assert len(figures) == 24
    told = ("assumption", "documents", "Labour Law")
    assert [name for name, price in figures.items() if not price.source.startswith(told)] == []


def test_a_file_need_only_hold_what_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('staff_per_hour = { value = 80, source = "payroll" }', encoding="utf-8")
    mine = load_prices(path)
    assert mine.staff_per_hour.is_sure
    assert mine.named() | {"staff_per_hour": 0} == load_prices().named() | {"staff_per_hour": 0}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("staff_per_hour = { value = 80 }", "source"),
        ('staff_per_hour = { value = 80, low = 90, source = "x y" }', "rising order"),
        (
            'discount_0_1 = { value = 5, source = "percent" }',
            "discount_0_1: Write figures between 0 and 1",
        ),
        ('tea = { value = 1, source = "kitchen" }', "tea"),
        (
            'horizon_years = { value = 0, source = "never" }',
            "horizon_years: Write figures between 1 and 50",
        ),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PricesInvalid, match=told):
        load_prices(path)
