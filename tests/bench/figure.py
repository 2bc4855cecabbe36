"""One line of the table: what was measured, how often, the middle, the slow end, the aim."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.table import Table

from shared.metrics.quantile import quantile

NS_PER_MS = 1_000_000


@dataclass(frozen=True, slots=True)
class Figure:
    """Measured values of one thing in one unit.

    ``aim`` is the most that was wished, ``least`` the least, if any.
    """

    name: str
    unit: str
    values: tuple[float, ...]
    aim: float | None = None
    least: float | None = None

    def row(self) -> tuple[str, ...]:
        """Its line of the table."""
        if not self.values:
            return self.name, "0", "–", "–", "", "nothing was measured"
        ascending = sorted(self.values)
        middle, slow = quantile(ascending, 0.5), quantile(ascending, 0.95)
        many = len(self.values) > 1
        cells = (_number(middle), _number(slow) if many else "")
        found = (str(len(self.values)), f"{cells[0]} {self.unit}", cells[1])
        return self.name, *found, *self._aim(middle)

    def _aim(self, middle: float) -> tuple[str, str]:
        """What was wished, and whether it is kept."""
        if self.least is not None:
            return f">= {self.least:g} {self.unit}", "yes" if middle >= self.least else "no"
        if self.aim is None:
            return "", ""
        return f"{self.aim:g} {self.unit}", "yes" if middle <= self.aim else "no"

    def to_json(self) -> dict[str, object]:
        """The same as data."""
        return {
            "name": self.name,
            "unit": self.unit,
            "aim": self.aim,
            "least": self.least,
            "values": list(self.values),
        }


def milliseconds(name: str, values_ns: Sequence[int], aim_ms: float | None = None) -> Figure:
    """A figure from nanoseconds."""
    return Figure(name, "ms", tuple(value / NS_PER_MS for value in values_ns), aim_ms)


def table(figures: Sequence[Figure], title: str) -> Table:
    """All figures, one line each."""
    made = Table(title=title, title_justify="left")
    made.add_column("what")
    for heading in ("times", "p50", "p95", "aim", "kept (p50)"):
        made.add_column(heading, justify="right")
    for figure in figures:
        made.add_row(*figure.row())
    return made


def _number(value: float) -> str:
    """Three digits or so."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
