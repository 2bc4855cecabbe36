"""What windows with pages and sheets add to the style sheet of all desk programs."""

from shared.ui.palette import style_sheet
from shared.ui.tokens import DESK, Colours


def window_style(c: Colours) -> str:
    """The style sheet of a window with pages: labels, areas that scroll, sheets, texts, ticks."""
    return f"""{style_sheet(c)}
QLabel {{ color: {c.text}; background: transparent; }}
QScrollArea, #scrolled {{ background: transparent; border: none; }}
QCheckBox {{ color: {c.text}; spacing: 8px; }}
QCheckBox::indicator {{ width: 16px; height: 16px; border: 1px solid {c.line_strong};
    border-radius: 3px; background: {c.panel}; }}
QCheckBox::indicator:checked {{ background: {c.accent}; border: 3px solid {c.accent_soft}; }}
QCheckBox:focus {{ border: {DESK.focus}px solid {c.accent}; border-radius: 3px; }}
QProgressBar {{ background: {c.outline}; border: none; border-radius: 2px; max-height: 4px;
    min-height: 4px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 2px; }}
*[small="true"] {{ min-height: {DESK.button_small - 2}px; max-height: {DESK.button_small - 2}px;
    padding: 0 6px; }}
#sheet {{ background: {c.panel}; border: 2px solid {c.accent}; border-radius: {DESK.radius}px; }}
#message {{ background: {c.warning_soft}; border: 1px solid {c.warning};
    border-radius: {DESK.radius}px; color: {c.text}; padding: 8px 12px; }}
QPlainTextEdit {{ background: {c.panel}; color: {c.text}; border: 1px solid {c.line_strong};
    border-radius: {DESK.radius}px; padding: 4px 6px; }}
QPlainTextEdit:focus {{ border: {DESK.focus}px solid {c.accent}; }}"""
