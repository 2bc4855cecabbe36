"""Which counter stands where, so that people walk least: an assignment, solved exactly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from shared.rollout import columns as c
from simulator.model.first_fit import first_fit
from simulator.model.plan import Plan
from simulator.planning.layout.floor_plan import FloorPlan
from simulator.planning.tally import Real
from simulator.planning.trial import Trial

#: Distances are whole millimetres for the solver, which wants integers; so are mean customers.
MILLI = 1000


@dataclass(frozen=True, slots=True)
class Arranged:
    """A spot for each counter, and the metres from seat to counter walked on a mean day."""

    spot_of: Mapping[str, str]
    metres_before: float
    metres_after: float


def flows(trial: Trial, plan: Plan, zones: Sequence[str]) -> Real:
    """Customers of a mean day from each zone to each counter: (zones, counters)."""
    out, people = trial.live(plan).out, trial.people
    called = np.flatnonzero((out[:, c.O_CALLED_US] >= 0) & (out[:, c.O_COUNTER] >= 0))
    zone_of = _zones(plan, zones)
    group = people[called, c.P_SERVICE] * trial.grid.segments + people[called, c.P_SEGMENT]
    counters = len(plan.rules.counters)
    place = zone_of[group] * counters + out[called, c.O_COUNTER]
    found = np.bincount(place, minlength=len(zones) * counters).reshape(len(zones), counters)
    return np.asarray(found / trial.days, dtype=np.float64)


def arrange(floor: FloorPlan, plan: Plan, flow: Real) -> Arranged:
    """The spots with the fewest metres: the flows as they are, a linear assignment.

    Exact for given flows; with other walks the flows change a little, so the result is lived again.
    Solved by OR-Tools' cost-scaling push-relabel (Goldberg and Kennedy 1995).
    """
    from ortools.graph.python.linear_sum_assignment import SimpleLinearSumAssignment

    counters = [counter.id for counter in plan.rules.counters]
    metres = metres_of(floor, counters, flow)
    solver = SimpleLinearSumAssignment()
    names = list(floor.spots())
    for left in range(len(names)):
        for right in range(len(names)):  # free spots take counters that are none
            cost = round(metres[left, right] * MILLI) if left < len(counters) else 0
            solver.add_arc_with_cost(left, right, cost)
    status = solver.solve()
    assert status == solver.OPTIMAL
    spot_of = {counters[n]: names[solver.right_mate(n)] for n in range(len(counters))}
    own = {counter: counter for counter in counters}
    before, after = (walked(names, counters, metres, spots) for spots in (own, spot_of))
    return Arranged(own, before, before) if after >= before else Arranged(spot_of, before, after)


def metres_of(floor: FloorPlan, counters: Sequence[str], flow: Real) -> Real:
    """Metres a day of each counter at each spot: (counters, spots)."""
    zones = list(floor.zones.values())
    far = np.array([[floor.metres(z, spot) for spot in floor.spots().values()] for z in zones])
    return np.asarray(flow.T[: len(counters)] @ far, dtype=np.float64)


def walked(
    names: Sequence[str], counters: Sequence[str], metres: Real, spot_of: Mapping[str, str]
) -> float:
    """Metres a day with counters at these spots."""
    return float(
        sum(metres[n, names.index(spot_of[counter])] for n, counter in enumerate(counters))
    )


def _zones(plan: Plan, zones: Sequence[str]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The place of each class's zone among ``zones``; the first for those that wait elsewhere."""
    lines = plan.scenario.layout.waits if plan.scenario.layout else ()
    found = [
        first_fit(lines, service.id, segment.id)
        for service in plan.rules.services
        for segment in plan.rules.segments
    ]
    places = [zones.index(line.zone) if line and line.zone in zones else 0 for line in found]
    return np.array(places, dtype=np.int64)
