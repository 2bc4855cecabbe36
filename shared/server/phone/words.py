"""The words of the phone page in both languages: one is read, the other stands beside it."""

from collections.abc import Sequence

from shared.i18n import LANGUAGES, translate


def words(language: str) -> dict[str, str]:
    """Every fixed text of the page in one language, by its key in the template."""
    return {
        **_standing(language),
        **_doing(language),
        **{f"state_{state}": text for state, text in states(language).items()},
        **{f"face_{n}": text for n, text in enumerate(faces(language), 1)},
    }


def _standing(language: str) -> dict[str, str]:
    """How the ticket stands."""
    return {
        "language": translate("Phone", "English", language=language),
        "live": translate("Phone", "Live", language=language),
        "offline": translate("Phone", "No connection", language=language),
        "your_number": translate("Phone", "Your number", language=language),
        "about": translate("Phone", "Your turn, about", language=language),
        "now": translate("Phone", "Now", language=language),
        "eight": translate("Phone", "8 times in 10 in between", language=language),
        "any_moment": translate("Phone", "Any moment now", language=language),
        "ahead": translate("Phone", "ahead of you", language=language),
        "minutes": translate("Phone", "min, about", language=language),
        "next": translate("Phone", "You are next", language=language),
        "your_turn": translate("Phone", "Your turn", language=language),
        "go_to": translate("Phone", "Please go to", language=language),
        "counter": translate("Phone", "Counter", language=language),
        "counter_n": translate("Phone", "counter %1", language=language),
        "left": translate("Phone", "Left", language=language),
        "suspended": translate(
            "Phone", "Suspended at the moment. Your place is kept", language=language
        ),
        "going_on": translate("Phone", "Going on again. Your place was kept", language=language),
        "later": translate("Phone", "You will be called later", language=language),
        "not_before": translate("Phone", "Not before %1", language=language),
        "booked": translate("Phone", "Booked for %1", language=language),
        "along": translate("Phone", "Called together with number %1", language=language),
        "then": translate("Phone", "Then: %1", language=language),
        "updated": translate("Phone", "Updated", language=language),
        "unknown": translate("Phone", "No ticket here", language=language),
        "unknown_hint": translate(
            "Phone",
            "There is no ticket of today here. Scan the code on your slip again, or ask our staff.",
            language=language,
        ),
        "ended": translate("Phone", "This page has ended", language=language),
        "ended_hint": translate(
            "Phone",
            "It was for one visit, which is over. For another one take a ticket at the entrance.",
            language=language,
        ),
    }


def _doing(language: str) -> dict[str, str]:
    """What the customer can do."""
    return {
        "alert": translate("Phone", "Alert me when %1 are ahead", language=language),
        "alert_short": translate("Phone", "Alert me", language=language),
        "alert_on": translate("Phone", "Alert is on", language=language),
        "alert_on_short": translate("Phone", "Alert is on", language=language),
        "alert_note": translate(
            "Phone",
            "Keep this page open: a locked phone may stay silent. Look at the board as well.",
            language=language,
        ),
        "defer": translate("Phone", "Be later", language=language),
        "cannot": translate("Phone", "I can't make it", language=language),
        "defer_title": translate("Phone", "Call me later", language=language),
        "defer_hint": translate(
            "Phone", "You are not called before that. Your place is kept.", language=language
        ),
        "later_min": translate("Phone", "%1 minutes later", language=language),
        "back": translate("Phone", "Back", language=language),
        "cancel": translate("Phone", "Cancel", language=language),
        "cancel_title": translate("Phone", "Give this ticket up?", language=language),
        "cancel_hint": translate(
            "Phone", "The number is void then. Another one is at the entrance.", language=language
        ),
        "cancel_yes": translate("Phone", "Give it up", language=language),
        "keep": translate("Phone", "Keep it", language=language),
        "resume": translate("Phone", "I am back", language=language),
        "resume_note": translate(
            "Phone", "Touch it in the hall: you wait again, in your old place.", language=language
        ),
        "return": translate("Phone", "I am here now", language=language),
        "return_note": translate(
            "Phone", "Touch it in the hall: you wait again.", language=language
        ),
        "how": translate("Phone", "How was it?", language=language),
        "rated": translate("Phone", "Thank you for your mark", language=language),
        "tell": translate("Phone", "Tell me by text message", language=language),
        "telephone": translate("Phone", "Mobile number", language=language),
        "tell_note": translate(
            "Phone", "For this visit only. Your number is destroyed at midnight.", language=language
        ),
        "told": translate(
            "Phone", "You get a text message shortly before, and when called.", language=language
        ),
        "tell_not": translate("Phone", "Forget my number", language=language),
        "survey": translate("Phone", "Answer a few questions", language=language),
        "survey_title": translate("Phone", "How was your visit?", language=language),
        "survey_note": translate(
            "Phone",
            "One minute. Your name is not asked. Leave out what you like.",
            language=language,
        ),
        "survey_thanks": translate("Phone", "Thank you for your answers", language=language),
        "survey_none": translate("Phone", "Choose a mark first.", language=language),
        "write": translate("Phone", "Write to us", language=language),
        "complaint": translate("Phone", "Complaint", language=language),
        "praise": translate("Phone", "Praise", language=language),
        "suggestion": translate("Phone", "Suggestion", language=language),
        "what_about": translate("Phone", "What is it?", language=language),
        "words": translate("Phone", "Your words", language=language),
        "reach": translate("Phone", "How to answer you, if you like", language=language),
        "write_note": translate(
            "Phone",
            "Only those in charge of the branch read it. Write no card or account numbers.",
            language=language,
        ),
        "send": translate("Phone", "Send", language=language),
        "written": translate("Phone", "Thank you. Your message has number %1", language=language),
        "failed": translate(
            "Phone", "It did not work. Try again, or speak to our staff.", language=language
        ),
    }


def faces(language: str) -> tuple[str, ...]:
    """The five marks, worst first."""
    return (
        translate("Phone", "Very poor", language=language),
        translate("Phone", "Poor", language=language),
        translate("Phone", "Fair", language=language),
        translate("Phone", "Good", language=language),
        translate("Phone", "Very good", language=language),
    )


def states(language: str) -> dict[str, str]:
    """What each state means for the customer, in a few words."""
    return {
        "waiting": translate("Phone", "Waiting", language=language),
        "called": translate("Phone", "Called", language=language),
        "serving": translate("Phone", "You are being served", language=language),
        "held": translate(
            "Phone", "Set aside. Speak to our staff when you are ready", language=language
        ),
        "closed": translate("Phone", "Finished. Thank you for coming", language=language),
        "no_show": translate(
            "Phone", "You were called. Please speak to our staff", language=language
        ),
        "cancelled": translate("Phone", "This ticket is cancelled", language=language),
        "expired": translate("Phone", "This ticket was for another day", language=language),
    }


def come_within(minutes: int, language: str) -> str:
    """The rule about coming after the call."""
    return translate("Phone", "Come within %1 min of the call", minutes, language=language)


def have_ready(names: Sequence[str], language: str) -> str:
    """What to have ready, in one line."""
    listed = ("、" if language == "zh" else ", ").join(names)
    return translate("Phone", "Have ready: %1", listed, language=language)


def both() -> dict[str, dict[str, str]]:
    """The words by language: zh first, en second."""
    return {language: words(language) for language in LANGUAGES}
