"""All figures of a day in one place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shared.domain.event import Event
from shared.domain.rules import Rules
from shared.metrics.folding import visits
from shared.metrics.overtaking import NO_LIBRARY, Overtaking, overtaking
from shared.metrics.rating import Ratings, ratings
from shared.metrics.serving import ServiceTimes, service_times, service_times_by_service
from shared.metrics.standard import Limit, Verdict, verdicts
from shared.metrics.utilisation import CounterTime, counter_times
from shared.metrics.visit import Visit
from shared.metrics.waiting import (
    Waiting,
    by_half_hour,
    by_segment,
    by_service,
    waiting,
    waiting_by,
)


@dataclass(frozen=True, slots=True)
class DayFigures:
    """A day in figures (or several days together, when the log holds them)."""

    days: tuple[str, ...]
    visits: list[Visit]
    waiting: Waiting
    by_segment: dict[str, Waiting]
    by_service: dict[str, Waiting]
    by_half_hour: dict[int, Waiting]
    service: ServiceTimes
    service_by_service: dict[str, ServiceTimes]
    counters: dict[str, CounterTime]
    overtaking: Overtaking
    ratings: Ratings
    verdicts: tuple[Verdict, ...]
    no_shows: int
    closed: int


def day_figures(
    events: Sequence[Event],
    rules: Rules,
    limits: Sequence[Limit],
    library: Mapping[str, Rules] = NO_LIBRARY,
) -> DayFigures:
    """The figures of a log under the rules that its branch had when it begins.

    ``library`` has the rules that the log puts in force on the way, by the profile's fingerprint.
    """
    found = visits(events)
    limits_s = [limit.within_s for limit in limits]
    return DayFigures(
        days=tuple(dict.fromkeys(visit.day for visit in found)),
        visits=found,
        waiting=waiting(found, limits_s),
        by_segment=waiting_by(found, by_segment, limits_s),
        by_service=waiting_by(found, by_service, limits_s),
        by_half_hour=waiting_by(found, by_half_hour, limits_s),
        service=service_times(found),
        service_by_service=service_times_by_service(found),
        counters=counter_times(events),
        overtaking=overtaking(events, rules, library),
        ratings=ratings(found),
        verdicts=verdicts(found, limits),
        no_shows=sum(visit.absences for visit in found),
        closed=sum(visit.state == "closed" for visit in found),
    )
