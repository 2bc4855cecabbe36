"""The command `lobby sim evaluate`."""

import json
from pathlib import Path
from typing import Annotated

import typer

from shared.reports.writing import keep_json


def evaluate(
    prediction: Annotated[
        Path, typer.Argument(help="What “lobby sim compare ... --json” said before the change.")
    ],
    before: Annotated[
        list[Path],
        typer.Option(help="Recorded before: event logs (again for more), or a CSV of customers."),
    ],
    after: Annotated[list[Path], typer.Option(help="Recorded after it, in the same way.")],
    profile: Annotated[
        str, typer.Option(help="The branch's profile: a file, or neighbourhood, city.")
    ] = "neighbourhood",
    variant: Annotated[
        str | None,
        typer.Option(
            help="Which of the compared variants was put in force.",
            show_default="the only one beside the base",
        ),
    ] = None,
    json_file: Annotated[
        str | None, typer.Option("--json", help="Write the figures as JSON; - for stdout.")
    ] = None,
) -> None:
    """Set what came of a change beside what was predicted: came true, better, worse, too early."""
    from rich.console import Console

    from shared.config.load import load_profile
    from simulator.planning.evaluation.evaluate import evaluate as set_beside
    from simulator.planning.evaluation.evaluate import read_prediction
    from simulator.planning.evaluation.recorded import recorded_days
    from simulator.planning.evaluation.result import evaluation_json, print_evaluation

    said = read_prediction(prediction, variant)
    held = load_profile(profile)
    days = [recorded_days(p, held, said.day_type, said.limits_s) for p in (before, after)]
    found = set_beside(said, *days)
    if json_file is not None:
        keep_json(json.dumps(evaluation_json(found), ensure_ascii=False, indent=2), json_file)
    if json_file != "-":
        print_evaluation(Console(), found)
