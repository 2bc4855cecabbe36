"""A comparison as JSON: every figure with its unit in its name and its interval beside it."""

from simulator.experiment.compare import Comparison, GroupFigures, Outcome
from simulator.experiment.json_interval import Json, interval_json
from simulator.experiment.load import offered_load
from simulator.experiment.result import precision_json
from simulator.model.plan import Plan


def comparison_json(found: Comparison, seed: int) -> Json:
    """The figures of a comparison. NaN (nobody, or one day only) becomes null."""
    plan = found.plan
    load = offered_load(plan)
    return {
        "scenario": plan.scenario.name.en,
        "profile": plan.profile.branch.id,
        "profile_version": plan.profile.version,
        "day": plan.day,
        "day_type": plan.rules.calendar.day_type(plan.day),
        "seed": seed,
        "days": found.days,
        "engine": found.engine.engine.value,
        "engine_why": found.engine.why,
        "confidence": 0.95,
        "limits_s": [limit.within_s for limit in plan.limits],
        "offered_load_0_1": round(load.share_0_1, 4),
        "offered_load_counters": list(load.counters),
        "offered_load_branch_0_1": round(load.branch_0_1, 4),
        "offered_load_to_machines_at_most_0_1": round(load.to_machines_0_1, 4),
        "compared": found.what,
        "base": found.base,
        "precision_mean_wait_difference": precision_json(found.precision),
        "variants": [_variant(found, outcome) for outcome in found.outcomes],
    }


def _variant(found: Comparison, outcome: Outcome) -> Json:
    name = outcome.variant.name
    return {
        "name": name,
        "policy_hash": outcome.variant.plan.policy_hash,
        "engine": outcome.engine.engine.value,
        "groups": {
            group: {
                **_group(outcome.variant.plan, outcome.figures(group)),
                "mean_wait_difference_s": interval_json(found.wait_difference_s(name, group)),
            }
            for group in found.groups
        },
    }


def _group(plan: Plan, figures: GroupFigures) -> Json:
    return {
        "arrived_a_day": interval_json(figures.arrived_a_day),
        "mean_wait_s": interval_json(figures.mean_wait_s),
        "p90_wait_s": interval_json(figures.p90_wait_s),
        "share_over_0_1": [
            {"limit_s": limit.within_s, **interval_json(share)}
            for limit, share in zip(plan.limits, figures.share_over, strict=True)
        ],
        "overtaken_most": figures.overtaken_most,
        "overtaken_most_of_a_day": interval_json(figures.overtaken_most_of_a_day),
        "share_left_0_1": interval_json(figures.share_left),
    }
