"""An evaluation as a table for the terminal and as JSON."""

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from simulator.experiment.interval import Interval
from simulator.experiment.json_interval import Json, interval_json
from simulator.experiment.table import figure
from simulator.planning.evaluation.evaluate import Change, Evaluation, Verdict


def evaluation_json(found: Evaluation) -> Json:
    """Every figure with its unit in its name; changes are after minus before."""
    return {
        "base": found.base,
        "variant": found.variant,
        "day_type": found.day_type,
        "days_before": found.days_before,
        "days_after": found.days_after,
        "confidence": 0.95,
        "arrived_a_day": dict(
            zip(("predicted", "before", "after"), map(interval_json, found.arrivals), strict=True)
        ),
        "is_other_demand": found.is_other_demand,
        "changes": [_change(change) for change in found.changes],
    }


def _change(change: Change) -> Json:
    return {
        "group": change.group,
        "figure": change.figure,
        "before": interval_json(change.before),
        "after": interval_json(change.after),
        "predicted_change": interval_json(change.predicted),
        "change": interval_json(change.came),
        "verdict": change.verdict.value,
        "days_needed": change.days_needed,
    }


def print_evaluation(console: Console, found: Evaluation) -> None:
    """What was said, what came, and in a word how they stand."""
    console.print(
        f"“{found.variant}” instead of “{found.base}” on days of type {found.day_type}: "
        f"{found.days_before} days before, {found.days_after} after.",
        highlight=False,
    )
    console.print()
    console.print(_table(found))
    predicted, before, after = (figure(interval, 1, 1) for interval in found.arrivals)
    console.print(
        f"Customers a day: {predicted} predicted, {before} before, {after} after.", highlight=False
    )
    if found.is_other_demand:
        console.print(
            "Another number of people came than the prediction was made for: a part of the "
            "difference is theirs. Calibrate on the days after the change and compare again."
        )
    console.print("± half-width of the 95 % confidence interval. Lower is better everywhere.")


def _table(found: Evaluation) -> Table:
    table = Table(box=SIMPLE, pad_edge=False)
    for head in ("", "figure", "before", "after", "predicted change", "change"):
        table.add_column(head, justify="left" if head in ("", "figure") else "right", no_wrap=True)
    table.add_column("verdict")
    last = ""
    for change in found.changes:
        name, scale, decimals = _shown(change.figure)
        intervals = (change.before, change.after, change.predicted, change.came)
        cells = [figure(_scaled(i, scale), 1, decimals) for i in intervals]
        group = "" if change.group == last else change.group
        table.add_row(group, name, *cells, _verdict(change))
        last = change.group
    return table


def _shown(figure_name: str) -> tuple[str, float, int]:
    """Name, scale and decimals for people."""
    if figure_name == "mean_wait_s":
        return "mean wait, min", 1 / 60, 1
    if figure_name == "share_left_0_1":
        return "left, %", 100.0, 1
    limit = figure_name.removeprefix("share_over_").removesuffix("_min_0_1")
    return f"> {limit} min, %", 100.0, 1


def _scaled(interval: Interval, scale: float) -> Interval:
    return Interval(interval.estimate * scale, interval.half_width * scale, interval.days)


def _verdict(change: Change) -> str:
    if change.verdict is not Verdict.TOO_EARLY:
        return change.verdict.value
    if change.days_needed is None:
        return "too early to say: too few days before"
    return f"too early to say: {change.days_needed} days after would"
