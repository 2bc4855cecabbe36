"""Use case of a person who takes the charge for a server whose stand-in is out of use."""

from collections.abc import Callable, Collection

from shared.domain import event as kinds
from shared.domain.event import Event
from shared.protocol.charge import ChargeView
from shared.services.decision import Decision
from shared.services.lobby import Lobby


def waive(
    lobby: Lobby,
    now_us: int,
    staff: str,
    view: Callable[[Lobby], ChargeView],
    terms: Collection[str] = (),
) -> Decision:
    """Record who did it, and of which terms; the answer is how the charge stands then."""
    at_us = lobby.branch.stamp(now_us)
    data = {"terms": sorted(terms)} if terms else {}
    event = Event(kinds.CHARGE_TAKEN, at_us, at_us, "", "", staff, data)
    return Decision([event], view)
