"""A study as one self-contained page: both languages, pictures inside, no script."""

import math

from shared.reports.amounts import NO_BREAK
from shared.reports.page import LANGUAGES, render, template_of
from simulator.experiment.findings import Analysed, Findings, analyse
from simulator.experiment.interval import Interval
from simulator.experiment.replicate import Study
from simulator.report import sentences
from simulator.report.cells import Row, percent, waiting_cells, with_half_width
from simulator.report.chart import Course, course_chart, heat_chart
from simulator.report.hall_rows import hall_rows, zone_heads, zone_rows
from simulator.report.house_rows import house_half_hours, house_heads, house_rows
from simulator.report.words import words


def render_study(findings: Findings, figures: Analysed | None = None) -> str:
    """The page. Chinese is shown first, a switch at the top shows English."""
    plan = findings.study.plan
    figures = figures or analyse(findings.study)
    bodies = {language: _body(findings, figures, language) for language in LANGUAGES}
    template = template_of("simulator.report", "study.html.j2")
    return render(template, plan.profile.bank.accent, plan.scenario.name.zh, bodies=bodies)


def _body(findings: Findings, figures: Analysed, language: str) -> dict[str, object]:
    """Everything that the page shows in one language."""
    study, label = findings.study, words(language)
    plan = study.plan
    day_type = sentences.day_type_name(plan, language)
    told = (
        sentences.days_lived(len(study.days), day_type, findings.seed, language),
        *sentences.engine_sentences(study.chosen, language),
        sentences.precision_sentence(findings.precision, study, language),
        sentences.parameter_sentence(findings.parameters, language),
        sentences.theory_sentence(findings.theory, language),
    )
    segments = {s.id: s.name.of(language) for s in plan.profile.segments}
    services = {s.id: s.name.of(language) for s in plan.profile.services}
    return {
        "words": label,
        "branch": plan.profile.branch.name.of(language),
        "name": plan.scenario.name.of(language),
        "sentences": [sentence for sentence in told if sentence],
        "tiles": _tiles(study, figures, language),
        "limits": [f">{NO_BREAK}{limit_s / 60:g}" for limit_s in study.limits_s],
        "segments": [Row(segments[f.name], waiting_cells(f)) for f in figures.segments],
        "services": [Row(services[f.name], waiting_cells(f)) for f in figures.services],
        "half_hours": [Row(f.name, waiting_cells(f)) for f in figures.half_hours],
        "everybody": waiting_cells(figures.everybody),
        "hall": _hall(figures),
        "ways": hall_rows(figures.hall, language),
        "zone_heads": zone_heads(figures.hall, plan, language),
        "zones": zone_rows(figures.hall),
        "house": house_rows(figures.house, language),
        "house_heads": house_heads(figures.house, language),
        "house_half_hours": house_half_hours(figures.house),
        "counters": _counters(study, language),
        "course": _course(study, figures, language),
        "heat": _heat(figures, services, language),
    }


def _tiles(study: Study, figures: Analysed, language: str) -> list[tuple[str, str]]:
    """The key figures: what it is, and the figure."""
    label, everybody = words(language), figures.everybody
    most, _ = figures.most_at_once
    over = sentences.share_over(study.limits_s[0] if study.limits_s else 0.0, language)
    shares = everybody.share_over[:1]
    return [
        (label["customers"], with_half_width(everybody.arrived_a_day, 1, 0)),
        (label["mean"], with_half_width(everybody.mean_wait_s, 1 / 60)),
        (label["nine"], with_half_width(everybody.quantiles_s[1], 1 / 60)),
        *((over, percent(share)) for share in shares),
        (label["left"], percent(everybody.share_left)),
        (f"{label['at_once']}: {label['passed']}", with_half_width(most)),
    ]


def _hall(figures: Analysed) -> list[Row]:
    return [
        Row(clock, (with_half_width(people), percent(figures.busy[clock])))
        for clock, people in figures.at_once.items()
    ]


def _counters(study: Study, language: str) -> list[Row]:
    names = {c.id: c.name.of(language) if c.name else c.id for c in study.plan.profile.counters}
    return [Row(names[counter], (percent(i),)) for counter, i in study.utilisation().items()]


def _course(study: Study, figures: Analysed, language: str) -> str:
    if not figures.half_hours:
        return ""
    label = words(language)
    course = Course(
        clocks=[f.name for f in figures.half_hours],
        mean_min=[_in_minutes(f.mean_wait_s) for f in figures.half_hours],
        p90_min=[_in_minutes(f.quantiles_s[1]) for f in figures.half_hours],
        at_once=[figures.at_once[f.name] for f in figures.half_hours],
        limit_min=study.limits_s[0] / 60,
    )
    keys = ("waits", "mean_short", "nine_of_ten", "limit", "at_once", "band")
    return course_chart(course, [label[key] for key in keys], f"{language}-course")


def _in_minutes(interval: Interval) -> Interval:
    return Interval(interval.estimate / 60, interval.half_width / 60, interval.days)


def _heat(figures: Analysed, names: dict[str, str], language: str) -> str:
    if not figures.cells:
        return ""
    label = words(language)
    clocks = [f.name for f in figures.half_hours]
    rows = [{f.name: f.mean_wait_s.estimate / 60 for f in row} for row in figures.cells.values()]
    minutes = [[row.get(clock, math.nan) for clock in clocks] for row in rows]
    services = [names[service] for service in figures.cells]
    return heat_chart(
        services, clocks, minutes, (label["heat"], label["nobody"]), f"{language}-heat"
    )
