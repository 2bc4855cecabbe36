"""The command `lobby sim roster`."""

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
    SeedOption,
)
from simulator.planning.target import Per


def roster(
    staff: Annotated[
        str, typer.Argument(help="Staff file (TOML), or the shipped one: city-staff.")
    ],
    present: Annotated[
        Path | None,
        typer.Option(
            "--from",
            help="The present roster (CSV, XLSX): stay near to it. Days before the period count "
            "for rest and days in a row.",
            show_default=False,
        ),
    ] = None,
    change_at_most: Annotated[
        int | None,
        typer.Option(
            min=0, help="With --from: so many days of people may differ.", show_default=False
        ),
    ] = None,
    check_only: Annotated[
        bool, typer.Option("--check", help="With --from: only say which rules it breaks.")
    ] = False,
    per: Annotated[Per, typer.Option(help="Over what the standard is to be kept.")] = Per.DAY,
    effort: Annotated[
        float,
        typer.Option(
            min=0.1, max=10_000, help="Work on each week: about seconds, but the same everywhere."
        ),
    ] = 4.0,
    rounds: Annotated[
        int, typer.Option(min=1, max=50, help="How often needs are raised and it is made anew.")
    ] = 4,
    days: DaysOption = 200,
    fresh_days: FreshDaysOption = 1000,
    seed: SeedOption = 1,
    journal: JournalOption = None,
    out: Annotated[
        list[Path] | None,
        typer.Option(help="Write the roster: CSV, or XLSX by its name.", show_default=False),
    ] = None,
    json_file: JsonOption = None,
) -> None:
    """Make a roster for named people that keeps every rule, and the waiting standard.

    Where that cannot be, it says on which day, when and with which skill how many are missing.
    """
    from rich.console import Console

    from simulator.planning.rostering.check import check
    from simulator.planning.rostering.files import read_roster, write_roster
    from simulator.planning.rostering.judge import Standard
    from simulator.planning.rostering.loop import Asked
    from simulator.planning.rostering.month import load_month
    from simulator.planning.rostering.result import (
        broken_json,
        print_broken,
        print_roster,
        roster_json,
    )
    from simulator.planning.rostering.work import report_roster

    if present is None and (check_only or change_at_most is not None):
        raise typer.BadParameter("--check and --change-at-most need the present roster: --from.")
    month = load_month(staff)
    old = read_roster(present) if present is not None else None
    if check_only and old is not None:
        broken = check(old, month)
        if json_file != "-":
            print_broken(Console(), broken)
        told: object = {"broken": [broken_json(each) for each in broken]}
        keep_json(json.dumps(told, ensure_ascii=False, indent=2), json_file)
        return
    asked = Asked(old, change_at_most, Standard(per, days, seed), effort, seed, rounds)
    found = report_roster(month, asked, fresh_days, journal)
    for path in out or []:  # first what took long to find
        write_roster(path, found.planned.roster, month)
    keep_json(json.dumps(roster_json(found, seed), ensure_ascii=False, indent=2), json_file)
    if json_file != "-":
        print_roster(Console(), found)
