"""A calibration without any ticket log: transaction counts, a roster, and a short time study.

What takes the place of a record is assumed, and said: see ``ASSUMED``.
"""

import math
from pathlib import Path
from typing import Final

import numpy as np

from shared.config.profile import Profile
from simulator.calibration.arrivals import HALF_HOUR_S, arrivals, day_types
from simulator.calibration.calibrate import FEWEST_DAYS, Calibration
from simulator.calibration.fit import Estimate, Minutes, fit
from simulator.calibration.read_csv import clock_s, iso_day, read_lines
from simulator.calibration.record import Presence, Records, Row, TooLittle
from simulator.calibration.roster import duties

#: Columns of the three files. Times of day as 09:00, ``service_s`` in seconds at the counter.
COUNTS: Final = ("day", "half_hour", "service", "transactions")
ROSTER: Final = ("day", "counter", "opens", "closes")
STUDY: Final = ("service", "service_s")
#: Fewer timed services of all kinds say too little.
FEWEST_TIMED: Final = 30
#: Fewer of one service: it takes the profile's usual time.
FEWEST_OF_SERVICE: Final = 10
MOST_A_HALF_HOUR: Final = 1000

ASSUMED: Final = (
    "Customers are transactions divided by those of a visit in the time study (1 when it does not "
    "say).",
    "They came in the half-hour in which they were served: where people waited long, the true peak "
    "is earlier and higher.",
    "Whoever left without a transaction is not in the counts; nobody leaves in the scenario.",
    "All customers are of the profile's first segment.",
    "Service times are those of the time study, the same for every teller and hour.",
)


def without_log(
    counts: Path, roster: Path | None, study: Path, profile: Profile, day_type: str | None = None
) -> Calibration:
    """The calibration of one day type.

    Raises:
        FileUnreadable, ColumnsWrong: a file cannot be read. TooLittle: there is not enough in it.
    """
    records = Records(counts.name)
    times, a_visit = _timed(study, profile, records)
    _count(counts, profile, records, a_visit)
    if roster is not None:
        _rostered(roster, records)
    kinds = day_types(records, profile)
    chosen = day_type or next(iter(kinds), "")
    days = kinds.get(chosen, [])
    if len(days) < FEWEST_DAYS:
        raise TooLittle(
            counts.name, f"{len(days)} days of type “{chosen}”", f"{FEWEST_DAYS} days of one type"
        )
    wanted = set(days)
    mix: dict[tuple[str, str], int] = {}
    for row in records.rows:
        if row.day in wanted:
            key = (row.service, row.segment)
            mix[key] = mix.get(key, 0) + 1
    return Calibration(
        records=records,
        arrivals=arrivals(records, profile, chosen, days),
        mix=dict(sorted(mix.items())),
        services={(name, ""): fit(each) for name, each in times.items()},
        times_min={(name, ""): each for name, each in times.items()},
        others=[s.id for s in profile.services if s.id not in times],
        patience={},
        no_shows=Estimate(math.nan, math.nan, math.nan),
        walk_s=None,
        speeds=[],
        duties=duties([p for p in records.presences if p.day in wanted], days),
        booked=0,
        assumed=list(ASSUMED),
    )


def _timed(
    path: Path, profile: Profile, records: Records
) -> tuple[dict[str, Minutes], dict[str, float]]:
    """Minutes by service, and transactions of a visit by service."""
    known = {s.id for s in profile.services}
    minutes: dict[str, list[float]] = {}
    transactions: dict[str, list[float]] = {}
    for line, fields in read_lines(path, STUDY):
        seconds = _number(fields["service_s"])
        done = _number(fields.get("transactions") or "1")
        if fields["service"] not in known:
            records.drop("time study: service not in the profile", line)
        elif not 0 < seconds <= 4 * 3600 or not 0 < done <= 100:
            records.drop("time study: no sound time", line)
        else:
            minutes.setdefault(fields["service"], []).append(seconds / 60)
            transactions.setdefault(fields["service"], []).append(done)
    count = sum(len(each) for each in minutes.values())
    if count < FEWEST_TIMED:
        raise TooLittle(path.name, f"{count} timed services", f"{FEWEST_TIMED} of them")
    enough = {
        name: np.array(each)
        for name, each in minutes.items()
        if len(each) >= FEWEST_OF_SERVICE and min(each) < max(each)
    }
    return enough, {name: sum(each) / len(each) for name, each in transactions.items()}


def _count(path: Path, profile: Profile, records: Records, a_visit: dict[str, float]) -> None:
    """Rows for the customers that the counts stand for, spread over their half-hours.

    Transactions that are no whole visit are carried over to the service's next half-hour.
    """
    known = {s.id for s in profile.services}
    segment, carried, seen = profile.segments[0].id, dict[str, float](), set[tuple[str, ...]]()
    for line, fields in read_lines(path, COUNTS):
        records.read += 1
        key = tuple(fields[name] for name in COUNTS[:3])
        day, begins_s = iso_day(fields["day"]), clock_s(fields["half_hour"], "")
        done, service = _number(fields["transactions"]), fields["service"]
        if key in seen:
            records.drop("doubled row", line)
        elif service not in known:
            records.drop("service not in the profile", line)
        elif not day or begins_s is None or math.isnan(begins_s):
            records.drop("no date or half-hour", line)
        elif not 0 <= done <= MOST_A_HALF_HOUR:
            records.drop("no sound number of transactions", line)
        else:
            visits = done / a_visit.get(service, 1.0) + carried.get(service, 0.0)
            count = int(visits + 1e-9)
            carried[service] = visits - count
            for i in range(count):
                at_s = begins_s + (i + 0.5) * HALF_HOUR_S / count
                records.rows.append(Row(day, service, segment, at_s))
        seen.add(key)


def _rostered(path: Path, records: Records) -> None:
    """When counters were staffed; several lines a day and counter leave pauses between them."""
    for line, fields in read_lines(path, ROSTER):
        day = iso_day(fields["day"])
        begins_s, ends_s = clock_s(fields["opens"], day), clock_s(fields["closes"], day)
        if not day or begins_s is None or ends_s is None or not begins_s < ends_s:
            records.drop("roster: no sound times", line)
        else:
            records.presences.append(Presence(day, fields["counter"], begins_s, ends_s))


def _number(text: str) -> float:
    try:
        found = float(text.replace(",", ""))
    except ValueError:
        return math.nan
    return found
