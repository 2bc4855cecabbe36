"""A comparison as one page: who waits how long under each variant, and what differs."""

from shared.config.presets import PRESETS, preset_words
from shared.reports.amounts import NO_BREAK
from shared.reports.page import LANGUAGES, render, template_of
from simulator.experiment.compare import APPOINTMENT, EVERYBODY, Comparison, GroupFigures
from simulator.experiment.interval import Interval
from simulator.report import sentences
from simulator.report.cells import Row, percent, with_half_width
from simulator.report.chart import Bar, difference_chart
from simulator.report.words import overload_words, words


def render_comparison(found: Comparison, seed: int) -> str:
    """The page. Chinese is shown first, a switch at the top shows English."""
    plan = found.plan
    bodies = {language: _body(found, seed, language) for language in LANGUAGES}
    template = template_of("simulator.report", "comparison.html.j2")
    return render(template, plan.profile.bank.accent, plan.scenario.name.zh, bodies=bodies)


def _body(found: Comparison, seed: int, language: str) -> dict[str, object]:
    plan, names = found.plan, group_names(found, language)
    called = variant_names(found, language)
    day_type = sentences.day_type_name(plan, language)
    return {
        "words": words(language),
        "branch": plan.profile.branch.name.of(language),
        "name": plan.scenario.name.of(language),
        "sentences": [
            sentences.days_lived(found.days, day_type, seed, language),
            *sentences.engine_sentences(found.engine, language),
            *sentences.differences_sentences(found.precision, language),
        ],
        "base": called[found.base],
        "limits": [f">{NO_BREAK}{limit.within_s / 60:g}" for limit in plan.limits],
        "chart": _chart(found, names, called, language),
        "groups": [(names[group], _rows(found, called, group)) for group in found.groups],
    }


def variant_names(found: Comparison, language: str) -> dict[str, str]:
    """What each variant is called: presets and overload rules in words, scenarios by their file."""
    names = [outcome.variant.name for outcome in found.outcomes]
    rules = overload_words(language)
    known = {name: preset_words(name, language).name for name in names if name in PRESETS}
    return {name: known.get(name) or rules.get(name, name) for name in names}


def group_names(found: Comparison, language: str) -> dict[str, str]:
    """The names of everybody, the segments and appointments."""
    label = words(language)
    segments = {s.id: s.name.of(language) for s in found.plan.profile.segments}
    return {EVERYBODY: label["everybody"], APPOINTMENT: label["appointment"]} | segments


def _chart(found: Comparison, names: dict[str, str], called: dict[str, str], language: str) -> str:
    label = words(language)
    others = [o.variant.name for o in found.outcomes if o.variant.name != found.base]
    bars = [
        Bar(f"{called[variant]} · {names[group]}", _in_minutes(found, variant, group))
        for variant in others
        for group in found.groups
    ]
    if not bars:
        return ""
    title = f"{label['difference']} ({called[found.base]} = 0)"
    told = (title, label["shorter"], label["longer"], label["unsure"])
    return difference_chart(bars, told, f"{language}-differences")


def _in_minutes(found: Comparison, variant: str, group: str) -> Interval:
    difference = found.wait_difference_s(variant, group)
    return Interval(difference.estimate / 60, difference.half_width / 60, difference.days)


def _rows(found: Comparison, called: dict[str, str], group: str) -> list[Row]:
    """One row a variant."""
    return [
        Row(
            called[outcome.variant.name],
            (
                *_cells(outcome.figures(group)),
                _difference(found, outcome.variant.name, group),
            ),
        )
        for outcome in found.outcomes
    ]


def _difference(found: Comparison, variant: str, group: str) -> str:
    if variant == found.base:
        return ""
    return with_half_width(found.wait_difference_s(variant, group), 1 / 60)


def _cells(figures: GroupFigures) -> tuple[str, ...]:
    """Customers, mean, p90, share over each limit, left, most overtaken of a day."""
    return (
        with_half_width(figures.arrived_a_day),
        with_half_width(figures.mean_wait_s, 1 / 60),
        with_half_width(figures.p90_wait_s, 1 / 60),
        *(percent(share) for share in figures.share_over),
        percent(figures.share_left),
        with_half_width(figures.overtaken_most_of_a_day),
    )
