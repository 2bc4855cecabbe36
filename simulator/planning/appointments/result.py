"""Offers and schedules of appointments as JSON and as tables for the terminal."""

from pathlib import Path

from rich.console import Console

from shared.config.toml_text import toml_text
from shared.reports.writing import writing
from simulator.experiment.interval import Interval
from simulator.experiment.json_interval import Json, finite, interval_json, intervals_json
from simulator.experiment.table import empty_table, figure
from simulator.planning.appointments.figures import BookedDays
from simulator.planning.appointments.find import OfferFound
from simulator.planning.appointments.spread import SpreadFound
from simulator.planning.policy.result import search_json, search_sentence


def offer_json(found: OfferFound) -> Json:
    """Figures with their units in the names."""
    return {
        "scenario": found.plan.scenario.name.en,
        "seed": found.wanted.seed,
        "search_days": found.wanted.days,
        "fresh_days": found.wanted.fresh_days,
        "search": search_json(found.found),
        "present": dict(found.present),
        "walk_in_share_bound_0_1": finite(found.bound),
        "booked_share_bound_0_1": found.wanted.booked_share,
        "bounds_kept_on_fresh_days": found.is_kept,
        "fresh": {
            "present": intervals_json(_figures(found.today)),
            "found": intervals_json(_figures(found.then)),
        },
    }


def _figures(days: BookedDays) -> dict[str, Interval]:
    return {
        "sold_a_day": days.a_day("sold"),
        "kept_a_day": days.a_day("kept"),
        "walk_in_share_within_0_1": days.walk_in_share(),
        "booked_share_within_0_1": days.booked_share(),
        "walk_in_mean_wait_min": days.walk_in_mean_min(),
        "booked_mean_wait_min": days.booked_mean_min(),
        "left_a_day": days.a_day("left"),
        "overtime_min": days.a_day("overtime_min"),
    }


def print_offer(console: Console, found: OfferFound) -> None:
    """Today's offer and the one that was found, on fresh days."""
    console.print(f"{found.plan.scenario.name.en}: appointments", highlight=False)
    table = empty_table()
    for head in (f"{found.wanted.fresh_days} fresh days", "today", "found"):
        table.add_column(head, justify="right" if head in ("today", "found") else "left")
    for name, value in found.found.choice.items():
        table.add_row(name, str(found.present[name]), str(value))
    pairs = zip(_figures(found.today).items(), _figures(found.then).values(), strict=True)
    for (name, today), then in pairs:
        factor = 100 if name.endswith("0_1") else 1
        words = name.replace("_0_1", ", %").replace("_", " ").replace(" min", ", min")
        table.add_row(words, figure(today, factor, 1), figure(then, factor, 1))
    console.print(table)
    console.print(
        f"Walk-ins within the standard's first limit: at least {found.bound:.1%}; booked customers "
        f"within {found.wanted.booked_within_min:g} min: at least {found.wanted.booked_share:.0%}.",
        highlight=False,
    )
    console.print(search_sentence(found.found), highlight=False)
    if found.is_kept:
        console.print("The bounds are kept on fresh days.")
    else:
        console.print("The bounds are not kept on fresh days: offer less, or staff more.")


def write_offer(path: Path, found: OfferFound) -> None:
    """The branch's profile with the offer that was found.

    Raises:
        FileUnwritable: it cannot be written.
    """
    kept = found.then.a_day("kept").estimate
    comment = f"The offer that lobby sim appointments found: {kept:.1f} kept appointments a day."
    with writing(path):
        path.write_text(toml_text(found.changed.profile, comment), encoding="utf-8")


def spread_json(found: SpreadFound) -> Json:
    """Figures with their units in the names."""
    return {
        "scenario": found.plan.scenario.name.en,
        "seed": found.wanted.seed,
        "service": found.wanted.service,
        "search_days": found.wanted.days,
        "fresh_days": found.wanted.fresh_days,
        "slots": [
            {"begins": clock(due), "found": booked, "even": even}
            for due, booked, even in zip(found.slots_us, found.schedule, found.even, strict=True)
        ],
        "tried": found.tried,
        "is_cut_short": found.is_cut_short,
        "cost_a_day": interval_json(found.cost),
        "difference_to_even": interval_json(found.difference),
        "exact_cost": found.exact_cost,
        "best_of_all_exact_cost": found.best_cost,
    }


def print_spread(console: Console, found: SpreadFound) -> None:
    """How many appointments in each slot."""
    console.print(
        f"{found.plan.scenario.name.en}: {found.wanted.people} appointments of "
        f"{found.wanted.service}",
        highlight=False,
    )
    table = empty_table()
    for head in ("slot", "even", "found"):
        table.add_column(head, justify="right")
    for due, even, booked in zip(found.slots_us, found.even, found.schedule, strict=True):
        table.add_row(clock(due), str(even), str(booked))
    console.print(table)
    console.print(
        f"Cost of a day {figure(found.cost, 1, 1)}; against an even spread "
        f"{figure(found.difference, 1, 1)} ({found.wanted.fresh_days} fresh days, paired).",
        highlight=False,
    )
    if found.exact_cost is not None and found.best_cost is not None:
        beyond = found.exact_cost / found.best_cost - 1 if found.best_cost else 0.0
        console.print(
            f"Worked out exactly: {found.exact_cost:.2f}, {beyond:.1%} above the best of all.",
            highlight=False,
        )
    elif found.is_cut_short:
        console.print(f"Cut short: the best of {found.tried:,} schedules looked at.")
    else:
        console.print(f"Of {found.tried:,} schedules: moving any one appointment makes it worse.")


def clock(time_us: int) -> str:
    """A time of day."""
    minutes = time_us // 60_000_000
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
