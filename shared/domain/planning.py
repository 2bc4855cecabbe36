"""Refusals about plans that a branch hands to head office.

Part of the tree in ``shared.domain.errors``, below RuleRefused and EnvironmentFailed.
"""

from shared.domain.errors import EnvironmentFailed, RuleRefused


class PlanUnknown(RuleRefused):
    """No plan of this branch has this identifier."""

    code = "plan_unknown"
    sentence = "There is no plan %1 of this branch. The list of plans shows all of them."


class PlanDecided(RuleRefused):
    """A plan is approved, declined or taken back once."""

    code = "plan_decided"
    sentence = "This plan is %1 already. Hand in a new one to change it."


class OwnPlan(RuleRefused):
    """Whoever handed a plan in decides about it: two people are asked for."""

    code = "own_plan"
    sentence = "%1 handed this plan in, and somebody else has to decide about it."


class TooManyPlans(EnvironmentFailed):
    """More plans of a branch wait for a decision than anybody will read."""

    code = "too_many_plans"
    sentence = "%1 plans of branch %2 wait for a decision. Take one back before handing in another."
