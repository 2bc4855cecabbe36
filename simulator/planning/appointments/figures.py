"""What days with appointments come to: those who booked, those who did not, and the closing."""

from dataclasses import dataclass

import numpy as np

from shared.config.rules import clock_us
from shared.metrics.visit import SECOND_US
from shared.rollout import columns as c
from simulator.experiment.interval import Interval, mean_interval, ratio_interval
from simulator.model.plan import Plan
from simulator.model.scenario_day import hours_on
from simulator.planning.tally import Real
from simulator.planning.trial import Trial

MINUTE_US = 60 * SECOND_US


@dataclass(frozen=True, slots=True)
class BookedDays:
    """Figures of each day; waits in minutes, of those who booked from the booked time.

    ``walk_ins_counted`` and ``booked_counted`` are those who were called or waited beyond the
    limit; overtime is from the planned closing to the last event.
    """

    sold: Real
    kept: Real
    booked_wait_min: Real
    booked_called: Real
    booked_within: Real
    booked_counted: Real
    walk_in_wait_min: Real
    walk_ins_called: Real
    walk_ins_within: Real
    walk_ins_counted: Real
    left: Real
    overtime_min: Real
    serving_min: Real

    def walk_in_share(self) -> Interval:
        """Share of walk-ins called within the limit."""
        return ratio_interval(self.walk_ins_within.tolist(), self.walk_ins_counted.tolist())

    def booked_share(self) -> Interval:
        """Share of those with an appointment called within its limit; NaN without any."""
        return ratio_interval(self.booked_within.tolist(), self.booked_counted.tolist())

    def walk_in_mean_min(self) -> Interval:
        """Mean wait of walk-ins."""
        return ratio_interval(self.walk_in_wait_min.tolist(), self.walk_ins_called.tolist())

    def booked_mean_min(self) -> Interval:
        """Mean wait of those with an appointment."""
        return ratio_interval(self.booked_wait_min.tolist(), self.booked_called.tolist())

    def a_day(self, name: str) -> Interval:
        """One of the fields on a mean day."""
        return mean_interval(getattr(self, name).tolist())


def booked_days(trial: Trial, plan: Plan, booked_within_min: float) -> BookedDays:
    """The days of a trial; walk-ins are held to the first limit of the standard."""
    sums = trial.live(plan)
    out, people = sums.out, trial.people
    day = np.repeat(np.arange(trial.days), np.diff(trial.first))
    has_booked = people[:, c.P_BOOKED_US] >= 0
    state = out[:, c.O_STATE]
    is_in = state > c.TURNED_AWAY
    called_us = out[:, c.O_CALLED_US]
    begins = np.where(
        has_booked & (out[:, c.O_KEPT] > 0),
        np.maximum(out[:, c.O_TICKET_US], people[:, c.P_BOOKED_US]),
        out[:, c.O_TICKET_US],
    )
    is_called = is_in & (called_us >= 0)
    wait_us = np.maximum(np.where(is_called, called_us, out[:, c.O_ENDED_US]) - begins, 0)
    limit = np.where(has_booked, booked_within_min * MINUTE_US, _limit_us(trial))
    within = is_called & (wait_us <= limit)
    counted = is_called | (is_in & (wait_us > limit))

    def a_day(chosen: np.ndarray, values: np.ndarray | None = None) -> Real:
        weights = None if values is None else values[chosen]
        return np.bincount(day[chosen], weights, trial.days).astype(np.float64)

    wait_min = wait_us / MINUTE_US
    ends_us = sums.days[:, 1]
    return BookedDays(
        sold=a_day(has_booked),
        kept=a_day(has_booked & is_called),
        booked_wait_min=a_day(has_booked & is_called, wait_min),
        booked_called=a_day(has_booked & is_called),
        booked_within=a_day(has_booked & within),
        booked_counted=a_day(has_booked & counted),
        walk_in_wait_min=a_day(~has_booked & is_called, wait_min),
        walk_ins_called=a_day(~has_booked & is_called),
        walk_ins_within=a_day(~has_booked & within),
        walk_ins_counted=a_day(~has_booked & counted),
        left=a_day(np.isin(state, (c.LEFT, c.BALKED))),
        overtime_min=np.maximum(ends_us - closes_us(plan), 0) / MINUTE_US,
        serving_min=sums.desks[:, :, 0].sum(axis=1) / MINUTE_US,
    )


def closes_us(plan: Plan) -> int:
    """When the branch is planned to close, microseconds from midnight."""
    hours = hours_on(plan.profile, plan.rules, plan.day)
    return plan.last_ticket_us if hours.lasts_min is not None else clock_us(hours.closes)


def _limit_us(trial: Trial) -> int:
    return trial.limits_us[0] if trial.limits_us else 10 * MINUTE_US
