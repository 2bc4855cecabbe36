"""Appointments: how many places are taken, how punctual people are, how many never come."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.special import log_ndtr, ndtr

from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.domain import event as kinds
from shared.domain.event import Event
from shared.domain.rules import AppointmentRules
from simulator.calibration.censored import Real, delta_error
from simulator.calibration.fit import Estimate, Z
from simulator.calibration.record import Booking
from simulator.model.booked import places_on

Class = tuple[str, str]
#: A class with fewer appointments takes the punctuality of all together.
FEWEST_OWN = 50
#: Fewer altogether say too little.
FEWEST = 20
MINUTE_US = 60_000_000
#: Who checks in so soon after check-in has opened may have waited for it, minutes.
AT_OPENING_MIN = 1.5


@dataclass(frozen=True, slots=True)
class Appointments:
    """The appointments of one class. ``filled`` is the share of the places that it was offered."""

    booked: int
    filled: Estimate
    lateness_mean_min: Estimate
    lateness_sd_min: Estimate
    no_show: Estimate


def bookings(events: list[Event]) -> list[Booking]:
    """Everybody who had an appointment on a day of this log, whether they came or not."""
    booked: dict[str, Event] = {}
    came_us: dict[str, int] = {}
    midnights: dict[str, int] = {}
    for event in events:
        name = str(event.data.get("appointment", ""))
        if event.kind == kinds.DAY_OPENED:
            found = event.data["midnight_us"]
            midnights[str(event.data["day"])] = found if isinstance(found, int) else 0
        elif event.kind == kinds.APPOINTMENT_BOOKED:
            booked[name] = event
        elif event.kind == kinds.APPOINTMENT_CHANGED and name in booked:
            changed = {**booked[name].data, **event.data}
            booked[name] = booked[name]._replace(data=changed)
        elif event.kind == kinds.APPOINTMENT_CANCELLED:
            booked.pop(name, None)
        elif event.kind == kinds.APPOINTMENT_CHECKED_IN:
            came_us[name] = event.at_us
    return [
        _booking(event, came_us.get(name), midnights[str(event.data["day"])])
        for name, event in booked.items()
        if str(event.data["day"]) in midnights
    ]


def _booking(event: Event, came_us: int | None, midnight_us: int) -> Booking:
    data = event.data
    due_us = data["due_us"]
    assert isinstance(due_us, int)
    came_s = math.nan if came_us is None else (came_us - midnight_us) / 1e6
    due_s = (due_us - midnight_us) / 1e6
    return Booking(str(data["day"]), str(data["service"]), str(data["segment"]), due_s, came_s)


def appointments(
    found: list[Booking], profile: Profile, days: list[str]
) -> dict[Class, Appointments]:
    """Class -> its appointments on these days; empty when there are too few altogether.

    Several classes of one service share its places: each share is of what the ones before it left,
    as the scenario takes them.
    """
    rules = to_rules(profile)
    mine = [b for b in found if b.day in set(days) and b.service in rules.appointments]
    if len(mine) < FEWEST:
        return {}
    together = _punctuality(mine, rules.appointments)
    left = {
        service: sum(len(places_on(rules, service, day)) for day in days)
        for service in {booking.service for booking in mine}
    }
    result: dict[Class, Appointments] = {}
    for key in sorted({(booking.service, booking.segment) for booking in mine}):
        own = [b for b in mine if (b.service, b.segment) == key]
        punctual = _punctuality(own, rules.appointments) if len(own) >= FEWEST_OWN else together
        offered = max(left[key[0]], len(own))
        result[key] = Appointments(len(own), wilson(len(own), offered), *punctual)
        left[key[0]] -= len(own)
    return result


class _Punctuality(NamedTuple):
    mean_min: Estimate
    sd_min: Estimate
    no_show: Estimate


def _punctuality(found: list[Booking], offered: Mapping[str, AppointmentRules]) -> _Punctuality:
    """Normal lateness and the share who never come, by maximum likelihood.

    Who comes before check-in opens is known only to have come by then, and who comes after the
    appointment has lapsed looks like somebody who never came: both are allowed for.
    """
    came = [b for b in found if not math.isnan(b.came_s)]
    late = np.array([(b.came_s - b.due_s) / 60 for b in came])
    early = np.array([AT_OPENING_MIN - offered[b.service].early_us / MINUTE_US for b in came])
    lapse = np.array([offered[b.service].no_show_us / MINUTE_US for b in came])
    is_early = late <= early

    def minus_log_likelihood(figures: Real) -> float:
        mean, sd = float(figures[0]), math.exp(figures[1])
        exact = (late[~is_early] - mean) / sd
        told = (
            float(log_ndtr((early[is_early] - mean) / sd).sum())
            - float((exact**2).sum()) / 2
            - len(exact) * float(figures[1])
            - float(log_ndtr((lapse - mean) / sd).sum())
        )
        return -told

    start = np.array([float(late.mean()), math.log(max(float(late.std()), 0.1))])
    best = np.asarray(minimize(minus_log_likelihood, start, method="Nelder-Mead").x)
    mean, sd = float(best[0]), math.exp(best[1])
    errors = (
        delta_error(minus_log_likelihood, lambda figures: float(figures[0]), best),
        delta_error(minus_log_likelihood, lambda figures: float(figures[1]), best),
    )
    in_time = float(ndtr((float(lapse.mean()) - mean) / sd))
    kept = wilson(len(came), len(found))
    shares = [min(1.0, max(0.0, 1 - each / in_time)) for each in (kept.value, kept.high, kept.low)]
    factor = math.exp(Z * errors[1])
    return _Punctuality(
        Estimate(mean, mean - Z * errors[0], mean + Z * errors[0]),
        Estimate(sd, sd / factor, sd * factor),
        Estimate(*shares),
    )


def wilson(part: int, whole: int) -> Estimate:
    """A share with Wilson's interval (1927); NaN of nothing."""
    if not whole:
        return Estimate(math.nan, math.nan, math.nan)
    share = part / whole
    middle = (share + Z**2 / (2 * whole)) / (1 + Z**2 / whole)
    spread = share * (1 - share) / whole + Z**2 / (4 * whole**2)
    half = Z / (1 + Z**2 / whole) * math.sqrt(spread)
    return Estimate(share, max(0.0, middle - half), min(1.0, middle + half))
