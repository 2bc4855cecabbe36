"""The look of the Widgets programs: palette and style sheet from the same tokens.

``dress(application, DARK)`` is all that a program calls. Widgets take their part of the look from
their object name or from the dynamic property ``role``: ``widget.setProperty("role", "panel")``.
"""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from shared.ui.tokens import DESK, LIGHT, Colours

ROLES = (
    "bar", "panel", "panelHead", "nextKey", "actionKey", "keyCap", "hint", "unit", "title",
    "heading", "number", "timer", "figure", "tag", "noticeWarning", "noticeDanger",
    "noticePositive", "confirm",
)  # fmt: skip
"""Values of the property ``role`` that the style sheet knows."""


def palette(colours: Colours) -> QPalette:
    """Qt's palette; set for both schemes, because the system's hint does nothing off-screen."""
    result = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.panel,
        QPalette.ColorRole.AlternateBase: colours.window,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.panel,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.danger,
        QPalette.ColorRole.PlaceholderText: colours.text2,
        QPalette.ColorRole.Highlight: colours.accent_soft,
        QPalette.ColorRole.HighlightedText: colours.text,
        QPalette.ColorRole.Accent: colours.accent,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.ToolTipBase: colours.panel,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Mid: colours.outline,
        QPalette.ColorRole.Light: colours.panel,
        QPalette.ColorRole.Dark: colours.line_strong,
    }
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Text):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.text2))
    return result


def style_sheet(colours: Colours = LIGHT) -> str:
    """The style sheet of all desk programs."""
    return "\n".join((_frame(colours), _text(colours), _keys(colours), _fields(colours)))


def dress(application: QApplication, colours: Colours = LIGHT) -> None:
    """Give a Widgets program its look; call again to change the scheme while it runs."""
    application.setStyle("Fusion")
    application.setPalette(palette(colours))
    application.setStyleSheet(style_sheet(colours))


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget its part of the look, also when it changes while it is shown.

    Raises:
        ValueError: the style sheet knows no such role.
    """
    if role not in ROLES:
        raise ValueError(f"no role {role}; one of {', '.join(ROLES)}")
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _frame(c: Colours) -> str:
    """Bar, panels, notices, tags."""
    outline = f"border: 1px solid {c.outline}; border-radius: {DESK.radius}px;"
    notices = "".join(
        f"""
*[role="notice{name}"] {{ background: {soft}; border: 1px solid {edge};
    border-radius: {DESK.radius}px; color: {c.text}; }}"""
        for name, soft, edge in (
            ("Warning", c.warning_soft, c.warning),
            ("Danger", c.danger_soft, c.danger),
            ("Positive", c.positive_soft, c.positive),
        )
    )
    return f"""
*[role="bar"] {{ background: {c.panel}; border: none; border-bottom: 1px solid {c.outline};
    min-height: {DESK.bar - 1}px; max-height: {DESK.bar - 1}px; }}
*[role="panel"] {{ background: {c.panel}; {outline} }}
*[role="panelHead"] {{ background: transparent; border: none;
    border-bottom: 1px solid {c.outline}; min-height: {DESK.panel_head}px; }}
*[role="tag"] {{ background: {c.window}; {outline} padding: 2px 8px; }}
{notices}"""


def _text(c: Colours) -> str:
    """Type scale: 12 13 15 18 22 28 and the figures."""
    sizes = {
        "hint": (DESK.hint, 400, c.text2),
        "unit": (DESK.body, 400, c.text2),
        "title": (DESK.title, 700, c.text),
        "heading": (DESK.heading, 700, c.text),
        "figure": (DESK.figure_small, 700, c.text),
        "timer": (DESK.figure, 700, c.text),
        "number": (DESK.number, 700, c.text),
    }
    rules = "\n".join(
        f'*[role="{role}"] {{ font-size: {size}px; font-weight: {weight}; color: {colour}; }}'
        for role, (size, weight, colour) in sizes.items()
    )
    return f"QWidget {{ font-size: {DESK.body}px; }}\n{rules}"


def _keys(c: Colours) -> str:
    """Everything that can be pressed, in each state; focus is 2 px accent everywhere."""
    return f"""
