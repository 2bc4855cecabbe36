"""A layout search as JSON, as tables for the terminal, and as files to go on with."""

import json
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from shared.config.toml_text import toml_text
from shared.reports.writing import writing
from simulator.experiment.json_interval import Json, interval_json, intervals_json
from simulator.experiment.table import empty_table, figure
from simulator.planning.cost.bill import ITEMS
from simulator.planning.cost.study import ITEM_WORDS
from simulator.planning.layout.find import LayoutFound
from simulator.planning.policy.result import search_json, search_sentence


def layout_json(found: LayoutFound) -> Json:
    """Figures with their units in the names; a day, unless the name says a year."""
    return {
        "scenario": found.plan.scenario.name.en,
        "currency": found.today.currency,
        "seed": found.wanted.seed,
        "search_days": found.wanted.days,
        "fresh_days": found.wanted.fresh_days,
        "search": search_json(found.found),
        "present": dict(found.present),
        "ranked": [
            {"choice": dict(choice), "cost_a_day": score.cost, "beyond_bounds": score.order[0]}
            for choice, score in found.ranked
        ],
        "is_better_on_fresh_days": found.is_better,
        "fresh": {
            "present": {
                **intervals_json({item: found.today.interval((item,)) for item in ITEMS}),
                "mean_wait_s": interval_json(found.wait_today_s),
                "share_within_first_limit_0_1": interval_json(found.within_today),
            },
            "found": {
                **intervals_json({item: found.then.interval((item,)) for item in ITEMS}),
                "mean_wait_s": interval_json(found.wait_then_s),
                "share_within_first_limit_0_1": interval_json(found.within_then),
            },
            "cost_difference_a_day": interval_json(found.then.beyond(found.today)),
            "mean_wait_difference_s": interval_json(found.wait_difference_s),
        },
        "seats_needed": dict(found.seats),
        "change": {
            **asdict(found.change),
            "net_present_value": found.outcome.net_present_value,
            "payback_years": found.outcome.payback_years,
        },
        "arranged": None if found.arranged is None else asdict(found.arranged),
    }


def print_layout(console: Console, found: LayoutFound) -> None:
    """What changes, what it costs and brings, seats, and where counters stand."""
    console.print(f"{found.plan.scenario.name.en}: layout", highlight=False)
    table = empty_table()
    for head in (f"{found.wanted.fresh_days} fresh days", "today", "found", "difference"):
        table.add_column(head, justify="left" if head.endswith("days") else "right")
    for name, value in found.found.choice.items():
        before = found.present[name]
        table.add_row(name, str(before), "same" if value == before else str(value), "")
    table.add_section()
    for item in ITEMS:
        pair = (figure(b.interval((item,)), 1, 0) for b in (found.today, found.then))
        beyond = figure(found.then.beyond(found.today, (item,)), 1, 0)
        table.add_row(f"{ITEM_WORDS[item]}, {found.today.currency}", *pair, beyond)
    pair = (figure(b.interval(), 1, 0) for b in (found.today, found.then))
    table.add_row("altogether a day", *pair, figure(found.then.beyond(found.today), 1, 0))
    waits = (found.wait_today_s, found.wait_then_s, found.wait_difference_s)
    table.add_row("mean wait, min", *(figure(wait, 1 / 60, 2) for wait in waits))
    within = (found.within_today, found.within_then)
    table.add_row("within the first limit, %", *(figure(share, 100, 1) for share in within), "")
    console.print(table)
    _rest(console, found)


def _rest(console: Console, found: LayoutFound) -> None:
    seats = ", ".join(f"{zone} {count}" for zone, count in found.seats.items())
    console.print(
        f"Seats that are enough on {found.wanted.seats_share:.0%} of days: {seats}.",
        highlight=False,
    )
    if found.arranged is not None:
        moved = [f"{c} to {s}" for c, s in found.arranged.spot_of.items() if c != s]
        console.print(
            f"Seat to counter: {found.arranged.metres_before:,.0f} m a day, then "
            f"{found.arranged.metres_after:,.0f} m"
            + (f" with {', '.join(moved)}." if moved else ": every counter stands well."),
            highlight=False,
        )
    console.print(search_sentence(found.found), highlight=False)
    if not found.is_better:
        console.print("Not shown to cost less on fresh days: keep today's layout.")
        return
    once = found.change.once + found.change.equipment_once
    value, years = found.outcome.net_present_value, len(found.outcome.flows) - 1
    console.print(
        f"Costs less on fresh days. {once:,.0f} {found.today.currency} at once, "
        f"{found.change.per_year:,.0f} a year; net present value over {years} years {value:,.0f} "
        "(without the customers' time).",
        highlight=False,
    )


def write_layout(folder: Path, found: LayoutFound) -> None:
    """Scenario and profile of the layout that was found, and the floor plan where there is one.

    Raises:
        FileUnwritable: one of them cannot be written.
    """
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    scenario = found.changed.scenario.model_copy(update={"profile": "profile.toml"})
    files = {
        "profile.toml": toml_text(found.changed.profile, "A branch as lobby sim layout found it."),
        "scenario.toml": toml_text(scenario, "Its days: lobby sim run --scenario scenario.toml"),
    }
    if found.floor is not None:
        files["floor.toml"] = toml_text(found.floor, "Metres.")
    for name, text in files.items():
        with writing(folder / name) as path:
            path.write_text(text, encoding="utf-8")


def as_text(found: LayoutFound) -> str:
    """The JSON as text."""
    return json.dumps(layout_json(found), ensure_ascii=False, indent=2)
