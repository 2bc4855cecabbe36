"""Plans for tomorrow as tables for the terminal, and as JSON."""

from rich.console import Console

from shared.i18n import LANGUAGES, translate
from simulator.experiment.interval import Interval
from simulator.experiment.json_interval import interval_json
from simulator.experiment.table import empty_table
from simulator.planning.tomorrow.choice import BORROWED
from simulator.planning.tomorrow.effect import Effect, Tomorrow
from simulator.planning.tomorrow.words import how_sure, if_nothing, kind_words, what_to_do

Json = dict[str, object]


def print_tomorrow(console: Console, found: Tomorrow, language: str) -> None:
    """How it goes when nobody does anything, then each plan with what it changes."""
    for sentence in if_nothing(found, language):
        console.print(sentence, highlight=False)
    if not found.plans:
        return
    console.print()
    console.print(_table(found, found.choices.plan.limits[0].within_s, language))
    for rank, effect in enumerate(found.plans, start=1):
        console.print("\n" + translate("Tomorrow", "Plan %1", rank, language=language))
        for sentence in what_to_do(found.choices, effect.choice, language):
            console.print(f"  {sentence}", highlight=False)
        if not effect.is_better:
            by_chance = translate(
                "Tomorrow",
                "By chance alone it could be no better than doing nothing.",
                language=language,
            )
            console.print(f"  {by_chance}")
    console.print()
    for sentence in how_sure(found, language):
        console.print(sentence, highlight=False)


def _table(found: Tomorrow, limit_s: float, language: str) -> object:
    table = empty_table()
    table.add_column(translate("Tomorrow", "plan", language=language), no_wrap=True)
    for head in (
        translate("Tomorrow", "mean wait\nmin", language=language),
        translate("Tomorrow", "> %1 min\npoints", f"{limit_s / 60:g}", language=language),
        translate("Tomorrow", "unserved\na day", language=language),
        translate("Tomorrow", "cost a day\n%1", found.currency, language=language),
    ):
        table.add_column(head, justify="right", no_wrap=True)
    for rank, effect in enumerate(found.plans, start=1):
        table.add_row(
            f"{rank} ({kind_words(effect.kind, language)})",
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
        "what_to_do": {
            language: list(what_to_do(found.choices, effect.choice, language))
            for language in LANGUAGES
        },
        "staffing": [line.model_dump(exclude_defaults=True) for line in lines],
        "borrowed": BORROWED if effect.choice.guest else None,
        "is_better": effect.is_better,
        "cost_a_day": effect.cost_a_day,
        "differences": {
            "mean_wait_s": interval_json(effect.wait_s),
            "over_standard_0_1": interval_json(effect.over_standard),
            "unserved_a_day": interval_json(effect.left_a_day),
            "cost_a_day": interval_json(effect.cost),
        },
    }
