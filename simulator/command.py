"""Try a branch day before it happens: make demand, simulate days, print figures."""

from pathlib import Path
from typing import Annotated

import typer

from shared.reports.writing import writing
from simulator.calibration.command import calibrate
from simulator.planning.appointments.command import appointments
from simulator.planning.cost.command import cost
from simulator.planning.evaluation.command import evaluate
from simulator.planning.layout.command import layout
from simulator.planning.many.command import many
from simulator.planning.policy.command import policy
from simulator.planning.rostering.command import roster
from simulator.planning.staffing.command import staff
from simulator.planning.tomorrow.command import tomorrow
from simulator.replaying.command import replay
from simulator.samples.command import example

sim = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)
sim.command()(calibrate)
sim.command()(replay)
sim.command()(evaluate)
sim.command()(policy)
sim.command()(staff)
sim.command()(tomorrow)
sim.command()(appointments)
sim.command()(cost)
sim.command()(layout)
sim.command()(roster)
sim.command()(many)
sim.command()(example)

#: As many as a scenario may ask for.
MOST_DAYS = 100_000
#: Days under each variant of a comparison, unless somebody says otherwise.
COMPARED_DAYS = 100

ScenarioOption = Annotated[
    str,
    typer.Option(
        help="Scenario file (TOML), or a shipped one: neighbourhood, payday, city, city-full, "
        "payday120."
    ),
]
SeedOption = Annotated[int, typer.Option(min=0, help="Same seed, same days.")]
MostDaysOption = Annotated[
    int, typer.Option(min=2, max=MOST_DAYS, help="Where --precision gives up.")
]
JsonOption = Annotated[
    str | None, typer.Option("--json", help="Write the figures as JSON; - for stdout.")
]
HtmlOption = Annotated[
    Path | None, typer.Option(help="Write a page with pictures (Chinese and English).")
]
XlsxOption = Annotated[Path | None, typer.Option(help="Write the figures as a workbook.")]


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
    from simulator.model.demand import draw_day
    from simulator.model.demand_file import write_demand
    from simulator.model.plan import load_plan

    customers = draw_day(load_plan(scenario), seed, day)
    with writing(out):
        write_demand(out, customers)
    print(f"{len(customers)} customers: {out}")


@sim.command()
def run(
    scenario: ScenarioOption,
    days: Annotated[
        int | None,
        typer.Option(
            min=1, max=MOST_DAYS, help="Default: as the scenario says.", show_default=False
        ),
    ] = None,
    precision: Annotated[
        float | None,
        typer.Option(
            min=0.001,
            max=1,
            help="Instead of --days: go on until everybody's mean wait is known to this share of "
            "itself, such as 0.05.",
            show_default=False,
        ),
    ] = None,
    most_days: MostDaysOption = 5000,
    seed: SeedOption = 1,
    demand: Annotated[
        Path | None, typer.Option(help="Simulate the one day of this demand file instead.")
    ] = None,
    json_file: JsonOption = None,
    html: HtmlOption = None,
    xlsx: XlsxOption = None,
    events: Annotated[
        Path | None, typer.Option(help="Write the first day's event log as CSV.")
    ] = None,
) -> None:
    """Simulate days and print waiting, overtakes and utilisation with confidence intervals."""
    from simulator.model.plan import load_plan
    from simulator.telling import Wanted, study, tell_study, write_events

    if demand is not None and (days is not None or precision is not None):
        raise typer.BadParameter("a demand file is one day: leave --days and --precision out.")
    if days is not None and precision is not None:
        raise typer.BadParameter("give --days or --precision, not both.")
    plan = load_plan(scenario)
    wanted = Wanted(days or plan.scenario.days, precision, most_days, seed, demand)
    findings = study(plan, wanted)
    if events is not None:
        write_events(plan, seed, demand, events)
    tell_study(findings, json_file, html, xlsx)


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
    against: Annotated[
        list[str] | None,
        typer.Option(
            help="Another scenario instead, such as one with other staffing; as often as you like.",
            show_default=False,
        ),
    ] = None,
    days: Annotated[
        int | None,
        typer.Option(
            min=1, max=MOST_DAYS, help="Days under each. Default: 100.", show_default=False
        ),
    ] = None,
    precision: Annotated[
        float | None,
        typer.Option(
            min=0.001,
            max=1,
            help="Instead of --days: go on until the differences of everybody's mean wait are "
            "known to this share of the base's mean wait, such as 0.02.",
            show_default=False,
        ),
    ] = None,
    most_days: MostDaysOption = 5000,
    seed: SeedOption = 1,
    json_file: JsonOption = None,
    html: HtmlOption = None,
    xlsx: XlsxOption = None,
) -> None:
    """Compare the same days under presets, overload rules, or scenarios: who waits how long."""
    if sum(given is not None for given in (presets, overload, against or None)) > 1:
        raise typer.BadParameter("compare presets, overload rules or scenarios: one at a time.")
    if days is not None and precision is not None:
        raise typer.BadParameter("give --days or --precision, not both.")
    from simulator.experiment.variant import chosen
    from simulator.model.plan import load_plan
    from simulator.telling import Wanted, comparison, tell_comparison

    plan = load_plan(scenario)
    choice = chosen(plan, scenario, presets, overload, against or [])
    found = comparison(plan, choice, Wanted(days or COMPARED_DAYS, precision, most_days, seed))
    tell_comparison(found, seed, json_file, html, xlsx)
