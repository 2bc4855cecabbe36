"""Hand-made days for the tests of figures: short logs, times in seconds from midnight."""

from shared.domain import event as kinds
from shared.domain.event import Event, Value

S = 1_000_000


def opened(day: str = "2026-01-05") -> Event:
    """The day begins."""
    return Event(kinds.DAY_OPENED, 0, 0, data={"day": day, "midnight_us": 0})


def issued(
    ticket: str,
    at_s: int,
    service: str = "cash",
    segment: str = "ordinary",
    **more: Value,
) -> Event:
    """A ticket, as the domain writes it."""
    data: dict[str, Value] = {
        "day": "2026-01-05",
        "series": "A",
        "ordinal": int(ticket),
        "number": f"A{int(ticket):03d}",
        "service": service,
        "segment": segment,
        "language": "en",
        "people_ahead": 0,
        **more,
    }
    return Event(kinds.TICKET_ISSUED, at_s * S, at_s * S, ticket, data=data)


def called(
    ticket: str, at_s: int, counter: str = "1", passed_over: list[str] | None = None
) -> Event:
    """A call."""
    data: dict[str, Value] = {"rule": "only_one", "score": 0, "passed_over": passed_over or []}
    return Event(kinds.TICKET_CALLED, at_s * S, at_s * S, ticket, counter, "1001", data)


def started(ticket: str, at_s: int, counter: str = "1") -> Event:
    """The service begins."""
    data: dict[str, Value] = {"is_implied": True}
    return Event(kinds.TICKET_STARTED, at_s * S, at_s * S, ticket, counter, "1001", data)


def closed(ticket: str, at_s: int, counter: str = "1") -> Event:
    """The service ends."""
    data: dict[str, Value] = {"outcome": "done"}
    return Event(kinds.TICKET_CLOSED, at_s * S, at_s * S, ticket, counter, "1001", data)


def left(ticket: str, at_s: int) -> Event:
    """The customer gave up."""
    return Event(kinds.TICKET_CANCELLED, at_s * S, at_s * S, ticket, data={"reason": "left"})


def expired(ticket: str, at_s: int) -> Event:
    """The day ended before the call."""
    return Event(kinds.TICKET_EXPIRED, at_s * S, at_s * S, ticket, data={"state": "waiting"})


def absent(ticket: str, at_s: int, counter: str = "1") -> Event:
    """The call was missed."""
    data: dict[str, Value] = {"recalls": 1}
    return Event(kinds.TICKET_NO_SHOW, at_s * S, at_s * S, ticket, counter, "1001", data)


def returned(ticket: str, at_s: int) -> Event:
    """Back after a missed call."""
    return Event(kinds.TICKET_RETURNED, at_s * S, at_s * S, ticket, data={"senior_us": at_s * S})


def rated(ticket: str, at_s: int, score: int) -> Event:
    """A mark for the visit."""
    return Event(kinds.TICKET_RATED, at_s * S, at_s * S, ticket, "1", "1001", {"score": score})


def visit_event(kind: str, ticket: str, at_s: int, counter: str = "", **data: Value) -> Event:
    """Something that happens to a ticket, with the data that the domain writes."""
    staff = "1001" if counter else ""
    return Event(kind, at_s * S, at_s * S, ticket, counter, staff, data)


def incident_event(kind: str, at_s: int, **data: Value) -> Event:
    """Something that happens to an incident or a service."""
    return Event(kind, at_s * S, at_s * S, data={"incident": "i-1", **data})


def suspended(at_s: int, service: str = "cash", clock: str = "stops") -> list[Event]:
    """An incident keeps a service from being offered."""
    told: dict[str, Value] = {"reason": "system", "services": [service], "clock": clock}
    return [
        incident_event(kinds.INCIDENT_DECLARED, at_s, told=[], by="", **told),
        incident_event(kinds.SERVICE_SUSPENDED, at_s, service=service),
    ]


def served_again(at_s: int, service: str = "cash") -> list[Event]:
    """The incident is over."""
    return [
        incident_event(kinds.SERVICE_RESUMED, at_s, service=service),
        incident_event(kinds.INCIDENT_ENDED, at_s, told=[], by=""),
    ]


def counter(kind: str, at_s: int, name: str = "1", mentor: str = "") -> Event:
    """Something that happens to a counter."""
    data: dict[str, Value] = {}
    if kind == kinds.COUNTER_OPENED:
        data = {"services": ["cash", "account", "transfer", "lost", "other"]}
        data |= {"mentor": mentor} if mentor else {}
    if kind == kinds.COUNTER_PAUSED:
        data = {"reason": "lunch", "until_us": None}
    return Event(kind, at_s * S, at_s * S, "", name, "1001", data)
