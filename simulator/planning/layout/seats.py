"""How many seats a zone needs: enough on most days, all who wait there sitting down."""

from collections.abc import Mapping

import numpy as np

from shared.metrics.visit import SECOND_US
from shared.rollout import columns as c
from simulator.model.first_fit import first_fit
from simulator.model.plan import Plan
from simulator.planning.trial import Trial


def seats_needed(trial: Trial, plan: Plan, share_of_days: float) -> Mapping[str, int]:
    """By zone: the most who wait at once, which is not exceeded on this share of days.

    People of a ticket count, from the ticket to the first call. A branch whose scenario says
    nothing of zones is one.
    """
    out, people = trial.live(plan).out, trial.people
    is_in = np.flatnonzero((out[:, c.O_STATE] > c.TURNED_AWAY) & (out[:, c.O_TICKET_US] >= 0))
    who, what = people[is_in], out[is_in]
    day = np.repeat(np.arange(trial.days), np.diff(trial.first))[is_in]
    called_us = what[:, c.O_CALLED_US]
    until_us = np.where(called_us >= 0, called_us, what[:, c.O_ENDED_US])
    zone = zone_names(plan)
    group = who[:, c.P_SERVICE] * trial.grid.segments + who[:, c.P_SEGMENT]
    names = list(dict.fromkeys(zone))
    zone_of = np.array([names.index(name) for name in zone])[group]
    found = {}
    for number, name in enumerate(names):
        here = zone_of == number
        most = [
            _most_at_once(
                what[here & (day == n), c.O_TICKET_US],
                until_us[here & (day == n)],
                who[here & (day == n), c.P_PEOPLE],
            )
            for n in range(trial.days)
        ]
        found[name] = int(np.ceil(np.quantile(most, share_of_days)))
    return found


def zone_names(plan: Plan) -> list[str]:
    """The zone of each class, in the order of classes."""
    layout = plan.scenario.layout
    if layout is None:
        return ["hall"] * (len(plan.rules.services) * len(plan.rules.segments))
    lines = [
        first_fit(layout.waits, service.id, segment.id)
        for service in plan.rules.services
        for segment in plan.rules.segments
    ]
    return [line.zone if line else layout.zones[0].zone for line in lines]


def _most_at_once(from_us: object, until_us: object, people: object) -> int:
    """The most people at one moment; who goes makes room for who comes in the same second."""
    begins, ends, sizes = (np.asarray(values) for values in (from_us, until_us, people))
    if not len(begins):
        return 0
    times = np.concatenate([begins // SECOND_US, ends // SECOND_US])
    steps = np.concatenate([sizes, -sizes])
    order = np.lexsort((steps, times))
    return int(max(0, np.cumsum(steps[order]).max()))
