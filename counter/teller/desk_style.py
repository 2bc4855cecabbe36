"""The style sheet of the teller's desk, beside that of all desk programs."""

from shared.ui.tokens import DESK, Colours


def desk_style(colours: Colours) -> str:
    """What the teller's desk adds to the style sheet of all desk programs."""
    return f"""
QLabel {{ color: {colours.text}; background: transparent; }}
#reasonLine {{ background: {colours.window}; border-top: 1px solid {colours.outline};
    border-bottom-left-radius: {DESK.radius}px; border-bottom-right-radius: {DESK.radius}px; }}
#tableFoot {{ border-top: 1px solid {colours.outline}; }}
#helpNotice {{ background: {colours.accent_soft}; border: 2px solid {colours.accent};
    border-radius: {DESK.radius}px; }}
#slipNotice {{ background: {colours.warning_soft}; border: 2px solid {colours.warning};
    border-radius: {DESK.radius}px; }}
#slipSentence {{ font-size: {DESK.text}px; font-weight: 700; }}
#helpSentence {{ font-size: {DESK.text}px; font-weight: 700; }}
#signInProblem {{ color: {colours.warning}; }}
#strip {{ background: {colours.panel}; border: 1px solid {colours.line_strong}; }}
#stripTitle {{ background: {colours.window}; border: none;
    border-bottom: 1px solid {colours.outline}; }}
#stripNotice {{ background: {colours.warning_soft}; border: none;
    border-top: 1px solid {colours.warning}; }}
#sheet, #helpSheet {{ background: {colours.panel}; border: 2px solid {colours.accent};
    border-radius: {DESK.radius}px; }}"""
