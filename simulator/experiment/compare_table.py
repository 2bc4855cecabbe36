"""A comparison as tables for the terminal."""

from rich.console import Console

from shared.config.presets import PRESETS, preset_words
from simulator.experiment.compare import Comparison, GroupFigures
from simulator.experiment.load import offered_load
from simulator.experiment.precision import Precision
from simulator.experiment.table import empty_table, figure


def print_comparison(console: Console, found: Comparison) -> None:
    """Figures by variant and group, then the differences of the mean waits to the base."""
    days = found.days
    load = offered_load(found.plan)
    console.print(
        f"{found.plan.scenario.name.en}: the same {days} simulated "
        f"{'day' if days == 1 else 'days'} under each {found.what}"
    )
    place = f"at {', '.join(load.counters)}"
    if len(load.counters) == len(found.plan.shifts):
        place = "of all counters together"
    console.print(f"Offered load: {load.share_0_1:.0%} {place}.", highlight=False)
    if load.to_machines_0_1:
        console.print(
            f"Up to {load.to_machines_0_1:.0%} of the branch's work may go to machines; the load "
            "has all of it.",
            highlight=False,
        )
    _figures(console, found)
    if len(found.outcomes) > 1:
        _differences(console, found)
    console.print()
    console.print(found.engine.sentence, highlight=False)
    if found.precision is not None:
        console.print(_precision(found.precision), highlight=False)
    if days == 1:
        console.print("One day says nothing about the next: no intervals.")
    else:
        console.print(f"± half-width of the 95 % confidence interval over {days} days.")
    _words(console, found)


def _figures(console: Console, found: Comparison) -> None:
    table = empty_table()
    table.add_column(found.what, no_wrap=True, min_width=13)
    table.add_column("group", no_wrap=True, min_width=11)
    limits = [f"> {limit.within_s / 60:g} min\n%" for limit in found.plan.limits]
    for head in ("mean\nmin", "p90\nmin", limits[0], limits[-1], "passed\nmost", "left\n%"):
        table.add_column(head, justify="right", no_wrap=True, min_width=6)
    for outcome in found.outcomes:
        for group in found.groups:
            name = outcome.variant.name if group == found.groups[0] else ""
            is_last = group == found.groups[-1]
            table.add_row(name, group, *_row(outcome.figures(group)), end_section=is_last)
    console.print()
    console.print(table)


def _row(figures: GroupFigures) -> list[str]:
    return [
        figure(figures.mean_wait_s, 1 / 60, 1),
        figure(figures.p90_wait_s, 1 / 60, 1),
        figure(figures.share_over[0], 100, 1),
        figure(figures.share_over[-1], 100, 1),
        str(figures.overtaken_most),
        figure(figures.share_left, 100, 1),
    ]


def _differences(console: Console, found: Comparison) -> None:
    """Paired by day: smaller intervals than those of the two means."""
    others = [o.variant.name for o in found.outcomes if o.variant.name != found.base]
    table = empty_table()
    table.add_column(f"mean wait, min\nagainst {found.base}", no_wrap=True, min_width=20)
    for name in others:
        table.add_column(name, justify="right", no_wrap=True)
    for group in found.groups:
        table.add_row(
            group, *(figure(found.wait_difference_s(n, group), 1 / 60, 1) for n in others)
        )
    console.print()
    console.print(table)


def _precision(precision: Precision) -> str:
    verb = "reached" if precision.is_reached else "not reached, allow more with --most-days"
    return (
        f"Differences of everybody's mean wait to within {precision.wanted_0_1:.1%} of the "
        f"base's: {verb} ({precision.reached_0_1:.1%})."
    )


def _words(console: Console, found: Comparison) -> None:
    """What each preset does and what it costs whom."""
    named = [o.variant.name for o in found.outcomes if o.variant.name in PRESETS]
    for name in named:
        words = preset_words(name, "en")
        console.print(f"{name}: {words.does} {words.costs}", highlight=False)
