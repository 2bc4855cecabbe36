"""One way as a card: what it is, the answer in large letters, the detail, a saving where known.

What is not known is not said: a counter without a forecast has no time, a way without a figure no
saving. Times are the branch's clock.
"""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from math import floor

from kiosk.ticketing.clock_words import moment_words
from kiosk.ticketing.tile import Words, words
from shared.config.profile import Profile
from shared.i18n import LANGUAGES, translate
from shared.protocol.forecast import Window
from shared.protocol.triage import OfferView

ICONS = {
    "counter": "desk",
    "machine": "atm",
    "adviser": "headset_mic",
    "appointment": "event_available",
    "later": "schedule",
}
NO_WORDS: Words = {"zh": "", "en": ""}


@dataclass(frozen=True)
class WayCard:
    """A way as it is shown; ``tag`` is the saving, empty where none is known."""

    key: str
    icon: str
    heading: Words
    answer: Words
    detail: Words
    tag: Words

    def shown(self) -> dict[str, object]:
        """What QML needs of it."""
        return {
            "key": self.key,
            "symbol": self.icon,
            "heading": self.heading,
            "answer": self.answer,
            "detail": self.detail,
            "tag": self.tag,
        }


@dataclass(frozen=True)
class Known:
    """What the kiosk knows beside the offer; ``waiting``: people for this service now."""

    profile: Profile
    now: datetime
    window: Window | None = None
    waiting: int | None = None


def way_card(offer: OfferView, known: Known) -> WayCard:
    """The card of an offer."""
    heading, answer, detail = WORDS[offer.way](offer, known)
    return WayCard(offer.way, ICONS[offer.way], heading, answer, detail, saving_words(offer))


def missing_card() -> WayCard:
    """Not a way, but as large as one: something is not at hand."""
    heading = {code: translate("Kiosk", "Not everything?", language=code) for code in LANGUAGES}
    answer = {code: translate("Kiosk", "Something missing", language=code) for code in LANGUAGES}
    detail = {
        code: translate("Kiosk", "See what is possible without it", language=code)
        for code in LANGUAGES
    }
    return WayCard("missing", "help", heading, answer, detail, NO_WORDS)


def saving_words(offer: OfferView) -> Words:
    """The saving against the counter, in whole minutes; empty where it is not known."""
    if offer.saves_min is None or offer.saves_min < 1:
        return NO_WORDS
    minutes = floor(offer.saves_min)
    return {code: translate("Kiosk", "Saves ~%1 min", minutes, language=code) for code in LANGUAGES}


def by_words(window: Window, zone: tzinfo | None) -> Words:
    """The end of the window in plain words."""
    by = f"{window.latest_at.astimezone(zone):%H:%M}"
    return {
        code: translate("Kiosk", "By %1, 9 times in 10", by, language=code) for code in LANGUAGES
    }


def _counter(offer: OfferView, known: Known) -> tuple[Words, Words, Words]:
    heading = {code: translate("Kiosk", "Counter", language=code) for code in LANGUAGES}
    if offer.missing:
        answer = {
            code: translate("Kiosk", "Queue all the same", language=code) for code in LANGUAGES
        }
        return heading, answer, _in_vain(offer, known.profile)
    if known.window is not None:
        zone = known.now.tzinfo
        about = f"{known.window.likely_at.astimezone(zone):%H:%M}"
        answer = {code: translate("Kiosk", "About %1", about, language=code) for code in LANGUAGES}
        return heading, answer, by_words(known.window, zone)
    answer = {code: translate("Kiosk", "Take a ticket", language=code) for code in LANGUAGES}
    if known.waiting is None:
        return heading, answer, NO_WORDS
    detail = {
        code: translate("Kiosk", "%1 waiting now", known.waiting, language=code)
        for code in LANGUAGES
    }
    return heading, answer, detail


def _in_vain(offer: OfferView, profile: Profile) -> Words:
    return {
        code: translate(
            "Kiosk",
            "Without %1 maybe in vain",
            names_of(profile, offer.missing, code),
            language=code,
        )
        for code in LANGUAGES
    }


def names_of(profile: Profile, documents: tuple[str, ...], language: str) -> str:
    """These documents' names in a row."""
    names = {each.id: each.name.of(language) for each in profile.documents}
    joint = "、" if language == "zh" else ", "
    return joint.join(names.get(each, each) for each in documents)


def _machine(offer: OfferView, known: Known) -> tuple[Words, Words, Words]:
    machine = next((each for each in known.profile.machines if each.id == offer.machine), None)
    zones = {zone.id: zone.name for zone in known.profile.zones}
    place = zones.get(machine.zone or "") if machine else None
    answer = {code: translate("Kiosk", "Use the machine", language=code) for code in LANGUAGES}
    detail = (
        {code: translate("Kiosk", "Place: %1", place.of(code), language=code) for code in LANGUAGES}
        if place
        else NO_WORDS
    )
    return words(machine.name if machine else None), answer, detail


def _adviser(_offer: OfferView, _known: Known) -> tuple[Words, Words, Words]:
    heading = {code: translate("Kiosk", "Adviser", language=code) for code in LANGUAGES}
    answer = {code: translate("Kiosk", "Ask first", language=code) for code in LANGUAGES}
    detail = {
        code: translate("Kiosk", "Somebody comes to you", language=code) for code in LANGUAGES
    }
    return heading, answer, detail


def _appointment(offer: OfferView, known: Known) -> tuple[Words, Words, Words]:
    heading = {code: translate("Kiosk", "Appointment", language=code) for code in LANGUAGES}
    detail = {
        code: translate("Kiosk", "Earliest; other times too", language=code) for code in LANGUAGES
    }
    assert offer.at is not None  # the server names none without a free time
    return heading, moment_words(offer.at.astimezone(known.now.tzinfo), known.now.date()), detail


def _later(offer: OfferView, known: Known) -> tuple[Words, Words, Words]:
    heading = {code: translate("Kiosk", "Another time", language=code) for code in LANGUAGES}
    if offer.at is None:
        answer = {code: translate("Kiosk", "Come prepared", language=code) for code in LANGUAGES}
    else:
        at = f"{offer.at.astimezone(known.now.tzinfo):%H:%M}"
        answer = {code: translate("Kiosk", "Come at %1", at, language=code) for code in LANGUAGES}
    detail = {code: translate("Kiosk", "No ticket now", language=code) for code in LANGUAGES}
    return heading, answer, detail


WORDS = {
    "counter": _counter,
    "machine": _machine,
    "adviser": _adviser,
    "appointment": _appointment,
    "later": _later,
}
