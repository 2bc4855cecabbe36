"""A calibration: what the records say of arrivals, services, patience and people."""

import math
from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.dispatch.layout import MINUTE_US
from simulator.calibration.appointments import Appointments, appointments, wilson
from simulator.calibration.arrivals import Arrivals, arrivals, day_types
from simulator.calibration.fit import CLEARLY, Estimate, Fit, Minutes, fit
from simulator.calibration.patience import Patience, patience_groups
from simulator.calibration.record import NO_SHOW, Records, Row, TooLittle
from simulator.calibration.roster import Duty, duties
from simulator.calibration.speed import Speed, at_counters, paces, speeds
from simulator.calibration.walk import walk, walks

#: Fewer days say nothing of how days differ.
FEWEST_DAYS = 5
#: Fewer services of a branch, or of one service, say too little of their times.
FEWEST_SERVED = 100
FEWEST_OF_SERVICE = 30

Class = tuple[str, str]


@dataclass(frozen=True)
class Calibration:
    """Everything that was estimated, of one day type.

    ``services`` has a fit for each service with enough times, by segment where these differ (an
    empty segment: all the rest); ``others`` are services without, which take the profile's usual
    time. ``patience`` is by segment or service where that tells more, most particular first.
    ``mix`` counts customers by service and segment. ``walk_s`` is the walk from the call to the
    start by a key, ``desk_walks_s`` that to each counter with enough; ``no_shows`` the share of
    calls nobody answered. ``desk_speeds`` is the speed of those who served at each counter, on top
    of the profile's; 1 is usual.
    ``assumed`` are sentences of what was taken for granted, by name.
    """

    records: Records
    arrivals: Arrivals
    mix: dict[Class, int]
    services: dict[Class, Fit]
    times_min: dict[Class, Minutes]
    others: list[str]
    patience: dict[Class, Patience]
    no_shows: Estimate
    walk_s: Estimate | None
    speeds: list[Speed]
    duties: list[Duty]
    booked: int
    desk_speeds: dict[str, float] = field(default_factory=dict)
    desk_walks_s: dict[str, Estimate] = field(default_factory=dict)
    appointments: dict[Class, Appointments] = field(default_factory=dict)
    assumed: list[str] = field(default_factory=list)

    @property
    def service_error_0_1(self) -> float:
        """The standard error of the mean service time of the whole mix / the mean."""
        work = {key: f.mean_min.value * f.count for key, f in self.services.items()}
        total = sum(work.values())
        parts = (work[key] * f.mean_error_0_1 for key, f in self.services.items())
        return math.sqrt(sum(part**2 for part in parts)) / total if total else 0.0

    @property
    def patience_error_0_1(self) -> float:
        """The standard error of the mean patience / the mean, of the group that left most."""
        groups = self.patience.values()
        return max(groups, key=lambda p: len(p.left_min)).error_0_1 if groups else 0.0


def calibrate(records: Records, profile: Profile, day_type: str | None = None) -> Calibration:
    """The calibration of one day type: without a name, of the one that was recorded most.

    Raises:
        TooLittle: too few days, or too few services.
    """
    kinds = day_types(records, profile)
    chosen = day_type or next(iter(kinds), "")
    days = kinds.get(chosen, [])
    if len(days) < FEWEST_DAYS:
        held = f"{len(days)} days of type “{chosen}”" if chosen else "no usable customer"
        raise TooLittle(records.source, held, f"{FEWEST_DAYS} days of one type")
    wanted = set(days)
    rows = [row for row in records.rows if row.day in wanted]
    walk_ins = [row for row in rows if not row.is_booked]
    desk_walks_s = walks(rows)
    served = _served(rows, profile, desk_walks_s)
    if len(served) < FEWEST_SERVED:
        raise TooLittle(records.source, f"{len(served)} service times", f"{FEWEST_SERVED} of them")
    told = speeds([((row.service, row.segment), row.staff, took) for row, took in served])
    pace = paces(told)
    times = service_times(served, profile, pace)
    by_class = fits_by_class(times)
    known = {service for service, _ in by_class}
    found = arrivals(records, profile, chosen, days)
    return Calibration(
        records=records,
        arrivals=found,
        mix=dict(sorted(Counter((row.service, row.segment) for row in walk_ins).items())),
        services={key: fitted for key, (fitted, _) in by_class.items()},
        times_min={key: each for key, (_, each) in by_class.items()},
        others=[s.id for s in profile.services if s.id not in known],
        patience=patience_groups(walk_ins),
        no_shows=_no_shows(rows),
        walk_s=walk(rows),
        desk_walks_s=desk_walks_s,
        speeds=told,
        desk_speeds=at_counters([(row.counter, row.staff, took) for row, took in served], pace),
        duties=duties([p for p in records.presences if p.day in wanted], days),
        booked=len(rows) - len(walk_ins),
        appointments=appointments(records.bookings, profile, days),
    )


