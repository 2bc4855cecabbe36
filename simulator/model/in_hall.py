"""What is drawn for a customer besides times at kiosk and counter: choices made in the hall."""

import numpy as np

from simulator.model.customer import DRAWN, MILLION, Customer
from simulator.model.distribution import Microseconds
from simulator.model.draws import Purpose, Source
from simulator.model.plan import Plan

Columns = dict[str, Microseconds]


def hall_columns(plan: Plan, count: int, source: Source) -> Columns:
    """The columns of a customer by name that the scenario asks for, each (count,); no others."""
    found: Columns = {}
    if plan.scenario.balking is not None:
        found["balk_ppm"] = source(Purpose.BALK).integers(0, MILLION, count)
    return found


def completed(columns: Columns, count: int) -> list[Microseconds]:
    """Every drawn column in the order of ``Customer``; those not given have their usual value."""
    usual = Customer._field_defaults
    return [
        columns[name] if name in columns else np.full(count, usual[name], dtype=np.int64)
        for name in DRAWN
    ]
