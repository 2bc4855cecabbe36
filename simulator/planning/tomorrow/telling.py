"""Plans for tomorrow in sentences, as a table, and as JSON."""

from collections.abc import Iterator

from rich.console import Console

from simulator.experiment.interval import Interval
from simulator.experiment.json_interval import interval_json
from simulator.experiment.table import empty_table
from simulator.planning.tomorrow.choices import BORROWED, Choice, Choices
from simulator.planning.tomorrow.search import Effect, Tomorrow

Json = dict[str, object]


def what_to_do(choices: Choices, choice: Choice) -> Iterator[str]:
    """What differs from doing nothing, a sentence for each person."""
    nothing = choices.nothing
    for place, person in enumerate(choices.people):
        before, counter = nothing.counters[place], choice.counters[place]
        lunch = choice.lunches[place]
        if counter != before:
            yield f"{person.number} sits at counter {counter} instead of {before}."
        if lunch is not None and lunch != nothing.lunches[place]:
            planned = nothing.lunches[place]
            yield f"{person.number} has lunch at {_clock(lunch)} instead of {_clock(planned or 0)}."
    if choice.borrowed is not None:
        lunch = choice.guest_lunch
        at = f", lunch at {_clock(lunch)}" if lunch is not None and choices.lunch_min else ""
        yield f"Borrow somebody for counter {choice.borrowed} all day{at}."


def print_tomorrow(console: Console, found: Tomorrow) -> None:
    """How it goes when nobody does anything, then each plan with what it changes."""
    say = console.print
    nothing, plan = found.nothing, found.choices.plan
    limit = plan.limits[0]
    counted = nothing.counted[..., 0].sum()
    over = 1 - nothing.within[..., 0].sum() / max(counted, 1)
    unserved = (nothing.arrived - nothing.called).sum() / nothing.days
    say(
        f"{plan.scenario.name.en}, if nobody does anything: mean wait "
        f"{nothing.mean_wait_s() / 60:.1f} min, {over:.1%} wait over {limit.within_s / 60:g} min, "
        f"{unserved:.1f} go unserved, the day costs {found.nothing_cost:,.0f} {found.currency}.",
        highlight=False,
    )
    if not found.is_nothing_feasible:
        say("That breaks what has to be kept (people at counters, dual control, lunches).")
    if not found.plans:
        say("No plan keeps everything that has to be kept. Allow borrowing, or fewer at counters.")
        return
    say()
    say(_table(found, limit.within_s))
    for rank, effect in enumerate(found.plans, start=1):
        say(f"\nPlan {rank}")
        for sentence in what_to_do(found.choices, effect.choice):
            say(f"  {sentence}", highlight=False)
        if not effect.is_better:
            say("  By chance alone it could be no better than doing nothing.")
    say(f"\nDifferences to doing nothing on {found.fresh_days:,} fresh days, the same customers; ± "
        f"half-width of the 95 % interval. {found.looked_at} plans looked at in "
        f"{found.seconds:.0f} s.", highlight=False)  # fmt: skip
    if found.was_cut_short:
        say("Cut short: the best so far.")


def _table(found: Tomorrow, limit_s: float) -> object:
    table = empty_table()
    heads = ("mean wait\nmin", f"> {limit_s / 60:g} min\npoints", "unserved\na day")
    table.add_column("plan", no_wrap=True)
    for head in (*heads, f"cost a day\n{found.currency}"):
        table.add_column(head, justify="right", no_wrap=True)
    for rank, effect in enumerate(found.plans, start=1):
        table.add_row(
            f"{rank} ({effect.kind})",
            _figure(effect.wait_s, 1 / 60, 1),
            _figure(effect.over_standard, 100, 1),
            _figure(effect.left_a_day, 1, 1),
            _figure(effect.cost, 1, 0),
        )
    return table


def _figure(interval: Interval, factor: float, decimals: int) -> str:
    half = interval.half_width * factor
    return f"{interval.estimate * factor:+,.{decimals}f} ±{half:,.{decimals}f}"


def tomorrow_json(found: Tomorrow) -> Json:
    """All of it; differences are a plan's figure less that of doing nothing."""
    nothing = found.nothing
    counted = int(nothing.counted[..., 0].sum())
    return {
        "schema_version": 1,
        "scenario": found.choices.plan.scenario.name.model_dump(),
        "seed": found.seed,
        "fresh_days": found.fresh_days,
        "in": [person.number for person in found.choices.people],
        "do_nothing": {
            "mean_wait_s": nothing.mean_wait_s(),
            "over_standard_0_1": 1 - int(nothing.within[..., 0].sum()) / max(counted, 1),
            "unserved_a_day": float((nothing.arrived - nothing.called).sum()) / nothing.days,
            "cost_a_day": found.nothing_cost,
            "is_feasible": found.is_nothing_feasible,
        },
        "currency": found.currency,
        "plans": [_plan(found, effect) for effect in found.plans],
        "looked_at": found.looked_at,
        "was_cut_short": found.was_cut_short,
        "seconds": round(found.seconds, 3),
    }


def _plan(found: Tomorrow, effect: Effect) -> Json:
    lines = found.choices.lines(effect.choice)
    return {
        "kind": effect.kind,
        "what_to_do": list(what_to_do(found.choices, effect.choice)),
        "staffing": [line.model_dump(exclude_defaults=True) for line in lines],
        "borrowed": BORROWED if effect.choice.borrowed else None,
        "is_better": effect.is_better,
        "cost_a_day": effect.cost_a_day,
        "differences": {
            "mean_wait_s": interval_json(effect.wait_s),
            "over_standard_0_1": interval_json(effect.over_standard),
            "unserved_a_day": interval_json(effect.left_a_day),
            "cost_a_day": interval_json(effect.cost),
        },
    }


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
