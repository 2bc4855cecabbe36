"""How uncertain a study is because the scenario's own figures are estimates."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from simulator.experiment.interval import difference_interval
from simulator.experiment.replicate import Study, extend
from simulator.model.class_time import service_time
from simulator.model.plan import Plan
from simulator.model.scenario import Patience, Scenario, ServiceTime

#: Days of each trial; what chance does to them is taken off again.
DAYS = 40

Change = Callable[[Plan, float], Scenario]


@dataclass(frozen=True, slots=True)
class ParameterShare:
    """Half-widths (95 %) of the mean wait in seconds: from chance of days, and from parameters.

    ``by_parameter_s`` is the part of each group of parameters; their squares add up.
    """

    from_days_s: float
    from_parameters_s: float
    by_parameter_s: dict[str, float]

    @property
    def dominates(self) -> bool:
        """Whether more data would help more than more days."""
        return self.from_parameters_s > self.from_days_s


def parameter_share(study: Study, seed: int) -> ParameterShare | None:
    """The two parts of the uncertainty of everybody's mean wait; None for an exact scenario.

    Each group of parameters is set one standard error up and down on the same random numbers; half
    the difference is what an error of one standard error does (first order, the delta method), and
    the variance that chance gave that difference is taken off.

    Source: Cheng and Holland (1997), sensitivity of computer simulation experiments to errors in
    input data; errors of different groups are taken as independent.
    """
    known = study.plan.scenario.uncertainty
    if known is None or len(study.days) < 2:
        return None
    errors = {
        "arrivals": (known.arrivals_0_1, with_arrivals),
        "service_times": (known.service_times_0_1, with_service_times),
        "patience": (known.patience_0_1, with_patience),
    }
    found = {
        name: 1.96 * _effect_s(study.plan, change, error, seed)
        for name, (error, change) in errors.items()
        if error
    }
    together = math.sqrt(sum(part**2 for part in found.values()))
    return ParameterShare(study.everybody().mean_wait_s.half_width, together, found)


def _effect_s(plan: Plan, change: Change, error: float, seed: int) -> float:
    """What one standard error does to the mean wait, seconds."""
    up, down = (_wait_totals(change(plan, 1 + e), plan, seed) for e in (error, -error))
    found = difference_interval(up, down)
    chance = found.half_width / 2.02  # Student t with 39 degrees of freedom
    return math.sqrt(max(0.0, found.estimate**2 - chance**2)) / 2


def _wait_totals(scenario: Scenario, plan: Plan, seed: int) -> tuple[list[float], list[float]]:
    """Seconds waited and customers called, one of each a day."""
    changed = Study(replace(plan, scenario=scenario))
    extend(changed, DAYS, seed)
    waits = [day.table.wait_s[day.table.wait_s >= 0] for day in changed.days]
    return [float(w.sum()) for w in waits], [float(len(w)) for w in waits]


def with_arrivals(plan: Plan, factor: float) -> Scenario:
    """The scenario with so many times the arrivals."""
    demand = plan.scenario.demand
    rates, steps = demand.half_hours_per_hour, demand.steps
    changed = demand.model_copy(
        update={
            "half_hours_per_hour": None if rates is None else tuple(r * factor for r in rates),
            "per_hour": None if demand.per_hour is None else demand.per_hour * factor,
            "steps": steps
            and tuple(s.model_copy(update={"per_hour": s.per_hour * factor}) for s in steps),
        }
    )
    return plan.scenario.model_copy(update={"demand": changed})


def with_service_times(plan: Plan, factor: float) -> Scenario:
    """Every class that comes on a line of its own with its mean changed."""
    classes = [(s.service, s.segment) for s in plan.scenario.demand.mix]
    classes += [(b.service, b.segment) for b in plan.scenario.appointments]
    lines = []
    for service, segment in dict.fromkeys(classes):
        time = service_time(plan, service, segment)
        time = time.model_copy(update={"mean_min": time.mean_min * factor})
        lines.append(ServiceTime(service=service, segment=segment, time=time))
    return plan.scenario.model_copy(update={"service_times": tuple(lines)})


def with_patience(plan: Plan, factor: float) -> Scenario:
    """The scenario with so many times the mean patience."""
    lines = []
    for line in plan.scenario.patience:
        time = line.time.model_copy(update={"mean_min": line.time.mean_min * factor})
        lines.append(Patience(service=line.service, segment=line.segment, time=time))
    return plan.scenario.model_copy(update={"patience": tuple(lines)})
