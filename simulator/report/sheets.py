"""The sheets of a workbook, from the same figures as the JSON file."""

from collections.abc import Mapping

from simulator.report.workbook import Line, flat

Json = Mapping[str, object]
Sheets = dict[str, list[Line]]


def study_sheets(found: Json) -> Sheets:
    """A study (``simulator.experiment.result``): about, groups, half-hours, cells, counters."""
    half_hours = _lines(found["by_half_hour"], "half_hour")
    at_once = _lines(found["waiting_at_once_customers"], "half_hour", "waiting_at_once_customers.")
    busy = _lines(found["utilisation_by_half_hour_0_1"], "half_hour", "utilisation_0_1.")
    named = {str(line["half_hour"]): line for line in half_hours}
    groups: list[Line] = [{"group": "everybody", **flat(_table(found["everybody"]))}]
    groups += _lines(found["by_segment"], "group", kind="segment")
    groups += _lines(found["by_service"], "group", kind="service")
    hall: list[Line] = [{**one, **other} for one, other in zip(at_once, busy, strict=True)]
    return {
        "about": [{"figure": key, "value": value} for key, value in flat(_about(found)).items()],
        "groups": groups,
        "half-hours": list(named.values()),
        "services by half-hour": [
            {"service": service, **line}
            for service, cells in _table(found["by_service_half_hour"]).items()
            for line in _lines(cells, "half_hour")
        ],
        "hall": hall,
        **_zones(found),
        **_house(found),
        "counters": _lines(found["utilisation_0_1"], "counter", "utilisation_0_1."),
    }


def _zones(found: Json) -> Sheets:
    """The most people in each zone by half-hour; no sheet without a layout."""
    lines: list[Line] = [
        {"zone": zone, **line}
        for zone, by_half_hour in _table(found["most_people_by_half_hour"]).items()
        for line in _lines(by_half_hour, "half_hour", "most_people.")
    ]
    return {"zones": lines} if lines else {}


def _house(found: Json) -> Sheets:
    """Supervisors, rooms and cash work by half-hour; no sheet where there is nothing of it."""
    lines: dict[str, Line] = {}
    for figure, by_half_hour in _table(found["house_by_half_hour"]).items():
        for line in _lines(by_half_hour, "half_hour", f"{figure}."):
            clock = str(line["half_hour"])
            lines[clock] = {**lines.get(clock, {}), **line}
    return {"house": [lines[clock] for clock in sorted(lines)]} if lines else {}


def comparison_sheets(found: Json) -> Sheets:
    """A comparison (``simulator.experiment.compare_result``): about, and a line each group."""
    variants = found["variants"]
    assert isinstance(variants, list)
    return {
        "about": [{"figure": key, "value": value} for key, value in flat(_about(found)).items()],
        "groups": [
            {"variant": str(variant["name"]), **line}
            for variant in variants
            for line in _lines(variant["groups"], "group")
        ],
    }


def _about(found: Json) -> dict[str, object]:
    """Everything that has no group."""
    grouped = ("everybody", "variants", "utilisation_0_1", "waiting_at_once_customers")
    return {
        key: value
        for key, value in found.items()
        if key not in grouped and not key.startswith("by_") and "_by_half_hour" not in key
    }


def _lines(groups: object, head: str, prefix: str = "", **more: str) -> list[Line]:
    """One line a group."""
    return [
        {head: name, **more, **flat(_table(figures), prefix)}
        for name, figures in _table(groups).items()
    ]


def _table(value: object) -> Json:
    assert isinstance(value, Mapping)
    return value
