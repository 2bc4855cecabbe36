"""Who comes alone and who in a group: how many tickets and people an arrival is."""

from typing import NamedTuple

import numpy as np

from simulator.model.distribution import Microseconds
from simulator.model.draws import Purpose, Source
from simulator.model.plan import Plan


class Parties(NamedTuple):
    """``tickets`` that each arrival takes (None: one), and ``people`` on each of them: int64."""

    tickets: Microseconds | None
    people: Microseconds

    def for_each(self, arrivals: Microseconds) -> Microseconds:
        """A figure of each arrival, as one of each ticket."""
        return arrivals if self.tickets is None else np.repeat(arrivals, self.tickets)


def draw_parties(plan: Plan, arrivals: int, source: Source) -> Parties:
    """One party for each arrival; everybody alone where the scenario has no groups."""
    alone = np.broadcast_to(np.int64(1), arrivals)
    groups = plan.scenario.demand.groups
    if groups is None:
        return Parties(None, alone)
    weights = np.cumsum(groups.sizes)
    places = source(Purpose.GROUP_SIZE).random(arrivals) * weights[-1]
    size = 2 + np.minimum(np.searchsorted(weights, places, side="right"), len(weights) - 1)
    is_group = source(Purpose.GROUP).random(arrivals) < groups.share
    sizes = np.where(is_group, size, 1).astype(np.int64)
    return Parties(None, sizes) if groups.tickets == "one" else Parties(sizes, alone)


def mean_tickets(plan: Plan) -> float:
    """Tickets that an arrival takes on average."""
    groups = plan.scenario.demand.groups
    if groups is None or groups.tickets == "one":
        return 1.0
    mean_size = sum(w * n for n, w in enumerate(groups.sizes, start=2)) / sum(groups.sizes)
    return 1.0 + groups.share * (mean_size - 1)
