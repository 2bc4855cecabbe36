"""The house's figures as JSON, units in the names."""

from simulator.experiment.house_figures import Asked, HouseFigures
from simulator.experiment.json_interval import Json, interval_json, intervals_json


def house_json(found: HouseFigures) -> Json:
    """What the scenario says something of; null for the rest."""
    return {
        "supervisor": found.supervisor and _asked(found.supervisor),
        "rooms": found.rooms and _asked(found.rooms),
        "cash_work_min_a_day": found.cash and interval_json(found.cash.min_a_day),
    }


def house_half_hours_json(found: HouseFigures) -> Json:
    """Figure -> half-hour -> its interval; only what the scenario says something of."""
    tables: Json = {}
    for name, asked in (("supervisor", found.supervisor), ("room", found.rooms)):
        if asked is not None:
            rows = asked.by_half_hour
            tables[f"{name}_asked"] = intervals_json({at: row[0] for at, row in rows.items()})
            tables[f"{name}_wait_s"] = intervals_json({at: row[1] for at, row in rows.items()})
    if found.cash is not None:
        tables["cash_work_min"] = intervals_json(found.cash.by_half_hour_min)
    return tables


def _asked(found: Asked) -> Json:
    return {
        "asked_a_day": interval_json(found.asked_a_day),
        "mean_wait_s": interval_json(found.mean_wait_s),
    }
