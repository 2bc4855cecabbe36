"""One simulated day as columns: a row a customer, and the hall and the counters by half-hour.

Every figure of a study is worked out from these, whichever engine lived the day.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shared.domain.event import Event
from shared.metrics.utilisation import counter_spans
from shared.metrics.visit import HALF_HOUR_US, SECOND_US, Visit
from shared.metrics.waiting import GONE
from simulator.model.plan import Plan

Whole = NDArray[np.int64]
Real = NDArray[np.float64]

#: Half-hours of a day; what happens after midnight is counted in the last.
HALF_HOURS = 48
#: Whether a customer counts as within or over a limit; most who leave early count as neither.
NOT_COUNTED, WITHIN, OVER = -1, 0, 1


@dataclass(frozen=True, slots=True)
class DayTable:
    """Columns of shape (customers,), in the order of the tickets.

    ``segment`` and ``service`` are places in the profile, ``half_hour`` is that of the arrival (0
    begins at midnight). ``wait_s`` is NaN for whoever was never called. ``is_on_time`` are those
    who kept an appointment: who was late is a walk-in. ``over`` has the shape (customers, limits).
    ``waiting_s`` (half-hours,) is the time that customers waited for their first call in each
    half-hour, all together; ``waiting_most`` the most who did at once. ``serving_s`` and ``open_s``
    have the shape (counters, half-hours). ``last_service_s`` is when the last service ended,
    seconds from midnight; NaN when nobody was served.
    """

    segment: Whole
    service: Whole
    half_hour: Whole
    wait_s: Real
    has_left: NDArray[np.bool_]
    is_on_time: NDArray[np.bool_]
    over: NDArray[np.int8]
    overtaken: Whole
    waiting_s: Real
    waiting_most: int
    serving_s: Real
    open_s: Real
    last_service_s: float


def day_table(plan: Plan, found: Sequence[Visit], events: Sequence[Event]) -> DayTable:
    """The columns of these visits (after the warm-up) and of the whole day's counters."""
    rules, limits_s = plan.rules, [limit.within_s for limit in plan.limits]
    waits = [visit.wait_s for visit in found]
    midnight_us = found[0].midnight_us if found else 0
    begins = np.array([max(v.waits_from_us, v.arrived_us) for v in found], dtype=np.int64)
    ends = np.array([_waits_until_us(visit) for visit in found], dtype=np.int64)
    serving_s, open_s = _counters(plan, events, midnight_us)
    return DayTable(
        segment=np.array([rules.segment_index[v.segment] for v in found], dtype=np.int64),
        service=np.array([rules.service_index[v.service] for v in found], dtype=np.int64),
        half_hour=np.array([min(v.half_hour, HALF_HOURS - 1) for v in found], dtype=np.int64),
        wait_s=np.array([np.nan if w is None else w for w in waits], dtype=np.float64),
        has_left=np.array([visit.has_left for visit in found], dtype=np.bool_),
        is_on_time=np.array([_is_on_time(plan, visit) for visit in found], dtype=np.bool_),
        over=_over(found, limits_s),
        overtaken=np.array([visit.overtaken for visit in found], dtype=np.int64),
        waiting_s=spread(begins - midnight_us, ends - midnight_us) / SECOND_US,
        waiting_most=most_at_once(begins, ends),
        serving_s=serving_s,
        open_s=open_s,
        last_service_s=_last_service_s(found),
    )


def spread(begins_us: Whole, ends_us: Whole) -> Real:
    """How much of these spans lies in each half-hour, microseconds from midnight: (half-hours,)."""
    edges = np.arange(HALF_HOURS + 1, dtype=np.float64) * HALF_HOUR_US
    edges[-1] = np.inf
    low, high = edges[:-1, None], edges[1:, None]
    inside = np.minimum(ends_us[None, :], high) - np.maximum(begins_us[None, :], low)
    return np.asarray(np.maximum(inside, 0).sum(axis=1), dtype=np.float64)


def _last_service_s(found: Sequence[Visit]) -> float:
    ends_us = [v.ended_us - v.midnight_us for v in found if v.state == "closed" and v.ended_us]
    return max(ends_us, default=math.nan) / SECOND_US


def _is_on_time(plan: Plan, visit: Visit) -> bool:
    rules = plan.rules.appointments.get(visit.service)
    if visit.booked_us is None or rules is None:
        return False
    return visit.arrived_us <= visit.booked_us + rules.late_us


def _waits_until_us(visit: Visit) -> int:
    """When the wait for the first call was over: called, gone another way, or the log's end."""
    if visit.called_us is not None:
        return visit.called_us
    is_over = visit.state in GONE or visit.ended_us is not None
    return visit.ended_us if is_over and visit.ended_us is not None else visit.seen_until_us


def _over(found: Sequence[Visit], limits_s: Sequence[float]) -> NDArray[np.int8]:
    """Within a limit, over it, or not counted: the rule of ``shared.metrics.waiting``."""
    waits = [visit.standard_wait_s for visit in found]
    vain = [visit.in_vain_s for visit in found]
    rows = [
        [_side(wait_s, in_vain_s, limit_s) for limit_s in limits_s]
        for wait_s, in_vain_s in zip(waits, vain, strict=True)
    ]
    return np.array(rows, dtype=np.int8).reshape(len(found), len(limits_s))


def _side(wait_s: float | None, in_vain_s: float | None, limit_s: float) -> int:
    if wait_s is not None:
        return WITHIN if wait_s <= limit_s else OVER
    return OVER if in_vain_s is not None and in_vain_s > limit_s else NOT_COUNTED


def most_at_once(begins_us: Whole, ends_us: Whole) -> int:
    """The most who waited at once; who is called at once never waited."""
    waits = ends_us > begins_us
    times = np.concatenate([begins_us[waits], ends_us[waits]])
    steps = np.repeat([1, -1], int(waits.sum()))
    if not len(times):
        return 0
    order = np.lexsort((steps, times))  # at the same moment who leaves makes room first
    return int(np.cumsum(steps[order]).max())


def _counters(plan: Plan, events: Sequence[Event], midnight_us: int) -> tuple[Real, Real]:
    """Serving and open seconds of each counter in each half-hour."""
    index = plan.rules.counter_index
    serving, opened = (np.zeros((len(index), HALF_HOURS)) for _ in range(2))
    by_counter: dict[tuple[str, bool], list[tuple[int, int]]] = {}
    for span in counter_spans(events):
        if span.does in ("serving", "awaiting", "idle") and not span.is_training:
            key = (span.counter, span.does == "serving")
            times = (span.from_us - midnight_us, span.to_us - midnight_us)
            by_counter.setdefault(key, []).append(times)
    for (counter, is_serving), spans in by_counter.items():
        begins, ends = np.array(spans, dtype=np.int64).T
        seconds = spread(begins, ends) / SECOND_US
        opened[index[counter]] += seconds
        if is_serving:
            serving[index[counter]] += seconds
    return serving, opened
