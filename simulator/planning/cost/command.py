"""The command `lobby sim cost`."""

import json
from typing import Annotated

import typer

from shared.reports.writing import keep_json
from simulator.planning.options import (
    DaysOption,
    JournalOption,
    JsonOption,
    PricesOption,
    ScenarioArgument,
    SeedOption,
)


def cost(
    scenario: ScenarioArgument,
    against: Annotated[
        str | None,
        typer.Option(help="Another scenario: what going to it brings.", show_default=False),
    ] = None,
    case: Annotated[
        str | None,
        typer.Option(
            help="Costs and gains of a change (TOML), or documents: the worked example.",
            show_default=False,
        ),
    ] = None,
    curve: Annotated[
        bool, typer.Option(help="Staff against waiting and lost customers, one line at a time.")
    ] = False,
    prices: PricesOption = None,
    days: DaysOption = 200,
    seed: SeedOption = 1,
    journal: JournalOption = None,
    json_file: JsonOption = None,
) -> None:
    """Price a branch day: staff, machines, lost customers, waiting; and the return of a change."""
    from rich.console import Console

    from simulator.model.plan import load_plan
    from simulator.planning.cost.case import load_case
    from simulator.planning.cost.curve import trade_off
    from simulator.planning.cost.prices import load_prices
    from simulator.planning.cost.result import cost_json, print_cost
    from simulator.planning.cost.study import cost_study
    from simulator.planning.journal import task_of
    from simulator.planning.long_work import long_work

    held = load_prices(prices)
    plan = load_plan(scenario)
    other = None if against is None else load_plan(against)
    told = None if case is None else load_case(case)
    found = cost_study(plan, other, told, held, days, seed)
    task = task_of(plan, command="cost", prices=held.values(), days=days, seed=seed)
    with long_work(journal if curve else None, task) as work:
        points = trade_off(plan, held, days, seed, work.should_stop, work.journal) if curve else ()
    if json_file != "-":
        print_cost(Console(), found, points)
    keep_json(json.dumps(cost_json(found, points), ensure_ascii=False, indent=2), json_file)
