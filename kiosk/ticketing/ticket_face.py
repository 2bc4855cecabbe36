"""What the ticket screen and the slip say about one ticket."""

from datetime import datetime, tzinfo

from kiosk.printing.slip import Bilingual, SlipContent
from kiosk.ticketing.offline.issuer import OwnTicket
from kiosk.ticketing.tile import Words, words
from shared.config.checklist import checklist
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
    return {
        "id": ticket.id,
        "number": ticket.number,
        "ahead": ticket.people_ahead,
        "arrivedAt": clock_time(ticket.arrived_at.astimezone(zone)),
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


def slip_content(ticket: Given, profile: Profile, zone: tzinfo | None) -> SlipContent:
    """The slip of a ticket. It promises no time, as nobody has worked one out."""
    found = service_of(profile, ticket.service)
    ready = have_ready(profile, ticket.service)
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
        missed_rule=_missed_rule(),
        is_own=isinstance(ticket, OwnTicket),
    )


def clock_time(at: datetime) -> str:
    """Hours and minutes, as on the kiosk's clock."""
    return f"{at:%H:%M}"


def _bilingual(text: Text) -> Bilingual:
    return Bilingual(text.zh, text.en)


def _missed_rule() -> Bilingual:
    """A missed ticket is taken back in by staff (ticket.returned), the same day."""
    zh, en = (
        translate("Kiosk", "Missed your call? Tell our staff today", language=code)
        for code in LANGUAGES
    )
    return Bilingual(zh, en)
