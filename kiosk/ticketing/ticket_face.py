"""What the ticket screen and the slip say about one ticket."""

from datetime import datetime, tzinfo

from kiosk.printing.slip import Bilingual, SlipContent, Window
from kiosk.ticketing.offline.issuer import OwnTicket
from kiosk.ticketing.tile import Words, words
from shared.config.checklist import checklist
from shared.config.discipline import GUARDED
from shared.config.profile import Profile, ServiceTable, Text
from shared.i18n import LANGUAGES, translate
from shared.protocol.lobby import TicketIssued

Given = TicketIssued | OwnTicket
"""A ticket of the server, or one that the kiosk gave by itself."""
SHORT_CODE = 8
"""Characters of the ticket's identifier on the slip: enough to tell today's slips apart."""


def service_of(profile: Profile, name: str) -> ServiceTable | None:
    """The service of this identifier."""
    return next((each for each in profile.services if each.id == name), None)


def have_ready(profile: Profile, service: str) -> Words:
    """What to have ready, as one line in each language; empty where nothing is needed."""
    found = service_of(profile, service)
    items = checklist(profile, found) if found else ()
    return {"zh": "、".join(item.zh for item in items), "en": ", ".join(item.en for item in items)}


def ticket_face(ticket: Given, profile: Profile, zone: tzinfo | None) -> dict[str, object]:
    """The ticket as QML shows it; times are the branch's clock."""
    found = service_of(profile, ticket.service)
    window = _window(ticket, zone)
    return {
        "id": ticket.id,
        "number": ticket.number,
        "ahead": ticket.people_ahead,
        "arrivedAt": clock_time(ticket.arrived_at.astimezone(zone)),
        "turnAt": window.likely_at if window else "",
        "turnBy": window.upper_at if window else "",
        "service": words(found.name if found else None),
        "ready": have_ready(profile, ticket.service),
        "phoneUrl": ticket.phone_url,
        "isOwn": isinstance(ticket, OwnTicket),
    }


def counter_words(profile: Profile, counter: str) -> Words:
    """What a counter is called: its name, or its number."""
    name = next((each.name for each in profile.counters if each.id == counter), None)
    if name is not None:
        return words(name)
    return {code: translate("Kiosk", "counter %1", counter, language=code) for code in LANGUAGES}


def slip_content(
    ticket: Given, profile: Profile, zone: tzinfo | None, *, copy: int = 1
) -> SlipContent:
    """The slip of a ticket; ``copy`` counts its prints. It promises a time only where one is known.

    What the profile promises about overtaking stands there, too.
    """
    found = service_of(profile, ticket.service)
    ready = have_ready(profile, ticket.service)
    is_own = isinstance(ticket, OwnTicket)
    return SlipContent(
        bank=_bilingual(profile.bank.name),
        branch=_bilingual(profile.branch.name),
        number=ticket.number,
        service=_bilingual(found.name) if found else Bilingual(ticket.service, ticket.service),
        arrived=f"{ticket.arrived_at.astimezone(zone):%Y-%m-%d %H:%M:%S}",
        short_code=ticket.id[-SHORT_CODE:].upper(),
        people_ahead=ticket.people_ahead,
        have_ready=Bilingual(ready["zh"], ready["en"]) if ready["zh"] else None,
        phone_url=ticket.phone_url,
        window=_window(ticket, zone),
        missed_rule=_missed_rule(profile),
        overtaking_cap=_overtaking_cap(profile, ticket),
        copy=copy,
        is_own=is_own,
    )


def clock_time(at: datetime) -> str:
    """Hours and minutes, as on the kiosk's clock."""
    return f"{at:%H:%M}"


def _bilingual(text: Text) -> Bilingual:
    return Bilingual(text.zh, text.en)


def _window(ticket: Given, zone: tzinfo | None) -> Window | None:
    """When the call is expected, where somebody has worked it out."""
    if isinstance(ticket, OwnTicket) or ticket.window is None:
        return None
    lower, likely, upper = (
        clock_time(at.astimezone(zone))
        for at in (ticket.window.earliest_at, ticket.window.likely_at, ticket.window.latest_at)
    )
    return Window(lower, likely, upper)


def _missed_rule(profile: Profile) -> Bilingual | None:
    """A missed ticket is taken back in by staff (ticket.returned), the same day; if at all."""
    if profile.visit.returns_max == 0:
        return None
    zh, en = (
        translate("Kiosk", "Missed your call? Tell our staff today", language=code)
        for code in LANGUAGES
    )
    return Bilingual(zh, en)


def _overtaking_cap(profile: Profile, ticket: Given) -> Bilingual | None:
    """How often somebody junior is called first at most, where the policy has such a limit.

    As a rule: the maximum wait of others goes before it (docs/policies.md).
    """
    if isinstance(ticket, OwnTicket) or profile.policy.preset not in GUARDED:
        return None
    caps = {each.id: each.overtakes_max for each in profile.segments}
    cap = caps.get(ticket.segment)
    if cap is None:
        return None
    zh, en = (
        translate("Kiosk", "As a rule at most %1 later arrivals go before you", cap, language=code)
        for code in LANGUAGES
    )
    return Bilingual(zh, en)
