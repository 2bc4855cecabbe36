"""The house's figures as rows of a table, in words: supervisors, rooms, cash work."""

from shared.i18n import translate
from shared.reports.amounts import DASH
from simulator.experiment.house_figures import Asked, HouseFigures
from simulator.experiment.interval import Interval
from simulator.report.cells import Row, with_half_width


def house_rows(found: HouseFigures, language: str) -> list[Row]:
    """A row for each figure there is."""
    rows = []
    if found.supervisor is not None:
        asked = translate("SimReport", "A supervisor was asked for, times a day", language=language)
        wait = translate("SimReport", "Wait for a supervisor, min", language=language)
        rows += _asked(found.supervisor, asked, wait)
    if found.rooms is not None:
        asked = translate("SimReport", "A room was asked for, times a day", language=language)
        wait = translate("SimReport", "Wait for a room, min", language=language)
        rows += _asked(found.rooms, asked, wait)
    if found.cash is not None:
        cash = translate("SimReport", "Cash work at all counters a day, min", language=language)
        rows.append(Row(cash, (with_half_width(found.cash.min_a_day),)))
    return rows


def _asked(found: Asked, asked: str, wait: str) -> list[Row]:
    waited = with_half_width(found.mean_wait_s, 1 / 60)
    return [Row(asked, (with_half_width(found.asked_a_day),)), Row(wait, (waited,))]


def house_heads(found: HouseFigures, language: str) -> list[str]:
    """The columns by half-hour; none when the scenario says nothing of it."""
    heads = []
    if found.supervisor is not None:
        heads.append(translate("SimReport", "Wait for a supervisor, min", language=language))
    if found.rooms is not None:
        heads.append(translate("SimReport", "Wait for a room, min", language=language))
    if found.cash is not None:
        heads.append(translate("SimReport", "Cash work, min", language=language))
    return heads


def house_half_hours(found: HouseFigures) -> list[Row]:
    """A row for each half-hour in which there was any of it."""
    columns: list[tuple[dict[str, Interval], float]] = [
        ({at: row[1] for at, row in asked.by_half_hour.items()}, 1 / 60)
        for asked in (found.supervisor, found.rooms)
        if asked is not None
    ]
    if found.cash is not None:
        columns.append((found.cash.by_half_hour_min, 1.0))
    clocks = sorted({at for column, _ in columns for at in column})
    return [
        Row(
            at,
            tuple(
                with_half_width(column[at], factor) if at in column else DASH
                for column, factor in columns
            ),
        )
        for at in clocks
    ]
