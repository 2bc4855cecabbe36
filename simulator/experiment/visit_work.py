"""What a visit costs at counters besides one service: further needs, sending on, authorisations.

From a sample of drawn customers: the choices depend on one another, and sampling them is the
definition that both engines live.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from shared.dispatch.layout import MINUTE_US
from shared.rollout import columns as c
from shared.rollout.day import Ints
from simulator.model.arrays import draw_people
from simulator.model.class_time import service_time
from simulator.model.plan import Plan
from simulator.model.tellers import recall_us

Real = NDArray[np.float64]

#: So many days of customers are drawn, always the same ones.
DAYS: Final = 40
SEED: Final = 1


def work_of_visits(plan: Plan) -> tuple[Real, Real]:
    """Minutes of work, and stops at counters: (class of the customer, class of the work).

    A class is a service index x number of segments + a segment index. The first service counts
    with its mean unless it is broken off; a need that is served at the same counter has no stop of
    its own, and who misses a call is taken to come back.
    """
    classes = len(plan.rules.services) * len(plan.rules.segments)
    sums, stops = np.zeros((2, classes, classes))
    came = np.zeros(classes)
    for day in range(DAYS):
        people = draw_people(plan, SEED, day)
        _add(plan, people[people[:, c.P_ARRIVAL_US] >= 0], sums, stops, came)
    came = np.maximum(came, 1)[:, None]
    return sums / MINUTE_US / came, stops / came


def _add(plan: Plan, people: Ints, sums: Real, stops: Real, came: Real) -> None:
    """One day's customers."""
    segments = len(plan.rules.segments)
    own = people[:, c.P_SERVICE] * segments + people[:, c.P_SEGMENT]
    acts = people[:, c.PERSON_WIDTH :].reshape(len(people), -1, c.ACT_WIDTH)
    sent = (acts[:, :, c.Q_KIND] == c.ACT_SEND).any(axis=1)
    missed_us = recall_us(plan) * (1 + plan.rules.recalls_before_no_show)
    usual_us = np.array(
        [
            service_time(plan, service.id, segment.id).mean_min * MINUTE_US
            for service in plan.rules.services
            for segment in plan.rules.segments
        ]
    )
    np.add.at(came, own, 1)
    np.add.at(stops, (own, own), 1)
    np.add.at(sums, (own, own), np.where(sent, people[:, c.P_SERVICE_US], usual_us[own]))
    at = own.copy()
    for place in range(acts.shape[1]):
        kind, what, _, time_us = acts[:, place].T
        there = what * segments + people[:, c.P_SEGMENT]
        at = np.where(kind == c.ACT_SEND, there, at)
        is_held = kind == c.ACT_HOLD
        takes_us = np.where(kind == c.ACT_MISS, missed_us, time_us)
        takes_us = np.where(is_held & ~sent, 0, takes_us)  # it is in the usual time
        np.add.at(sums, (own, np.where(kind == c.ACT_NEED, there, at)), takes_us)
        np.add.at(stops, (own, at), is_held | (kind == c.ACT_SEND))
