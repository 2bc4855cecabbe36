"""Use cases of the day and of counters: open the day, open, pause and close a counter."""

from datetime import datetime
from typing import Final

from shared.domain import attendance
from shared.domain.errors import RequestInvalid
from shared.domain.event import Event
from shared.domain.tick import tick
from shared.protocol.command import PauseCounter
from shared.protocol.event import to_us
from shared.services.actor import Actor, refuse_foreign_counter
from shared.services.answering import counter_decision
from shared.services.day import local_day
from shared.services.decision import Decision
from shared.services.lobby import Lobby

PAUSE_US_MAX: Final = 24 * 3600 * 1_000_000  # whoever is away for longer closes the counter


def open_day(lobby: Lobby, now_us: int) -> list[Event]:
    """What has to be recorded first because midnight has passed; nothing on the same day."""
    stamp_us = lobby.branch.stamp(now_us)
    today = local_day(stamp_us, lobby.zone)
    return attendance.open_day(lobby.branch, stamp_us, day=today.day, midnight_us=today.midnight_us)


def is_anything_due(lobby: Lobby, now_us: int) -> bool:
    """Whether the clock alone has something to record: a new day, times that are over."""
    return bool(open_day(lobby, now_us) or tick(lobby.branch, now_us))


def open_counter(lobby: Lobby, now_us: int, counter: str, actor: Actor) -> Decision:
    """The signed-in person starts to work there, or comes back from a pause.

    Raises:
        CounterUnknown, CounterAlreadyOpen (somebody else works there).
    """
    events = attendance.open_counter(
        lobby.branch, now_us, counter=counter, staff=actor.staff, skills=actor.skills
    )
    return counter_decision(counter, events)


def pause_counter(
    lobby: Lobby, now_us: int, counter: str, request: PauseCounter, actor: Actor
) -> Decision:
    """The counter stops calling, for a reason of the profile.

    Raises:
        CounterUnknown, CounterNotOpen, CounterHasCustomer, ReasonMissing, CounterAlreadyOpen.
        RequestInvalid: the return lies in the past or more than a day ahead.
    """
    refuse_foreign_counter(lobby, counter, actor)
    until_us = None if request.until is None else _return_us(request.until, now_us)
    events = attendance.pause_counter(
        lobby.branch, now_us, counter=counter, reason=request.reason, until_us=until_us
    )
    return counter_decision(counter, events)


def close_counter(lobby: Lobby, now_us: int, counter: str, actor: Actor) -> Decision:
    """Work at the counter ends.

    Raises:
        CounterUnknown, CounterNotOpen, CounterHasCustomer, CounterAlreadyOpen (somebody else's).
    """
    refuse_foreign_counter(lobby, counter, actor)
    return counter_decision(
        counter, attendance.close_counter(lobby.branch, now_us, counter=counter)
    )


def _return_us(until: datetime, now_us: int) -> int:
    """The expected return, once it is certain that screens can show it."""
    until_us = to_us(until)
    if not now_us <= until_us <= now_us + PAUSE_US_MAX:
        raise RequestInvalid("until: it must lie between now and 24 hours from now")
    return until_us
