"""What the desk adds to the style sheet of windows with pages."""

from shared.ui.tokens import Colours
from shared.ui.window_style import window_style


def desk_style(c: Colours) -> str:
    """The whole style sheet of the desk's window."""
    return f"""{window_style(c)}
#deskWindow, #deskPages {{ background: {c.window}; }}
#rail {{ background: {c.panel}; border: none; border-right: 1px solid {c.outline}; }}
#signInProblem {{ color: {c.warning}; }}"""
