"""Calls for help from a kiosk: which one every teller sees now, and for how long."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.protocol.event import EventView

SHOWN_FOR = timedelta(minutes=3)
"""Branch's time from the call until it is no longer shown; by then somebody went or gave up."""


@dataclass(frozen=True, slots=True)
class HelpCall:
    """The newest call for help; ``others`` older ones have not been read either."""

    device: str
    at: datetime
    others: int = 0


class HelpCalls:
    """Calls that nobody at this desk has read yet."""

    def __init__(self) -> None:
        """Nobody has called."""
        self._calls: list[HelpCall] = []

    def note(self, event: EventView, now: datetime) -> bool:
        """Take a ``help.asked`` event; whether it is young enough to be shown."""
        call = HelpCall(str(event.data.get("device", "")), event.at)
        self._calls = [*self._young(now), call]
        return call in self._young(now)

    def newest(self, now: datetime) -> HelpCall | None:
        """What the notice says at this time; None when there is nothing to say."""
        young = sorted(self._young(now), key=lambda call: call.at)
        if not young:
            return None
        return HelpCall(young[-1].device, young[-1].at, len(young) - 1)

    def dismiss(self) -> None:
        """All of them have been read."""
        self._calls = []

    def _young(self, now: datetime) -> list[HelpCall]:
        return [call for call in self._calls if now - call.at < SHOWN_FOR]
