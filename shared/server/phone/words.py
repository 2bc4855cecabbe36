"""The words of the phone page in both languages, which stand side by side on it."""

from shared.i18n import LANGUAGES, translate


def words(language: str) -> dict[str, str]:
    """Every fixed text of the page in one language, by its key in the template."""
    return {
        "live": translate("Phone", "Live", language=language),
        "offline": translate("Phone", "No connection", language=language),
        "your_number": translate("Phone", "Your number", language=language),
        "ahead": translate("Phone", "ahead of you", language=language),
        "next": translate("Phone", "You are next", language=language),
        "bring": translate("Phone", "Have ready", language=language),
        "your_turn": translate("Phone", "Your turn", language=language),
        "go_to": translate("Phone", "Please go to", language=language),
        "counter": translate("Phone", "Counter", language=language),
        "left": translate("Phone", "Left", language=language),
        "suspended": translate(
            "Phone", "Suspended at the moment. Your place is kept", language=language
        ),
        "going_on": translate("Phone", "Going on again. Your place was kept", language=language),
        "later": translate("Phone", "You will be called later", language=language),
        "not_before": translate("Phone", "Not before %1", language=language),
        "booked": translate("Phone", "Booked for %1", language=language),
        "along": translate("Phone", "Called together with number %1", language=language),
        "then": translate("Phone", "Then", language=language),
        "updated": translate("Phone", "Updated", language=language),
        "unknown": translate("Phone", "No ticket here", language=language),
        "unknown_hint": translate(
            "Phone",
            "There is no ticket of today here. Scan the code on your slip again, or ask our staff.",
            language=language,
        ),
        **{f"state_{state}": text for state, text in states(language).items()},
    }


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


def both() -> dict[str, dict[str, str]]:
    """The words by language: zh first, en second."""
    return {language: words(language) for language in LANGUAGES}
