"""Offers of triage in plain words: where to go, and why."""

from datetime import datetime, timedelta
from math import floor

from shared.config.profile import Profile
from shared.domain.triage import Offer
from shared.i18n import translate


def offer_words(offer: Offer, profile: Profile, now: datetime, language: str) -> str:
    """One line for the customer. ``now`` is the branch's clock; minutes are rounded down.

    The figure is in the words only where the offer has one.
    """
    if offer.way == "counter":
        return _counter(offer, profile, language)
    if offer.reason == "suspended":
        return _suspended(offer, profile, now, language)
    if offer.way == "machine":
        return _machine(offer, profile, language)
    if offer.way == "adviser":
        return _adviser(offer, language)
    return (_appointment if offer.way == "appointment" else _later)(offer, now, language)


def _counter(offer: Offer, profile: Profile, language: str) -> str:
    if offer.reason != "missing_documents":
        return translate("Triage", "Take a ticket for the counter", language=language)
    names = {document.id: document.name.of(language) for document in profile.documents}
    joint = "、" if language.startswith("zh") else ", "
    lacking = joint.join(names.get(document, document) for document in offer.missing)
    return translate(
        "Triage", "Queue all the same: without %1 it may be in vain", lacking, language=language
    )


def _suspended(offer: Offer, profile: Profile, now: datetime, language: str) -> str:
    """The counters cannot do it at the moment; nothing else is wrong."""
    if offer.way == "machine":
        names = {machine.id: machine.name.of(language) for machine in profile.machines}
        name = names.get(offer.machine or "", offer.machine)
        return translate("Triage", "%1: the counters cannot do this now", name, language=language)
    if offer.way == "adviser":
        return translate(
            "Triage", "Ask an adviser: the counters cannot do this now", language=language
        )
    if offer.in_min is None:
        return translate(
            "Triage", "Come back later: the counters cannot do this now", language=language
        )
    hour = _clock(now, offer.in_min)
    if offer.way == "appointment":
        return translate(
            "Triage", "Appointment %1: the counters cannot do this now", hour, language=language
        )
    return translate(
        "Triage", "Come back at %1: the counters cannot do this now", hour, language=language
    )


def _machine(offer: Offer, profile: Profile, language: str) -> str:
    names = {machine.id: machine.name.of(language) for machine in profile.machines}
    name = names.get(offer.machine or "", offer.machine)
    if offer.saves_min is None:
        return translate("Triage", "%1: works with what you have here", name, language=language)
    return translate(
        "Triage",
        "%1: about %2 min quicker than the counter",
        name,
        floor(offer.saves_min),
        language=language,
    )


def _adviser(offer: Offer, language: str) -> str:
    if offer.reason == "advice_first":
        return translate(
            "Triage", "Ask an adviser in the hall what is possible today", language=language
        )
    if offer.saves_min is None:
        return translate("Triage", "Talk to an adviser in the hall", language=language)
    return translate(
        "Triage",
        "Talk to an adviser in the hall: about %1 min quicker",
        floor(offer.saves_min),
        language=language,
    )


def _appointment(offer: Offer, now: datetime, language: str) -> str:
    hour = _clock(now, offer.in_min or 0.0)
    if offer.saves_min is None:
        return translate("Triage", "Appointment %1, with what is missing", hour, language=language)
    return translate(
        "Triage",
        "Appointment %1: about %2 min less waiting",
        hour,
        floor(offer.saves_min),
        language=language,
    )


def _later(offer: Offer, now: datetime, language: str) -> str:
    if offer.in_min is None:
        return translate("Triage", "Come back with what is missing", language=language)
    hour = _clock(now, offer.in_min)
    if offer.saves_min is None:
        return translate(
            "Triage", "Come back with what is missing, best at %1", hour, language=language
        )
    return translate(
        "Triage",
        "Come back at %1: about %2 min less waiting",
        hour,
        floor(offer.saves_min),
        language=language,
    )


def _clock(now: datetime, in_min: float) -> str:
    """Hour and minute, with the date in front when it is not today."""
    then = now + timedelta(minutes=in_min)
    return f"{then:%H:%M}" if then.date() == now.date() else f"{then:%Y-%m-%d %H:%M}"
