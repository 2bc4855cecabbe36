"""Use cases of rush mode: switched on by the lead, or by how many tickets were given of late."""

from typing import Final

from shared.dispatch.layout import MINUTE_US
from shared.domain import rush
from shared.domain.event import Event
from shared.protocol.command import SetRush
from shared.protocol.event import to_datetime
from shared.protocol.lobby import RushResult, RushView
from shared.services.actor import Actor
from shared.services.decision import Decision
from shared.services.lobby import Lobby

WINDOW_US: Final = 5 * MINUTE_US
#: While so much of it is left, a rush is not made longer: one event in a while is enough.
RENEWED_BELOW: Final = 0.5


def set_rush(lobby: Lobby, now_us: int, request: SetRush, actor: Actor) -> Decision:
    """On for some minutes, or off; what goes on already is no refusal."""
    if request.is_on:
        minutes = request.minutes or lobby.profile.rush.lasts_min
        events = rush.begin(
            lobby.branch,
            now_us,
            lasts_us=minutes * MINUTE_US,
            cause=rush.BY_LEAD,
            by=actor.staff,
        )
    else:
        events = rush.end(lobby.branch, now_us, by=actor.staff)
    return Decision(events, lambda after: RushResult(rush=rush_view(after, now_us)))


def by_rate(lobby: Lobby, now_us: int) -> list[Event]:
    """What a ticket that is given now adds: a rush begins, or goes on, where the profile says so.

    The ticket itself is not in the branch yet and counts as one. A lead's "off" holds as long as
    people keep coming like that: only after the rate was once below the limit it counts again.
    """
    table = lobby.profile.rush
    if not table.tickets_per_5_min:
        return []
    branch = lobby.branch
    lasts_us = table.lasts_min * MINUTE_US
    going = rush.present(branch, now_us)
    if going is not None and going.until_us - now_us > lasts_us * RENEWED_BELOW:
        return []
    if rush.issued_since(branch, now_us - WINDOW_US) + 1 < table.tickets_per_5_min:
        return []
    if rush.is_held_off(branch, WINDOW_US, table.tickets_per_5_min):
        return []
    return rush.begin(branch, now_us, lasts_us=lasts_us, cause=rush.BY_RATE)


def rush_view(lobby: Lobby, now_us: int) -> RushView | None:
    """The rush that goes on now."""
    found = rush.present(lobby.branch, now_us)
    if found is None:
        return None
    return RushView(until=to_datetime(found.until_us), cause=found.cause)
