"""What What-if says of a run: what came of it, how far that can be trusted, on which days."""

from shared.i18n import translate
from simulator.console.shell.session import Session
from simulator.console.whatif import words


def sentence(session: Session) -> str:
    """What the page says at its foot: how far it is, or what came of it."""
    done, of = session.progress
    if session.is_running:
        if not done:
            return translate(
                "Console", "Getting the simulator ready (the first time takes a minute or two)"
            )
        return translate("Console", "%1 of %2 days lived under both plans", done, of)
    if session.result is None:
        return translate("Console", "Change plan B, then run both plans on the same customers.")
    return words.conclusion(session.result)


def note(session: Session) -> str:
    """How far the sentence can be trusted."""
    result = session.result
    if session.is_running or result is None:
        return ""
    if not session.is_current:
        return translate("Console", "The plans have changed since: run again.")
    if not result.is_whole:
        return translate(
            "Console", "Stopped early: %n days were lived.", n=result.lives.comparison.days
        )
    if session.case.is_recorded:
        return translate("Console", "One recorded day: no intervals.")
    sure = translate("Console", "Bars and ±: 95 % intervals over %n days.", n=session.days)
    return f"{sure} {words.a_year(result)}".strip()


def days_words(session: Session, which: int) -> str:
    """How many days the figures of a plan stand on."""
    result = session.result
    if result is None:
        return translate("Console", "not run yet")
    if session.case.is_recorded:
        return translate("Console", "the recorded day itself")
    lived = translate("Console", "%n days", n=result.lives.comparison.days)
    if not which:
        return lived
    return translate("Console", "%1, the same customers", lived)
