"""Tickets while no server decides: by the branch's own rules, out of the kiosk's own numbers.

The rules are those of the domain, applied to what this kiosk knows: the last profile, the hours of
today, what was suspended when it last heard, its own block. Nothing is decided anew here.
"""

import secrets
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from functools import lru_cache
from hashlib import sha256
from typing import Final

from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.domain import ticketing
from shared.domain.branch import Branch, Incident, Lease
from shared.domain.event import Event
from shared.domain.rules import Rules
from shared.protocol.command import IssueTicket
from shared.protocol.event import to_datetime, to_us
from shared.protocol.incident import IncidentView
from shared.protocol.journal import JournalEntry

#: How the domain calls whoever leads this little branch; the server has its own name for us.
OURSELVES: Final = "this kiosk"
TOKEN_BYTES: Final = 16  # as many as the server's: 128 bits, a phone page is not found by trying


@dataclass(frozen=True, slots=True)
class OwnTicket:
    """A ticket that this kiosk gives by itself. Who is ahead is not known, nor who is called."""

    id: str
    number: str
    service: str
    arrived_at: datetime
    phone_url: str
    people_ahead: None = None
    counter: None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A ticket that may be given once its entry is kept."""

    ticket: OwnTicket
    entry: JournalEntry


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the kiosk knows of the branch without a server.

    ``now`` is the branch's clock in its time zone. ``last_used`` has by series the highest ordinal
    of the block that was given today. ``incidents`` went on when the kiosk last heard, on the
    business day ``suspended_on``. ``phone_base``: address under which phone pages lie, empty where
    no ticket has told it yet.
    """

    profile: Profile
    now: datetime
    block: Lease | None
    last_used: Mapping[str, int] = field(default_factory=dict)
    suspended_on: str = ""
    incidents: Sequence[IncidentView] = ()
    phone_base: str = ""


def draft(known: Knowledge, wish: IssueTicket) -> Draft:
    """The ticket of this wish, if the branch's rules allow it.

    Raises:
        NumbersUsedUp: no block, or none of it left today.
        ServiceUnknown, SegmentUnknown, ServiceNotOffered, ServiceSuspended.
        DayClosed, ClosedForNow, BranchClosed, TicketsOver: as at the server.
    """
    ticket = uuid.uuid4().hex
    (event,) = ticketing.issue(
        branch_of(known),
        to_us(known.now.astimezone(UTC)),
        ticket=ticket,
        service=wish.service,
        segment=wish.segment or "",
        language=wish.language,
    )
    token = secrets.token_urlsafe(TOKEN_BYTES) if known.phone_base else ""
    given = OwnTicket(
        ticket,
        str(event.data["number"]),
        wish.service,
        to_datetime(event.at_us),
        f"{known.phone_base}{token}" if token else "",
    )
    return Draft(given, _entry(event, token))


def branch_of(known: Knowledge) -> Branch:
    """The branch today as far as this kiosk knows it: nobody waits, its own numbers only."""
    day = known.now.date().isoformat()
    midnight = datetime.combine(known.now.date(), time.min, known.now.tzinfo)
    rules = _rules(known.profile)
    branch = Branch(rules)
    branch.start_day(day, to_us(midnight.astimezone(UTC)), rules.calendar.day_type(day))
    branch.holder = OURSELVES
    if known.block is not None:
        branch.leases[OURSELVES] = known.block
    branch.last_lent = {(OURSELVES, series): last for series, last in known.last_used.items()}
    if known.suspended_on == day:
        _suspend(branch, known.incidents)
    return branch


def _suspend(branch: Branch, incidents: Sequence[IncidentView]) -> None:
    """What was suspended when we last heard still is."""
    for each in incidents:
        since_us = to_us(each.since.astimezone(UTC))
        branch.incidents[each.id] = Incident(each.id, each.reason, each.services, since_us)
        for service in each.services:
            branch.suspended[service] = branch.suspended.get(service, 0) + 1


def _entry(event: Event, token: str) -> JournalEntry:
    """The event for the journal. How many were ahead is left out: this kiosk does not know."""
    data = {key: value for key, value in event.data.items() if key != "people_ahead"}
    return JournalEntry(
        kind=event.kind,
        at=to_datetime(event.at_us),
        ticket=event.ticket,
        data=data,
        page=sha256(token.encode()).hexdigest() if token else "",
    )


@lru_cache(maxsize=1)
def _rules_of(text: str) -> Rules:
    return to_rules(Profile.model_validate_json(text))


def _rules(profile: Profile) -> Rules:
    """The rules of a profile; made once for each."""
    return _rules_of(profile.model_dump_json())
