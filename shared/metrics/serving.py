"""How long services took."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from shared.metrics.quantile import mean, quantile
from shared.metrics.visit import Visit


@dataclass(frozen=True, slots=True)
class ServiceTimes:
    """Seconds from start to end of closed visits; NaN when there were none."""

    count: int
    mean_s: float
    p50_s: float
    p90_s: float
    max_s: float


def service_times(visits: Iterable[Visit]) -> ServiceTimes:
    """The figures of the closed visits among these."""
    times_s = sorted(time_s for v in visits if (time_s := v.service_s) is not None)
    return ServiceTimes(
        count=len(times_s),
        mean_s=mean(times_s),
        p50_s=quantile(times_s, 0.5),
        p90_s=quantile(times_s, 0.9),
        max_s=quantile(times_s, 1.0),
    )


def service_times_by(
    visits: Iterable[Visit], key: Callable[[Visit], str]
) -> dict[str, ServiceTimes]:
    """The figures of each group, in ascending order of the key."""
    groups: dict[str, list[Visit]] = {}
    for visit in visits:
        groups.setdefault(key(visit), []).append(visit)
    return {name: service_times(groups[name]) for name in sorted(groups)}
