"""What is true of one counter for a customer who stands before it. No Qt."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from kiosk.board.facts import Names, clock_words, names
from kiosk.board.news import listed
from shared.config.profile import Profile
from shared.protocol.lobby import CounterView, LobbyView

Kind = Literal["unknown", "nowhere", "called", "serving", "free", "halted", "paused", "closed"]
#: A ticket in this state has been called and its customer is on the way.
CALLED = "called"


@dataclass(frozen=True, slots=True)
class CounterScene:
    """The counter now.

    ``is_visual``: who is called does not hear well. ``until``: the clock time at which a paused
    counter is back, empty where nobody has said or the time is over. ``services``: what is served
    here. ``halted``: an incident keeps it from serving;
    ``nowhere``: the branch has no such counter.
    """

    kind: Kind
    number: str = ""
    until: str = ""
    services: Names = field(default_factory=lambda: names(None))
    is_visual: bool = False


def scene_of(
    lobby: LobbyView | None, profile: Profile | None, counter: str, called: str, now: datetime
) -> CounterScene:
    """The scene; ``called`` is a number that the stream told and no snapshot holds yet."""
    found = _find(lobby, counter)
    if found is None and lobby is not None:
        return CounterScene("nowhere")
    if found is None or profile is None:
        return CounterScene("called" if called else "unknown", called)
    services = listed(profile, found.services) if found.services else names(None)
    if called:
        return CounterScene("called", called, services=services)
    if found.ticket is not None:
        kind: Kind = "called" if found.ticket.state == CALLED else "serving"
        return CounterScene(
            kind,
            found.ticket.number,
            services=services,
            is_visual=found.ticket.needs_visual_call,
        )
    if found.state == "paused":
        return CounterScene("paused", until=_back(found.pause_until, now), services=services)
    if found.state == "closed":
        return CounterScene("closed")
    is_halted = not found.services and lobby is not None and bool(lobby.suspended)
    return CounterScene("halted" if is_halted else "free", services=services)


def _find(lobby: LobbyView | None, counter: str) -> CounterView | None:
    if lobby is None:
        return None
    return next((each for each in lobby.counters if each.id == counter), None)


def _back(until: datetime | None, now: datetime) -> str:
    """A time that is over promises nothing."""
    if until is None or until <= now:
        return ""
    return clock_words(until.astimezone(now.tzinfo))
