"""The command `lobby sim layout`."""

from pathlib import Path
from typing import Annotated

import typer

from shared.reports.writing import keep_json
from simulator.planning.options import (
    DaysOption,
    FreshDaysOption,
    JournalOption,
    JsonOption,
    MostOption,
    PricesOption,
    ScenarioArgument,
    SeedOption,
)


def layout(
    scenario: ScenarioArgument,
    vary: Annotated[
        str,
        typer.Option(
            help="What may change: kiosks, machines, lines, reserved, roles; with commas."
        ),
    ] = "kiosks,machines,lines,reserved",
    floor: Annotated[
        Path | None,
        typer.Option(
            help="Floor plan (TOML, metres): distances, and where counters may stand.",
            show_default=False,
        ),
    ] = None,
    tolerance: Annotated[
        float, typer.Option(min=0, max=1, help="How far the share within may fall.")
    ] = 0.005,
    seats_share: Annotated[
        float, typer.Option(min=0.5, max=1, help="Seats are enough on this share of days.")
    ] = 0.95,
    prices: PricesOption = None,
    days: DaysOption = 200,
    fresh_days: FreshDaysOption = 400,
    most: MostOption = 200,
    seed: SeedOption = 1,
    journal: JournalOption = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Write scenario, profile and floor plan here.", show_default=False),
    ] = None,
    json_file: JsonOption = None,
) -> None:
    """Search kiosks, machines, lines, reservations and places of counters that cost least.

    Counted are staff, machines, lost customers and the customers' waiting; the standard is kept
    as well as today, or as it asks.
    """
    from rich.console import Console

    from simulator.model.plan import load_plan
    from simulator.planning.cost.prices import load_prices
    from simulator.planning.journal import task_of
    from simulator.planning.layout.choices import parts_of
    from simulator.planning.layout.find import Wanted, find_layout
    from simulator.planning.layout.floor_plan import load_floor_plan
    from simulator.planning.layout.result import as_text, print_layout, write_layout
    from simulator.planning.long_work import long_work

    plan, held = load_plan(scenario), load_prices(prices)
    wanted = Wanted(days, fresh_days, seed, most, tolerance, seats_share, parts_of(vary))
    drawn = None if floor is None else load_floor_plan(floor, plan)
    task = task_of(plan, command="layout", wanted=wanted, prices=held.values(), floor=drawn)
    with long_work(journal, task) as work:
        on_step = work.steps("Layouts")
        found = find_layout(plan, wanted, held, drawn, work.journal, on_step, work.should_stop)
    if json_file != "-":
        print_layout(Console(), found)
    keep_json(as_text(found), json_file)
    if out is not None:
        write_layout(out, found)
