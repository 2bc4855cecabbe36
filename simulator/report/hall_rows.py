"""The hall's figures as rows of a table, in words, and how full its zones were."""

from shared.i18n import translate
from simulator.experiment.hall_figures import KIOSKS, HallFigures, MachineFigures, WayFigures
from simulator.model.plan import Plan
from simulator.report.cells import Row, percent, with_half_width


def hall_rows(found: HallFigures, language: str) -> list[Row]:
    """A row for each figure there is."""
    rows = []
    if found.share_balked is not None:
        text = translate("SimReport", "Turned round at the ticket", language=language)
        rows.append(Row(text, (percent(found.share_balked),)))
    if found.machines is not None:
        rows += _machines(found.machines, language)
    if found.ways is not None:
        rows += _ways(found.ways, language)
    return rows


def _machines(found: MachineFigures, language: str) -> list[Row]:
    offered = translate("SimReport", "Offered a machine", language=language)
    taken = translate("SimReport", "Took it, of these", language=language)
    vain = translate("SimReport", "Needed a ticket after all, of these", language=language)
    busy = translate("SimReport", "Time at machines a day, min", language=language)
    return [
        Row(offered, (percent(found.share_offered),)),
        Row(taken, (percent(found.share_taken),)),
        Row(vain, (percent(found.share_in_vain),)),
        Row(busy, (with_half_width(found.busy_min_a_day),)),
    ]


def _ways(found: WayFigures, language: str) -> list[Row]:
    metres = translate("SimReport", "On foot to the counter, m", language=language)
    seconds = translate("SimReport", "On foot to the counter, s", language=language)
    stands = translate("SimReport", "Found no seat", language=language)
    return [
        Row(metres, (with_half_width(found.walked_m),)),
        Row(seconds, (with_half_width(found.walked_s),)),
        Row(stands, (percent(found.share_standing),)),
    ]


def zone_heads(found: HallFigures, plan: Plan, language: str) -> list[str]:
    """The zones by name, with their seats; empty without a layout."""
    if found.ways is None:
        return []
    names = {zone.id: zone.name.of(language) for zone in plan.profile.zones}
    names[KIOSKS] = translate("SimReport", "Kiosks", language=language)
    seats = found.ways.seats
    return [
        translate("SimReport", "%1, %2 seats", names[zone], seats[zone], language=language)
        if zone in seats
        else names[zone]
        for zone in found.ways.most
    ]


def zone_rows(found: HallFigures) -> list[Row]:
    """The most people at once: a row a half-hour, a cell a zone."""
    if found.ways is None:
        return []
    zones = list(found.ways.most.values())
    return [Row(clock, tuple(with_half_width(zone[clock]) for zone in zones)) for clock in zones[0]]
