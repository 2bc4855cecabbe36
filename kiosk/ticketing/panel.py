"""The kiosk's panel as its profile describes it."""

from shared.config.profile import KioskTable
from shared.ui.panel import REACH_HIGH_MM, Panel
from shared.ui.theme import TOUCH_FROM

TOLERANCE_PX = 8.0
"""2 mm: a panel need not hang more exactly than that."""


def kiosk_panel(table: KioskTable) -> Panel:
    """How large the panel is, how high it hangs, from where it is read."""
    return Panel(
        table.panel_width_mm, table.panel_height_mm, table.lower_edge_mm, table.viewing_distance_mm
    )


def reach_top(panel: Panel) -> float:
    """The line of the drawing above which a seated person does not reach."""
    line = panel.line_at(REACH_HIGH_MM)
    return line if line > TOUCH_FROM + TOLERANCE_PX else TOUCH_FROM
