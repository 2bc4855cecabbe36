"""What the console adds to the style sheet of windows with pages."""

from shared.ui.tokens import DESK, Colours
from shared.ui.window_style import window_style


def console_style(c: Colours) -> str:
    """The whole style sheet of the console's window."""
    return f"""{window_style(c)}
#consoleWindow {{ background: {c.window}; }}
QSlider::groove:horizontal {{ height: 4px; background: {c.outline}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {c.accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{ width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
    background: {c.panel}; border: 2px solid {c.accent}; }}
QSlider:focus {{ border: {DESK.focus}px solid {c.accent}; border-radius: {DESK.radius}px; }}
QSlider:disabled {{ background: transparent; }}
QSlider::sub-page:horizontal:disabled {{ background: {c.outline}; }}
QSlider::handle:horizontal:disabled {{ border-color: {c.outline}; }}
#officePlans::item {{ padding: 4px 0; }}
#brokenRules::item {{ padding: 4px 10px; }}
#brokenRules::item:hover {{ background: {c.accent_soft}; }}
#brokenRules::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
#conclusion {{ font-size: {DESK.text}px; font-weight: 700; }}"""
