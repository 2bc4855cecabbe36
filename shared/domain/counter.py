"""The counter: who sits there, what is served there, who is being served."""

from dataclasses import dataclass, field
from enum import StrEnum


class CounterState(StrEnum):
    """Whether somebody works at the counter."""

    CLOSED = "closed"
    OPEN = "open"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class CounterSpec:
    """A counter as the profile describes it. Masks hold one bit per service or segment index."""

    id: str
    index: int
    services_mask: int
    segments_mask: int
    preference: int
    walk_us: int = 0


@dataclass(slots=True)
class Counter:
    """A counter during the day. ``row`` is the line of integers that dispatch reads."""

    spec: CounterSpec
    row: list[int] = field(repr=False)
    state: CounterState = CounterState.CLOSED
    staff: str = ""
    ticket: str = ""
    is_standby: bool = False
    pause_reason: str = ""
    pause_until_us: int | None = None
    since_us: int = 0

    @property
    def id(self) -> str:
        """The counter's name in commands and events."""
        return self.spec.id
