"""A calibration as tables for the terminal."""

import math

from rich.console import Console

from simulator.calibration.calibrate import Calibration
from simulator.calibration.fit import Estimate
from simulator.experiment.table import empty_table


def print_calibration(console: Console, found: Calibration) -> None:
    """What was used and dropped, then each estimate with its 95 % interval."""
    records, arrivals = found.records, found.arrivals
    say = console.print
    say(f"{records.source}: {records.read} rows read, {len(records.rows)} customers used.")
    for reason, (count, line) in sorted(records.dropped.items()):
        place = f" (first: line {line})" if line else ""
        verb = "" if reason.startswith("kept:") else "dropped: "
        say(f"  {count} {verb}{reason}{place}", highlight=False)
    for sentence in found.assumed:
        say(f"  assumed: {sentence}", highlight=False)
    days = arrivals.days
    say(f"{len(days)} days of type {arrivals.day_type}, {days[0]} to {days[-1]}.", highlight=False)
    say(f"Customers a day: {interval(arrivals.a_day)}; days differ by a factor of variation "
        f"{arrivals.day_factor_cv:.2f} beyond chance.", highlight=False)  # fmt: skip
    if arrivals.outside:
        say(f"{arrivals.outside} came before opening or after the last ticket: in no rate.")
    if found.booked:
        say(f"{found.booked} came to appointments: they are in no rate of arrivals.")
    for (service, segment), each in found.appointments.items():
        late, sd = interval(each.lateness_mean_min), interval(each.lateness_sd_min)
        say(f"Appointments {service} / {segment}: {each.booked} booked, places taken, %: "
            f"{interval(each.filled, 100)}; late by, min: {late}, deviation {sd}; never come, %: "
            f"{interval(each.no_show, 100)}.", highlight=False)  # fmt: skip
    _services(console, found)
    for (service, segment), group in found.patience.items():
        who = service or segment or ("all" if len(found.patience) == 1 else "all others")
        say(f"Mean patience, min, {who}: {interval(group.mean_min)}, "
            f"{group.distribution.distribution}, from "
            f"{len(group.left_min)} who left, {len(group.silent_min)} gone when called and "
            f"{len(group.stayed_min)} who stayed.", highlight=False)  # fmt: skip
    if not found.patience:
        say("Patience: too few were seen to leave; in the scenario nobody does.")
    if not math.isnan(found.no_shows.value):
        say(f"Called and not there, %: {interval(found.no_shows, 100)}.", highlight=False)
    if found.walk_s is not None:
        say(f"Walk to the counter, median, s: {interval(found.walk_s)}.", highlight=False)
    _speeds(console, found)


def _services(console: Console, found: Calibration) -> None:
    table = empty_table()
    for head in ("service", "fits best", "timed", "mean, min", "variation"):
        table.add_column(head, no_wrap=True, justify="left" if head == "service" else "right")
    for (service, segment), fitted in found.services.items():
        name = f"{service} / {segment}" if segment else service
        family = fitted.distribution.distribution + (" (poorly)" if fitted.is_poor else "")
        mean, cv = interval(fitted.mean_min), interval(fitted.cv, 1, 2)
        table.add_row(name, family, str(fitted.count), mean, cv)
    console.print()
    console.print(table)
    if found.others:
        console.print(
            f"Too few times, the profile's usual ones hold: {', '.join(found.others)}.",
            highlight=False,
        )


def _speeds(console: Console, found: Calibration) -> None:
    if not found.speeds:
        return
    table = empty_table()
    for head in ("staff", "services", "speed", "without case mix"):
        table.add_column(head, no_wrap=True, justify="left" if head == "staff" else "right")
    for each in found.speeds:
        raw = f"{each.raw:.2f}"
        table.add_row(each.staff, str(each.served), interval(each.speed, 1, 2), raw)
    console.print()
    console.print(table)


def interval(estimate: Estimate, factor: float = 1.0, decimals: int = 1) -> str:
    """A figure and its interval, such as 5.1 [4.9, 5.3]."""
    value, low, high = (
        f"{each * factor:.{decimals}f}" for each in (estimate.value, estimate.low, estimate.high)
    )
    return f"{value} [{low}, {high}]"
