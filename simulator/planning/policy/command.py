"""The command `lobby sim policy`."""

import json
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
    ScenarioArgument,
    SeedOption,
)


def policy(
    scenario: ScenarioArgument,
    vary: Annotated[
        str, typer.Option(help="What may change: preset, growth, base, reference; with commas.")
    ] = "preset,growth,base,reference",
    protect: Annotated[
        str | None,
        typer.Option(
            help="Segments whose waiting may not cost more than today, with commas, or none. "
            "Default: people with priority need.",
            show_default=False,
        ),
    ] = None,
    over_min: Annotated[
        float,
        typer.Option(
            min=0, max=1000, help="Ordinary minutes that a customer over the standard counts for."
        ),
    ] = 10.0,
    days: DaysOption = 300,
    fresh_days: FreshDaysOption = 600,
    most: MostOption = 200,
    seed: SeedOption = 1,
    journal: JournalOption = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Write the profile with the policy found (TOML).", show_default=False),
    ] = None,
    json_file: JsonOption = None,
) -> None:
    """Search the weights of the policy that cost least waiting, within the fairness caps.

    Nobody may be passed or kept waiting beyond the profile's bounds more often than today.
    """
    from rich.console import Console

    from simulator.model.plan import load_plan
    from simulator.planning.journal import task_of
    from simulator.planning.long_work import long_work
    from simulator.planning.policy.find import Wanted, find_policy
    from simulator.planning.policy.result import policy_json, print_policy, write_profile
    from simulator.planning.policy.variants import parts_of, protected

    plan = load_plan(scenario)
    wanted = Wanted(
        days, fresh_days, seed, most, over_min, parts_of(vary), protected(plan, protect)
    )
    task = task_of(plan, command="policy", wanted=wanted)
    with long_work(journal, task) as work:
        found = find_policy(plan, wanted, work.journal, work.steps("Policies"), work.should_stop)
    if json_file != "-":
        print_policy(Console(), found)
    keep_json(json.dumps(policy_json(found, seed), ensure_ascii=False, indent=2), json_file)
    if out is not None:
        write_profile(out, found)
