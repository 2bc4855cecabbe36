"""Which distribution of times holds for a class (service x segment): the first line that fits."""

from simulator.model.distribution import Distribution, Lognormal
from simulator.model.plan import Plan
from simulator.model.scenario import Patience, ServiceTime
from simulator.model.scenario_hall import KioskTime


def service_time(plan: Plan, service: str, segment: str) -> Distribution:
    """The first line of the scenario that fits this class, else the profile's usual time."""
    for line in plan.scenario.service_times:
        if _fits(line, service, segment):
            return line.time
    usual = plan.profile.services[plan.rules.service_index[service]]
    return Lognormal(mean_min=usual.usual_min, cv=usual.usual_cv)


def patience(plan: Plan, service: str, segment: str) -> Distribution | None:
    """The first line of the scenario that fits this class; None: for ever."""
    for line in plan.scenario.patience:
        if _fits(line, service, segment):
            return line.time
    return None


def kiosk_time(plan: Plan, service: str, segment: str) -> Distribution:
    """The first line of the kiosks that fits this class, else their usual time."""
    for line in plan.scenario.kiosk.times:
        if _fits(line, service, segment):
            return line.time
    return plan.scenario.kiosk.time


def _fits(line: ServiceTime | Patience | KioskTime, service: str, segment: str) -> bool:
    return line.service in (None, service) and line.segment in (None, segment)
