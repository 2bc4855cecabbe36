"""What the log says of staff at a device in the hall: who opened it, and who was not let in."""

from shared.domain import event as kinds
from shared.domain.event import Event, Value
from shared.services.actor import Actor
from shared.services.decision import Decision
from shared.services.lobby import Lobby


def unlocked(lobby: Lobby, now_us: int, device: Actor, staff: str) -> Decision:
    """The staff page of this device was opened by a person."""
    return _said(lobby, now_us, kinds.DEVICE_UNLOCKED, device, staff)


def refused(lobby: Lobby, now_us: int, device: Actor, code: str) -> Decision:
    """Somebody was not let in. The number that was typed may be anybody's, so it is not kept."""
    return _said(lobby, now_us, kinds.DEVICE_UNLOCK_REFUSED, device, "", reason=code)


def _said(
    lobby: Lobby, now_us: int, kind: str, device: Actor, staff: str, **more: Value
) -> Decision:
    at_us = lobby.branch.stamp(now_us)
    data: dict[str, Value] = {"device": device.device, "name": device.name, "role": device.role}
    event = Event(kind, at_us, at_us, staff=staff, data={**data, **more})
    return Decision([event], lambda _after: None)
