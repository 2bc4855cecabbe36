"""Try a branch day before it happens: make demand, simulate days, print figures."""

import json
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shared.reports.writing import keep_json, writing

if TYPE_CHECKING:
    from rich.progress import Progress

    from simulator.experiment.compare import Comparison
    from simulator.experiment.replicate import Study
    from simulator.model.plan import Plan

sim = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)

ScenarioOption = Annotated[
    str,
    typer.Option(
        help="Scenario file (TOML), or a shipped one: neighbourhood, payday, city, payday120."
    ),
]
SeedOption = Annotated[int, typer.Option(min=0, help="Same seed, same days.")]


@sim.command()
def generate(
    scenario: ScenarioOption,
    out: Annotated[Path, typer.Option(help="CSV file to write.")],
    seed: SeedOption = 1,
    day: Annotated[int, typer.Option(min=0, help="Which day of the seed.")] = 0,
) -> None:
    """Draw one day's customers: who comes when, and the times drawn for them.

    Columns: service, segment, arrival_us, kiosk_us, service_us, patience_us (-1: never leaves);
    microseconds, arrival from midnight.
    """
    from simulator.model.demand import draw_day, write_demand
    from simulator.model.plan import load_plan

    customers = draw_day(load_plan(scenario), seed, day)
    with writing(out):
        write_demand(out, customers)
    print(f"{len(customers)} customers: {out}")


@sim.command()
def run(
    scenario: ScenarioOption,
    days: Annotated[
        int | None, typer.Option(min=1, help="Default: as the scenario says.", show_default=False)
    ] = None,
    seed: SeedOption = 1,
    demand: Annotated[
        Path | None, typer.Option(help="Simulate the one day of this demand file instead.")
    ] = None,
    json_file: Annotated[
        str | None, typer.Option("--json", help="Write the figures as JSON; - for stdout.")
    ] = None,
    events: Annotated[
        Path | None, typer.Option(help="Write the first day's event log as CSV.")
    ] = None,
) -> None:
    """Simulate days and print waiting, overtakes and utilisation with confidence intervals."""
    from simulator.model.plan import load_plan

    plan = load_plan(scenario)
    if demand is not None and days is not None:
        raise typer.BadParameter("a demand file is one day: leave --days out.")
    study = _simulate(plan, days or plan.scenario.days, seed, demand)
    if events is not None:
        _write_events(plan, seed, demand, events)
    _tell(study, None if demand else seed, json_file)


@sim.command()
def compare(
    scenario: Annotated[
        str, typer.Argument(help="Scenario file (TOML), or a shipped one, such as city, payday120.")
    ],
    presets: Annotated[
        str | None,
        typer.Option(help="all, or names with commas: first_come,capped", show_default=False),
    ] = None,
    overload: Annotated[
        str | None,
        typer.Option(help="Overload rules instead: all, or names with commas", show_default=False),
    ] = None,
    days: Annotated[int, typer.Option(min=1, help="Days under each.")] = 20,
    seed: SeedOption = 1,
    json_file: Annotated[
        str | None, typer.Option("--json", help="Write the figures as JSON; - for stdout.")
    ] = None,
) -> None:
    """Compare the same days under several presets, or overload rules: who waits how long."""
    if presets is not None and overload is not None:
        raise typer.BadParameter("compare presets or overload rules, not both at once.")
    from simulator.experiment import compare as experiment
    from simulator.experiment import variant
    from simulator.model.plan import load_plan

    plan = load_plan(scenario)
    policy = plan.profile.policy
    if overload is not None:
        what, base, variants = "overload rule", str(policy.overload.rule), variant.overloads
    else:
        what, base, variants = "preset", str(policy.preset), variant.presets
    chosen = variants(plan, (overload or presets or variant.ALL).replace(" ", "").split(","))
    with _progress() as progress:
        task = progress.add_task("Simulating days", total=days * len(chosen))
        found = experiment.compare(
            plan, what, base, chosen, days, seed, lambda n: progress.update(task, completed=n)
        )
    _tell_comparison(found, seed, json_file)


def _tell_comparison(found: "Comparison", seed: int, json_file: str | None) -> None:
    """Tables for people, or JSON on stdout instead when asked for that."""
    from rich.console import Console

    from simulator.experiment.compare_result import comparison_json
    from simulator.experiment.compare_table import print_comparison

    text = json.dumps(comparison_json(found, seed), ensure_ascii=False, indent=2)
    if json_file != "-":
        print_comparison(Console(), found)
    keep_json(text, json_file)


def _simulate(plan: "Plan", days: int, seed: int, demand: Path | None) -> "Study":
    from simulator.experiment.replicate import replicate, study_of
    from simulator.model.demand import read_demand

    if demand is not None:
        return study_of(plan, read_demand(demand, plan))
    with _progress() as progress:
        task = progress.add_task("Simulating days", total=days)
        return replicate(plan, days, seed, lambda done: progress.update(task, completed=done))


def _progress() -> "AbstractContextManager[Progress]":
    """A progress bar on stderr; nothing at all where that is no terminal."""
    from rich.console import Console
    from rich.progress import Progress

    return Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())


def _write_events(plan: "Plan", seed: int, demand: Path | None, path: Path) -> None:
    from shared.reports.event_log import save_log
    from simulator.model.demand import draw_day, read_demand
    from simulator.model.run import run_customers

    customers = read_demand(demand, plan) if demand else draw_day(plan, seed, 0)
    log = run_customers(plan, customers).events
    with writing(path):
        save_log(path, log)


def _tell(study: "Study", seed: int | None, json_file: str | None) -> None:
    """Tables for people, or JSON on stdout instead when asked for that."""
    from rich.console import Console

    from simulator.experiment.result import to_json
    from simulator.experiment.table import print_study

    text = json.dumps(to_json(study, seed), ensure_ascii=False, indent=2)
    if json_file != "-":
        print_study(Console(), study)
    keep_json(text, json_file)
