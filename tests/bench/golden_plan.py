"""Case 9's branch with its demand as a plan: what the yardstick draws for itself."""

from simulator.model.plan import Plan
from tests.simulator.cases.case import load_case


def golden_plan() -> Plan:
    """One kiosk, six counters, all day (tests/data/cases/case_9_golden_branch.toml)."""
    return load_case("case_9_golden_branch")
