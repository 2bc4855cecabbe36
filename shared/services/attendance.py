"""Use cases of the day and of counters: open the day, open, pause and close a counter."""

from datetime import datetime
from typing import Final

from shared.domain import attendance
from shared.domain.errors import RequestInvalid
from shared.domain.event import Event
from shared.domain.settle import settle
from shared.domain.tick import tick
from shared.protocol.command import OpenCounter, PauseCounter, PlanPause, SetServices
from shared.protocol.event import to_us
from shared.services.actor import Actor, refuse_foreign_counter, refuse_unknown_person
from shared.services.answering import counter_decision
from shared.services.day import local_day
from shared.services.decision import Decision
from shared.services.lobby import Lobby

JUST_OPEN: Final = OpenCounter()
PAUSE_US_MAX: Final = 24 * 3600 * 1_000_000  # whoever is away for longer closes the counter


def open_day(lobby: Lobby, now_us: int) -> list[Event]:
    """What has to be recorded first because midnight has passed; nothing on the same day."""
    stamp_us = lobby.branch.stamp(now_us)
    today = local_day(stamp_us, lobby.zone)
    return attendance.open_day(lobby.branch, stamp_us, day=today.day, midnight_us=today.midnight_us)


def is_anything_due(lobby: Lobby, now_us: int) -> bool:
    """Whether the clock alone has something to record.

    A new day, times that are over, a ticket that a counter standing by may call by now.
    """
    branch = lobby.branch
    return bool(open_day(lobby, now_us) or tick(branch, now_us) or settle(branch, now_us))


def open_counter(
    lobby: Lobby, now_us: int, counter: str, actor: Actor, request: OpenCounter = JUST_OPEN
) -> Decision:
    """The signed-in person starts to work there, or comes back from a pause.

    Raises:
        CounterUnknown, CounterAlreadyOpen (somebody else works there).
        StaffUnknown, MentorMissing: whoever is named as mentor.
    """
    refuse_unknown_person(lobby, request.mentor)
    events = attendance.open_counter(
        lobby.branch,
        now_us,
        counter=counter,
        staff=actor.staff,
        skills=actor.skills,
        mentor=request.mentor or "",
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
    until_us = None if request.until is None else _time_us("until", request.until, now_us)
    events = attendance.pause_counter(
        lobby.branch, now_us, counter=counter, reason=request.reason, until_us=until_us
    )
    return counter_decision(counter, events)


def plan_pause(
    lobby: Lobby, now_us: int, counter: str, request: PlanPause, actor: Actor
) -> Decision:
    """The last customer, then a pause or the end of work; or no pause after all.

    Raises:
        CounterUnknown, CounterNotOpen, ReasonMissing, CounterAlreadyOpen (somebody else's).
        RequestInvalid: a time lies in the past or more than a day ahead, or they are reversed.
    """
    refuse_foreign_counter(lobby, counter, actor)
    if request.is_off:
        return counter_decision(
            counter, attendance.drop_plan(lobby.branch, now_us, counter=counter)
        )
    at_us = 0 if request.at is None else _time_us("at", request.at, now_us)
    until_us = None
    if request.until is not None:
        until_us = _time_us("until", request.until, max(now_us, at_us))
    events = attendance.plan_pause(
        lobby.branch,
        now_us,
        counter=counter,
        reason=request.reason or "",
        until_us=until_us,
        at_us=at_us,
    )
    return counter_decision(counter, events)


def set_services(
    lobby: Lobby, now_us: int, counter: str, request: SetServices, actor: Actor
) -> Decision:
    """The counter serves these services from now on.

    Raises:
        CounterUnknown, CounterNotOpen, ServiceUnknown, LastService, CounterAlreadyOpen.
    """
    refuse_foreign_counter(lobby, counter, actor)
    services = request.services
    return counter_decision(
        counter,
        attendance.set_services(lobby.branch, now_us, counter=counter, services=services),
    )


def close_counter(lobby: Lobby, now_us: int, counter: str, actor: Actor) -> Decision:
    """Work at the counter ends.

    Raises:
        CounterUnknown, CounterNotOpen, CounterHasCustomer, CounterAlreadyOpen (somebody else's).
    """
    refuse_foreign_counter(lobby, counter, actor)
    return counter_decision(
        counter, attendance.close_counter(lobby.branch, now_us, counter=counter)
    )


def _time_us(place: str, at: datetime, from_us: int) -> int:
    """A time to come, once it is certain that screens can show it."""
    at_us = to_us(at)
    if not from_us <= at_us <= from_us + PAUSE_US_MAX:
        raise RequestInvalid(f"{place}: it must lie between now and 24 hours from now")
    return at_us
