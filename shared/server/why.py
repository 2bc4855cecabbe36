"""A ticket of any day explained, out of the log of that day."""

from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.dispatch.layout import P_CAP
from shared.domain.errors import InputInvalid, TicketUnknown
from shared.domain.event import DAY_OPENED, PROFILE_PUBLISHED, optional_text
from shared.protocol.why import Audience, TicketStory
from shared.services.explain import explain
from shared.services.explain_names import Names
from shared.services.story import Story
from shared.services.storytelling import story, tickets_numbered
from shared.store.day_log import DayLog, day_log
from shared.store.engine import Database
from shared.store.ticket_day import day_of_ticket


class NumberUnknown(InputInvalid):
    """No ticket of that day bears this number."""

    code = "number_unknown"
    sentence = "Branch %1 gave no ticket %2 on %3. Check the number and the day."


def explain_ticket(
    database: Database, branch: str, ticket: str, audience: Audience, language: str
) -> TicketStory:
    """The story of a ticket by its identifier.

    Raises:
        StoreUnavailable, ProfileLost; TicketUnknown: this branch never gave it.
    """
    log = day_log(database, branch, day_of_ticket(database, branch, ticket))
    return _explain(log, ticket, audience, language)


def explain_number(
    database: Database, branch: str, day: str, number: str, audience: Audience, language: str
) -> TicketStory:
    """The story of the ticket that bore this number on a day (ISO date).

    Raises:
        StoreUnavailable, ProfileLost, DayMissing, NumberUnknown.
    """
    log = day_log(database, branch, day)
    tickets = tickets_numbered(log.events, number)
    if not tickets:
        raise NumberUnknown(branch, number, day)
    return _explain(log, tickets[0], audience, language)


def _explain(log: DayLog, ticket: str, audience: Audience, language: str) -> TicketStory:
    found = story(log.events, ticket)
    if found is None:
        raise TicketUnknown(ticket)
    names = Names((*log.library.values(), log.profile), language)
    return explain(found, names, audience, _overtakes_max(log, found))


def _overtakes_max(log: DayLog, found: Story) -> int | None:
    """The limit of the ticket's class under the profile that held when it was called, or last."""
    profile, day_type = _held(log, found.visit.called_us)
    rules = to_rules(profile)
    service = rules.service_index.get(found.visit.service)
    segment = rules.segment_index.get(found.segment)
    if service is None or segment is None:
        return None
    row = rules.class_of(rules.services[service], rules.segments[segment])
    cap = rules.day(day_type).discipline.policy[row][P_CAP]
    return None if cap < 0 else cap


def _held(log: DayLog, until_us: int | None) -> tuple[Profile, str]:
    """The profile that held at this time, and the type of the day."""
    profile, day_type = log.profile, ""
    for event in log.events:
        if until_us is not None and event.recorded_us > until_us:
            break
        if event.kind == DAY_OPENED:
            day_type = optional_text(event, "day_type")
        elif event.kind == PROFILE_PUBLISHED:
            profile = log.library[str(event.data["profile"])]
    return profile, day_type
