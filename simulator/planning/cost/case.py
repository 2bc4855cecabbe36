"""A change with its costs and gains as a file: the documents' worked example, or a bank's own."""

from pathlib import Path
from typing import Final, Literal

from pydantic import Field

from shared.config.load import checked, read_table
from shared.config.profile import Table, Text
from simulator.planning.cost.prices import Price, PricesInvalid, Share

#: The word for the example that ships.
DOCUMENTS: Final = "documents"
FOLDER: Final = Path(__file__).parent
NOTHING: Final = Price(value=0, source="not given")


class CostLine(Table):
    """One thing that the change costs."""

    name: Text
    once: Price = NOTHING
    per_year: Price = NOTHING


class Gains(Table):
    """What the change is expected to bring."""

    fewer_lost_0_1: Share = Field(default=NOTHING, description="of customers lost; 0 to 1")
    new_customers_per_year: Price = NOTHING
    lost_per_year: Price = Field(
        default=NOTHING, description="customers lost in a year without the change"
    )


class Case(Table):
    """A change: costs and gains."""

    schema_version: Literal[1] = 1
    name: Text
    costs: tuple[CostLine, ...] = Field(default=(), max_length=100)
    gains: Gains = Gains()

    def amounts(self) -> dict[str, Price]:
        """Every figure by a name of its own: what a table of sensitivities may vary."""
        found = {}
        for line in self.costs:
            found[f"{line.name.en}, once"] = line.once
            found[f"{line.name.en}, a year"] = line.per_year
        for name in Gains.model_fields:
            found[name] = getattr(self.gains, name)
        return {name: price for name, price in found.items() if price != NOTHING}

    @property
    def once_names(self) -> tuple[str, ...]:
        """Of the ``amounts``, those that are paid at the start."""
        return tuple(f"{line.name.en}, once" for line in self.costs if line.once != NOTHING)

    @property
    def per_year_names(self) -> tuple[str, ...]:
        """Of the ``amounts``, those that are paid each year."""
        return tuple(f"{line.name.en}, a year" for line in self.costs if line.per_year != NOTHING)

    @property
    def once(self) -> float:
        """All that is paid at the start."""
        return sum(line.once.value for line in self.costs)

    @property
    def per_year(self) -> float:
        """All that is paid each year."""
        return sum(line.per_year.value for line in self.costs)

    @property
    def customers_per_year(self) -> float:
        """Customers won each year: those not lost, and new ones."""
        gains = self.gains
        kept = gains.fewer_lost_0_1.value * gains.lost_per_year.value
        return kept + gains.new_customers_per_year.value


def load_case(name_or_path: str) -> Case:
    """The case of a file, or the documents' by its name.

    Raises:
        FileUnreadable: no such file.
        PricesInvalid: the first thing that is wrong, with its place.
    """
    path = FOLDER / "documents.toml" if name_or_path == DOCUMENTS else Path(name_or_path)
    return checked(read_table(path, PricesInvalid), path.name, Case, PricesInvalid)
