"""A branch in the middle of a simulated day, and what it would have learned of its demand."""

from functools import cache

from shared.config.demand_tables import ClassShare, ClassTime, DemandFile, DutyTable, PauseTable
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.event import Event
from simulator.model.plan import Plan, load_plan
from simulator.model.run import run_day

HOUR_US = 3_600_000_000


@cache
def plan() -> Plan:
    """The neighbourhood branch on an ordinary day."""
    return load_plan("neighbourhood")


@cache
def log(day: int) -> tuple[Event, ...]:
    """The events of one of its days."""
    return tuple(run_day(plan(), 1, day).events)


def branch_at(hour: float, day: int = 0) -> Branch:
    """The branch as this day's log left it at this time."""
    branch = Branch(plan().rules)
    apply(branch, [event for event in log(day) if event.recorded_us <= hour * HOUR_US])
    return branch


def learned() -> DemandFile:
    """The truth, as a calibration would write it."""
    scenario = plan().scenario
    rates = scenario.demand.half_hours_per_hour
    assert rates is not None
    return DemandFile(
        branch=plan().profile.branch.id,
        half_hours_per_hour=rates,
        day_factor_cv=scenario.demand.day_factor_cv,
        mix=tuple(
            ClassShare(service=s.service, segment=s.segment, share=s.share)
            for s in scenario.demand.mix
        ),
        service_times=tuple(
            ClassTime(service=s.service, segment=s.segment, time=s.time)
            for s in scenario.service_times
        ),
        patience=tuple(
            ClassTime(service=s.service, segment=s.segment, time=s.time) for s in scenario.patience
        ),
        staffing=tuple(
            DutyTable(
                counter=s.counter,
                pauses=tuple(PauseTable(begins=p.begins, ends=p.ends) for p in s.pauses),
            )
            for s in scenario.staffing
        ),
    )
