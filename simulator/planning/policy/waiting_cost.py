"""What waiting costs under a policy, by the weights that the profile gives its segments."""

from dataclasses import dataclass

import numpy as np

from shared.config.profile import Profile
from shared.metrics.visit import SECOND_US
from shared.rollout import columns as c
from simulator.model.plan import Plan
from simulator.planning.tally import Real
from simulator.planning.trial import Trial

MINUTE_US = 60 * SECOND_US
#: Of a segment without a maximum wait: what somebody who leaves counts for at least.
USUAL_MAX_MIN = 30.0


@dataclass(frozen=True, slots=True)
class Weights:
    """What is held against a policy, by class; from the profile as it is and never varied.

    A wait of w minutes costs ``minute`` x (w + ``growth`` w² / 2). Who leaves costs at least as
    much as somebody who waited ``most_min``: a policy must not gain by losing people. ``over_min``
    is what a customer beyond the first limit of the standard costs besides, in ordinary minutes.
    """

    minute: Real
    growth: Real
    most_min: Real
    cap: Real
    over_min: float


@dataclass(frozen=True, slots=True)
class WaitingCost:
    """Figures of each day: cost in weighted minutes, customers, and who was beyond a bound.

    ``passed`` counts customers passed more often than their cap, ``waited`` those beyond their
    maximum wait. ``by_segment`` (days, segments) is the cost without what is over the standard.
    """

    cost: Real
    customers: Real
    passed: Real
    waited: Real
    within: Real
    by_segment: Real
    customers_by_segment: Real

    @property
    def a_customer(self) -> float:
        """Weighted minutes a customer, all days together."""
        return float(self.cost.sum() / max(self.customers.sum(), 1))


def weights_of(profile: Profile, over_min: float) -> Weights:
    """The weights of a profile: its cost of a minute by segment and service, its bounds."""
    classes = [(service, segment) for service in profile.services for segment in profile.segments]
    return Weights(
        minute=np.array([segment.cost_per_minute * service.cost for service, segment in classes]),
        growth=np.array(
            [segment.cost_growth / max(segment.cost_per_minute, 1e-9) for _, segment in classes]
        ),
        most_min=np.array([s.max_wait_min or USUAL_MAX_MIN for _, s in classes]),
        cap=np.array([np.inf if s.overtakes_max is None else s.overtakes_max for _, s in classes]),
        over_min=over_min,
    )


def waiting_cost(trial: Trial, plan: Plan, weights: Weights) -> WaitingCost:
    """What the days of a trial come to under a plan."""
    out, people = trial.live(plan).out, trial.people
    is_in = np.flatnonzero(out[:, c.O_STATE] > c.TURNED_AWAY)
    who, what = people[is_in], out[is_in]
    day = np.repeat(np.arange(trial.days), np.diff(trial.first))[is_in]
    segments = trial.grid.segments
    segment = who[:, c.P_SEGMENT]
    group = who[:, c.P_SERVICE] * segments + segment
    called_us = what[:, c.O_CALLED_US]
    is_called, is_gone = called_us >= 0, np.isin(what[:, c.O_STATE], (c.LEFT, c.BALKED))
    begins = what[:, c.O_TICKET_US]
    begins = np.where(what[:, c.O_KEPT] > 0, np.maximum(begins, who[:, c.P_BOOKED_US]), begins)
    wait_us = np.maximum(np.where(is_called, called_us, what[:, c.O_ENDED_US]) - begins, 0)
    wait = wait_us / MINUTE_US
    wait = np.where(is_gone, np.maximum(wait, weights.most_min[group]), wait)
    cost = weights.minute[group] * (wait + weights.growth[group] * wait**2 / 2)
    is_over = (wait_us > trial.limits_us[0]) | is_gone if trial.limits_us else is_gone

    def a_day(values: Real) -> Real:
        return np.bincount(day, values, trial.days).astype(np.float64)

    def by_segment(values: Real) -> Real:
        place = day * segments + segment
        found = np.bincount(place, values, trial.days * segments).astype(np.float64)
        return found.reshape(trial.days, segments)

    ones = np.ones(len(what))
    return WaitingCost(
        cost=a_day(cost + weights.over_min * is_over),
        customers=a_day(ones),
        passed=a_day((what[:, c.O_OVERTAKEN] > weights.cap[group]).astype(np.float64)),
        waited=a_day((wait > weights.most_min[group]).astype(np.float64)),
        within=a_day((~is_over).astype(np.float64)),
        by_segment=by_segment(cost),
        customers_by_segment=by_segment(ones),
    )
