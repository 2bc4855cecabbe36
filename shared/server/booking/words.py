"""The words of the booking page in both languages."""

from shared.config.visit_tables import AppointmentTable
from shared.i18n import LANGUAGES, translate


def words(language: str, *, at_office: bool = False) -> dict[str, str]:
    """Every fixed text of the page in one language, by its key in the template."""
    mine = _office(language) if at_office else {}
    return {**_booking(language), **_keeping(language), **_states(language), **mine}


def _booking(language: str) -> dict[str, str]:
    """Choosing a time."""
    return {
        "language": translate("Phone", "English", language=language),
        "title": translate("Booking", "Book a time", language=language),
        "none_offered": translate(
            "Booking", "This branch books no times. Take a ticket when you come.", language=language
        ),
        "service": translate("Booking", "What is it about?", language=language),
        "day": translate("Booking", "Which day?", language=language),
        "time": translate("Booking", "What time?", language=language),
        "full": translate("Booking", "Full", language=language),
        "no_times": translate("Booking", "No times", language=language),
        "places": translate("Booking", "%1 free", language=language),
        "confirm": translate("Booking", "Is this right?", language=language),
        "telephone": translate("Booking", "Telephone, if you like", language=language),
        "telephone_note": translate(
            "Booking",
            "It is not kept, only a digest by which you are known again.",
            language=language,
        ),
        "book": translate("Booking", "Book %1", language=language),
        "move": translate("Booking", "Move it to %1", language=language),
        "failed": translate(
            "Booking", "It did not work. Try again, or telephone the branch.", language=language
        ),
    }


def _keeping(language: str) -> dict[str, str]:
    """What one does with a booked time."""
    return {
        "code": translate("Booking", "Your code", language=language),
        "code_note": translate(
            "Booking",
            "Keep it: it is the only key to your booking and is not shown again.",
            language=language,
        ),
        "qr": translate("Booking", "The code, to be scanned at the kiosk", language=language),
        "calendar": translate("Booking", "Into my calendar", language=language),
        "have_code": translate("Booking", "I have a code", language=language),
        "find": translate("Booking", "Find", language=language),
        "change": translate("Booking", "Another time", language=language),
        "cancel": translate("Booking", "Cancel the booking", language=language),
        "cancel_title": translate("Booking", "Cancel this booking?", language=language),
        "keep": translate("Booking", "Keep it", language=language),
        "check_in": translate("Booking", "I am here: check in", language=language),
        "check_in_from": translate(
            "Booking",
            "Check in here or at the kiosk, in the hall, from %1 to %2.",
            language=language,
        ),
        "to_ticket": translate("Booking", "You have number %1. Open its page", language=language),
    }


def _office(language: str) -> dict[str, str]:
    """What is otherwise on the page that head office gives out."""
    return {
        "check_in_from": translate(
            "Booking", "Check in at the kiosk, in the hall, from %1 to %2.", language=language
        ),
        "away": translate(
            "Booking",
            "The branch cannot be reached over the network just now. The times below are as it "
            "last told them, and nothing can be booked or changed. Try again later, or telephone "
            "the branch.",
            language=language,
        ),
    }


def _states(language: str) -> dict[str, str]:
    return {
        "state_booked": translate("Booking", "Booked", language=language),
        "state_checked_in": translate("Booking", "Checked in", language=language),
        "state_cancelled": translate("Booking", "Cancelled", language=language),
        "state_no_show": translate("Booking", "Lapsed: nobody came", language=language),
    }


def rule(table: AppointmentTable, language: str) -> str:
    """What happens to who comes late or not at all, in plain words."""
    return translate(
        "Booking",
        "Up to %1 min late you keep your turn; up to %2 min you wait with the others. "
        "After that the booking lapses.",
        f"{table.late_min:g}",
        f"{max(table.no_show_min, table.late_min):g}",
        language=language,
    )


def both(*, at_office: bool = False) -> dict[str, dict[str, str]]:
    """The words by language: zh first, en second."""
    return {language: words(language, at_office=at_office) for language in LANGUAGES}
