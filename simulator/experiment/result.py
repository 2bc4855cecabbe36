"""A study as JSON: every figure with its unit in its name and its interval beside it."""

from simulator.experiment.analysis import Figures
from simulator.experiment.findings import Analysed, Findings, analyse
from simulator.experiment.hall_result import hall_json, most_json
from simulator.experiment.house_result import house_half_hours_json, house_json
from simulator.experiment.interval import Interval
from simulator.experiment.json_interval import Json, finite, interval_json, intervals_json
from simulator.experiment.precision import Precision
from simulator.experiment.replicate import Study


def to_json(findings: Findings, figures: Analysed | None = None) -> Json:
    """The figures of a study. NaN (nobody, or one day only) becomes null."""
    study, found = findings.study, figures or analyse(findings.study)
    return {
        **_head(findings),
        "everybody": _group(study, found.everybody),
        "by_segment": {f.name: _group(study, f) for f in found.segments},
        "by_service": {f.name: _group(study, f) for f in found.services},
        "by_half_hour": {f.name: _group(study, f) for f in found.half_hours},
        "by_service_half_hour": {
            service: {f.name: _group(study, f) for f in cells}
            for service, cells in found.cells.items()
        },
        "utilisation_0_1": intervals_json(study.utilisation()),
        "utilisation_by_half_hour_0_1": intervals_json(found.busy),
        "waiting_at_once_customers": intervals_json(found.at_once),
        "waiting_most_of_a_day_customers": interval_json(found.most_at_once[0]),
        "waiting_most_of_95_days_in_100_customers": interval_json(found.most_at_once[1]),
        "overtaken_worst_of_a_day": interval_json(study.overtaken_worst()),
        "overtaken_per_customer": interval_json(study.overtaken_mean()),
        "hall": hall_json(found.hall),
        "most_people_by_half_hour": most_json(found.hall),
        "house": house_json(found.house),
        "house_by_half_hour": house_half_hours_json(found.house),
        "turned_away": sum(day.turned_away for day in study.days),
        "on_the_way_per_day": intervals_json(study.stops_per_day()),
    }


def _head(findings: Findings) -> Json:
    """What was simulated, and how far to trust it."""
    study = findings.study
    scenario, profile = study.plan.scenario, study.plan.profile
    theory, share = findings.theory, findings.parameters
    return {
        "scenario": scenario.name.en,
        "profile": profile.branch.id,
        "profile_version": profile.version,
        "policy_hash": study.plan.policy_hash,
        "seed": findings.seed,
        "days": len(study.days),
        "engine": study.chosen.engine.value,
        "engine_why": study.chosen.why,
        "confidence": 0.95,
        "limits_s": list(study.limits_s),
        "theory_one_line": theory
        and {
            "mean_wait_s": theory.mean_wait_min * 60,
            "share_left_0_1": theory.share_left_0_1,
        },
        "precision_mean_wait": precision_json(findings.precision),
        "uncertainty_mean_wait": share
        and {
            "half_width_from_days_s": finite(share.from_days_s),
            "half_width_from_parameters_s": share.from_parameters_s,
            "by_parameter_s": share.by_parameter_s,
            "parameters_dominate": share.dominates,
        },
    }


def _group(study: Study, figures: Figures) -> Json:
    p50, p90, p95 = figures.quantiles_s
    limits = list(zip(study.limits_s, figures.share_over, strict=True))
    return {
        "arrived_a_day": interval_json(figures.arrived_a_day),
        "mean_wait_s": interval_json(figures.mean_wait_s),
        "p50_wait_s": interval_json(p50),
        "p90_wait_s": interval_json(p90),
        "p95_wait_s": interval_json(p95),
        "share_over_0_1": [{"limit_s": limit_s, **interval_json(i)} for limit_s, i in limits],
        "share_within_0_1": [
            {"limit_s": limit_s, **interval_json(_rest(i))} for limit_s, i in limits
        ],
        "share_left_0_1": interval_json(figures.share_left),
        "overtaken_per_customer": interval_json(figures.overtaken_per_customer),
        "overtaken_most_of_a_day": interval_json(figures.overtaken_most_of_a_day),
    }


def _rest(share: Interval) -> Interval:
    return Interval(1 - share.estimate, share.half_width, share.days, share.confidence)


def precision_json(precision: Precision | None) -> Json | None:
    """What was asked for and what was reached, or nothing when nothing was asked for."""
    if precision is None:
        return None
    return {
        "wanted_0_1": precision.wanted_0_1,
        "reached_0_1": finite(precision.reached_0_1),
        "is_reached": precision.is_reached,
    }
