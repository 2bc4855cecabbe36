"""The hall's figures as JSON, units in the names."""

from simulator.experiment.hall_figures import HallFigures, MachineFigures, WayFigures
from simulator.experiment.json_interval import Json, interval_json, intervals_json


def hall_json(found: HallFigures) -> Json:
    """What the scenario says something of; null for the rest."""
    return {
        "share_turned_round_0_1": found.share_balked and interval_json(found.share_balked),
        "machines": found.machines and _machines(found.machines),
        "ways": found.ways and _ways(found.ways),
    }


def _machines(found: MachineFigures) -> Json:
    return {
        "share_offered_0_1": interval_json(found.share_offered),
        "share_taken_of_offered_0_1": interval_json(found.share_taken),
        "share_in_vain_of_taken_0_1": interval_json(found.share_in_vain),
        "busy_min_a_day": interval_json(found.busy_min_a_day),
    }


def _ways(found: WayFigures) -> Json:
    return {
        "walked_m_per_customer": interval_json(found.walked_m),
        "walked_s_per_customer": interval_json(found.walked_s),
        "share_standing_0_1": interval_json(found.share_standing),
        "seats": dict(found.seats),
    }


def most_json(found: HallFigures) -> Json:
    """Zone -> half-hour -> the most people at once; nothing without a layout."""
    zones = found.ways.most if found.ways else {}
    return {zone: intervals_json(values) for zone, values in zones.items()}
