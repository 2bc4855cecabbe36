"""What customers meet between door and counter, on arrays (columns ``S_ N_ K_ G_``)."""

import numpy as np

from shared.domain.rules import Rules
from shared.rollout import columns as c
from shared.rollout.day import Ints
from shared.rollout.floor import Floor


def services_rows(rules: Rules, floor: Floor) -> Ints:
    """What people are told of each service, and where its classes wait."""
    table = np.zeros((len(rules.services), c.SERVICE_WIDTH + len(rules.segments)), dtype=np.int64)
    if floor.usual_us:
        table[:, c.S_USUAL_US] = floor.usual_us
    if floor.machines:
        table[:, c.S_MACHINE_US] = floor.machines.usual_us
        table[:, c.S_SAVES_US] = floor.machines.saves_us
    if floor.layout:
        table[:, c.S_ZONE :] = np.array(floor.layout.zone_of).reshape(len(rules.services), -1)
    return table


def machines_rows(floor: Floor) -> Ints:
    """The machines, with the row about all of them before; none: no rows."""
    if floor.machines is None:
        return np.zeros((0, c.MACHINE_WIDTH), dtype=np.int64)
    table = np.zeros((1 + len(floor.machines.services_masks), c.MACHINE_WIDTH), dtype=np.int64)
    table[1:, c.N_SERVICES] = floor.machines.services_masks
    return table


def walks_rows(floor: Floor) -> Ints:
    """Distances, a row a zone; none: no rows."""
    if floor.layout is None:
        return np.zeros((0, 1), dtype=np.int64)
    pairs = zip(floor.layout.to_seat_mm, floor.layout.to_counter_mm, strict=True)
    rows = [(floor.layout.entrance_mm, seat_mm, *counters_mm) for seat_mm, counters_mm in pairs]
    return np.array(rows, dtype=np.int64)


def floor_rows(floor: Floor) -> Ints:
    """What is heeded at the ticket; empty when nothing is."""
    if not floor.is_heeded:
        return np.zeros(0, dtype=np.int64)
    return np.array([floor.over_milli, floor.least_milli, *floor.balk_ppm], dtype=np.int64)
