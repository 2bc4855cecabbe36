"""Calls for help from a kiosk: which one every teller sees now, and for how long."""

from dataclasses import dataclass, field
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
    sequence: int = field(default=0, compare=False)


class HelpCalls:
    """Calls that nobody at this desk has read yet."""

    def __init__(self) -> None:
        """Nobody has called."""
        self._calls: list[HelpCall] = []

    def note(self, event: EventView, now: datetime) -> bool:
        """Take a ``help.asked`` event; whether it is young enough to be shown."""
        call = HelpCall(str(event.data.get("device", "")), event.at, sequence=event.sequence)
        self._calls = [*self._young(now), call]
        return call in self._young(now)

    def newest(self, now: datetime) -> HelpCall | None:
        """What the notice says at this time; None when there is nothing to say."""
        young = sorted(self._young(now), key=lambda call: call.at)
        if not young:
            return None
        return HelpCall(young[-1].device, young[-1].at, len(young) - 1)

    def answered(self, event: EventView) -> None:
        """Take a ``help.answered`` event: somebody goes there, so nobody else has to."""
        asked = event.data.get("asked")
        self._calls = [call for call in self._calls if call.sequence != asked]

    def dismiss(self) -> None:
        """All of them have been read."""
        self._calls = []

    def _young(self, now: datetime) -> list[HelpCall]:
        return [call for call in self._calls if now - call.at < SHOWN_FOR]
