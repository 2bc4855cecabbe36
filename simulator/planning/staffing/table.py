"""A staffing as a table for the terminal."""

from rich.console import Console

from simulator.experiment.table import empty_table
from simulator.planning.staffing.search import Answer
from simulator.planning.staffing.standing import Verdict


def print_answer(console: Console, found: Answer) -> None:
    """Who is open in each half-hour and what that comes to, then what it rests on."""
    say = console.print
    say(f"{found.plan.scenario.name.en}: {found.half_hours} counter-half-hours "
        f"({found.half_hours / 2:g} hours).", highlight=False)  # fmt: skip
    say()
    say(_half_hours(found))
    if found.wanted.services and found.fresh is not None:
        say()
        say(_services(found, found.fresh))
    say()
    for sentence in sentences(found):
        say(sentence, highlight=False)


def sentences(found: Answer) -> list[str]:
    """What the answer rests on: bound, check, and what could not be had."""
    said = []
    if found.was_cut_short:
        said.append("Cut short: the best so far.")
    if found.out_of_reach:
        names = ", ".join(found.out_of_reach)
        said.append(f"Not reached with all counters open: {names}; there within 5 points of that.")
    if found.least_half_hours is not None:
        said.append(
            f"At least {found.least_half_hours} are needed, as each stretch of the day shows with "
            f"everything else open: {found.gap_0_1:.1%} at most could be saved."
        )
    if found.fresh is not None:
        verb = "reached" if found.is_met_on_fresh_days else "NOT reached"
        points = 100 * found.wish.rules.tolerance
        said.append(
            f"On {found.wish.fresh_days:,} fresh days every share is {verb}, up to {points:g} of a "
            "point. ± half-width of the 95 % interval."
        )
    took = found.seconds
    said.append(
        f"Search {took['search']:.1f} s, check on fresh days {took['fresh_check']:.1f} s, lower "
        f"bound {took['bound']:.1f} s."
    )
    return said


def _heads(found: Answer) -> list[str]:
    return [f"≤ {target.within_s / 60:g} min\n%" for target in found.wanted.targets]


def _half_hours(found: Answer) -> object:
    table = empty_table()
    table.add_column("from", no_wrap=True)
    table.add_column("open", justify="right", no_wrap=True)
    table.add_column("counters")
    for head in _heads(found) if found.fresh else ():
        table.add_column(head, justify="right", no_wrap=True)
    for number in range(found.house.count):
        who = found.house.open_counters(found.openings, number)
        shares = _shares(found.fresh, number) if found.fresh else ()
        table.add_row(found.house.clock(number), str(len(who)), " ".join(who), *shares)
    return table


def _services(found: Answer, fresh: Verdict) -> object:
    table = empty_table()
    table.add_column("service, over the day", no_wrap=True)
    for head in _heads(found):
        table.add_column(head, justify="right", no_wrap=True)
    for number, service in enumerate(found.wanted.services):
        cell = found.wanted.half_hours + number
        if fresh.counted[cell].any():
            table.add_row(service, *_shares(fresh, cell))
    return table


def _shares(verdict: Verdict, cell: int) -> list[str]:
    pairs = zip(verdict.share[cell], verdict.error[cell], strict=True)
    return [f"{100 * share:.1f} ±{196 * error:.1f}" for share, error in pairs]
