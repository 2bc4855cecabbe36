"""Tickets, counters and snapshots of a Tuesday at 10:12, for tests of screens."""

from datetime import datetime, timedelta, timezone

from shared.client.ports import Failure
from shared.config.load import load_profile
from shared.domain.refused import AppointmentUnknown
from shared.protocol.appointment import AppointmentView
from shared.protocol.forecast import ForecastView, Quote, Window
from shared.protocol.lobby import (
    Call,
    CounterView,
    LobbyView,
    Reason,
    TicketIssued,
    TicketView,
)
from shared.protocol.printing import SlipTaken
from shared.protocol.triage import DocumentView, OfferView, TriageView, Way, Words

BRANCH_ZONE = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 24, 10, 12, 0, tzinfo=BRANCH_ZONE)


def ticket(number: str = "A027", *, minutes_ago: float = 3.0, **changes: object) -> TicketView:
    """A waiting cash ticket; the number is its identifier too (in small letters)."""
    issued = NOW - timedelta(minutes=minutes_ago)
    values: dict[str, object] = {
        "id": f"t-{number.lower()}",
        "number": number,
        "state": "waiting",
        "service": "cash",
        "segment": "ordinary",
        "arrived_at": issued,
        "issued_at": issued,
    }
    return TicketView.model_validate(values | changes)


def issued(number: str = "A027", *, people_ahead: int = 6, **changes: object) -> TicketIssued:
    """The answer to POST tickets."""
    window = changes.pop("window", None)
    values = ticket(number, minutes_ago=0.0, **changes).model_dump() | {"window": window}
    url = f"http://branch.example.com/t/{number.lower()}-secret"
    return TicketIssued.model_validate(values | {"people_ahead": people_ahead, "phone_url": url})


def slip(number: str = "A027", *, copy_no: int = 2) -> SlipTaken:
    """The answer to POST tickets/{id}/slip."""
    return SlipTaken.model_validate(issued(number).model_dump() | {"copy_no": copy_no})


def counter(identifier: str = "1", state: str = "open", **changes: object) -> CounterView:
    """A counter; ``ticket=`` puts a customer there."""
    values: dict[str, object] = {"id": identifier, "state": state, "services": ("cash",)}
    return CounterView.model_validate(values | changes)


def reason(**changes: object) -> Reason:
    """Why a ticket was called."""
    values: dict[str, object] = {
        "rule": "highest_score",
        "waited_s": 180.0,
        "score_points": 3.0,
        "waiting": 12,
        "policy": "growing",
        "policy_hash": "0123456789abcdef",
    }
    return Reason.model_validate(values | changes)


def call(number: str = "A026", at_counter: str = "1", *, sequence: int = 100) -> Call:
    """A call on the board."""
    return Call(
        sequence=sequence,
        ticket=f"t-{number.lower()}",
        number=number,
        counter=at_counter,
        called_at=NOW - timedelta(seconds=5),
    )


def lobby(**changes: object) -> LobbyView:
    """A snapshot: four counters open, nobody waiting; ``waiting=``, ``now=`` ... change it."""
    values: dict[str, object] = {
        "sequence": 100,
        "branch": "renmin",
        "day": "2026-11-24",
        "now": NOW,
        "is_open": True,
        "waiting": (),
        "counters": tuple(counter(name) for name in "1234"),
        "recent_calls": (),
    }
    return LobbyView.model_validate(values | changes)


def twelve_waiting() -> tuple[TicketView, ...]:
    """Twelve people with different services, one with priority need."""
    rows = (
        ("P003", "cash"), ("A021", "cash"), ("A022", "transfer"), ("B008", "account"),
        ("A023", "cash"), ("C004", "wealth"), ("A024", "cash"), ("B009", "lost"),
        ("A025", "transfer"), ("A026", "cash"), ("B010", "account"), ("A028", "other"),
    )  # fmt: skip
    return tuple(
        ticket(
            number,
            minutes_ago=24.0 - 2 * index,
            service=service,
            segment="priority" if number.startswith("P") else "ordinary",
        )
        for index, (number, service) in enumerate(rows)
    )


APPOINTMENT_UNKNOWN = Failure(AppointmentUnknown.code, "No appointment has this code.")


def appointment(**changes: object) -> AppointmentView:
    """Booked with an adviser for 14:30 today."""
    at = changes.pop("at", NOW.replace(hour=14, minute=30))
    assert isinstance(at, datetime)
    values: dict[str, object] = {
        "service": "wealth",
        "segment": "ordinary",
        "language": "zh_CN",
        "at": at,
        "check_in_from": at - timedelta(minutes=15),
        "check_in_until": at + timedelta(minutes=15),
        "state": "booked",
    }
    return AppointmentView.model_validate(values | changes)


def ways(
    service: str,
    *found: Way,
    profile: str = "neighbourhood",
    missing: tuple[str, ...] = (),
    saves_min: float | None = None,
) -> TriageView:
    """These ways (the counter, if none), with the profile's documents of the service.

    ``saves_min`` is said of the way before the counter. A machine is the first that serves it.
    """
    branch = load_profile(profile)
    table = next(each for each in branch.services if each.id == service)
    names = {each.id: each.name for each in branch.documents}
    machine = next((each.id for each in branch.machines if service in each.services), None)
    documents = tuple(
        DocumentView(
            id=each,
            name=Words(zh=names[each].zh, en=names[each].en),
            is_missing=each in missing,
        )
        for each in table.needs_documents
    )
    return TriageView(
        service=service,
        segment="ordinary",
        asks_documents=True,
        documents=documents,
        offers=tuple(
            OfferView(
                way=way,
                reason="usual",
                words=Words(zh="…", en="…"),
                is_recommended=index == 0,
                machine=machine if way == "machine" else None,
                at=NOW.replace(hour=14, minute=0) if way == "appointment" else None,
                saves_min=saves_min if way != "counter" else None,
                missing=missing if way == "counter" else (),
            )
            for index, way in enumerate(found or ("counter",))
        ),
    )


def forecast(service: str, *, wait_min: float = 13.0, segment: str = "ordinary") -> ForecastView:
    """One service is called at 10:25, by 10:30 in nine of ten cases; another is not said."""
    window = Window(
        earliest_at=NOW + timedelta(minutes=wait_min - 4),
        likely_at=NOW + timedelta(minutes=wait_min),
        latest_at=NOW + timedelta(minutes=wait_min + 5),
    )
    said = Quote(
        service=service, segment=segment, window=window, people_ahead=5, wait_s=wait_min * 60
    )
    unsaid = Quote(service="account", segment=segment, people_ahead=2)
    return ForecastView(sequence=100, at=NOW, quotes=(said, unsaid))


def forecasts() -> ForecastView:
    """Six services of the neighbourhood branch with the minutes of the look's picture 01."""
    minutes = {"cash": 15, "account": 25, "transfer": 15, "wealth": 5, "lost": 10, "other": 5}
    quotes = [forecast(each, wait_min=wait).quotes[0] for each, wait in minutes.items()]
    return ForecastView(sequence=100, at=NOW, quotes=tuple(quotes))
