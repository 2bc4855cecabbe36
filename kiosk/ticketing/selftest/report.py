"""The self-test's table for a terminal, and the same as data."""

import json

from rich.console import Console
from rich.table import Table

from kiosk.ticketing.selftest.judge import Row
from kiosk.ticketing.selftest.run import SelfTest

WIDTH = 120
COLUMNS = (
    "screen", "mode", "controls", "smallest\nmm", "capitals\nmm", "contrast", "above floor\nmm", ""
)  # fmt: skip


def show(found: SelfTest, console: Console) -> None:
    """A row for each screen and mode, then what is wrong, one a line."""
    panel = found.panel
    table = Table(
        *COLUMNS,
        title=(
            f"Kiosk panel {panel.width_mm:g} x {panel.height_mm:g} mm, lower edge at "
            f"{panel.lower_edge_mm:g} mm, read from {panel.viewing_mm:g} mm: capitals of "
            f"{panel.capital_mm:.1f} mm"
        ),
    )
    for row in found.rows:
        table.add_row(*_cells(row))
    console.print(table)
    for fault in found.faults:
        console.print(fault, markup=False, highlight=False)


def to_json(found: SelfTest) -> dict[str, object]:
    """The same as data; units in the names."""
    return {
        "panel_width_mm": found.panel.width_mm,
        "panel_height_mm": found.panel.height_mm,
        "lower_edge_mm": found.panel.lower_edge_mm,
        "viewing_distance_mm": found.panel.viewing_mm,
        "capital_mm": round(found.panel.capital_mm, 2),
        "is_passed": found.is_passed,
        "screens": [_json(row) for row in found.rows],
        "complaints": list(found.complaints),
    }


def as_text(found: SelfTest) -> str:
    """The data as JSON."""
    return json.dumps(to_json(found), ensure_ascii=False, indent=1)


def _cells(row: Row) -> tuple[str, ...]:
    reach = "" if row.low_mm is None else f"{row.low_mm:.0f} to {row.high_mm:.0f}"
    return (
        row.screen,
        row.mode.words,
        str(row.targets),
        _figure(row.target_mm),
        _figure(row.capital_mm),
        _figure(row.contrast),
        reach,
        f"{len(row.faults)} faults" if row.faults else "held",
    )


def _figure(value: float | None) -> str:
    """Rounded down: 4.49 is not 4.5."""
    return "" if value is None else f"{int(value * 10) / 10:.1f}"


def _json(row: Row) -> dict[str, object]:
    return {
        "screen": row.screen,
        "language": row.mode.language,
        "is_large_type": row.mode.is_large,
        "is_lowered": row.mode.is_lowered,
        "controls": row.targets,
        "smallest_target_mm": row.target_mm,
        "smallest_capital_mm": row.capital_mm,
        "lowest_contrast": row.contrast,
        "lowest_mm": row.low_mm,
        "highest_mm": row.high_mm,
        "faults": list(row.faults),
    }
