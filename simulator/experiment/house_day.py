"""One day of the house as sums by half-hour: what counters waited for, and cash work.

Worked out alike whichever engine lived the day: from when to when each stint was worked, and what
was asked for when. All of it is of the whole day, the warm-up included, as all figures of counters.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from shared.domain import event as kinds
from shared.domain.event import Event
from shared.metrics.visit import SECOND_US
from shared.rollout import columns as c
from shared.rollout.day import Ints
from simulator.experiment.day_table import HALF_HOURS, Real, Whole, spread
from simulator.model.branch_day import DayRun
from simulator.model.plan import Plan
from simulator.model.shift import Shift, in_turn

#: From when to when a stint was worked, microseconds from midnight; -1 when it was not.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class HouseDay:
    """Columns of shape (half-hours,): how often asked then, and how long was waited for it.

    ``cash_s`` is time that counters did cash work in each half-hour, all together.
    """

    supervisor_asked: Whole
    supervisor_wait_s: Real
    room_asked: Whole
    room_wait_s: Real
    cash_s: Real


def has_house(plan: Plan) -> bool:
    """Whether the scenario has anything of this."""
    visiting = plan.scenario.visiting
    authorises = visiting is not None and bool(visiting.authorisations)
    return authorises or bool(plan.scenario.rooms or plan.scenario.cash_work)


def house_day(
    shifts: Sequence[Shift], worked: Mapping[str, Sequence[Span]], asked: Ints
) -> HouseDay:
    """The sums of a day; ``worked`` has a span for each stint of a counter, in their order.

    ``asked`` has rows ``Z_`` of ``shared.rollout.columns`` by half-hour; none: nobody asked.
    """
    asked = asked if len(asked) else np.zeros((c.BLOCKED_ROWS, HALF_HOURS), dtype=np.int64)
    spans = np.array(list(_cash_spans(shifts, worked)), dtype=np.int64).reshape(-1, 2)
    return HouseDay(
        supervisor_asked=asked[c.Z_SUPERVISOR],
        supervisor_wait_s=asked[c.Z_SUPERVISOR + 1] / SECOND_US,
        room_asked=asked[c.Z_ROOM],
        room_wait_s=asked[c.Z_ROOM + 1] / SECOND_US,
        cash_s=spread(spans[:, 0], spans[:, 1]) / SECOND_US,
    )


def _cash_spans(shifts: Sequence[Shift], worked: Mapping[str, Sequence[Span]]) -> Iterable[Span]:
    """From the end of a stint with cash work behind it to the beginning of the next one."""
    stints = [(shift.counter, stint) for shift in in_turn(shifts) for stint in shift.stints]
    places: dict[str, int] = {}
    for counter, stint in stints:
        place = places[counter] = places.get(counter, -1) + 1
        mine = worked[counter]
        if stint.is_cash_after and place + 1 < len(mine) and mine[place + 1][0] >= 0:
            yield mine[place][1], mine[place + 1][0]


def worked_of(events: Iterable[Event]) -> dict[str, list[Span]]:
    """From when to when somebody worked at each counter, by the log."""
    begun: dict[str, int] = {}
    found: dict[str, list[Span]] = {}
    for event in events:
        if event.kind in (kinds.COUNTER_OPENED, kinds.COUNTER_RESUMED):
            begun[event.counter] = event.at_us
        elif event.kind in (kinds.COUNTER_PAUSED, kinds.COUNTER_CLOSED):
            from_us = begun.pop(event.counter, event.at_us)
            found.setdefault(event.counter, []).append((from_us, event.at_us))
    return found


def asked_of(run: DayRun) -> Ints:
    """What was asked for by half-hour, rows ``Z_``, as the kernel counts it."""
    table = np.zeros((c.BLOCKED_ROWS, HALF_HOURS), dtype=np.int64)
    for row, asks in ((c.Z_SUPERVISOR, run.authorised), (c.Z_ROOM, run.roomed)):
        for ask in asks:
            half_hour = min(ask.asked_us // c.HALF_HOUR_US, HALF_HOURS - 1)
            table[row, half_hour] += 1
            table[row + 1, half_hour] += ask.begun_us - ask.asked_us
    return table
