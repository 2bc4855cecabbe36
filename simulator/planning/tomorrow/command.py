"""The command `lobby sim tomorrow`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shared.reports.writing import keep_json, writing
from simulator.planning.options import (
    FreshDaysOption,
    JournalOption,
    JsonOption,
    PricesOption,
    ScenarioArgument,
    SeedOption,
)

if TYPE_CHECKING:
    from simulator.planning.tomorrow.effect import Tomorrow


def tomorrow(
    scenario: ScenarioArgument,
    absent: Annotated[
        str | None,
        typer.Option(help="Staff numbers of who is away, with commas.", show_default=False),
    ] = None,
    present: Annotated[
        Path | None,
        typer.Option(help="CSV of who is in: a column person.", show_default=False),
    ] = None,
    at_least: Annotated[
        int, typer.Option(min=1, max=99, help="People at counters at any time.")
    ] = 2,
    dual: Annotated[
        str | None,
        typer.Option(
            help="Services under dual control, with commas, such as cash,large: nobody serves one "
            "unless somebody else who can is at a counter.",
            show_default=False,
        ),
    ] = None,
    van: Annotated[
        list[str] | None,
        typer.Option(
            help="The cash van comes, such as 10:00-11:30: somebody leaves the counter for it "
            "within that time, the plans say when and who. Several may come.",
            show_default=False,
        ),
    ] = None,
    van_min: Annotated[
        int, typer.Option(min=1, max=240, help="How long that takes, minutes.")
    ] = 20,
    van_by: Annotated[
        str | None,
        typer.Option(
            help="Staff number of who has to go. Default: anybody who does --van-skill.",
            show_default=False,
        ),
    ] = None,
    van_skill: Annotated[str, typer.Option(help="Service that whoever goes can do.")] = "cash",
    borrow: Annotated[
        bool, typer.Option(help="Whether somebody may be borrowed for the day.")
    ] = True,
    seed: SeedOption = 1,
    fresh_days: FreshDaysOption = 1000,
    prices: PricesOption = None,
    journal: JournalOption = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Write the first plan as a scenario (TOML).", show_default=False),
    ] = None,
    json_file: JsonOption = None,
    language: Annotated[str, typer.Option(help="Of the sentences: zh or en.")] = "en",
) -> None:
    """Rank three plans for tomorrow: lunches, counters, and whom to borrow when people are away."""
    from shared.i18n import language_code
    from simulator.model.plan import load_plan
    from simulator.planning.cost.prices import load_prices
    from simulator.planning.journal import task_of
    from simulator.planning.long_work import long_work
    from simulator.planning.tomorrow.choices import Choices
    from simulator.planning.tomorrow.constraints import constraints_of, errands_of
    from simulator.planning.tomorrow.people import away, people_of, without
    from simulator.planning.tomorrow.search import plans_for

    told, plan = language_code(language), load_plan(scenario)
    people = people_of(plan)
    inside = without(people, away(people, absent, present))
    kept = constraints_of(plan, at_least, dual, borrow)
    errands = errands_of(plan, inside, van or (), van_min, van_by, van_skill)
    choices = Choices(plan, inside, kept, errands)
    held = load_prices(prices)
    task = task_of(plan, command="tomorrow", seed=seed, prices=held.values(), asked=choices.asked)
    with long_work(journal, task) as work:
        say = work.saying("Searching")
        found = plans_for(
            choices,
            held,
            seed,
            fresh_days,
            lambda kind, cost: say(f"{kind}: {cost:,.0f} a day"),
            work.should_stop,
            work.journal,
        )
    _write(found, scenario, out, json_file, told)


def _write(
    found: "Tomorrow", named: str, out: Path | None, json_file: str | None, language: str
) -> None:
    from rich.console import Console

    from simulator.planning.staffing.scenario_text import staffing_text
    from simulator.planning.tomorrow.telling import print_tomorrow, tomorrow_json
    from simulator.planning.tomorrow.words import what_to_do

    if json_file != "-":
        print_tomorrow(Console(), found, language)
    if json_file is not None:
        keep_json(json.dumps(tomorrow_json(found), ensure_ascii=False, indent=2), json_file)
    if out is not None and found.plans:
        best = found.plans[0].choice
        lines = found.choices.lines(best)
        remarks = "\n".join(what_to_do(found.choices, best, language))
        text = staffing_text(found.choices.plan.scenario, named, lines, out, remarks)
        with writing(out):
            out.write_text(text, encoding="utf-8")
        if json_file != "-":
            print(out)
