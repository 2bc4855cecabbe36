"""The same customers under one plan after another: quick enough for a search.

Every plan meets the same people with the same draws (common random numbers), so that a difference
between two plans is one of the plans. Days are lived by the compiled kernel; what it does not play
(``experiment.engine``) is refused, since a search over the reference model would take hours.
"""

import os
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from shared.domain.errors import InputInvalid
from shared.metrics.visit import HALF_HOUR_US, SECOND_US
from shared.rollout.day import Ints
from shared.rollout.run import Sums, live_many
from simulator.experiment.bounds import check_size
from simulator.experiment.engine import Engine, choose
from simulator.experiment.load import expected_customers
from simulator.model.arrays import draw_people, plan_hall
from simulator.model.bulk import draw_many
from simulator.model.course import draw_courses
from simulator.model.plan import Plan
from simulator.model.roster import to_shifts
from simulator.model.scenario_day import hours_on
from simulator.model.scenario_staff import Staffing
from simulator.model.shift import all_day
from simulator.planning.tally import Grid, Tally, joined, tally, whole_days

#: Customers who are drawn and lived at once; a hundred megabytes of rows.
AT_ONCE: Final = 500_000


class NotPlayed(InputInvalid):
    """The compiled kernel lacks something that the scenario asks for."""

    code = "search_needs_kernel"
    sentence = (
        "A search lives the day many thousand times and cannot with this scenario: %1. "
        "Leave that out, or compare two plans with “lobby sim compare”."
    )


class Trial:
    """So many days of a plan's customers, and what they come to under it or another plan.

    ``by`` says who is looked at separately: "branch" (everybody together), "segment" or "service".
    ``limits_s`` are the limits of waiting that are counted, by default those of the profile's
    standard. The same seed gives the same customers; another seed gives fresh days.

    Raises:
        NotPlayed: the compiled kernel does not play all of the plan.
        StudyTooLarge: so many days are expected to bring too many customers.
    """

    def __init__(
        self,
        plan: Plan,
        days: int,
        seed: int,
        by: str = "branch",
        limits_s: Sequence[float] | None = None,
    ) -> None:
        check_size(plan, days)
        _check_played(plan)
        self.plan, self.days, self.seed = plan, days, seed
        self.grid = grid_of(plan, by)
        limits = [limit.within_s for limit in plan.limits] if limits_s is None else limits_s
        self.limits_us = [int(limit * SECOND_US) for limit in limits]
        self.people, self.first = draw_days(plan, seed, days)

    def tally(self, plan: Plan | None = None) -> Tally:
        """What the days come to under this plan, or another one for the same customers.

        The other plan may differ in staffing, policy, kiosks, machines and layout. Where it draws
        other customers (demand, times, appointments) it needs a ``Trial`` of its own.
        """
        return self.counted(self.live(plan))

    def counted(self, sums: Sums) -> Tally:
        """What has been lived (``live``) by half-hour and group."""
        return tally(self.people, self.first, sums, self.grid, self.limits_us)

    def whole_days(self, plan: Plan | None = None) -> Tally:
        """As ``tally``, of whole days and everybody together: a third quicker."""
        grid = replace(self.grid, count=1, group=np.zeros_like(self.grid.group), names=("branch",))
        return whole_days(self._live(plan, keeps_outcomes=False), grid, self.limits_us)

    def live(self, plan: Plan | None = None) -> Sums:
        """What ``tally`` is made of: the outcome of everybody (a row as in ``people``)."""
        return self._live(plan, keeps_outcomes=True)

    def _live(self, plan: Plan | None, *, keeps_outcomes: bool) -> Sums:
        other = self.plan if plan is None else plan
        _check_played(other)
        courses = draw_courses(other, self.seed, range(self.days))
        return live_many(
            plan_hall(other, courses),
            self.people,
            self.first,
            limits_us=self.limits_us,
            threads=os.cpu_count() or 1,
            keeps_outcomes=keeps_outcomes,
        )


def fresh_tally(
    plan: Plan,
    days: int,
    seed: int,
    by: str = "branch",
    limits_s: Sequence[float] | None = None,
) -> Tally:
    """Many days that no search has seen, some at a time. ``seed`` is not one of a ``Trial``'s."""
    a_day = sum(expected_customers(plan).values())
    at_once = int(max(1, min(days, AT_ONCE // max(a_day, 1.0))))
    sizes = [min(at_once, days - begun) for begun in range(0, days, at_once)]
    seeds = np.random.SeedSequence((seed, FRESH)).generate_state(len(sizes)).tolist()
    return joined(
        [Trial(plan, n, s, by, limits_s).tally() for n, s in zip(sizes, seeds, strict=True)]
    )


#: Sets the seeds of fresh days apart from those of searches.
FRESH: Final = 0xF1E5


def fresh_seed(seed: int) -> int:
    """A seed for days that a search with this one has not seen, for a ``Trial`` of their own."""
    return int(np.random.SeedSequence((seed, FRESH, 1)).generate_state(1)[0])


def draw_days(plan: Plan, seed: int, days: int) -> tuple[Ints, Ints]:
    """Rows of everybody on these days, and where each day begins (days + 1 places).

    All at once where nobody has an appointment (``bulk``), else day by day as a study does.
    """
    if not plan.scenario.appointments:
        return draw_many(plan, seed, days)
    drawn = [draw_people(plan, seed, day) for day in range(days)]
    width = max(rows.shape[1] for rows in drawn)
    first = np.cumsum([0, *(len(rows) for rows in drawn)], dtype=np.int64)
    return np.concatenate([_widened(rows, width) for rows in drawn]), first


def _widened(rows: Ints, width: int) -> Ints:
    return np.pad(rows, ((0, 0), (0, width - rows.shape[1]))) if rows.shape[1] < width else rows


def grid_of(plan: Plan, by: str = "branch") -> Grid:
    """The half-hours in which tickets are given, and the groups that are looked at."""
    services = [service.id for service in plan.rules.services]
    segments = [segment.id for segment in plan.rules.segments]
    shape = (len(services), len(segments))
    if by == "service":
        group, names = np.repeat(np.arange(shape[0]), shape[1]), services
    elif by == "segment":
        group, names = np.tile(np.arange(shape[1]), shape[0]), segments
    else:
        group, names = np.zeros(shape[0] * shape[1], dtype=np.int64), ["branch"]
    first = plan.opens_us // HALF_HOUR_US
    count = -(-plan.last_ticket_us // HALF_HOUR_US) - first
    return Grid(int(first), int(count), len(segments), group, tuple(names))


def staffed(plan: Plan, staffing: Sequence[Staffing]) -> Plan:
    """The plan with other people at its counters; everything else stays, the rules as they are.

    Without any lines everybody is there all day, as in a scenario.
    """
    scenario = plan.scenario.model_copy(update={"staffing": tuple(staffing)})
    shifts = all_day([counter.id for counter in plan.profile.counters], plan.opens_us)
    if scenario.staffing:
        hours = hours_on(plan.profile, plan.rules, plan.day)
        shifts = to_shifts(scenario, plan.rules, hours)
    return replace(plan, scenario=scenario, shifts=shifts)


def _check_played(plan: Plan) -> None:
    """Refuse what would have to be lived by the reference model.

    Raises:
        NotPlayed: the compiled kernel does not play all of the plan.
    """
    chosen = choose(plan)
    if chosen.engine is not Engine.COMPILED:
        raise NotPlayed(chosen.why)
