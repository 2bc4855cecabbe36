"""What is known of a branch's demand, ready for forecasts: rates, pools of times, the usual roster.

From the file that a calibration wrote, or, without one, from what the branch has seen today.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from shared.config.demand_tables import BookedTable, ClassTime, DemandFile, DutyTable
from shared.config.profile import Profile
from shared.config.rules import clock_us
from shared.config.time_tables import Distribution, Lognormal
from shared.domain.branch import Branch
from shared.domain.rules import Rules
from shared.rollout.branch_arrays import Work
from shared.rollout.columns import HALF_HOUR_US
from shared.rollout.day import Ints
from shared.rollout.windows.pools import pool

Chosen = TypeVar("Chosen")

#: How much days differ that nobody has counted; wide on purpose.
UNKNOWN_CV: Final = 0.5
#: Without a file: arrivals of so long a time before now go on.
LOOK_BACK_US: Final = 3_600_000_000

Class = tuple[int, int]
Floats = NDArray[np.float64]


class Rates(NamedTuple):
    """Arrivals: ``per_us`` in each step from ``begins_us`` on, the last ends at ``ends_us``."""

    begins_us: Ints
    per_us: Floats
    ends_us: int


@dataclass(frozen=True)
class Demand:
    """Everything a forecast draws from. Classes are (service index, segment index).

    ``service`` and ``patience`` are pools by class (patience None: never leaves). ``rates`` None:
    nobody knows who comes. ``day_cv`` is how much days differ. ``roster`` is the usual work of each
    counter, None: unknown. ``is_calibrated``: learned from recorded days.
    """

    rules: Rules
    service: dict[Class, Ints]
    patience: dict[Class, Ints | None]
    rates: Rates | None
    classes: Ints
    weights: Floats
    day_cv: float
    booked: tuple[BookedTable, ...]
    roster: tuple[tuple[Work, ...], ...] | None
    is_calibrated: bool


def from_file(profile: Profile, rules: Rules, file: DemandFile) -> Demand:
    """What a calibration has learned; classes that the profile no longer has are left out."""
    opens_us = rules.hours.opens_us if rules.hours else 0
    count = len(file.half_hours_per_hour)
    last_us = rules.hours.last_ticket_us if rules.hours else opens_us + count * HALF_HOUR_US
    begins = opens_us + HALF_HOUR_US * np.arange(count, dtype=np.int64)
    rates = Rates(begins, np.array(file.half_hours_per_hour) / 3.6e9, last_us)
    known = [
        (rules.service_index[s.service], rules.segment_index[s.segment], s.share)
        for s in file.mix
        if s.service in rules.service_index and s.segment in rules.segment_index
    ]
    return Demand(
        rules=rules,
        service=_by_class(rules, lambda s, g: _service_time(profile, file.service_times, s, g)),
        patience=_by_class(rules, lambda s, g: _patience(file.patience, s, g)),
        rates=rates if known else None,
        classes=np.array([k[:2] for k in known], dtype=np.int64).reshape(-1, 2),
        weights=np.array([k[2] for k in known], dtype=np.float64),
        day_cv=file.day_factor_cv,
        booked=file.appointments,
        roster=roster_of(rules, file.staffing) if file.staffing else None,
        is_calibrated=True,
    )


def from_today(profile: Profile, branch: Branch, now_us: int) -> Demand:
    """Without a file: the profile's usual times, and arrivals as in the last hour.

    ``now_us`` counts from midnight. Nobody loses patience, and who is there stays.
    """
    rules = branch.rules
    opens_us = branch.today.hours.opens_us if branch.today.hours else 0
    from_us = max(opens_us, now_us - LOOK_BACK_US)
    lately = [
        (rules.service_index[t.service], rules.segment_index[t.segment])
        for t in branch.tickets.values()
        if branch.since_midnight(t.arrived_us) >= from_us and not t.appointment
    ]
    classes = sorted(set(lately))
    last_us = branch.today.hours.last_ticket_us if branch.today.hours else now_us + LOOK_BACK_US
    rates = None
    if classes and now_us > from_us:
        per_us = np.array([len(lately) / (now_us - from_us)])
        rates = Rates(np.array([now_us], dtype=np.int64), per_us, last_us)
    return Demand(
        rules=rules,
        service=_by_class(rules, lambda s, g: _service_time(profile, (), s, g)),
        patience=_by_class(rules, lambda s, g: _patience((), s, g)),
        rates=rates,
        classes=np.array(classes, dtype=np.int64).reshape(-1, 2),
        weights=np.array([lately.count(each) for each in classes], dtype=np.float64),
        day_cv=UNKNOWN_CV,
        booked=(),
        roster=None,
        is_calibrated=False,
    )


def with_arrivals_of(demand: Demand, other: Demand) -> Demand:
    """Times, patience and roster of the first, who comes as in the other."""
    return replace(
        demand,
        rates=other.rates,
        classes=other.classes,
        weights=other.weights,
        day_cv=other.day_cv,
        is_calibrated=False,
    )


def roster_of(rules: Rules, staffing: Iterable[DutyTable]) -> tuple[tuple[Work, ...], ...]:
    """The stints of each counter on a usual day."""
    work: list[list[Work]] = [[] for _ in rules.counters]
    for duty in staffing:
        if duty.counter in rules.counter_index:
            work[rules.counter_index[duty.counter]] += _stints(rules, duty)
    return tuple(tuple(sorted(stints)) for stints in work)


def _stints(rules: Rules, duty: DutyTable) -> Iterable[Work]:
    opens_us = rules.hours.opens_us if rules.hours else 0
    from_us = clock_us(duty.opens) if duty.opens else opens_us
    speed_milli = round(1000 * duty.speed)
    for pause in duty.pauses:
        yield Work(from_us, clock_us(pause.begins), is_pause_after=True, speed_milli=speed_milli)
        from_us = clock_us(pause.ends)
    to_us = clock_us(duty.closes) if duty.closes else -1
    yield Work(from_us, to_us, is_pause_after=False, speed_milli=speed_milli)


def _by_class(rules: Rules, choose: Callable[[str, str], Chosen]) -> dict[Class, Chosen]:
    return {
        (service.index, segment.index): choose(service.id, segment.id)
        for service in rules.services
        for segment in rules.segments
    }


def _service_time(profile: Profile, lines: Sequence[ClassTime], service: str, segment: str) -> Ints:
    found = _first(lines, service, segment)
    if found is not None:
        return pool(found)
    usual = next(each for each in profile.services if each.id == service)
    return pool(Lognormal(mean_min=usual.usual_min, cv=usual.usual_cv))


def _patience(lines: Sequence[ClassTime], service: str, segment: str) -> Ints | None:
    found = _first(lines, service, segment)
    return None if found is None else pool(found)


def _first(lines: Sequence[ClassTime], service: str, segment: str) -> Distribution | None:
    """The first line that fits this class."""
    for line in lines:
        if line.service in (None, service) and line.segment in (None, segment):
            return line.time
    return None
