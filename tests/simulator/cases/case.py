"""A reference case: a scenario file of tests/data/cases, and figures that are known of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import hypot
from pathlib import Path
from typing import Any

from simulator.experiment.replicate import Study
from simulator.model.plan import Plan, load_plan
from tests.simulator.cases.measure import Measure, Measured

FOLDER = Path(__file__).parents[2] / "data" / "cases"
EXACT: dict[str, Any] = json.loads(
    (FOLDER.parent / "reference" / "exact.json").read_text(encoding="utf-8")
)
#: Two-sided 99.9 %: so far from the truth comes one figure in a thousand by chance.
STANDARD_ERRORS = 3.29


@dataclass(frozen=True, slots=True)
class Known:
    """A figure of a case. ``error`` is the published run's own standard error, 0 of an exact one.

    ``rounding`` is half the last digit that was published. ``at_least``: more is as good.
    """

    name: str
    value: float
    measure: Measure
    error: float = 0.0
    rounding: float = 0.0
    at_least: bool = False

    def is_near(self, found: Measured) -> bool:
        """Whether the two differ by no more than chance and rounding explain."""
        allowed = STANDARD_ERRORS * hypot(found.error, self.error) + self.rounding
        if self.at_least:
            return found.value >= self.value - allowed
        return abs(found.value - self.value) <= allowed


@dataclass(frozen=True, slots=True)
class Case:
    """A scenario file and what is known of it.

    ``long_days`` is how many days of it are lived in full, 0: as many as the file asks for.
    """

    file: str
    title: str
    source: str
    figures: Sequence[Known]
    long_days: int = 0

    @property
    def plan(self) -> Plan:
        """The plan of its scenario file."""
        return load_case(self.file)

    @property
    def full_days(self) -> int:
        """How many days of it are lived in full."""
        return self.long_days or self.plan.scenario.days

    def measured(self, study: Study) -> list[tuple[Known, Measured]]:
        """Every figure of the case beside what the study says."""
        return [(known, known.measure(study)) for known in self.figures]


@cache
def load_case(file: str) -> Plan:
    """The plan of a scenario file of tests/data/cases."""
    return load_plan(FOLDER / f"{file}.toml")
