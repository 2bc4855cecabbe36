"""The kiosk's panel as its profile describes it."""

from shared.config.profile import KioskTable
from shared.ui.panel import Panel


def kiosk_panel(table: KioskTable) -> Panel:
    """How large the panel is, how high it hangs, from where it is read."""
    return Panel(
        table.panel_width_mm, table.panel_height_mm, table.lower_edge_mm, table.viewing_distance_mm
    )
