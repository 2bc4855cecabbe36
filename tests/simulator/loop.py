"""Closing the loop: known figures -> recorded days -> calibration; do the intervals hold them?"""

from collections import Counter
from dataclasses import dataclass, field, replace

from simulator.calibration.calibrate import calibrate
from simulator.model.class_time import service_time
from simulator.model.distribution import Exponential, Gamma, Lognormal
from simulator.model.plan import Plan, load_plan
from simulator.model.scenario import Patience, ServiceTime
from tests.simulator.recorded import recorded

PATIENCE_MIN = 25.0
DAYS = 10


@dataclass
class Coverage:
    """How many intervals there were of each kind, and how many of them held the truth."""

    made: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)

    def note(self, kind: str, *, is_held: bool) -> None:
        """One more."""
        self.made[kind] += 1
        self.held[kind] += is_held

    def share(self, kind: str) -> float:
        """Held / made."""
        return self.held[kind] / self.made[kind]


def known_plan() -> Plan:
    """The neighbourhood branch with one patience, gamma and lognormal services, two by segment."""
    plan = load_plan("neighbourhood")
    times = (
        ServiceTime(service="cash", segment="priority", time=Lognormal(mean_min=8.0, cv=0.6)),
        ServiceTime(service="cash", time=Lognormal(mean_min=4.5, cv=0.7)),
        ServiceTime(service="transfer", time=Gamma(distribution="gamma", mean_min=5.0, cv=0.6)),
    )
    patience = Patience(time=Exponential(distribution="exponential", mean_min=PATIENCE_MIN))
    changed = {"service_times": times, "patience": (patience,)}
    return replace(plan, scenario=plan.scenario.model_copy(update=changed))


def close_the_loop(repetitions: int, seed: int) -> Coverage:
    """Record and calibrate so many times, and hold each interval against the truth."""
    plan, coverage = known_plan(), Coverage()
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
    for (service, segment), fitted in found.services.items():
        truth_time = service_time(plan, service, segment or "ordinary")
        coverage.note("mean service time", is_held=fitted.mean_min.holds(truth_time.mean_min))
        if isinstance(truth_time, Lognormal | Gamma):
            coverage.note("variation", is_held=fitted.cv.holds(truth_time.cv))
    for group in found.patience.values():
        coverage.note("mean patience", is_held=group.mean_min.holds(PATIENCE_MIN))
    for each in found.speeds:
        coverage.note("speed of a teller", is_held=each.speed.holds(1.0))
