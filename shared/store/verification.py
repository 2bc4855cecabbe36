"""What a verification of the log found: figures, and each fault with its place."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from shared.protocol.event import to_datetime


class Fault(NamedTuple):
    """One thing that is wrong. ``event`` is its number in the log, 0 where it is about no event.

    ``day`` and ``time`` are local (ISO date, hh:mm), empty where nothing tells them.
    """

    said: str
    event: int = 0
    day: str = ""
    time: str = ""

    def __str__(self) -> str:
        """The line for people."""
        if not self.event:
            return self.said
        when = f" ({self.day}, {self.time} local)" if self.time else ""
        return f"event {self.event}{when}: {self.said}"


@dataclass
class Verification:
    """What was read and what is wrong; ``faults`` is empty for a sound log.

    ``calls`` is how many of the ``events`` were calls, each of them worked out again. ``last`` is
    the number of the last event that was read. ``seals`` and ``heads`` are how many were compared.
    ``notes`` are no faults but have to be known. ``elapsed_s`` is real time.
    """

    events: int = 0
    calls: int = 0
    tickets: int = 0
    seals: int = 0
    heads: int = 0
    last: int = 0
    last_hash: str = ""
    elapsed_s: float = 0.0
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def sentences(self) -> list[str]:
        """The faults as lines for people."""
        return [str(fault) for fault in self.faults]

    @property
    def events_per_s(self) -> float:
        """How fast the log was read and lived again; 0 where it took no measurable time."""
        return self.events / self.elapsed_s if self.elapsed_s else 0.0

    def to_json(self) -> dict[str, Any]:
        """Everything as JSON; faults with their place and the line for people."""
        figures = {k: v for k, v in vars(self).items() if k != "faults"}
        faults = [{**fault._asdict(), "sentence": str(fault)} for fault in self.faults]
        return {**figures, "events_per_s": round(self.events_per_s), "faults": faults}

    def say(self, said: str) -> None:
        """Note a fault that is about no single event."""
        self.faults.append(Fault(said))

    def blame(self, line: Any, zone: ZoneInfo, said: str) -> None:
        """Note a fault of a line of the event table; ``zone`` is the branch's."""
        try:
            local: datetime = to_datetime(int(line.at_us)).astimezone(zone)
        except (TypeError, ValueError, OverflowError):
            self.faults.append(Fault(said, line.sequence))
            return
        at = local.isoformat(timespec="minutes")
        self.faults.append(Fault(said, line.sequence, at[:10], at[11:16]))
