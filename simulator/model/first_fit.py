"""Which line of a table holds for a class (service x segment): the first that fits."""

from collections.abc import Sequence
from typing import TypeVar

from simulator.model.scenario import Patience, ServiceTime
from simulator.model.scenario_hall import KioskTime, SelfService, Speed, WaitsIn
from simulator.model.scenario_visits import ForClass

Line = TypeVar(
    "Line", bound=ServiceTime | Patience | KioskTime | SelfService | Speed | WaitsIn | ForClass
)


def first_fit(lines: Sequence[Line], service: str, segment: str) -> Line | None:
    """The first of these lines that fits this class."""
    for line in lines:
        if line.service in (None, service) and line.segment in (None, segment):
            return line
    return None
