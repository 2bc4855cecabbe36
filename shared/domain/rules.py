"""A branch's rules in the form that the core reads: indices, masks and integers."""

from dataclasses import dataclass, field

from shared.dispatch.layout import MASK_BITS
from shared.domain.counter import CounterSpec
from shared.domain.errors import (
    CounterUnknown,
    SegmentUnknown,
    ServiceUnknown,
)


@dataclass(frozen=True, slots=True)
class Service:
    """Something a customer comes for. ``series`` is the letter on the ticket."""

    id: str
    index: int
    series: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A group of customers with the same entitlement. ``series`` overrides the service's letter."""

    id: str
    index: int
    series: str = ""


@dataclass(frozen=True, slots=True)
class DayHours:
    """Opening hours as microseconds from midnight. Tickets are given from opens to last_ticket."""

    opens_us: int
    last_ticket_us: int
    closes_us: int


@dataclass(frozen=True)
class Rules:
    """Everything the core needs to know of a branch.

    ``policy`` has one row per class (service index x number of segments + segment index), columns
    as in shared.dispatch.layout. ``outcomes`` names the usual outcome first. ``hours`` None means
    that tickets are given at any time (simulations of a queue without doors).
    """

    branch: str
    services: tuple[Service, ...]
    segments: tuple[Segment, ...]
    counters: tuple[CounterSpec, ...]
    policy: tuple[tuple[int, ...], ...]
    policy_name: str
    policy_hash: str
    outcomes: tuple[str, ...] = ("done",)
    pause_reasons: tuple[str, ...] = ("break",)
    hours: DayHours | None = None
    recalls_before_no_show: int = 1
    has_standby: bool = True
    return_credit_us: int = 0
    default_segment: str = ""
    service_index: dict[str, int] = field(init=False, repr=False)
    segment_index: dict[str, int] = field(init=False, repr=False)
    counter_index: dict[str, int] = field(init=False, repr=False)
    shares: tuple[tuple[bool, ...], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Fill the look-up tables."""
        if len(self.services) > MASK_BITS or len(self.segments) > MASK_BITS:
            raise ValueError(f"at most {MASK_BITS} services and segments fit a mask")
        set_once = object.__setattr__
        set_once(self, "service_index", {s.id: s.index for s in self.services})
        set_once(self, "segment_index", {s.id: s.index for s in self.segments})
        set_once(self, "counter_index", {c.id: c.index for c in self.counters})
        set_once(self, "shares", _classes_that_share_a_counter(self))

    def service(self, service: str) -> Service:
        """The service, or ServiceUnknown."""
        index = self.service_index.get(service)
        if index is None:
            raise ServiceUnknown(service, ", ".join(s.id for s in self.services))
        return self.services[index]

    def segment(self, segment: str) -> Segment:
        """The segment, or SegmentUnknown. An empty name is the default segment."""
        index = self.segment_index.get(segment or self.default_segment or self.segments[0].id)
        if index is None:
            raise SegmentUnknown(segment, ", ".join(s.id for s in self.segments))
        return self.segments[index]

    def counter(self, counter: str) -> CounterSpec:
        """The counter as the profile describes it, or CounterUnknown."""
        index = self.counter_index.get(counter)
        if index is None:
            raise CounterUnknown(counter, ", ".join(c.id for c in self.counters))
        return self.counters[index]

    def class_of(self, service: Service, segment: Segment) -> int:
        """The row of the policy table for this service and segment."""
        return service.index * len(self.segments) + segment.index

    def is_offered(self, service: Service, segment: Segment) -> bool:
        """Whether any counter of the profile serves this combination."""
        return self.shares[self.class_of(service, segment)][self.class_of(service, segment)]


def _classes_that_share_a_counter(rules: Rules) -> tuple[tuple[bool, ...], ...]:
    """For each pair of classes, whether some counter of the profile serves both."""
    pairs = [(s.index, g.index) for s in rules.services for g in rules.segments]
    serves = [
        sum(
            1 << counter.index
            for counter in rules.counters
            if counter.services_mask >> service & 1 and counter.segments_mask >> segment & 1
        )
        for service, segment in pairs
    ]
    return tuple(tuple(bool(mine & theirs) for theirs in serves) for mine in serves)
