"""The command `lobby sim appointments`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shared.reports.writing import keep_json
from simulator.planning.options import (
    DaysOption,
    FreshDaysOption,
    JournalOption,
    JsonOption,
    MostOption,
    ScenarioArgument,
    SeedOption,
)

if TYPE_CHECKING:
    from simulator.planning.appointments import find, spread


def appointments(
    scenario: ScenarioArgument,
    service: Annotated[
        str | None,
        typer.Option(help="Only this service. Default: all with appointments.", show_default=False),
    ] = None,
    tolerance: Annotated[
        float, typer.Option(min=0, max=1, help="How far the walk-ins' share within may fall.")
    ] = 0.005,
    booked_within: Annotated[
        float, typer.Option(min=0, max=600, help="Minutes after the booked time ...")
    ] = 10.0,
    booked_share: Annotated[
        float, typer.Option(min=0, max=1, help="... within which so many are called.")
    ] = 0.8,
    filled: Annotated[
        float | None,
        typer.Option(
            min=0, max=1, help="Share of places taken. Default: the scenario's.", show_default=False
        ),
    ] = None,
    converts: Annotated[
        float, typer.Option(min=0, max=1, help="Of new bookings, by people who come anyway.")
    ] = 0.0,
    lifts_share: Annotated[
        bool, typer.Option(help="Try offers beyond the profile's walk_in_share too.")
    ] = False,
    spread: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=500,
            help="Instead: spread so many appointments of --service over the slots of the day.",
            show_default=False,
        ),
    ] = None,
    at_once: Annotated[int, typer.Option(min=1, max=20, help="--spread: most in one slot.")] = 3,
    waiting_cost: Annotated[
        float, typer.Option(min=0, help="--spread: a minute of a customer's waiting.")
    ] = 1.0,
    idle_cost: Annotated[
        float, typer.Option(min=0, help="--spread: a minute of an idle counter.")
    ] = 1.0,
    overtime_cost: Annotated[
        float, typer.Option(min=0, help="--spread: a minute after the last slot's end.")
    ] = 1.5,
    days: DaysOption = 100,
    fresh_days: FreshDaysOption = 300,
    most: MostOption = 150,
    seed: SeedOption = 1,
    journal: JournalOption = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Write the profile with the offer found (TOML).", show_default=False),
    ] = None,
    json_file: JsonOption = None,
) -> None:
    """Search the most appointments that people without one can bear: slots, capacity, spread.

    Who does not come and who is late is the scenario's, as lobby sim calibrate learns it.
    """
    if spread is not None and service is None:
        raise typer.BadParameter("--spread needs --service.")
    if spread is not None and out is not None:
        raise typer.BadParameter("a profile has even slots: --spread writes --json only.")
    if spread is not None and service is not None:
        from simulator.planning.appointments.exact import Costs
        from simulator.planning.appointments.spread import Wanted as Schedule

        costs = Costs(waiting_cost, idle_cost, overtime_cost)
        _spread(
            scenario,
            Schedule(service, spread, at_once, days, fresh_days, seed, most, costs),
            journal,
            json_file,
        )
        return
    from simulator.planning.appointments.find import Wanted

    wanted = Wanted(
        service=service,
        days=days,
        fresh_days=fresh_days,
        seed=seed,
        most=most,
        tolerance=tolerance,
        booked_within_min=booked_within,
        booked_share=booked_share,
        converts=converts,
        filled=filled,
        keeps_share=not lifts_share,
    )
    _offer(scenario, wanted, journal, out, json_file)


def _offer(
    scenario: str,
    wanted: "find.Wanted",
    journal: Path | None,
    out: Path | None,
    json_file: str | None,
) -> None:
    from rich.console import Console

    from simulator.model.plan import load_plan
    from simulator.planning.appointments.find import find_offer
    from simulator.planning.appointments.result import offer_json, print_offer, write_offer
    from simulator.planning.journal import task_of
    from simulator.planning.long_work import long_work

    plan = load_plan(scenario)
    task = task_of(plan, command="appointments", wanted=wanted)
    with long_work(journal, task) as work:
        found = find_offer(plan, wanted, work.journal, work.steps("Offers"), work.should_stop)
    if json_file != "-":
        print_offer(Console(), found)
    keep_json(json.dumps(offer_json(found), ensure_ascii=False, indent=2), json_file)
    if out is not None:
        write_offer(out, found)


def _spread(
    scenario: str, wanted: "spread.Wanted", journal: Path | None, json_file: str | None
) -> None:
    from rich.console import Console

    from simulator.model.plan import load_plan
    from simulator.planning.appointments.result import print_spread, spread_json
    from simulator.planning.appointments.spread import find_spread
    from simulator.planning.journal import task_of
    from simulator.planning.long_work import long_work

    plan = load_plan(scenario)
    task = task_of(plan, command="spread", wanted=wanted)
    with long_work(journal, task) as work:
        found = find_spread(plan, wanted, work.journal, work.steps("Schedules"), work.should_stop)
    if json_file != "-":
        print_spread(Console(), found)
    keep_json(json.dumps(spread_json(found), ensure_ascii=False, indent=2), json_file)
