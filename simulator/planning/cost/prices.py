"""Prices as data: each with its source, and how low or high it may be."""

from functools import cache
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, model_validator

from shared.config.load import checked, read_table
from shared.config.profile import Table
from shared.domain.errors import InputInvalid

SHIPPED: Final = Path(__file__).parent / "prices.toml"


class PricesInvalid(InputInvalid):
    """A file of prices, or of a change's costs and gains, is wrong."""

    code = "prices_invalid"
    sentence = "Prices in %1 cannot be used: %2"


class Price(Table):
    """A figure, where it comes from, and between what it may lie (default: it is certain)."""

    value: float = Field(ge=0, le=1e12)
    low: float | None = Field(default=None, ge=0, le=1e12)
    high: float | None = Field(default=None, ge=0, le=1e12)
    source: str = Field(min_length=3, max_length=300, description="or what is assumed, and why")

    @model_validator(mode="after")
    def _in_order(self) -> "Price":
        if not self.least <= self.value <= self.most:
            raise ValueError("write low, value and high in rising order")
        return self

    @property
    def least(self) -> float:
        """The lower end."""
        return self.value if self.low is None else self.low

    @property
    def most(self) -> float:
        """The upper end."""
        return self.value if self.high is None else self.high

    @property
    def is_sure(self) -> bool:
        """Whether there is nothing to vary."""
        return self.least == self.most

    def at(self, value: float) -> "Price":
        """The same price with this value."""
        return self.model_copy(update={"value": value})


def _between(least: float, most: float) -> AfterValidator:
    def check(price: Price) -> Price:
        if price.least < least or price.most > most:
            raise ValueError(f"write figures between {least:g} and {most:g}")
        return price

    return AfterValidator(check)


Share = Annotated[Price, _between(0, 1)]
Years = Annotated[Price, _between(1, 50)]
Days = Annotated[Price, _between(1, 366)]


class Prices(Table):
    """All prices, amounts in ``currency``. Lines that are left out are those that ship."""

    schema_version: Literal[1] = 1
    currency: str = Field(default="CNY", pattern=r"^[A-Z]{3}$")
    staff_per_hour: Price = Field(description="an hour of one person at a counter")
    overtime_factor: Price = Field(description="on staff_per_hour, beyond the planned end")
    waiting_per_hour: Price = Field(description="an hour that a customer waits; no money moves")
    lost_of_leavers: Share = Field(description="share of those who leave unserved; 0 to 1")
    customer_per_year: Price = Field(description="what a customer is worth in a year")
    customer_stays: Share = Field(description="share of customers won who stay a year more; 0 to 1")
    kiosk_once: Price
    kiosk_per_year: Price
    machine_once: Price
    machine_per_year: Price
    seat_once: Price
    counter_once: Price
    equipment_years: Years = Field(description="after which machines are bought again")
    open_days_per_year: Days
    discount_0_1: Share = Field(description="yearly rate")
    horizon_years: Years = Field(description="years that a return is looked at")

    def price(self, name: str) -> Price:
        """The price of this name."""
        found = getattr(self, name)
        assert isinstance(found, Price)
        return found

    def named(self) -> dict[str, Price]:
        """All prices by name."""
        return {
            name: self.price(name)
            for name in Prices.model_fields
            if name not in ("schema_version", "currency")
        }

    def values(self) -> dict[str, float]:
        """The value of each price by name."""
        return {name: price.value for name, price in self.named().items()}

    def with_value(self, name: str, value: float) -> "Prices":
        """The same prices but for one."""
        return self.model_copy(update={name: self.price(name).at(value)})


def load_prices(path: Path | None = None) -> Prices:
    """The prices of a file, or those that ship; a file need only hold what it changes.

    Raises:
        FileUnreadable: no such file.
        PricesInvalid: the first thing that is wrong, with its place.
    """
    if path is None:
        return _shipped()
    raw = read_table(path, PricesInvalid)
    if isinstance(raw, dict):
        raw = {**_shipped().model_dump(exclude_none=True), **raw}
    return checked(raw, path.name, Prices, PricesInvalid)


def price_file_schema() -> dict[str, object]:
    """The JSON Schema of a file of prices: nothing in it has to be there."""
    found = Prices.model_json_schema()
    return {name: value for name, value in found.items() if name != "required"}


@cache
def _shipped() -> Prices:
    return checked(read_table(SHIPPED, PricesInvalid), SHIPPED.name, Prices, PricesInvalid)
