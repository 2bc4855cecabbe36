"""Case 9's branch with its demand as a plan: what the yardstick draws for itself."""

from functools import cache

from shared.config.load import load_profile
from shared.config.profile import Text
from simulator.model.check_scenario import problems
from simulator.model.distribution import Distribution, Exponential, Gamma, Lognormal
from simulator.model.plan import Plan, to_plan
from simulator.model.scenario import Demand, Kiosks, Patience, Scenario, ServiceTime, Share
from tests.simulator.golden import CLASSES, PROFILE

#: The yardstick's parameters (tests/bench/yardstick/yardstick_params.py), minutes and shares.
RATES = (26, 36, 46, 54, 58, 56, 46, 36, 30, 38, 48, 54, 50, 40, 30, 18)
MIX = (0.78, 0.13, 0.09)
SERVICES: tuple[Distribution, ...] = (
    Lognormal(mean_min=6, cv=0.8),
    Gamma(distribution="gamma", mean_min=8, cv=0.7),
    Lognormal(mean_min=15, cv=1),
)
PATIENCE_MIN = (30, 60, 45)


@cache
def golden_plan() -> Plan:
    """The plan: one kiosk, six counters, all day."""
    name = Text(zh="参考", en="Reference")
    scenario = Scenario(
        name=name,
        profile="golden",
        demand=Demand(
            half_hours_per_hour=RATES,
            mix=tuple(
                Share(service="counter", segment=segment, share=share)
                for segment, share in zip(CLASSES, MIX, strict=True)
            ),
        ),
        kiosk=Kiosks(count=1, time=Lognormal(mean_min=0.5, cv=0.5)),
        service_times=tuple(
            ServiceTime(segment=segment, time=time)
            for segment, time in zip(CLASSES, SERVICES, strict=True)
        ),
        patience=tuple(
            Patience(
                segment=segment, time=Exponential(distribution="exponential", mean_min=mean_min)
            )
            for segment, mean_min in zip(CLASSES, PATIENCE_MIN, strict=True)
        ),
    )
    profile = load_profile(PROFILE)
    assert list(problems(scenario, profile)) == []
    return to_plan(scenario, profile)
