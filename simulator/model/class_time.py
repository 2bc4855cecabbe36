"""Which distribution of times holds for a class (service x segment): the first line that fits."""

from simulator.model.distribution import Distribution, Lognormal
from simulator.model.first_fit import first_fit
from simulator.model.plan import Plan


def service_time(plan: Plan, service: str, segment: str) -> Distribution:
    """The first line of the scenario that fits this class, else the profile's usual time."""
    line = first_fit(plan.scenario.service_times, service, segment)
    if line is not None:
        return line.time
    usual = plan.profile.services[plan.rules.service_index[service]]
    return Lognormal(mean_min=usual.usual_min, cv=usual.usual_cv)


def patience(plan: Plan, service: str, segment: str) -> Distribution | None:
    """The first line of the scenario that fits this class; None: for ever."""
    line = first_fit(plan.scenario.patience, service, segment)
    return None if line is None else line.time


def kiosk_time(plan: Plan, service: str, segment: str) -> Distribution:
    """The first line of the kiosks that fits this class, else their usual time."""
    line = first_fit(plan.scenario.kiosk.times, service, segment)
    return plan.scenario.kiosk.time if line is None else line.time
