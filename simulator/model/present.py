"""Who is there on a day: one of the alternatives of the scenario, drawn for each day."""

from dataclasses import replace

import numpy as np

from simulator.model.draws import Purpose, stream
from simulator.model.plan import Plan


def plan_on(plan: Plan, seed: int, day: int) -> Plan:
    """The plan with the shifts of this day; the plan itself where the scenario says nothing."""
    present = plan.scenario.present
    if not present:
        return plan
    weights = np.cumsum([line.share for line in present])
    place = stream(seed, day, Purpose.PRESENT).random() * weights[-1]
    line = min(int(np.searchsorted(weights, place, side="right")), len(present) - 1)
    return plan_with(plan, line)


def plan_with(plan: Plan, line: int) -> Plan:
    """The plan on a day with this alternative (place in the scenario)."""
    counters = plan.scenario.present[line].counters
    return replace(plan, shifts=tuple(s for s in plan.shifts if s.counter in counters))


def share_present(plan: Plan, counter: str) -> float:
    """On which share of days somebody is at this counter."""
    present = plan.scenario.present
    if not present:
        return 1.0
    there = sum(line.share for line in present if counter in line.counters)
    return there / sum(line.share for line in present)
