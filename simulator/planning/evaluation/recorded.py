"""What a branch recorded, as the sums by day and group that a comparison has of simulated days."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.domain.rules import Rules
from shared.metrics.folding import visits
from shared.metrics.visit import Visit
from simulator.calibration.read_csv import read_customers
from simulator.calibration.read_log import is_event_log, read_events
from simulator.calibration.record import LEFT, Row
from simulator.experiment.compare import APPOINTMENT, EVERYBODY


class Seen(NamedTuple):
    """One customer. Seconds; ``wait_s`` NaN for who was never called.

    ``counted_s`` is the wait as the standard counts it, NaN where it counts nothing; ``vain_s`` how
    long somebody waited who was never called, NaN otherwise.
    """

    day: str
    group: str
    wait_s: float
    counted_s: float
    vain_s: float
    has_left: bool


@dataclass
class Sums:
    """One group on one day."""

    arrived: int = 0
    called: int = 0
    left: int = 0
    wait_s: float = 0.0
    over: list[int] = field(default_factory=list)
    counted: list[int] = field(default_factory=list)


#: Day -> group -> sums.
Days = dict[str, dict[str, Sums]]


def recorded_days(
    paths: Sequence[Path], profile: Profile, day_type: str, limits_s: Sequence[float]
) -> Days:
    """The days of one type in these files: event logs, or one CSV of customers.

    Raises:
        FileUnreadable, ColumnsWrong: as for calibration.
    """
    rules = to_rules(profile)
    days: Days = {}
    for seen in _customers(paths, profile, rules):
        if rules.calendar.day_type(seen.day) != day_type:
            continue
        groups = days.setdefault(seen.day, {})
        for name in (EVERYBODY, seen.group):
            if name not in groups:
                groups[name] = Sums(over=[0] * len(limits_s), counted=[0] * len(limits_s))
            _add(groups[name], seen, limits_s)
    return dict(sorted(days.items()))


def _customers(paths: Sequence[Path], profile: Profile, rules: Rules) -> Iterable[Seen]:
    if is_event_log(paths[0]):
        return (_of_visit(visit, rules) for visit in visits(read_events(paths)))
    services = [service.id for service in profile.services]
    segments = [segment.id for segment in profile.segments]
    return (_of_row(row) for path in paths for row in read_customers(path, services, segments).rows)


def _of_visit(visit: Visit, rules: Rules) -> Seen:
    booking = rules.appointments.get(visit.service)
    is_on_time = (
        visit.booked_us is not None
        and booking is not None
        and visit.arrived_us <= visit.booked_us + booking.late_us
    )
    waits = (visit.wait_s, visit.standard_wait_s, visit.in_vain_s)
    wait_s, counted_s, vain_s = (math.nan if wait is None else wait for wait in waits)
    group = APPOINTMENT if is_on_time else visit.segment
    return Seen(visit.day, group, wait_s, counted_s, vain_s, visit.has_left)


def _of_row(row: Row) -> Seen:
    """A line of a file of customers: who never was called waited until seen to leave."""
    wait_s = row.called_s - row.arrived_s
    vain_s = row.left_s - row.arrived_s if math.isnan(wait_s) else math.nan
    return Seen(row.day, row.segment, wait_s, wait_s, vain_s, row.fate == LEFT)


def _add(sums: Sums, seen: Seen, limits_s: Sequence[float]) -> None:
    sums.arrived += 1
    sums.left += seen.has_left
    if not math.isnan(seen.wait_s):
        sums.called += 1
        sums.wait_s += seen.wait_s
    for place, limit_s in enumerate(limits_s):
        is_over = seen.counted_s > limit_s or seen.vain_s > limit_s
        sums.over[place] += is_over
        sums.counted[place] += is_over or seen.counted_s <= limit_s