QPushButton {{ background: {c.panel}; color: {c.text}; border: 1px solid {c.line_strong};
    border-radius: {DESK.radius}px; min-height: {DESK.button - 2}px; padding: 0 12px; }}
QPushButton:hover {{ background: {c.accent_soft}; }}
QPushButton:pressed {{ background: {c.accent_soft}; border: 2px solid {c.accent}; }}
QPushButton:focus {{ border: {DESK.focus}px solid {c.accent}; }}
QPushButton:disabled {{ background: {c.window}; color: {c.text2};
    border: 1px solid {c.outline}; }}
QPushButton[role="confirm"] {{ background: {c.accent}; color: {c.on_accent};
    border: 1px solid {c.accent}; font-weight: 700; min-height: {DESK.button_confirm - 2}px; }}
QPushButton[role="nextKey"] {{ background: {c.accent}; color: {c.on_accent};
    border: 1px solid {c.accent}; font-size: {DESK.heading}px; font-weight: 700;
    text-align: left; padding-left: 20px; min-height: 74px; }}
QPushButton[role="nextKey"]:pressed, QPushButton[role="confirm"]:pressed {{
    background: {c.accent_pressed}; }}
QPushButton[role="nextKey"]:focus, QPushButton[role="confirm"]:focus {{
    border: {DESK.focus}px solid {c.text}; }}
QPushButton[role="nextKey"]:disabled, QPushButton[role="confirm"]:disabled {{
    background: {c.accent_soft}; color: {c.text2}; border: 1px dashed {c.line_strong}; }}
QPushButton[role="actionKey"] {{ text-align: left; min-height: 52px; }}
*[role="keyCap"] {{ color: {c.text2}; background: {c.panel}; font-size: {DESK.hint}px;
    border: 1px solid {c.line_strong}; border-radius: 4px; padding: 0 6px; }}"""


def _fields(c: Colours) -> str:
    """Fields, tables and lists."""
    return f"""
QLineEdit, QComboBox, QSpinBox {{ background: {c.panel}; color: {c.text};
    border: 1px solid {c.line_strong}; border-radius: {DESK.radius}px;
    min-height: {DESK.button - 2}px; padding: 0 8px; selection-background-color: {c.accent};
    selection-color: {c.on_accent}; }}
QPlainTextEdit {{ background: {c.panel}; color: {c.text}; border: 1px solid {c.outline};
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QPlainTextEdit:focus {{ border: {DESK.focus}px solid {c.accent}; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus {{
    border: {DESK.focus}px solid {c.accent}; }}
QTableView, QListView {{ background: {c.panel}; color: {c.text}; border: none;
    gridline-color: {c.outline}; selection-background-color: {c.accent_soft};
    selection-color: {c.text}; }}
QTableView:focus, QListView:focus {{ border: {DESK.focus}px solid {c.accent}; }}
QHeaderView::section {{ background: {c.panel}; color: {c.text2}; border: none;
    border-bottom: 1px solid {c.outline}; min-height: {DESK.table_head - 1}px;
    padding: 0 8px; }}
QToolTip {{ background: {c.panel}; color: {c.text}; border: 1px solid {c.line_strong}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {c.line_strong}; min-height: 28px;
    border-radius: 3px; margin: 2px; }}
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {c.line_strong}; min-width: 28px;
    border-radius: 3px; margin: 2px; }}
QScrollBar::add-line:horizontal, QScrollBar::sub-line:horizontal {{ width: 0; }}
QScrollBar::add-page:horizontal, QScrollBar::sub-page:horizontal {{ background: transparent; }}
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
QComboBox::drop-down {{ border: none; width: 32px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {c.panel}; color: {c.text};
    selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}"""
