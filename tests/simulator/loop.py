"""Closing the loop: known figures -> recorded days -> calibration; do the intervals hold them?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import exp, log

from simulator.calibration.calibrate import calibrate
from simulator.calibration.speed import Speed
from simulator.model.class_time import service_time
from simulator.model.distribution import Distribution, Exponential, Gamma, Lognormal, Weibull
from simulator.model.plan import Plan, load_plan
from simulator.model.scenario import Patience, ServiceTime
from tests.simulator.recorded import recorded

PATIENCE_MIN = 25.0
DAYS = 10
#: Patience of one mean; what is known of those who are called before it has run out differs.
PATIENCE: dict[str, Distribution] = {
    "exponential": Exponential(distribution="exponential", mean_min=PATIENCE_MIN),
    "weibull": Weibull(distribution="weibull", mean_min=PATIENCE_MIN, shape=2.0),
    "lognormal": Lognormal(mean_min=PATIENCE_MIN, cv=1.0),
}
SPEEDS_MILLI = (800, 1000, 1100, 1300)


@dataclass
class Coverage:
    """How many intervals there were of each kind, and how many of them held the truth.

    ``families`` counts the distributions that were found for patience.
    """

    made: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    families: Counter[str] = field(default_factory=Counter)

    def note(self, kind: str, *, is_held: bool) -> None:
        """One more."""
        self.made[kind] += 1
        self.held[kind] += is_held

    def share(self, kind: str) -> float:
        """Held / made."""
        return self.held[kind] / self.made[kind]


def known_plan(family: str = "exponential") -> Plan:
    """The neighbourhood branch with one patience, gamma and lognormal services, two by segment.

    Where patience is not exponential, tellers differ in their speed besides.
    """
    plan = load_plan("neighbourhood")
    times = (
        ServiceTime(service="cash", segment="priority", time=Lognormal(mean_min=8.0, cv=0.6)),
        ServiceTime(service="cash", time=Lognormal(mean_min=4.5, cv=0.7)),
        ServiceTime(service="transfer", time=Gamma(distribution="gamma", mean_min=5.0, cv=0.6)),
    )
    changed = {"service_times": times, "patience": (Patience(time=PATIENCE[family]),)}
    shifts = plan.shifts
    if family != "exponential":
        paces = zip(shifts, SPEEDS_MILLI * len(shifts), strict=False)
        shifts = tuple(replace(shift, speed_milli=pace) for shift, pace in paces)
    return replace(plan, shifts=shifts, scenario=plan.scenario.model_copy(update=changed))


def close_the_loop(repetitions: int, seed: int, family: str = "exponential") -> Coverage:
    """Record and calibrate so many times, and hold each interval against the truth."""
    plan, coverage = known_plan(family), Coverage()
    for repetition in range(repetitions):
        _hold(plan, seed + repetition, coverage)
    return coverage


def _hold(plan: Plan, seed: int, coverage: Coverage) -> None:
    found = calibrate(recorded(plan, DAYS, seed), plan.profile)
    rates = plan.scenario.demand.half_hours_per_hour or ()
    for truth, estimate in zip(rates, found.arrivals.per_hour, strict=True):
        coverage.note("arrivals per hour", is_held=estimate.holds(truth))
    hours = (plan.last_ticket_us - plan.opens_us) / 3.6e9
    level = sum(rates[:-1]) / 2 + rates[-1] * (hours - (len(rates) - 1) / 2)
    coverage.note("arrivals a day", is_held=found.arrivals.a_day.holds(level))
    usual = usual_speed(plan, found.speeds)
    for (service, segment), fitted in found.services.items():
        truth_time = service_time(plan, service, segment or "ordinary")
        mean_min = truth_time.mean_min / usual
        coverage.note("mean service time", is_held=fitted.mean_min.holds(mean_min))
        if isinstance(truth_time, Lognormal | Gamma):
            coverage.note("variation", is_held=fitted.cv.holds(truth_time.cv))
    for group in found.patience.values():
        coverage.note("mean patience", is_held=group.mean_min.holds(PATIENCE_MIN))
        coverage.families[group.distribution.distribution] += 1
    paces = speeds_of(plan)
    for each in found.speeds:
        coverage.note("speed of a teller", is_held=each.speed.holds(paces[each.staff] / usual))


def speeds_of(plan: Plan) -> dict[str, float]:
    """How fast everybody really is."""
    return {shift.staff: shift.speed_milli / 1000 for shift in plan.shifts}


def usual_speed(plan: Plan, found: Sequence[Speed]) -> float:
    """What the calibration calls 1: the speed with which its services were done."""
    paces, served = speeds_of(plan), sum(each.served for each in found)
    if not served:
        return 1.0
    return exp(sum(each.served * log(paces[each.staff]) for each in found) / served)
