"""Lobbies for the self-test: a hall with calls at every counter, incidents, a display's states."""

from collections.abc import Iterator
from datetime import timedelta

from kiosk.ticketing.selftest.client import NOW
from shared.config.profile import Profile
from shared.protocol.incident import IncidentView
from shared.protocol.lobby import Call, CounterView, LobbyView, SuspendedService, TicketView

#: The widest number of a day: three digits, and a letter wider than a digit.
NUMBER = "A0{:02d}"
SINCE = NOW - timedelta(minutes=7)


def calls(profile: Profile) -> tuple[Call, ...]:
    """The newest call of each counter, newest first."""
    return tuple(
        Call(
            sequence=100 - place,
            ticket=f"t{place}",
            number=NUMBER.format(20 + place),
            counter=counter.id,
            called_at=NOW,
            segment=profile.segments[0].id,
        )
        for place, counter in enumerate(reversed(profile.counters))
    )


def hall(profile: Profile, **changes: object) -> LobbyView:
    """Everybody at work, some waiting, a call at each counter."""
    waiting = tuple(_ticket(profile, f"w{n}", NUMBER.format(60 + n), "waiting") for n in range(6))
    values: dict[str, object] = {
        "sequence": 100,
        "branch": profile.branch.id,
        "day": f"{NOW:%Y-%m-%d}",
        "now": NOW,
        "is_open": True,
        "waiting": waiting,
        "counters": tuple(
            CounterView(id=counter.id, state="open", services=counter.services)
            for counter in profile.counters
        ),
        "recent_calls": calls(profile),
    }
    return LobbyView.model_validate(values | changes)


def incident(profile: Profile, reason: str, services: tuple[str, ...]) -> LobbyView:
    """The same hall during an incident."""
    found = IncidentView(id="i", reason=reason, services=services, since=SINCE)
    away = tuple(SuspendedService(service=s, reason=reason, since=SINCE) for s in services)
    return hall(profile, incidents=(found,), suspended=away)


def of_the_board(profile: Profile) -> Iterator[tuple[str, LobbyView]]:
    """Every state in which the board shows calls, by name."""
    services = tuple(service.id for service in profile.services)
    reason = profile.incidents[0].id
    yield "calls", hall(profile)
    yield "band", incident(profile, reason, services[:1])
    yield "incident", incident(profile, reason, services)


def of_a_counter(profile: Profile) -> Iterator[tuple[str, LobbyView]]:
    """Every state of the first counter's display, by name."""
    first = profile.counters[0]

    def with_counter(**changes: object) -> LobbyView:
        view = CounterView(id=first.id, state="open", services=first.services)
        return hall(profile, counters=(view.model_copy(update=changes),))

    for state in ("called", "serving"):
        yield state, with_counter(ticket=_ticket(profile, "t", NUMBER.format(20), state))
    yield "free", with_counter()
    yield "paused", with_counter(state="paused", pause_until=NOW + timedelta(minutes=58))
    yield "closed", with_counter(state="closed", services=())


def _ticket(profile: Profile, name: str, number: str, state: str) -> TicketView:
    return TicketView(
        id=name,
        number=number,
        state=state,
        service=profile.services[0].id,
        segment=profile.segments[0].id,
        arrived_at=NOW,
        issued_at=NOW,
    )
