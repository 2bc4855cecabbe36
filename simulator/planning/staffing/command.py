"""The command `lobby sim staff`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shared.reports.writing import keep_json, writing
from simulator.planning.options import JournalOption, JsonOption, ScenarioArgument, SeedOption

if TYPE_CHECKING:
    from simulator.model.plan import Plan
    from simulator.planning.staffing.answer import Answer, Wish
    from simulator.planning.staffing.shifts import ShiftTable


def staff(
    scenario: ScenarioArgument,
    within: Annotated[
        float | None,
        typer.Option(
            min=0.1, max=600, help="Minutes; default: the profile's standard.", show_default=False
        ),
    ] = None,
    share: Annotated[
        float, typer.Option(min=0.01, max=0.999, help="With --within: share called in time.")
    ] = 0.8,
    at_least: Annotated[
        int, typer.Option(min=1, max=99, help="Counters that are open at any time.")
    ] = 1,
    seed: SeedOption = 1,
    fresh_days: Annotated[
        int,
        typer.Option(
            min=0, max=100_000, help="Days to check the answer on that no search has seen."
        ),
    ] = 20_000,
    bound: Annotated[
        int | None,
        typer.Option(
            min=0,
            max=48,
            help="Half-hours of each stretch of the lower bound: more is sharper and slower; 0: "
            "only the work that there is. Default: 2 where all counters are alike, else 0 (1 for "
            "shifts). Where they differ, everybody is taken to be able to do everything.",
            show_default=False,
        ),
    ] = None,
    in_shifts: Annotated[
        bool,
        typer.Option(
            "--in-shifts",
            help="Shifts instead of half-hours: the whole day with 45 minutes for lunch, six hours "
            "with half an hour, four hours.",
        ),
    ] = False,
    shifts: Annotated[
        Path | None,
        typer.Option(
            help="Shifts that may be worked (TOML) instead of those three.", show_default=False
        ),
    ] = None,
    journal: JournalOption = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Write the staffing as a scenario (TOML).", show_default=False),
    ] = None,
    json_file: JsonOption = None,
) -> None:
    """Find the fewest open counters in each half-hour that keep the waiting standard.

    With --in-shifts or --shifts: the shifts with the fewest paid hours.
    """
    from simulator.model.plan import load_plan
    from simulator.planning.staffing.answer import Wish
    from simulator.planning.target import Target

    plan = load_plan(scenario)
    targets = None if within is None else (Target(within * 60, share),)
    wish = Wish(
        targets,
        at_least=at_least,
        seed=seed,
        fresh_days=fresh_days,
        bound_width=bound,
        shifts=_shift_table(in_shifts, shifts),
    )
    found = _searched(plan, wish, journal)
    _write(found, scenario, out, json_file)


def _shift_table(in_shifts: bool, path: Path | None) -> "ShiftTable | None":
    """The shifts that may be worked, or None."""
    from simulator.planning.staffing.shifts import USUAL, read_shifts

    if path is not None:
        return read_shifts(path)
    return USUAL if in_shifts else None


def _searched(plan: "Plan", wish: "Wish", journal: Path | None) -> "Answer":
    """The answer; Ctrl-C ends the search with the best so far."""
    from simulator.planning.journal import task_of
    from simulator.planning.long_work import long_work
    from simulator.planning.staffing.search import search

    with long_work(journal, task_of(plan, command="staff", wish=wish)) as work:
        say = work.saying("Searching")
        return search(
            plan,
            wish,
            lambda what, now: say(f"{what}: {now} counter-half-hours"),
            work.should_stop,
            work.journal,
        )


def _write(found: "Answer", named: str, out: Path | None, json_file: str | None) -> None:
    """Figures for people or as JSON, and the scenario."""
    if json_file != "-":
        from rich.console import Console

        from simulator.planning.staffing.table import print_answer

        print_answer(Console(), found)
    if json_file is not None:
        from simulator.planning.staffing.result import answer_json

        keep_json(json.dumps(answer_json(found), ensure_ascii=False, indent=2), json_file)
    if out is not None:
        from simulator.planning.staffing.scenario_text import staffing_text
        from simulator.planning.staffing.table import sentences

        remarks = "\n".join(sentences(found)[:-1])
        text = staffing_text(found.plan.scenario, named, found.lines, out, remarks)
        with writing(out):
            out.write_text(text, encoding="utf-8")
        if json_file != "-":
            print(out)
