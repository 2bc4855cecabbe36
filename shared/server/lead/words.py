"""Everything that the lead's page says, in a language; the page's script takes it by these keys."""

from shared.i18n import LANGUAGES, translate


def words(language: str) -> dict[str, str]:
    """What stands on the page. ``%1`` is filled in by its script."""
    return {
        **_doors(language),
        **_lobby(language),
        **_people(language),
        **_counters(language),
        **_tickets(language),
    }


def _doors(language: str) -> dict[str, str]:
    """Enrolling, signing in, and what goes wrong."""
    return {
        "title": translate("LeadPage", "Lobby", language=language),
        "enrol": translate("LeadPage", "Make this phone a lead's", language=language),
        "enrol_how": translate(
            "LeadPage", "Type the code that “lobby device invite” gave.", language=language
        ),
        "code": translate("LeadPage", "Code", language=language),
        "sign_in": translate("LeadPage", "Sign in", language=language),
        "sign_out": translate("LeadPage", "Sign out", language=language),
        "staff": translate("LeadPage", "Staff number", language=language),
        "pin": translate("LeadPage", "PIN", language=language),
        "connected": translate("LeadPage", "Connected", language=language),
        "stale": translate("LeadPage", "As it was at %1", language=language),
        "offline": translate(
            "LeadPage", "The server does not answer. Try again in a moment.", language=language
        ),
        "cancel": translate("LeadPage", "Back", language=language),
        "ok": translate("LeadPage", "OK", language=language),
        "done": translate("LeadPage", "Done.", language=language),
        "change": translate("LeadPage", "a change", language=language),
        "pending": translate("LeadPage", "Not certain yet, being sent: %1", language=language),
    }


def _lobby(language: str) -> dict[str, str]:
    """The hall: who waits, who asks, what is wrong."""
    return {
        "tab_lobby": translate("LeadPage", "Lobby", language=language),
        "tab_counters": translate("LeadPage", "Counters", language=language),
        "tab_find": translate("LeadPage", "Find", language=language),
        "tab_more": translate("LeadPage", "More", language=language),
        "wait": translate("LeadPage", "waiting", language=language),
        "longest": translate("LeadPage", "min longest", language=language),
        "over": translate("LeadPage", "over limit", language=language),
        "help": translate("LeadPage", "%1: somebody asks for help", language=language),
        "help_rule": translate("LeadPage", "Standard: within %1 minutes", language=language),
        "go": translate("LeadPage", "I go", language=language),
        "long": translate("LeadPage", "Waits longest", language=language),
        "nobody": translate("LeadPage", "Nobody waits.", language=language),
        "min": translate("LeadPage", "min", language=language),
        "passed": translate("LeadPage", "passed %1 times", language=language),
        "no_slip": translate("LeadPage", "%1 has no slip: %2", language=language),
        "device": translate("LeadPage", "%1: %2", language=language),
        "deaf": translate("LeadPage", "does not hear well", language=language),
    }


def _people(language: str) -> dict[str, str]:
    """Who needs a person in the hall."""
    return {
        "score_1": translate("Rating", "Very poor", language=language),
        "score_2": translate("Rating", "Poor", language=language),
        "score_3": translate("Rating", "Fair", language=language),
        "score_4": translate("Rating", "Good", language=language),
        "score_5": translate("Rating", "Very good", language=language),
        "low": translate("LeadPage", "%1 was not satisfied", language=language),
        "talk": translate("LeadPage", "%1 wants to speak to somebody", language=language),
        "follow_rule": translate("LeadPage", "See the customer by %1", language=language),
        "follow_owner": translate("LeadPage", "%1 goes", language=language),
        "follow_late": translate(
            "LeadPage", "Too late for the standard; it stands first in the inbox", language=language
        ),
        "seen": translate("LeadPage", "How did it go?", language=language),
        "seen_done": translate("LeadPage", "Done…", language=language),
        "seen_words": translate("LeadPage", "In a few words, if you like", language=language),
        "seen_settled": translate("LeadPage", "Settled with the customer", language=language),
        "seen_gone": translate("LeadPage", "The customer had left", language=language),
        "seen_more": translate("LeadPage", "Somebody must go on with it", language=language),
        "deaf_called": translate("LeadPage", "%1 is called to %2", language=language),
        "deaf_rule": translate(
            "LeadPage",
            "Does not hear well: go there, before it is a missed call",
            language=language,
        ),
        "deaf_found": translate("LeadPage", "I was there", language=language),
        "note_deaf": translate("LeadPage", "Does not hear well", language=language),
        "hears": translate("LeadPage", "Hears well", language=language),
        "enquiry": translate("LeadPage", "Enquiry", language=language),
        "enquiry_what": translate(
            "LeadPage", "What is it about? The clock runs from now.", language=language
        ),
        "enquiry_any": translate("LeadPage", "Just a question", language=language),
        "answered": translate("LeadPage", "Answered", language=language),
        "key_here": translate("LeadPage", "%1 is here", language=language),
        "today": translate("LeadPage", "Today", language=language),
        "answered_kept": translate(
            "LeadPage", "Answered within %3 minutes: %1 of %2", language=language
        ),
        "answered_kept_none": translate(
            "LeadPage", "Answered within %1 minutes: nobody asked yet", language=language
        ),
        "followed_kept": translate(
            "LeadPage", "Low marks seen to within %3 minutes: %1 of %2", language=language
        ),
        "followed_kept_none": translate(
            "LeadPage", "Low marks seen to within %1 minutes: none yet", language=language
        ),
    }


