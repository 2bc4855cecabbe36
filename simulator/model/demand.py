"""The demand of one day: customers drawn from a plan, and the CSV file that holds them."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from shared.dispatch.layout import MINUTE_US
from shared.domain.errors import FileUnreadable, RuleRefused, ScenarioInvalid
from simulator.model.customer import PATIENT, Customer
from simulator.model.distribution import Distribution, Lognormal, Microseconds, draw
from simulator.model.draws import Purpose, stream
from simulator.model.plan import HALF_HOUR_US, Plan
from simulator.model.scenario import Patience, ServiceTime

#: Columns of a demand file, with what they hold.
COLUMNS = {
    "service": "service of the profile",
    "segment": "segment of the profile",
    "arrival_us": "arrival, microseconds from midnight (from the start of a run without doors)",
    "kiosk_us": "time at the kiosk, microseconds",
    "service_us": "service time once at the counter, microseconds",
    "patience_us": "time after the ticket when the customer leaves, microseconds; -1 never",
}


def draw_day(plan: Plan, seed: int, day: int) -> list[Customer]:
    """The customers of one day in order of arrival; the same for the same seed and day."""
    arrivals_us = arrival_times(plan, seed, day)
    count = len(arrivals_us)
    mix = plan.scenario.demand.mix
    weights = np.array([share.share for share in mix])
    classes = stream(seed, day, Purpose.CLASS).choice(len(mix), count, p=weights / weights.sum())
    kiosk_us = draw(plan.scenario.kiosk.time, count, stream(seed, day, Purpose.KIOSK))
    service_us = _by_class(plan, seed, day, Purpose.SERVICE, classes, service_time)
    patience_us = _by_class(plan, seed, day, Purpose.PATIENCE, classes, patience)
    columns = zip(
        classes.tolist(),
        arrivals_us.tolist(),
        kiosk_us.tolist(),
        service_us.tolist(),
        patience_us.tolist(),
        strict=True,
    )
    return [Customer(mix[c].service, mix[c].segment, *times) for c, *times in columns]


def arrival_times(plan: Plan, seed: int, day: int) -> Microseconds:
    """Arrivals of one day, ascending, microseconds from midnight: int64, shape (customers,).

    Poisson counts in each half-hour and uniform times inside it, which is a Poisson process with
    a rate that is constant in each half-hour; all rates share the factor of the day.
    """
    demand = plan.scenario.demand
    if demand.times_min is not None:
        times_us = [plan.opens_us + round(minutes * MINUTE_US) for minutes in demand.times_min]
        return np.array(sorted(times_us), dtype=np.int64)
    begins_us, ends_us, per_hour = _rates(plan)
    factor = 1.0
    if demand.day_factor_cv:
        busy = Lognormal(mean_min=1.0, cv=demand.day_factor_cv)
        factor = float(draw(busy, 1, stream(seed, day, Purpose.DAY_FACTOR))[0]) / MINUTE_US
    arrivals = stream(seed, day, Purpose.ARRIVAL)
    lengths_us = ends_us - begins_us
    counts = arrivals.poisson(per_hour * factor * lengths_us / (60 * MINUTE_US))
    places = arrivals.random(int(counts.sum()))
    times = np.repeat(begins_us, counts) + places * np.repeat(lengths_us, counts)
    return np.sort(times.astype(np.int64))


def _rates(plan: Plan) -> tuple[Microseconds, Microseconds, NDArray[np.float64]]:
    """Begin, end and rate of each half-hour; the last may be shorter."""
    begins = np.arange(plan.opens_us, plan.last_ticket_us, HALF_HOUR_US, dtype=np.int64)
    ends = np.minimum(begins + HALF_HOUR_US, plan.last_ticket_us)
    demand = plan.scenario.demand
    rates = demand.half_hours_per_hour or (demand.per_hour or 0.0,) * len(begins)
    return begins, ends, np.array(rates, dtype=np.float64)


Choice = Callable[[Plan, str, str], Distribution | None]


def _by_class(
    plan: Plan, seed: int, day: int, purpose: Purpose, classes: NDArray[np.int64], choose: Choice
) -> Microseconds:
    """One time for each customer, each class from its own distribution; PATIENT where none."""
    times = np.full(len(classes), PATIENT, dtype=np.int64)
    source = stream(seed, day, purpose)
    for index, share in enumerate(plan.scenario.demand.mix):
        chosen = choose(plan, share.service, share.segment)
        mine = np.flatnonzero(classes == index)
        if chosen is not None:
            times[mine] = draw(chosen, len(mine), source)
    return times


def service_time(plan: Plan, service: str, segment: str) -> Distribution:
    """The first line of the scenario that fits this class, else the profile's usual time."""
    for line in plan.scenario.service_times:
        if _fits(line, service, segment):
            return line.time
    usual = plan.profile.services[plan.rules.service_index[service]]
    return Lognormal(mean_min=usual.usual_min, cv=usual.usual_cv)


def patience(plan: Plan, service: str, segment: str) -> Distribution | None:
    """The first line of the scenario that fits this class; None: for ever."""
    for line in plan.scenario.patience:
        if _fits(line, service, segment):
            return line.time
    return None


def _fits(line: ServiceTime | Patience, service: str, segment: str) -> bool:
    return line.service in (None, service) and line.segment in (None, segment)


# ------------------------------------------------------------ files


def write_demand(path: Path, customers: Sequence[Customer]) -> None:
    """One line a customer, columns as in ``COLUMNS``.

    Raises:
        OSError: the file cannot be written.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(customers)


def read_demand(path: Path, plan: Plan) -> list[Customer]:
    """The customers of a demand file in order of arrival.

    Raises:
        FileUnreadable: no such file. ScenarioInvalid: the first bad line and what is wrong there.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise FileUnreadable(path, getattr(error, "strerror", None) or str(error)) from error
    if not lines or lines[0] != list(COLUMNS):
        raise ScenarioInvalid(path.name, f"the first line must be {','.join(COLUMNS)}.")
    found = [_customer(path, number, line, plan) for number, line in enumerate(lines[1:], start=2)]
    return sorted(found, key=lambda customer: customer.arrival_us)


def _customer(path: Path, number: int, line: list[str], plan: Plan) -> Customer:
    """One line as a customer whom the branch of the plan can serve."""
    try:
        service, segment, *figures = line
        times = [int(figure) for figure in figures]
        if len(times) != 4 or min(times[:3]) < 0 or times[3] < PATIENT:
            raise ValueError
    except ValueError:
        wanted = f"line {number}: write {','.join(COLUMNS)}, times as whole microseconds."
        raise ScenarioInvalid(path.name, wanted) from None
    rules = plan.rules
    try:
        is_offered = rules.is_offered(rules.service(service), rules.segment(segment))
    except RuleRefused as refusal:
        raise ScenarioInvalid(path.name, f"line {number}: {refusal}") from refusal
    if not is_offered:
        reason = f"line {number}: no counter serves “{service}” for “{segment}”."
        raise ScenarioInvalid(path.name, reason)
    return Customer(service, segment, *times)
