"""The comparison as sheets of a workbook: figures as numbers, units in the heads, English keys."""

import math

from simulator.console.shell.session import Result
from simulator.console.study.case import MINUTE_US, clock
from simulator.console.study.figures import Figures
from simulator.experiment.compare_result import comparison_json
from simulator.experiment.interval import Interval
from simulator.report.sheets import comparison_sheets
from simulator.report.workbook import Cell, Line

LETTERS = "AB"


def workbook_sheets(result: Result) -> dict[str, list[Line]]:
    """About, groups, the differences, both plans by half-hour, by service, and their staffing."""
    lives = result.lives
    return {
        **comparison_sheets(comparison_json(lives.comparison, lives.seed)),
        "differences": [
            {
                "figure": row.what,
                "over_min": row.limit_min or None,
                "a": _number(row.a),
                "b": _number(row.b),
                "b_minus_a": _number(row.difference.estimate),
                "half_width_95": _number(row.difference.half_width),
                "says": row.verdict.value,
            }
            for row in result.rows
        ],
        "half-hours": _half_hours(result.figures),
        "services by half-hour": _heat(result),
        "staffing": _staffing(result),
    }


def _half_hours(found: Figures) -> list[Line]:
    lines: list[Line] = []
    for letter, plan in zip(LETTERS, found.plans, strict=False):
        for place, hour in enumerate(found.hours):
            low, half, high = (_number(float(band[place])) for band in plan.bands)
            lines.append(
                {
                    "plan": letter,
                    "half_hour": _clock(float(hour)),
                    "wait_p10_min": low,
                    "wait_median_min": half,
                    "wait_p90_min": high,
                    **_share(plan.over[place], found.limit_min),
                }
            )
    return lines


def _share(share: Interval, limit_min: float) -> dict[str, Cell]:
    name = f"share_over_{limit_min:g}_min_0_1"
    return {name: _number(share.estimate), f"{name}.half_width": _number(share.half_width)}


def _heat(result: Result) -> list[Line]:
    found, profile = result.figures, result.drafts[0].case.profile
    lines: list[Line] = []
    for letter, plan in zip(LETTERS, found.plans, strict=False):
        for row, service in enumerate(found.services):
            for place, hour in enumerate(found.hours):
                value = _number(float(plan.heat[row, place]))
                if value is not None:
                    lines.append(
                        {
                            "plan": letter,
                            "service": profile.services[service].id,
                            "half_hour": _clock(float(hour)),
                            "mean_wait_min": value,
                        }
                    )
    return lines


def _staffing(result: Result) -> list[Line]:
    return [
        {
            "plan": letter,
            "counter": line.counter,
            "opens": line.opens or draft.hours.opens,
            "closes": line.closes or draft.hours.closes,
            "pauses": ", ".join(f"{p.begins}-{p.ends} {p.reason}" for p in line.pauses),
            "person": line.person,
        }
        for letter, draft in zip(LETTERS, result.drafts, strict=False)
        for line in draft.staffing
    ]


def _clock(hour: float) -> str:
    return clock(round(hour * 60) * MINUTE_US)


def _number(value: float) -> float | None:
    return value if math.isfinite(value) else None
