"""What the kiosk says of an appointment: early, late, unknown, and what to do, in plain words."""

from datetime import datetime

from kiosk.printing.booking import BookingContent
from kiosk.printing.slip import Bilingual
from kiosk.ticketing.clock_words import moment_words, weekday
from kiosk.ticketing.ticket_face import have_ready, service_of
from kiosk.ticketing.tile import Words, words
from kiosk.ticketing.way_card import NO_WORDS, WayCard
from shared.client.ports import Failure
from shared.client.refusal import sentence_in
from shared.config.base_tables import Text
from shared.config.profile import Profile, ServiceTable
from shared.domain.admission import AskedTooOften
from shared.domain.appointment import AppointmentState
from shared.domain.refused import (
    AppointmentNotToday,
    AppointmentTooEarly,
    AppointmentUnknown,
    SlotFull,
)
from shared.i18n import LANGUAGES, translate
from shared.protocol.appointment import AppointmentView

BY_CODE, BY_NUMBER, BOOK = "code", "number", "book-"
CARDS_MAX = 4
Saying = tuple[Words, Words]
"""A headline and what to do now."""


def booking_slip(
    code: str, view: AppointmentView, profile: Profile, now: datetime
) -> BookingContent:
    """The slip of an appointment; times are the branch's clock."""
    service = service_of(profile, view.service)
    name = service.name if service else Text(zh=view.service, en=view.service)
    at = view.at.astimezone(now.tzinfo)
    ready = have_ready(profile, view.service)
    return BookingContent(
        bank=Bilingual(profile.bank.name.zh, profile.bank.name.en),
        branch=Bilingual(profile.branch.name.zh, profile.branch.name.en),
        service=Bilingual(name.zh, name.en),
        day=f"{at:%Y-%m-%d}",
        clock=f"{at:%H:%M}",
        code=code,
        check_in_from=f"{view.check_in_from.astimezone(now.tzinfo):%H:%M}",
        check_in_until=f"{view.check_in_until.astimezone(now.tzinfo):%H:%M}",
        made=f"{now:%Y-%m-%d %H:%M}",
        weekday=Bilingual(weekday(at.date(), "zh"), weekday(at.date(), "en")),
        have_ready=Bilingual(ready["zh"], ready["en"]) if ready["zh"] else None,
    )


def menu_cards(profile: Profile) -> list[WayCard]:
    """What may be done with appointments; two services can be booked here at most.

    Those that are not listed are booked from their own ways, where there is an appointment too.
    """
    tables = profile.appointments[: CARDS_MAX - 2]
    services = [service_of(profile, table.service) for table in tables]
    return [_code_card(), _number_card(), *(_book_card(each) for each in services if each)]


def _code_card() -> WayCard:
    heading = {code: translate("Kiosk", "Check in or change", language=code) for code in LANGUAGES}
    answer = {code: translate("Kiosk", "I have a code", language=code) for code in LANGUAGES}
    detail = {
        code: translate("Kiosk", "On your slip or phone", language=code) for code in LANGUAGES
    }
    return WayCard(BY_CODE, "event_available", heading, answer, detail, NO_WORDS)


def _number_card() -> WayCard:
    heading = {code: translate("Kiosk", "Check in", language=code) for code in LANGUAGES}
    answer = {code: translate("Kiosk", "By mobile number", language=code) for code in LANGUAGES}
    detail = {
        code: translate("Kiosk", "If you gave it when booking", language=code) for code in LANGUAGES
    }
    return WayCard(BY_NUMBER, "mobile", heading, answer, detail, NO_WORDS)


def _book_card(service: ServiceTable) -> WayCard:
    heading = {code: translate("Kiosk", "Book a time", language=code) for code in LANGUAGES}
    takes = round(service.usual_min)
    detail = {
        code: translate("Kiosk", "Takes about %1 min", takes, language=code) for code in LANGUAGES
    }
    name = words(service.name)
    return WayCard(f"{BOOK}{service.id}", service.icon, heading, name, detail, NO_WORDS)


def is_time(found: AppointmentView, now: datetime) -> bool:
    """Whether one may check in now."""
    is_booked = found.state == AppointmentState.BOOKED
    return is_booked and found.check_in_from <= now <= found.check_in_until


def over_words(found: AppointmentView) -> Saying | None:
    """Why nothing can be done with it any more; None while it stands."""
    if found.state == AppointmentState.BOOKED:
        return None
    if found.state == AppointmentState.CHECKED_IN:
        number = found.number or ""
        headline = {
            code: translate("Kiosk", "Checked in already", language=code) for code in LANGUAGES
        }
        detail = {
            code: translate("Kiosk", "Your number is %1", number, language=code)
            for code in LANGUAGES
        }
        return headline, detail if number else _ask_staff()
    if found.state == AppointmentState.CANCELLED:
        headline = {
            code: translate("Kiosk", "Given up already", language=code) for code in LANGUAGES
        }
        return headline, _ticket_or_another()
    headline = {
        code: translate("Kiosk", "Its time has passed", language=code) for code in LANGUAGES
    }
    return headline, _ticket_or_another()


def when_words(found: AppointmentView, now: datetime) -> Words:
    """From when one may check in, or that one may now."""
    if is_time(found, now):
        return {
            code: translate("Kiosk", "You may check in now", language=code) for code in LANGUAGES
        }
    at = found.check_in_from.astimezone(now.tzinfo)
    clock = dict.fromkeys(LANGUAGES, f"{at:%H:%M}")
    start = clock if at.date() == now.date() else moment_words(at, now.date())
    return {
        code: translate("Kiosk", "Check in from %1", start[code], language=code)
        for code in LANGUAGES
    }


def failure_words(failure: Failure) -> Saying:
    """Why it did not work, and what to do."""
    if failure.code == AppointmentUnknown.code:
        headline = {
            code: translate("Kiosk", "No appointment found", language=code) for code in LANGUAGES
        }
        detail = {
            code: translate("Kiosk", "Please check it, or ask our staff", language=code)
            for code in LANGUAGES
        }
        return headline, detail
    if failure.code == AppointmentTooEarly.code:
        headline = {code: translate("Kiosk", "A little early", language=code) for code in LANGUAGES}
        at = failure.params[0] if failure.params else ""
        detail = {
            code: translate("Kiosk", "Check in from %1", at, language=code) for code in LANGUAGES
        }
        return headline, detail
    if failure.code == SlotFull.code:
        headline = {code: translate("Kiosk", "Just taken", language=code) for code in LANGUAGES}
        detail = {
            code: translate("Kiosk", "Please pick another time", language=code)
            for code in LANGUAGES
        }
        return headline, detail
    headline = {code: translate("Kiosk", "That did not work", language=code) for code in LANGUAGES}
    if failure.code in {AppointmentNotToday.code, AskedTooOften.code}:
        said = {code: sentence_in(failure.code, failure.params, code) for code in LANGUAGES}
        return headline, said
    return headline, _ask_staff()


def _ask_staff() -> Words:
    return {
        code: translate("Kiosk", "Please try again, or ask our staff", language=code)
        for code in LANGUAGES
    }


def _ticket_or_another() -> Words:
    return {
        code: translate("Kiosk", "Take a ticket, or book another time", language=code)
        for code in LANGUAGES
    }
