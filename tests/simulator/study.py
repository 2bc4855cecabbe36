"""Studies of queues with known answers: a branch without doors, made for one formula."""

from collections.abc import Sequence
from dataclasses import dataclass

from shared.config.profile import (
    Bank,
    BranchTable,
    Calling,
    CounterTable,
    Hours,
    Policy,
    Profile,
    SegmentTable,
    ServiceTable,
    Text,
)
from simulator.model.check_scenario import problems
from simulator.model.distribution import Distribution
from simulator.model.plan import Plan, to_plan
from simulator.model.scenario import Demand, Kiosks, Patience, Scenario, ServiceTime, Share

NAME = Text(zh="测试", en="test")


@dataclass(frozen=True)
class Queue:
    """A queue: classes in order of priority with their arrivals per minute, equal counters."""

    arrivals_per_min: Sequence[float]
    counters: int
    service: Distribution
    lasts_min: int
    warm_up_min: float
    patience: Distribution | None = None


def plan_of(queue: Queue) -> Plan:
    """The queue as a branch: strict priority by class, no kiosk, no walk, no doors."""
    classes = [f"class-{rank}" for rank in range(len(queue.arrivals_per_min))]
    profile = Profile(
        version="test",
        bank=Bank(name=NAME),
        branch=BranchTable(id="test", name=NAME),
        hours=Hours(lasts_min=queue.lasts_min),
        segments=tuple(SegmentTable(id=c, name=NAME, rank=i) for i, c in enumerate(classes)),
        services=(ServiceTable(id="only", name=NAME, series="A"),),
        counters=tuple(
            CounterTable(id=str(i), services=("only",), walk_s=0) for i in range(queue.counters)
        ),
        calling=Calling(recalls_before_no_show=0),
        policy=Policy(preset="strict"),
    )
    scenario = Scenario(
        name=NAME,
        profile="test",
        warm_up_min=queue.warm_up_min,
        demand=Demand(
            per_hour=60 * sum(queue.arrivals_per_min),
            mix=tuple(
                Share(service="only", segment=c, share=rate)
                for c, rate in zip(classes, queue.arrivals_per_min, strict=True)
            ),
        ),
        kiosk=Kiosks(count=0),
        service_times=(ServiceTime(time=queue.service),),
        patience=() if queue.patience is None else (Patience(time=queue.patience),),
    )
    assert list(problems(scenario, profile)) == []
    return to_plan(scenario, profile)
