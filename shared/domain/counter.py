"""The counter: who sits there, what is served there, who is being served."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class CounterState(StrEnum):
    """Whether somebody works at the counter."""

    CLOSED = "closed"
    OPEN = "open"
    PAUSED = "paused"


#: Looked up in the class it costs ten times as much (Python 3.11).
OPEN: Final = CounterState.OPEN


@dataclass(frozen=True, slots=True)
class CounterSpec:
    """A counter as the profile describes it. Masks hold one bit per service or segment index.

    The ``over`` masks are its overflow: whom it takes when none of its own wait, after
    ``over_after_us`` of waiting. ``speeds_milli`` are thousandths of the usual speed by service
    index; empty means the usual speed throughout.
    """

    id: str
    index: int
    services_mask: int
    segments_mask: int
    preference: int
    walk_us: int = 0
    over_services_mask: int = 0
    over_segments_mask: int = 0
    over_after_us: int = 0
    speeds_milli: tuple[int, ...] = ()

    def may_serve(self, service: int, segment: int) -> bool:
        """Whether a customer of this service and segment may ever be called here."""
        is_own = self.services_mask >> service & 1 and self.segments_mask >> segment & 1
        is_over = self.over_services_mask >> service & 1 and self.over_segments_mask >> segment & 1
        return bool(is_own or is_over)


@dataclass(frozen=True, slots=True)
class PausePlan:
    """What happens after the present customer, or at ``at_us`` if that is later.

    ``reason`` empty means that the counter closes.
    """

    reason: str
    until_us: int | None = None
    at_us: int = 0


@dataclass(slots=True)
class Counter:
    """A counter during the day. ``row`` is the line of integers that dispatch reads.

    ``services_mask`` holds what the person at the counter serves now: what the counter can, the
    person may, and nobody has switched off. Suspended services are missing from ``row`` only.
    ``narrowed_us`` is when the counter last closed or stopped serving something.
    ``off_mask`` is what was switched off by hand, ``uncertified_mask`` what the person could serve
    with a certificate that is missing or over.
    """

    spec: CounterSpec
    row: list[int] = field(repr=False)
    state: CounterState = CounterState.CLOSED
    staff: str = ""
    mentor: str = ""
    ticket: str = ""
    services_mask: int = 0
    skills_mask: int = 0
    off_mask: int = 0
    uncertified_mask: int = 0
    is_standby: bool = False
    pause_reason: str = ""
    pause_until_us: int | None = None
    plan: PausePlan | None = None
    since_us: int = 0
    narrowed_us: int = 0
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """The counter's name in commands and events."""
        self.id = self.spec.id

    @property
    def is_trainee(self) -> bool:
        """Whether somebody learns here beside a mentor; such visits stay out of the figures."""
        return bool(self.mentor)
