"""A calibration as JSON: every figure with its unit in its name and its interval beside it."""

import math

from simulator.calibration.calibrate import Calibration, clock_text
from simulator.calibration.fit import Estimate, Fit

Json = dict[str, object]


def calibration_json(found: Calibration) -> Json:
    """Every estimate, and what was dropped."""
    arrivals, records = found.arrivals, found.records
    return {
        "source": records.source,
        "rows_read": records.read,
        "rows_used": len(records.rows),
        "dropped": [
            {"reason": reason, "rows": count, "first_line": line}
            for reason, (count, line) in records.dropped.items()
        ],
        "assumed": found.assumed,
        "confidence": 0.95,
        "day_type": arrivals.day_type,
        "days": arrivals.days,
        "arrivals_a_day": estimate_json(arrivals.a_day),
        "arrivals_outside_hours": arrivals.outside,
        "appointments_kept": found.booked,
        "appointments": [
            {
                "service": service,
                "segment": segment,
                "booked": each.booked,
                "filled_0_1": estimate_json(each.filled),
                "lateness_mean_min": estimate_json(each.lateness_mean_min),
                "lateness_sd_min": estimate_json(each.lateness_sd_min),
                "no_show_0_1": estimate_json(each.no_show),
            }
            for (service, segment), each in found.appointments.items()
        ],
        "day_factor_cv": arrivals.day_factor_cv,
        "arrivals_per_hour": {
            clock_text(arrivals.opens_s + 1800 * place): estimate_json(rate)
            for place, rate in enumerate(arrivals.per_hour)
        },
        "customers": [
            {"service": service, "segment": segment, "count": count}
            for (service, segment), count in found.mix.items()
        ],
        "service_times": [
            {"service": service, "segment": segment or None, **_fit(fitted)}
            for (service, segment), fitted in found.services.items()
        ],
        "usual_times_of_the_profile": found.others,
        "patience": [
            {
                "service": service or None,
                "segment": segment or None,
                **group.distribution.model_dump(),
                "mean_min": estimate_json(group.mean_min),
                "aic": group.aics,
                "left": len(group.left_min),
                "gone_when_called": len(group.silent_min),
                "called": len(group.stayed_min),
            }
            for (service, segment), group in found.patience.items()
        ],
        "no_show_0_1": estimate_json(found.no_shows),
        "walk_median_s": found.walk_s and estimate_json(found.walk_s),
        "walks_median_s": {
            counter: estimate_json(walk_s) for counter, walk_s in found.desk_walks_s.items()
        },
        "speeds": [
            {
                "staff": each.staff,
                "served": each.served,
                "speed": estimate_json(each.speed),
                "speed_without_case_mix": each.raw,
            }
            for each in found.speeds
        ],
        "speeds_at_counters": found.desk_speeds,
    }


def _fit(fitted: Fit) -> Json:
    return {
        **fitted.distribution.model_dump(),
        "count": fitted.count,
        "mean_min_interval": estimate_json(fitted.mean_min),
        "cv_interval": estimate_json(fitted.cv),
        "aic": fitted.aic,
        "distance_0_1": fitted.distance,
        "fits_poorly": fitted.is_poor,
    }


def estimate_json(estimate: Estimate) -> Json:
    """A figure with its interval; NaN becomes null."""
    return {
        "estimate": _finite(estimate.value),
        "low": _finite(estimate.low),
        "high": _finite(estimate.high),
    }


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
