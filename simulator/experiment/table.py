"""A study as tables for the terminal."""

import math
from collections.abc import Iterator

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from simulator.experiment.findings import Findings
from simulator.experiment.hall_figures import hall_figures
from simulator.experiment.house_figures import house_figures
from simulator.experiment.interval import Interval
from simulator.experiment.replicate import Group, Study

#: From this half-width on (in the unit shown) decimals would only pretend to say something.
UNSURE = 10.0


def print_study(console: Console, study: Study) -> None:
    """Waiting by segment and service, overtakes and utilisation, each with its interval."""
    days = len(study.days)
    noun = "day" if days == 1 else "days"
    console.print(f"{study.plan.scenario.name.en}: {days} simulated {noun}")
    for table in (_waiting(study), _counters(study)):
        console.print()
        console.print(table)
    console.print()
    console.print(
        f"Overtaken: {figure(study.overtaken_mean(), 1, 2)} times per customer; the most in a day "
        f"{figure(study.overtaken_worst(), 1, 1)}."
    )
    for sentence in (*hall_sentences(study), *house_sentences(study)):
        console.print(sentence, highlight=False)
    turned_away = sum(day.turned_away for day in study.days)
    if turned_away:
        console.print(f"Came too late for a ticket: {turned_away} in all.")
    happened = {name: found for name, found in study.stops_per_day().items() if found.estimate}
    if happened:
        parts = [f"{name.replace('_', ' ')} {figure(n, 1, 1)}" for name, n in happened.items()]
        console.print(f"On a day: {', '.join(parts)}.")
    console.print(study.chosen.sentence)
    if days == 1:
        console.print("One day says nothing about the next: no intervals.")
    else:
        console.print(f"± half-width of the 95 % confidence interval over {days} days.")


def print_findings(console: Console, findings: Findings) -> None:
    """The tables of the study, and a sentence for everything that stands beside it."""
    study, theory = findings.study, findings.theory
    print_study(console, study)
    precision, share = findings.precision, findings.parameters
    if precision is not None:
        verb = "reached" if precision.is_reached else "not reached, allow more with --most-days"
        console.print(
            f"Mean wait to within {precision.wanted_0_1:.1%} of itself: {verb} "
            f"({precision.reached_0_1:.1%}).",
            highlight=False,
        )
    if theory is not None:
        console.print(
            "Theory, everybody in one line before equal counters (Erlang, M(t)/M/c): mean wait "
            f"{theory.mean_wait_min:.1f} min.",
            highlight=False,
        )
    if share is not None:
        console.print(
            f"The scenario's figures are estimates: ±{share.from_parameters_s / 60:.1f} min on the "
            f"mean wait, besides ±{share.from_days_s / 60:.1f} min of the days.",
            highlight=False,
        )
        if share.dominates:
            console.print("More recorded days will help, more simulated days will not.")


def hall_sentences(study: Study) -> Iterator[str]:
    """What the scenario says something of in the hall."""
    found = hall_figures(study)
    if found.share_balked is not None:
        yield f"Turned round at the ticket: {figure(found.share_balked, 100, 1)} % of customers."
    if found.machines is not None:
        machines = found.machines
        yield (
            f"Machines: offered to {figure(machines.share_offered, 100, 1)} %, taken by "
            f"{figure(machines.share_taken, 100, 1)} % of these, in vain by "
            f"{figure(machines.share_in_vain, 100, 1)} % of these."
        )
    if found.ways is not None:
        ways = found.ways
        yield (
            f"On foot to the counter: {figure(ways.walked_m, 1, 1)} m, "
            f"{figure(ways.walked_s, 1, 1)} s; found no seat: "
            f"{figure(ways.share_standing, 100, 1)} % of people."
        )


def house_sentences(study: Study) -> Iterator[str]:
    """Supervisors, rooms and cash work, where the scenario has them."""
    found = house_figures(study)
    for name, asked in (("supervisor", found.supervisor), ("room", found.rooms)):
        if asked is not None:
            yield (
                f"A {name} was asked for {figure(asked.asked_a_day, 1, 1)} times a day; the wait "
                f"for one: {figure(asked.mean_wait_s, 1 / 60, 1)} min."
            )
    if found.cash is not None:
        yield f"Cash work at all counters: {figure(found.cash.min_a_day, 1, 1)} min a day."


def _waiting(study: Study) -> Table:
    """One row for everybody, each segment and each service."""
    table = empty_table()
    table.add_column("waiting", no_wrap=True, min_width=16)
    limits = [f"> {limit_s / 60:g} min\n%" for limit_s in study.limits_s]
    for head in ("customers\na day", "mean wait\nmin", *limits, "left\n%"):
        widest = max(map(len, head.splitlines()))
        table.add_column(head, justify="right", no_wrap=True, min_width=widest)
    table.add_row(*_row("everybody", study.everybody()), end_section=True)
    for groups in (study.by_segment(), study.by_service()):
        for index, group in enumerate(groups):
            is_last = index == len(groups) - 1
            table.add_row(*_row(group.name, group), end_section=is_last)
    return table


def _row(name: str, group: Group) -> list[str]:
    return [
        name,
        figure(group.arrived_a_day, 1, 1),
        figure(group.mean_wait_s, 1 / 60, 1),
        *(_over(share) for share in group.share_within),
        figure(group.share_left, 100, 1),
    ]


def _over(within: Interval) -> str:
    """The share over a limit in per cent, from the share within it."""
    over = Interval(1 - within.estimate, within.half_width, within.days)
    return figure(over, 100, 1)


def _counters(study: Study) -> Table:
    table = empty_table()
    table.add_column("counter", no_wrap=True)
    table.add_column("serving, % of open time", justify="right")
    for counter, interval in study.utilisation().items():
        table.add_row(counter, figure(interval, 100, 1))
    return table


def empty_table() -> Table:
    """One blank between columns, so that seven of them fit a terminal of 80."""
    return Table(box=SIMPLE, padding=0, show_edge=False)


def figure(interval: Interval, factor: float, decimals: int) -> str:
    """An estimate with its half-width, or a dash where there is nothing to say."""
    if math.isnan(interval.estimate):
        return "–"
    half_width = interval.half_width * factor
    if half_width >= UNSURE:
        decimals = 0
    text = f"{round(interval.estimate * factor, decimals) + 0.0:.{decimals}f}"  # never -0.0
    if math.isnan(half_width):
        return text
    return f"{text}±{half_width:.{decimals}f}"
