"""A day's report as JSON: units in the names, NaN as null."""

import math
from dataclasses import asdict

from shared.metrics.standard import Verdict
from shared.metrics.utilisation import CounterTime
from shared.metrics.waiting import Waiting
from shared.reports.day import DayReport

Json = dict[str, object]


def to_json(report: DayReport) -> Json:
    """Every figure of the report."""
    figures = report.figures
    first_us = figures.visits[0].midnight_us if figures.visits else 0
    marks = figures.ratings
    return {
        "branch": report.profile.branch.id,
        "profile_version": report.profile.version,
        "day": report.day,
        "day_type": report.day_type,
        "midnight_us": first_us,
        "waiting": _waiting(figures.waiting),
        "by_segment": {name: _waiting(w) for name, w in figures.by_segment.items()},
        "by_service": {name: _waiting(w) for name, w in figures.by_service.items()},
        "by_half_hour": {_clock(i): _waiting(w) for i, w in figures.by_half_hour.items()},
        "standard": [_verdict(verdict) for verdict in figures.verdicts],
        "service": clean(asdict(figures.service)),
        "service_by_service": {
            name: clean(asdict(times)) for name, times in figures.service_by_service.items()
        },
        "counters": {name: _counter(time) for name, time in figures.counters.items()},
        "overtakes": {
            "worst": figures.overtaking.worst,
            "total": figures.overtaking.total,
            "tickets_by_count": figures.overtaking.tickets_by_count,
        },
        "ratings": {
            "by_score": marks.by_score,
            "mean_1_5": finite(marks.mean),
            "share_satisfied_0_1": finite(marks.share_satisfied),
            "share_rated_0_1": finite(marks.share_rated),
        },
        "closed": figures.closed,
        "no_shows": figures.no_shows,
    }


def _waiting(waiting: Waiting) -> Json:
    within = [
        {"limit_s": w.limit_s, "share_0_1": finite(w.share), "counted": w.counted}
        for w in waiting.within
    ]
    return {
        "arrived": waiting.arrived,
        "called": waiting.called,
        "left": waiting.left,
        "joined": waiting.joined,
        "diverted": waiting.diverted,
        "waiting": waiting.waiting,
        "clock_stood": waiting.stood,
        "clock_stood_s": waiting.stood_s,
        "mean_s": finite(waiting.mean_s),
        "p50_s": finite(waiting.p50_s),
        "p90_s": finite(waiting.p90_s),
        "p95_s": finite(waiting.p95_s),
        "max_s": finite(waiting.max_s),
        "within": within,
    }


def _verdict(verdict: Verdict) -> Json:
    return {
        "within_s": verdict.limit.within_s,
        "promised_0_1": verdict.limit.share,
        "achieved_0_1": finite(verdict.achieved.share),
        "counted": verdict.achieved.counted,
        "is_kept": verdict.is_kept,
    }


def _counter(time: CounterTime) -> Json:
    return {
        **clean(asdict(time)),
        "open_s": time.open_s,
        "utilisation_0_1": finite(time.utilisation),
    }


def _clock(half_hour: int) -> str:
    return f"{half_hour // 2:02d}:{half_hour % 2 * 30:02d}"


def clean(figures: dict[str, object]) -> Json:
    """The same figures with NaN as None."""
    return {k: finite(v) if isinstance(v, float) else v for k, v in figures.items()}


def finite(value: float) -> float | None:
    """None for NaN: there was nobody to count."""
    return value if math.isfinite(value) else None
