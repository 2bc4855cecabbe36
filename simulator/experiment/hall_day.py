"""One day in the hall as sums: who turned round, machines, walking, seats, how full each zone was.

Worked out from the same arrays whichever engine lived the day: rows of customers (``P_``) and of
what became of them (``O_``, columns of ``shared.rollout.columns``).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shared.metrics.visit import HALF_HOUR_US, SECOND_US
from shared.rollout import columns as c
from shared.rollout.day import Ints
from shared.rollout.floor import Floor, Layout
from simulator.experiment.day_table import HALF_HOURS, Whole
from simulator.model.plan import Plan

Yes = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class HallDay:
    """Sums over those who took a ticket; ``walked`` over those called, up to the (last) counter.

    ``in_vain`` of the ``diverted`` needed a ticket after all. ``machine_s`` is time at machines,
    ``machines`` how many there are. ``seated`` are people who came to a waiting zone, ``stood``
    those of them who found no seat. ``zone_most`` (zones, half-hours) is the most people at once,
    the kiosks first and then the zones of the layout; without a layout it has no rows.
    """

    customers: int
    balked: int
    offered: int
    diverted: int
    in_vain: int
    machine_s: float
    called: int
    walked_m: float
    walked_s: float
    seated: int
    stood: int
    zone_most: Whole


def hall_day(plan: Plan, floor: Floor, people: Ints, out: Ints, warm_us: int) -> HallDay:
    """The sums of a day; who took the ticket before the end of the warm-up is left out."""
    is_in = (out[:, c.O_STATE] > c.TURNED_AWAY) & (out[:, c.O_TICKET_US] >= warm_us)
    who, what = people[is_in], out[is_in]
    state = what[:, c.O_STATE]
    is_diverted = state == c.DIVERTED
    at_machine_us = (what[:, c.O_UNTIL_US] - what[:, c.O_MACHINE_US])[is_diverted]
    called, walked_m, walked_s = 0, 0.0, 0.0
    seated = stood = 0
    most = np.zeros((0, HALF_HOURS), dtype=np.int64)
    if floor.layout is not None:
        ways = _ways(plan, floor.layout, who, what)
        called, walked_m, walked_s = len(ways.mm), float(ways.mm.sum()) / 1000, float(ways.s.sum())
        seated, stood, most = _zones(plan, floor.layout, who, what)
    return HallDay(
        customers=len(who),
        balked=int((state == c.BALKED).sum()),
        offered=int((what[:, c.O_OFFERED] > 0).sum()),
        diverted=int(is_diverted.sum()),
        in_vain=int((is_diverted & (who[:, c.P_MACHINE] == c.FAILS)).sum()),
        machine_s=float(at_machine_us.sum()) / SECOND_US,
        called=called,
        walked_m=walked_m,
        walked_s=walked_s,
        seated=seated,
        stood=stood,
        zone_most=most,
    )


@dataclass(frozen=True, slots=True)
class _Ways:
    """Of everybody who was called: millimetres and seconds on foot."""

    mm: Whole
    s: NDArray[np.float64]


def _ways(plan: Plan, layout: Layout, who: Ints, what: Ints) -> _Ways:
    """From the door by kiosk and seat to the counter; a way that is not measured has no length."""
    is_called = what[:, c.O_CALLED_US] >= 0
    zone = _zone(plan, layout, who)[is_called]
    to_seat = np.array(layout.to_seat_mm)[zone]
    to_counter = np.array(layout.to_counter_mm)[zone, what[is_called, c.O_COUNTER]]
    is_second = who[is_called, c.P_ARRIVAL_US] == c.AGAIN
    mm = np.where(is_second, 0, layout.entrance_mm) + to_seat + np.maximum(to_counter, 0)
    usual_s = np.array([counter.walk_us for counter in plan.rules.counters]) / SECOND_US
    unmeasured_s = np.where(to_counter < 0, usual_s[what[is_called, c.O_COUNTER]], 0.0)
    return _Ways(mm, mm / who[is_called, c.P_SPEED_MM_S] + unmeasured_s)


def _zone(plan: Plan, layout: Layout, who: Ints) -> Whole:
    place = who[:, c.P_SERVICE] * len(plan.rules.segments) + who[:, c.P_SEGMENT]
    return np.asarray(np.array(layout.zone_of)[place], dtype=np.int64)


def _zones(plan: Plan, layout: Layout, who: Ints, what: Ints) -> tuple[int, int, Whole]:
    """People who came to a waiting zone, those who stood there, and the most in each zone."""
    zone, size = _zone(plan, layout, who), who[:, c.P_PEOPLE]
    to_seat_us = np.array(layout.to_seat_mm)[zone] * SECOND_US // who[:, c.P_SPEED_MM_S]
    from_us = what[:, c.O_TICKET_US] + to_seat_us
    until_us = np.where(what[:, c.O_CALLED_US] >= 0, what[:, c.O_CALLED_US], what[:, c.O_ENDED_US])
    waits = ~np.isin(what[:, c.O_STATE], (c.BALKED, c.DIVERTED)) & (until_us > from_us)
    kiosk_us = _at_kiosk_us(plan, layout, who)
    queues = (who[:, c.P_ARRIVAL_US] != c.AGAIN) & (what[:, c.O_TICKET_US] > kiosk_us)
    most = [most_in_zone(kiosk_us[queues], what[queues, c.O_TICKET_US], size[queues])]
    seats = {table.id: table.seats for table in plan.profile.zones}
    names = [table.zone for table in plan.scenario.layout.zones] if plan.scenario.layout else []
    seated = stood = 0
    for number, name in enumerate(names):
        mine = waits & (zone == number)
        spans = (from_us[mine], until_us[mine], size[mine])
        most.append(most_in_zone(*spans))
        seated += int(size[mine].sum())
        stood += standing(*spans, seats[name])
    return seated, stood, np.array(most, dtype=np.int64)


def _at_kiosk_us(plan: Plan, layout: Layout, who: Ints) -> Whole:
    """When everybody came to the kiosks; early for an appointment waits outside."""
    early = [0] * len(plan.rules.services)
    for service, rules in plan.rules.appointments.items():
        early[plan.rules.service_index[service]] = rules.early_us
    booked_us = who[:, c.P_BOOKED_US]
    opens_us = np.maximum(booked_us - np.array(early)[who[:, c.P_SERVICE]], plan.opens_us)
    comes_us = np.maximum(who[:, c.P_ARRIVAL_US], np.where(booked_us >= 0, opens_us, 0))
    return np.asarray(comes_us + layout.entrance_mm * SECOND_US // who[:, c.P_SPEED_MM_S])


def standing(from_us: Whole, until_us: Whole, size: Whole, seats: int) -> int:
    """How many found no seat when they came; whoever leaves at that moment has left before.

    A seat that becomes free goes to somebody who stands, so seats are free only when nobody does.
    """
    level, order = _levels(from_us, until_us, size)
    arrivals = order < len(from_us)
    own = size[order[arrivals]]
    free = np.maximum(seats - (level[arrivals] - own), 0)
    return int(np.maximum(own - free, 0).sum())


def most_in_zone(from_us: Whole, until_us: Whole, size: Whole) -> Whole:
    """The most people at once in each half-hour: (half-hours,)."""
    borders = np.arange(1, HALF_HOURS, dtype=np.int64) * HALF_HOUR_US
    level, order = _levels(from_us, until_us, size)
    times = np.concatenate([from_us, until_us])[order]
    most = np.zeros(HALF_HOURS, dtype=np.int64)
    np.maximum.at(most, np.clip(times // HALF_HOUR_US, 0, HALF_HOURS - 1), level)
    before = np.searchsorted(times, borders, side="right") - 1
    stay = np.where(before >= 0, level[before] if len(level) else 0, 0)
    most[1:] = np.maximum(most[1:], stay)
    return most


def _levels(from_us: Whole, until_us: Whole, size: Whole) -> tuple[Whole, Whole]:
    """How many are there after each coming and going, in order of time; going comes first."""
    times = np.concatenate([from_us, until_us])
    steps = np.concatenate([size, -size])
    order = np.lexsort((steps > 0, times))
    return np.cumsum(steps[order]), order
