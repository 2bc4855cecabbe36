"""A staffing as a table for the terminal."""

from rich.console import Console

from simulator.experiment.table import empty_table
from simulator.planning.clock import clock
from simulator.planning.staffing.answer import Answer
from simulator.planning.staffing.standing import OutOfReach, Verdict


def print_answer(console: Console, found: Answer) -> None:
    """Who is open in each half-hour and what that comes to, then what it rests on."""
    say = console.print
    amount = f"{found.half_hours} counter-half-hours ({found.half_hours / 2:g} hours)"
    if found.duties:
        amount = f"{len(found.duties)} shifts, {found.paid_min / 60:g} paid hours"
    say(f"{found.plan.scenario.name.en}: {amount}.", highlight=False)
    say()
    say(_half_hours(found))
    if found.duties:
        say()
        say(_duties(found))
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
    if not found.is_found:
        said.append("No shifts found that keep the standard: this is everybody all day.")
    said += [_out_of_reach(missed) for missed in found.out_of_reach]
    if found.least_half_hours is not None:
        least = f"{found.least_half_hours}"
        if found.duties and found.least_min is not None:
            least = f"{found.least_min / 60:g} paid hours"
        said.append(
            f"At least {least} are needed (lower bound): {found.gap_0_1:.1%} at most "
            "could be saved."
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


def _out_of_reach(missed: OutOfReach) -> str:
    minutes = f"{missed.within_s / 60:g} min"
    return (
        f"Nobody can reach {missed.wanted:.1%} within {minutes} for {missed.name}: "
        f"every counter open all day reaches {missed.reached:.1%} ± {1.96 * missed.error:.1%}. "
        f"Asked for instead: {missed.asked:.1%}."
    )


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
        who = found.open_counters(number)
        shares = _shares(found.fresh, number) if found.fresh else ()
        table.add_row(found.house.clock(number), str(len(who)), " ".join(who), *shares)
    return table


def _duties(found: Answer) -> object:
    table = empty_table()
    for head in ("counter", "from", "to", "break", "paid h"):
        table.add_column(head, no_wrap=True)
    for duty in sorted(found.duties, key=lambda d: (d.counter, d.pattern.begins)):
        p = duty.pattern
        away = "-".join(map(clock, p.away)) if p.away else ""
        table.add_row(duty.counter, clock(p.begins), clock(p.ends), away, f"{p.paid_min / 60:g}")
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
