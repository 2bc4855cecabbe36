"""What one person did, beside what the branch needs for the same matters: never a bare ranking."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shared.metrics.rating import SATISFIED_FROM
from shared.metrics.visit import Serving, Visit


@dataclass(frozen=True, slots=True)
class PersonFigures:
    """Matters served to the end; those with a trainee at the counter are left out.

    ``same_mix_s`` is the mean time of the whole branch for the same mix of services. ``marks`` are
    those of visits that ended at this person's counter. NaN where there is nothing to count.
    """

    served: int
    mean_s: float
    same_mix_s: float
    by_service: dict[str, int]
    marks: int
    share_satisfied: float


def person_figures(visits: Sequence[Visit], staff: str) -> PersonFigures:
    """The figures of this person among these visits."""
    ended = [each for visit in visits for each in visit.servings if _counts(each)]
    mine = [each for each in ended if each.staff == staff]
    usual_s = _means(ended)
    rated = [v for v in visits if v.staff == staff and v.rating is not None and not v.is_training]
    good = sum(1 for visit in rated if (visit.rating or 0) >= SATISFIED_FROM)
    return PersonFigures(
        served=len(mine),
        mean_s=_mean([each.time_s for each in mine]),
        same_mix_s=_mean([usual_s[each.service] for each in mine]),
        by_service=dict(Counter(each.service for each in mine).most_common()),
        marks=len(rated),
        share_satisfied=good / len(rated) if rated else float("nan"),
    )


def _counts(serving: Serving) -> bool:
    return serving.ended_us is not None and not serving.is_training


def _means(servings: Iterable[Serving]) -> dict[str, float]:
    times_s: dict[str, list[float]] = {}
    for each in servings:
        times_s.setdefault(each.service, []).append(each.time_s)
    return {service: _mean(times) for service, times in times_s.items()}


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else float("nan")
