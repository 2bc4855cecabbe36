"""A replay as tables for the terminal."""

import math

from rich.console import Console

from shared.metrics.waiting import Waiting
from shared.reports.amounts import DASH
from simulator.experiment.table import empty_table
from simulator.replaying.replay import EVERYBODY, OTHER, Replayed

#: More sentences than this say nothing new.
MOST_SENTENCES = 5


def print_replay(console: Console, found: Replayed) -> None:
    """What was proved, how near the day lived again comes to the recorded one, and the figures."""
    proof = found.proof
    say = console.print
    right = proof.calls - len(proof.wrong)
    say(f"{found.day.log}, {found.day.day}: {proof.calls} calls, {right} of them as the rules give "
        "them in the state that was reached.", highlight=False)  # fmt: skip
    for sentence in proof.wrong[:MOST_SENTENCES]:
        say(f"  {sentence}", highlight=False)
    if proof.others is not None:
        say(f"In the same states the other policy would have made {proof.others} of them "
            "otherwise.", highlight=False)  # fmt: skip
    say(f"Lived again under its own rules: {found.same} of {found.calls} first calls to the same "
        "counter at the same microsecond.", highlight=False)  # fmt: skip
    if found.given.several:
        say(f"{found.given.several} visits had several stops; the model takes each as one.")
    _table(console, found)
    if any(version.name == OTHER for version in found.versions):
        say(_patience(found), highlight=False)


def _patience(found: Replayed) -> str:
    if found.patience_mean_min is None:
        return "Who did not leave that day is taken never to leave: too few left to know better."
    return (
        "Who did not leave that day is given patience beyond the recorded wait, "
        f"{found.patience_mean_min:.0f} min on average."
    )


def _table(console: Console, found: Replayed) -> None:
    table = empty_table()
    table.add_column("day", no_wrap=True, min_width=11)
    table.add_column("group", no_wrap=True, min_width=11)
    limit = found.limits[0].within_s / 60
    heads = ("came", "mean\nmin", "p90\nmin", "longest\nmin", f"> {limit:g} min\n%", "left")
    for head in heads:
        table.add_column(head, justify="right", no_wrap=True)
    for version in found.versions:
        names = [EVERYBODY, *(name for name in version.groups if name != EVERYBODY)]
        for name in names:
            label = version.name if name == EVERYBODY else ""
            is_last = name == names[-1]
            table.add_row(label, name, *_cells(version.groups[name]), end_section=is_last)
    console.print()
    console.print(table)


def _cells(each: Waiting) -> list[str]:
    minutes = (each.mean_s / 60, each.p90_s / 60, each.max_s / 60)
    over = [within.share_over * 100 for within in each.within[:1]]
    return [str(each.arrived), *map(_figure, minutes), *map(_figure, over), str(each.left)]


def _figure(value: float) -> str:
    return DASH if math.isnan(value) else f"{value:.1f}"
