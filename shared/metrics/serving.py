"""How long services took."""

from collections.abc import Iterable
from dataclasses import dataclass

from shared.metrics.quantile import mean, quantile
from shared.metrics.visit import Visit


@dataclass(frozen=True, slots=True)
class ServiceTimes:
    """Seconds of service of closed visits, all stops together; NaN when there were none.

    Visits that somebody served who learns beside a mentor are left out.
    """

    count: int
    mean_s: float
    p50_s: float
    p90_s: float
    max_s: float


def service_times(visits: Iterable[Visit]) -> ServiceTimes:
    """The figures of the closed visits among these."""
    return _figures(time_s for v in visits if (time_s := v.service_s) is not None)


def service_times_by_service(visits: Iterable[Visit]) -> dict[str, ServiceTimes]:
    """The figures of each service, in ascending order; a visit counts in each that it had."""
    groups: dict[str, list[float]] = {}
    for visit in visits:
        if visit.service_s is None:
            continue
        times_s: dict[str, float] = {}
        for serving in visit.servings:
            times_s[serving.service] = times_s.get(serving.service, 0.0) + serving.time_s
        for service, time_s in times_s.items():
            groups.setdefault(service, []).append(time_s)
    return {service: _figures(groups[service]) for service in sorted(groups)}


def _figures(seconds: Iterable[float]) -> ServiceTimes:
    times_s = sorted(seconds)
    return ServiceTimes(
        count=len(times_s),
        mean_s=mean(times_s),
        p50_s=quantile(times_s, 0.5),
        p90_s=quantile(times_s, 0.9),
        max_s=quantile(times_s, 1.0),
    )
