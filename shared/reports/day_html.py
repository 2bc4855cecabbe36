"""A day's report as one self-contained page: both languages, pictures inside, no script."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from shared.metrics.visit import HALF_HOUR_US
from shared.metrics.waiting import Waiting
from shared.reports.amounts import NO_BREAK, clock, minutes, percent
from shared.reports.chart import Bar, HalfHours, counter_chart, half_hour_chart
from shared.reports.day import DayReport
from shared.reports.day_sentences import elsewhere, satisfied, stood, verdict_line
from shared.reports.day_words import words
from shared.reports.page import LANGUAGES, render, template_of


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the tables of waiting: texts, ready to show."""

    name: str
    cells: tuple[str, ...]


def render_day(report: DayReport) -> str:
    """The page. Chinese is shown first, a switch at the top shows English."""
    bodies = {language: _body(report, language) for language in LANGUAGES}
    template = template_of("shared.reports", "day.html.j2")
    title = f"{report.profile.branch.name.zh} {report.day}"
    return render(template, report.profile.bank.accent, title, bodies=bodies)


def _body(report: DayReport, language: str) -> dict[str, object]:
    """Everything that the page shows in one language."""
    profile, figures = report.profile, report.figures
    segments = {s.id: s.name.of(language) for s in profile.segments}
    services = {s.id: s.name.of(language) for s in profile.services}
    return {
        "words": words(language),
        "bank": profile.bank.name.of(language),
        "branch": profile.branch.name.of(language),
        "day": report.day,
        "lines": [verdict_line(verdict, language) for verdict in figures.verdicts],
        "stood": stood(figures.waiting, language),
        "elsewhere": elsewhere(figures.waiting, language),
        "tiles": _tiles(report, language),
        "limits": [f">{NO_BREAK}{v.limit.within_s / 60:g}" for v in figures.verdicts],
        "segments": _rows(figures.by_segment, segments),
        "services": _rows(figures.by_service, services),
        "everybody": _cells(figures.waiting),
        "counters": _counter_rows(report, language),
        "has_training": _has_training(report),
        "overtakes": list(figures.overtaking.tickets_by_count.items()),
        "marks": list(figures.ratings.by_score.items()),
        "is_rated": figures.ratings.count > 0,
        "satisfied": satisfied(report, language),
        "day_chart": _day_chart(report, language),
        "counter_chart": _counter_chart(report, language),
    }


def _tiles(report: DayReport, language: str) -> list[tuple[str, str]]:
    """The key figures: what it is, and the figure."""
    figures, label = report.figures, words(language)
    unit = label["min"]
    return [
        (label["customers"], str(figures.waiting.arrived)),
        (label["served"], str(figures.closed)),
        (label["mean_wait"], f"{minutes(figures.waiting.mean_s)} {unit}"),
        (label["nine_of_ten"], f"{minutes(figures.waiting.p90_s)} {unit}"),
        (label["longest"], f"{minutes(figures.waiting.max_s)} {unit}"),
        (label["left"], str(figures.waiting.left)),
        (label["no_shows"], str(figures.no_shows)),
        (label["overtaken_most"], str(figures.overtaking.worst)),
    ]


def _rows(groups: Mapping[str, Waiting], names: Mapping[str, str]) -> list[Row]:
    """One row a group, in the profile's order."""
    return [Row(name, _cells(groups[key])) for key, name in names.items() if key in groups]


def _cells(waiting: Waiting) -> tuple[str, ...]:
    """Customers, left, mean, median, p90, p95, longest, share over each limit."""
    times = (waiting.mean_s, waiting.p50_s, waiting.p90_s, waiting.p95_s, waiting.max_s)
    over = tuple(percent(within.share_over) for within in waiting.within)
    return (str(waiting.arrived), str(waiting.left), *map(minutes, times), *over)


def _counter_rows(report: DayReport, language: str) -> list[Row]:
    """One row a counter: served, utilisation, hours and minutes of each kind of time."""
    names, is_training = _counter_names(report, language), _has_training(report)
    return [
        Row(
            names[time.counter],
            (
                str(time.served),
                percent(time.utilisation),
                clock(time.serving_s),
                clock(time.awaiting_s),
                clock(time.idle_s),
                clock(time.paused_s),
                *((clock(time.training_s),) if is_training else ()),
            ),
        )
        for time in report.figures.counters.values()
    ]


def _has_training(report: DayReport) -> bool:
    """Whether anybody learnt at a counter: only then the table has a column for it."""
    return any(time.training_s for time in report.figures.counters.values())


def _counter_names(report: DayReport, language: str) -> dict[str, str]:
    counters = report.profile.counters
    return {c.id: c.name.of(language) if c.name else c.id for c in counters}


def _day_chart(report: DayReport, language: str) -> str:
    """Arrivals and waits half-hour by half-hour, quiet half-hours included."""
    groups, label = report.figures.by_half_hour, words(language)
    if not groups:
        return ""
    places = range(min(groups), max(groups) + 1)
    shown = [groups.get(place) for place in places]
    limit_min = report.figures.verdicts[0].limit.within_s / 60
    data = HalfHours(
        clocks=[clock(place * HALF_HOUR_US / 1_000_000) for place in places],
        arrived=[w.arrived if w else 0 for w in shown],
        mean_min=[w.mean_s / 60 if w else math.nan for w in shown],
        longest_min=[w.max_s / 60 if w else math.nan for w in shown],
        limit_min=limit_min,
    )
    keys = ("arrivals_half_hour", "waits_half_hour", "mean_wait", "longest", "first_limit")
    return half_hour_chart(data, [label[key] for key in keys], f"{language}-day")


def _counter_chart(report: DayReport, language: str) -> str:
    label, names = words(language), _counter_names(report, language)
    if not report.figures.counters:
        return ""
    bars = [
        Bar(
            names[time.counter],
            time.serving_s / 60,
            time.awaiting_s / 60,
            time.idle_s / 60,
            time.paused_s / 60,
        )
        for time in report.figures.counters.values()
    ]
    keys = ("serving", "awaiting", "idle", "paused", "min")
    return counter_chart(bars, [label[key] for key in keys], f"{language}-counters")
