"""Use cases of the day and of counters: open the day, open, pause and close a counter."""

from shared.domain import attendance
from shared.domain.event import Event
from shared.protocol.command import PauseCounter
from shared.protocol.event import to_us
from shared.services.actor import Actor, refuse_foreign_counter
from shared.services.answering import counter_decision
from shared.services.day import local_day
from shared.services.decision import Decision
from shared.services.lobby import Lobby


def open_day(lobby: Lobby, now_us: int) -> list[Event]:
    """What has to be recorded first because midnight has passed; nothing on the same day."""
    stamp_us = lobby.branch.stamp(now_us)
    today = local_day(stamp_us, lobby.zone)
    return attendance.open_day(lobby.branch, stamp_us, day=today.day, midnight_us=today.midnight_us)


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
    """
    refuse_foreign_counter(lobby, counter, actor)
    until_us = None if request.until is None else to_us(request.until)
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
