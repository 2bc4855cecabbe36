"""A study as JSON: every figure with its unit in its name and its interval beside it."""

import math

from simulator.experiment.interval import Interval
from simulator.experiment.replicate import Group, Study

Json = dict[str, object]


def to_json(study: Study, seed: int | None = None) -> Json:
    """The figures of a study. NaN (nobody, or one day only) becomes null."""
    scenario, profile = study.plan.scenario, study.plan.profile
    return {
        "scenario": scenario.name.en,
        "profile": profile.branch.id,
        "profile_version": profile.version,
        "policy_hash": study.plan.policy_hash,
        "seed": seed,
        "days": len(study.days),
        "confidence": 0.95,
        "limits_s": list(study.limits_s),
        "everybody": _group(study, study.everybody()),
        "by_segment": {g.name: _group(study, g) for g in study.by_segment()},
        "by_service": {g.name: _group(study, g) for g in study.by_service()},
        "utilisation_0_1": {name: interval_json(i) for name, i in study.utilisation().items()},
        "overtaken_worst_of_a_day": interval_json(study.overtaken_worst()),
        "overtaken_per_customer": interval_json(study.overtaken_mean()),
        "turned_away": sum(day.turned_away for day in study.days),
    }


def _group(study: Study, group: Group) -> Json:
    return {
        "arrived_a_day": interval_json(group.arrived_a_day),
        "mean_wait_s": interval_json(group.mean_wait_s),
        "share_within_0_1": [
            {"limit_s": limit_s, **interval_json(share)}
            for limit_s, share in zip(study.limits_s, group.share_within, strict=True)
        ],
        "share_left_0_1": interval_json(group.share_left),
    }


def interval_json(interval: Interval) -> Json:
    """Estimate and half-width; NaN becomes null."""
    return {
        "estimate": _finite(interval.estimate),
        "half_width": _finite(interval.half_width),
    }


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
