"""Plans to head office: what is handed in, who does it beside the window, the sheet that asks."""
