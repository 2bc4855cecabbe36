"""Use case of a person who takes the charge for a server whose stand-in is out of use."""

from collections.abc import Callable

from shared.domain import event as kinds
from shared.domain.event import Event
from shared.protocol.charge import ChargeView
from shared.services.decision import Decision
from shared.services.lobby import Lobby


def waive(lobby: Lobby, now_us: int, staff: str, view: Callable[[Lobby], ChargeView]) -> Decision:
    """Record who did it; the answer is how the charge stands then."""
    at_us = lobby.branch.stamp(now_us)
    event = Event(kinds.CHARGE_TAKEN, at_us, at_us, "", "", staff, {})
    return Decision([event], view)