def _counters(language: str) -> dict[str, str]:
    """Who works where."""
    return {
        "counter": translate("LeadPage", "Counter %1", language=language),
        "free": translate("LeadPage", "free", language=language),
        "paused": translate("LeadPage", "paused", language=language),
        "until": translate("LeadPage", "till %1", language=language),
        "closed_counter": translate("LeadPage", "closed", language=language),
        "want": translate("LeadPage", "Ask for it", language=language),
        "want_one": translate("LeadPage", "Ask for %1", language=language),
        "want_not": translate("LeadPage", "Not needed", language=language),
        "wanted": translate("LeadPage", "asked for %1 min ago", language=language),
        "want_what": translate(
            "LeadPage", "A counter that you ask for reads it in its window.", language=language
        ),
        "alarm_what": translate(
            "LeadPage", "Nothing is served, and every screen says:", language=language
        ),
        "alarm_now": translate("LeadPage", "%1 now", language=language),
        "going_on": translate("LeadPage", "Goes on: %1", language=language),
        "print": translate("LeadPage", "Print at a kiosk", language=language),
    }


def _tickets(language: str) -> dict[str, str]:
    """What is done with a ticket, and with the hall."""
    return {
        "forward": translate("LeadPage", "Call now…", language=language),
        "forward_none": translate(
            "LeadPage", "No counter that serves this is free.", language=language
        ),
        "why": translate("LeadPage", "Why?", language=language),
        "where": translate("LeadPage", "At which counter?", language=language),
        "machine": translate("LeadPage", "To a machine", language=language),
        "reclassify": translate("LeadPage", "Another matter…", language=language),
        "reprint": translate("LeadPage", "Print again", language=language),
        "reprint_said": translate(
            "LeadPage", "Same number, same place; the slip is marked as a copy.", language=language
        ),
        "find_label": translate("LeadPage", "Number, or a part of it", language=language),
        "find_none": translate("LeadPage", "No ticket of today fits.", language=language),
        "came": translate("LeadPage", "came %1", language=language),
        "waiting": translate("LeadPage", "waiting", language=language),
        "called": translate("LeadPage", "called", language=language),
        "serving": translate("LeadPage", "at the counter", language=language),
        "held": translate("LeadPage", "on hold", language=language),
        "closed": translate("LeadPage", "closed", language=language),
        "no_show": translate("LeadPage", "missed the call", language=language),
        "cancelled": translate("LeadPage", "cancelled", language=language),
        "expired": translate("LeadPage", "expired", language=language),
        "issue": translate("LeadPage", "Give a ticket", language=language),
        "issued": translate("LeadPage", "Ticket %1", language=language),
        "ahead": translate("LeadPage", "%1 ahead", language=language),
        "rush_on": translate("LeadPage", "Rush mode on", language=language),
        "rush_off": translate("LeadPage", "Rush mode off", language=language),
        "rush_said": translate("LeadPage", "Kiosks give tickets at one touch.", language=language),
        "suspend": translate("LeadPage", "Suspend services", language=language),
        "suspend_what": translate("LeadPage", "Which? None chosen: all", language=language),
        "resume": translate("LeadPage", "Resume: %1", language=language),
        "notice_on": translate("LeadPage", "Put up: %1", language=language),
        "notice_off": translate("LeadPage", "Take down: %1", language=language),
        "told": translate("LeadPage", "%1 customers are told.", language=language),
    }


def troubles(language: str) -> dict[str, str]:
    """What a device or a slip lacks, by its code; another code is told as the last of these."""
    return {
        "printer_paper_out": translate("LeadPage", "no paper", language=language),
        "printer_near_end": translate("LeadPage", "paper is nearly used up", language=language),
        "printer_cover_open": translate("LeadPage", "the cover is open", language=language),
        "printer_offline": translate("LeadPage", "printer is off or unplugged", language=language),
        "printer_silent": translate("LeadPage", "the printer does not answer", language=language),
        "printer_stalled": translate("LeadPage", "the printer stands still", language=language),
        "numbers_missing": translate("LeadPage", "no numbers of its own yet", language=language),
        "": translate("LeadPage", "please look at it", language=language),
    }


def both() -> dict[str, dict[str, str]]:
    """The same in each language."""
    return {language: words(language) for language in LANGUAGES}
