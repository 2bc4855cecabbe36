"""The ways that are open to a customer now, from what the server knows.

Known: documents and ways of the profile, services that are suspended, the next free appointment.
Machines count as working and free, since nothing reports their state yet: the saving of one
stands on that.

From the forecast, where there is one: the wait at a counter (the middle of the window of somebody
who takes a ticket now) and the half-hour to come with the shortest usual wait. Without a forecast,
or where its window is withheld, no way has a saving, and what needs one (a machine, an appointment,
another hour instead of the counter) is offered only when documents are missing or the service is
suspended. Unknown: whether an adviser stands in the hall, so nobody is sent to one.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from shared.config.base_tables import Text
from shared.config.profile import Profile, ServiceTable
from shared.config.triage_rules import to_triage
from shared.domain.advising import advise
from shared.domain.errors import RequestInvalid
from shared.domain.triage import Hour, MachineState, Offer, Situation, offers
from shared.protocol.triage import (
    AdviceNoted,
    DocumentView,
    NoteAdvice,
    OfferView,
    TriageView,
    Words,
)
from shared.rollout.windows.quoted import Foretold
from shared.services.appointing import local_time, next_free_us
from shared.services.decision import Decision
from shared.services.lobby import Lobby
from shared.services.triage_words import offer_words

MINUTE_US: Final = 60_000_000


def triage(
    lobby: Lobby,
    now_us: int,
    service: str,
    segment: str | None,
    missing: Iterable[str],
    foretold: Foretold | None = None,
) -> TriageView:
    """The ways for this service, best first, with what to have ready.

    ``foretold`` is the newest forecast, if there is one.

    Raises:
        ServiceUnknown, SegmentUnknown.
        RequestInvalid: something is said to be missing that the profile does not know.
    """
    what = lobby.branch.rules.service(service)
    who = lobby.branch.rules.segment(segment or "")
    table = next(s for s in lobby.profile.services if s.id == what.id)
    lacking = _known_documents(lobby.profile, missing)
    rules = lobby.branch.rules.triage or to_triage(lobby.profile)
    known = situation(lobby, now_us, what.id, who.id, foretold)
    found = offers(rules, what.id, who.id, lacking, known)
    now = local_time(lobby, now_us)
    return TriageView(
        service=what.id,
        segment=who.id,
        asks_documents=rules.asks_documents,
        documents=tuple(_documents(lobby.profile, table, lacking)),
        offers=tuple(_offer(lobby.profile, offer, now) for offer in found),
    )


def note_advice(lobby: Lobby, now_us: int, request: NoteAdvice) -> Decision:
    """Ways were shown to a customer; keep which, and what the customer did.

    Raises:
        ServiceUnknown, SegmentUnknown, TicketUnknown.
        RequestInvalid: a document that the profile does not know.
    """
    _known_documents(lobby.profile, request.missing)
    events = advise(
        lobby.branch,
        now_us,
        service=request.service,
        segment=request.segment or "",
        offered=request.offered,
        taken=request.taken or "",
        ticket=request.ticket or "",
        missing=request.missing,
        saves_min=request.saves_min,
    )
    return Decision(events, lambda after: AdviceNoted(sequence=after.branch.sequence))


def situation(
    lobby: Lobby,
    now_us: int,
    service: str,
    segment: str = "",
    foretold: Foretold | None = None,
) -> Situation:
    """What the server knows now; see the top of this module."""
    wait_min = None if foretold is None else _wait_min(foretold, now_us, service, segment)
    hour = None if foretold is None else _best_hour(foretold, now_us, service)
    due_us = next_free_us(lobby, now_us, service)
    hours = {} if due_us is None else {service: Hour((due_us - now_us) / MINUTE_US)}
    return Situation(
        machines={
            m.id: MachineState(is_working=True, wait_min=0.0) for m in lobby.profile.machines
        },
        counter_wait_min={} if wait_min is None else {service: wait_min},
        appointment=hours,
        later={} if hour is None else {service: hour},
        suspended=frozenset(_suspended(lobby)),
    )


def _wait_min(foretold: Foretold, now_us: int, service: str, segment: str) -> float | None:
    """How long somebody waits who takes a ticket now; None where that is withheld."""
    quoted = foretold.quotes.get((service, segment))
    if quoted is None or quoted.window is None:
        return None
    return max(0.0, (quoted.window.middle_us - now_us) / MINUTE_US)


def _best_hour(foretold: Foretold, now_us: int, service: str) -> Hour | None:
    """The half-hour to come with the shortest wait, the first of equal ones."""
    later = [hour for hour in foretold.hours.get(service, ()) if hour[0] > now_us]
    if not later:
        return None
    begins_us, wait_us = min(later, key=lambda hour: hour[1])
    return Hour((begins_us - now_us) / MINUTE_US, wait_us / MINUTE_US)


def _suspended(lobby: Lobby) -> Iterable[str]:
    """Services for which no tickets are given; some incidents let people queue up meanwhile."""
    rules = lobby.branch.rules
    for incident in lobby.branch.incidents.values():
        if not rules.incident(incident.reason).gives_tickets:
            yield from incident.services


def _known_documents(profile: Profile, missing: Iterable[str]) -> frozenset[str]:
    known = [document.id for document in profile.documents]
    for name in missing:
        if name not in known:
            listed = ", ".join(known) or "none"
            raise RequestInvalid(f"missing: there is no document “{name}”; there are: {listed}")
    return frozenset(missing)


def _documents(
    profile: Profile, table: ServiceTable, lacking: frozenset[str]
) -> Iterable[DocumentView]:
    named = {document.id: document for document in profile.documents}
    for name in table.needs_documents:
        found = named[name]
        yield DocumentView(
            id=name,
            name=_words(found.name),
            hint=_words(found.hint) if found.hint else None,
            is_missing=name in lacking,
        )


def _words(text: Text) -> Words:
    return Words(zh=text.zh, en=text.en)


def _offer(profile: Profile, offer: Offer, now: datetime) -> OfferView:
    at = None if offer.in_min is None else now + timedelta(minutes=offer.in_min)
    return OfferView(
        way=offer.way,
        reason=offer.reason,
        words=Words(
            zh=offer_words(offer, profile, now, "zh"), en=offer_words(offer, profile, now, "en")
        ),
        is_recommended=offer.is_recommended,
        machine=offer.machine,
        at=at,
        saves_min=offer.saves_min,
        missing=offer.missing,
    )
