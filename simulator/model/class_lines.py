"""Lines of a scenario looked up for many customers at once, by class (service x segment)."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from simulator.model.class_time import service_time
from simulator.model.distribution import Microseconds, draw
from simulator.model.plan import Plan
from simulator.model.scenario_visits import ForClass, Route

Line = TypeVar("Line", bound=ForClass)


class Lines(Generic[Line]):
    """The lines of one table; the first that fits counts. Classes are rows of the policy."""

    def __init__(self, plan: Plan, lines: Sequence[Line]) -> None:
        """Looks every class of the branch up once: the first line is written last."""
        self.lines = lines
        service, segment = plan.rules.service_index, plan.rules.segment_index
        which = np.full((len(service), len(segment)), -1, dtype=np.int64)
        everything = slice(None)
        for number, line in reversed([*enumerate(lines)]):
            row = everything if line.service is None else service[line.service]
            column = everything if line.segment is None else segment[line.segment]
            which[row, column] = number
        self.which = which.ravel()

    def each(self, classes: Microseconds) -> Iterator[tuple[Line, Microseconds]]:
        """Every line with the places of the customers for whom it counts."""
        which = self.which[classes]
        for number, line in enumerate(self.lines):
            yield line, np.flatnonzero(which == number)

    def values(self, classes: Microseconds, name: str) -> NDArray[np.float64]:
        """One figure of the line that counts for each customer; 0 where none does."""
        found = np.array([*(getattr(line, name) for line in self.lines), 0.0])
        return np.asarray(found[self.which[classes]])


def routed(
    plan: Plan, routes: Sequence[Route], classes: Microseconds, place: NDArray[np.float64]
) -> Microseconds:
    """The class at the service that each goes to; ``place`` is drawn from 0 to 1."""
    weights = np.cumsum([route.share for route in routes])
    chosen = np.searchsorted(weights, place * weights[-1], side="right")
    services = np.array([plan.rules.service_index[route.service] for route in routes])
    segments = len(plan.rules.segments)
    found = services[np.minimum(chosen, len(routes) - 1)] * segments + classes % segments
    return np.asarray(found, dtype=np.int64)


def times_by_class(
    plan: Plan, classes: Microseconds, whose: NDArray[np.bool_], source: Generator
) -> Microseconds:
    """A service time by class for those customers, 0 for all others."""
    times = np.zeros(len(classes), dtype=np.int64)
    segments = plan.rules.segments
    for number in np.unique(classes[whose]).tolist():
        service, segment = divmod(number, len(segments))
        mine = np.flatnonzero(whose & (classes == number))
        usual = service_time(plan, plan.rules.services[service].id, segments[segment].id)
        times[mine] = draw(usual, len(mine), source)
    return times