def service_times(
    served: list[tuple[Row, float]], profile: Profile, pace: dict[str, float]
) -> dict[Class, Minutes]:
    """Class -> minutes with a teller of usual speed: that of the others is taken out.

    Since the scenario has them, the model puts them in again.
    """
    order = [service.id for service in profile.services]
    found: dict[Class, list[float]] = {}
    for row, minutes in served:
        usual_min = minutes * pace.get(row.staff, 1.0)
        found.setdefault((row.service, row.segment), []).append(usual_min)
    ordered = sorted(found, key=lambda key: (order.index(key[0]), key[1]))
    return {key: np.array(found[key], dtype=np.float64) for key in ordered}


def fits_by_class(times: dict[Class, Minutes]) -> dict[Class, tuple[Fit, Minutes]]:
    """One fit a service, or one for each of its segments where the criterion is clearly smaller."""
    found: dict[Class, tuple[Fit, Minutes]] = {}
    for service in dict.fromkeys(name for name, _ in times):
        mine = {key: each for key, each in times.items() if key[0] == service}
        together = np.concatenate(list(mine.values()))
        if not _is_enough(together):
            continue
        pooled = fit(together)
        split = {key: (fit(each), each) for key, each in _split(service, mine).items()}
        criterion = sum(min(f.aic.values()) for f, _ in split.values())
        if split and criterion + CLEARLY < min(pooled.aic.values()):
            found |= split
        else:
            found[service, ""] = (pooled, together)
    return found


def _split(service: str, mine: dict[Class, Minutes]) -> dict[Class, Minutes]:
    """The segments with enough times, the largest of them last, with all small ones, for the rest.

    Nothing when there are not two.
    """
    apart = sorted(
        (key for key, each in mine.items() if _is_enough(each)), key=lambda key: len(mine[key])
    )
    if len(apart) < 2:
        return {}
    rest = [each for key, each in mine.items() if key not in apart[:-1]]
    return {key: mine[key] for key in apart[:-1]} | {(service, ""): np.concatenate(rest)}


def _served(
    rows: list[Row], profile: Profile, desk_walks_s: dict[str, Estimate]
) -> list[tuple[Row, float]]:
    """Everybody with a service time, and it in minutes at a counter of usual speed.

    The profile's speed of a counter is taken out, since the model puts it in again. Without a
    recorded start the walk is taken off: as measured at that counter, else the profile's.
    """
    rules = to_rules(profile)
    found = []
    for row in rows:
        index = rules.counter_index.get(row.counter)
        speed, walk_s = 1.0, 0.0
        if index is not None:
            counter = rules.counters[index]
            service = rules.service_index.get(row.service)
            if counter.speeds_milli and service is not None:
                speed = counter.speeds_milli[service] / 1000
            if not row.is_walk_known and row.started_s == row.called_s:
                measured = desk_walks_s.get(row.counter)
                walk_s = measured.value if measured else counter.walk_us / 1e6
        minutes = (row.ended_s - row.started_s - walk_s) / 60 * speed
        if minutes > 0 and row.service in rules.service_index:
            found.append((row, minutes))
    return found


def _is_enough(minutes: Minutes) -> bool:
    return len(minutes) >= FEWEST_OF_SERVICE and float(minutes.std()) > 0


def _no_shows(rows: list[Row]) -> Estimate:
    """Share of called customers who did not come."""
    called = sum(not math.isnan(row.called_s) for row in rows)
    missing = sum(row.fate == NO_SHOW for row in rows)
    return wilson(missing, called)


def clock_text(seconds: float) -> str:
    """A time of day such as 09:05, to the nearest five minutes."""
    minutes = round(seconds * 1e6 / MINUTE_US / 5) * 5
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
