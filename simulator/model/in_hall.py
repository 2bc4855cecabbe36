"""What is drawn for a customer besides times at kiosk and counter: choices made in the hall."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from simulator.model.customer import DRAWN, MILLION, Customer
from simulator.model.distribution import Microseconds, draw
from simulator.model.draws import Purpose, Source
from simulator.model.first_fit import first_fit
from simulator.model.machine_ways import machine_way
from simulator.model.plan import Plan
from simulator.model.scenario_hall import Speed

Columns = dict[str, Microseconds]
Class = tuple[str, str]
SLOWEST_MM_S: Final = 200
QUICKEST_MM_S: Final = 3000


def hall_columns(plan: Plan, line: Microseconds, source: Source) -> Columns:
    """The columns of a customer by name that the scenario asks for, each (count,); no others.

    ``line`` is each customer's line of the mix.
    """
    count, found = len(line), Columns()
    classes = [(share.service, share.segment) for share in plan.scenario.demand.mix]
    if plan.scenario.balking is not None:
        found["balk_ppm"] = source(Purpose.BALK).integers(0, MILLION, count)
    if plan.scenario.self_service:
        found |= _machines(plan, classes, line, source)
    return found | walking_columns(plan, classes, line, source, Purpose.WALKING)


def walking_columns(
    plan: Plan, classes: Sequence[Class], line: Microseconds, source: Source, purpose: Purpose
) -> Columns:
    """How quickly everybody walks; nothing where the scenario measures no ways."""
    layout = plan.scenario.layout
    if layout is None:
        return {}
    speeds = [first_fit(layout.speeds, *one) or Speed() for one in classes]
    stretch = source(purpose).standard_normal(len(line))
    sigma = np.sqrt(np.log1p(np.array([s.cv for s in speeds]) ** 2))[line]
    mean_mm_s = np.array([1000 * s.mean_m_s for s in speeds])[line]
    mm_s = np.rint(mean_mm_s * np.exp(sigma * stretch - sigma**2 / 2))
    return {"speed_mm_s": np.clip(mm_s, SLOWEST_MM_S, QUICKEST_MM_S).astype(np.int64)}


def _machines(plan: Plan, classes: Sequence[Class], line: Microseconds, source: Source) -> Columns:
    """Whom a machine would do, who takes it, for whom it fails, and how long it takes."""
    lines = [
        first_fit(plan.scenario.self_service, *one) if machine_way(plan.rules, *one) else None
        for one in classes
    ]

    def happens(purpose: Purpose, name: str) -> Microseconds:
        shares = np.array([getattr(one, name) if one else 0.0 for one in lines])
        return np.asarray(source(purpose).random(len(line)) < shares[line], dtype=np.int64)

    able = happens(Purpose.MACHINE_ABLE, "able")
    accepts = able * happens(Purpose.MACHINE_ACCEPTS, "accepts")
    fails = accepts * happens(Purpose.MACHINE_FAILS, "fails")
    times = source(Purpose.MACHINE_TIME)
    machine_us = np.zeros(len(line), dtype=np.int64)
    for place, one in enumerate(lines):
        mine = np.flatnonzero(line == place)
        if one is not None:
            machine_us[mine] = draw(one.time, len(mine), times)
    return {"machine": able + accepts + fails, "machine_us": machine_us * (accepts > 0)}


def completed(columns: Columns, count: int) -> list[Microseconds]:
    """Every drawn column in the order of ``Customer``; those not given have their usual value."""
    usual = Customer._field_defaults
    return [
        columns[name] if name in columns else np.broadcast_to(np.int64(usual[name]), count)
        for name in DRAWN
    ]
