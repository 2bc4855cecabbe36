"""What keeps the branch from working, and what it has to say: words for the board. No Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from kiosk.board.facts import Names, clock_words, names
from shared.config.board_tables import NoticeTable
from shared.config.profile import Profile, Text
from shared.config.visit_tables import IncidentTable
from shared.i18n import LANGUAGES, translate
from shared.protocol.incident import IncidentView
from shared.protocol.lobby import LobbyView

#: Names of services in one line; more are counted.
NAMED_SERVICES = 3
#: From this share of the services on, an incident takes the whole board: calls are the exception.
PAGE_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident for the board.

    ``is_page``: it takes the whole board; else it is a band above the calls. ``to_do`` is what
    customers shall do at once, empty where they need only wait. ``news_at`` is the next time at
    which the branch tells how things are.
    """

    reason: str
    title: Names
    since: datetime
    news_at: datetime
    is_page: bool
    to_do: Names
    open_services: Names
    shut_services: Names
    shut_briefly: Names


def incident_of(lobby: LobbyView | None, profile: Profile | None, now: datetime) -> Incident | None:
    """What goes on, or None. With several the one that tells people what to do, else the oldest."""
    if lobby is None or profile is None or not lobby.incidents:
        return None
    tables = {table.id: table for table in profile.incidents}
    first = min(
        lobby.incidents,
        key=lambda each: (_instruction(tables.get(each.reason)) is None, each.since),
    )
    table = tables.get(first.reason)
    shut = {each.service for each in lobby.suspended} or _all_shut(lobby.incidents)
    services = [service.id for service in profile.services]
    away = [each for each in services if each in shut]
    return Incident(
        reason=first.reason,
        title=names(table.name if table else None),
        since=first.since,
        news_at=next_news(first.since, now, table.news_min if table else 15),
        is_page=_instruction(table) is not None or len(shut) >= PAGE_SHARE * len(services),
        to_do=names(_instruction(table)),
        open_services=listed(profile, [each for each in services if each not in shut]),
        shut_services=listed(profile, away),
        shut_briefly=listed(profile, away, most=1),
    )


def incident_words(incident: Incident | None, zone: tzinfo | None) -> dict[str, str | Names]:
    """For QML: ``kind`` is page, band or empty where nothing goes on."""
    if incident is None:
        no = names(None)
        return {
            "kind": "",
            "title": no,
            "since": "",
            "newsAt": "",
            "toDo": no,
            "openServices": no,
            "shutServices": no,
            "shutBriefly": no,
        }
    return {
        "kind": "page" if incident.is_page else "band",
        "title": incident.title,
        "since": clock_words(incident.since.astimezone(zone)),
        "newsAt": clock_words(incident.news_at),
        "toDo": incident.to_do,
        "openServices": incident.open_services,
        "shutServices": incident.shut_services,
        "shutBriefly": incident.shut_briefly,
    }


def _instruction(table: IncidentTable | None) -> Text | None:
    return table.to_do if table else None


def _all_shut(incidents: Iterable[IncidentView]) -> set[str]:
    return {service for each in incidents for service in each.services}


def next_news(since: datetime, now: datetime, every_min: int) -> datetime:
    """The next of the times since + n × every_min that lies ahead, to the minute."""
    every = timedelta(minutes=every_min)
    start = since.replace(second=0, microsecond=0)
    past = max(0, (now - start) // every)
    return (start + (past + 1) * every).astimezone(now.tzinfo)


def listed(profile: Profile, services: Sequence[str], most: int = NAMED_SERVICES) -> Names:
    """The services in both languages: all, or the first few by name and how many more."""
    if len(services) == len(profile.services):
        return {code: translate("Board", "all services", language=code) for code in LANGUAGES}
    named = {service.id: service.name for service in profile.services}
    found = {}
    for code in LANGUAGES:
        mark = "、" if code == "zh" else ", "
        line = mark.join(named[each].of(code) for each in services[:most])
        more = len(services) - most
        if more > 0:
            line = translate("Board", "%1 and %2 more", line, more, language=code)
        found[code] = line
    return found


def notices_now(profile: Profile | None, lobby: LobbyView | None, now: datetime) -> list[Names]:
    """What is to be shown now: first what somebody has put up, the newest first."""
    if profile is None:
        return []
    named = {notice.id: notice.text for notice in profile.notices}
    put_up = [each for each in (lobby.notices if lobby else ()) if now < each.until]
    by_hand = [names(named[each.notice]) for each in reversed(put_up) if each.notice in named]
    by_days = [names(notice.text) for notice in profile.notices if _is_due(notice, now)]
    return by_hand + by_days


def _is_due(notice: NoticeTable, now: datetime) -> bool:
    """Its days and, on each of them, its hours; the branch's local time.

    One with an id is put up by hand only.
    """
    if notice.id is not None:
        return False
    day, clock = now.date().isoformat(), now.strftime("%H:%M")
    return (
        (notice.from_day or day) <= day <= (notice.until_day or day)
        and notice.begins <= clock
        and (notice.ends is None or clock < notice.ends)
    )
