"""A branch's rules in the form that the core reads: indices, masks and integers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from shared.dispatch.layout import (
    H_OVERLOAD_RULE,
    MASK_BITS,
    MINUTE_US,
    NOBODY,
    OVERLOAD_ALTERNATE,
    OVERLOAD_NONE,
    S_GROUPS,
)
from shared.domain.calendar import Calendar
from shared.domain.case import USUAL_CASES, CaseRules
from shared.domain.certificate import CertificateKind
from shared.domain.counter import CounterSpec
from shared.domain.errors import (
    CounterUnknown,
    ReasonMissing,
    SegmentUnknown,
    ServiceNotOffered,
    ServiceUnknown,
)
from shared.domain.refused import HoldPoolUnknown
from shared.domain.triage import TriageRules

#: The house row of a branch without guarantees for the whole hall (columns of dispatch.layout).
NO_GUARANTEES: Final = (NOBODY, OVERLOAD_NONE, 1000, 1, 2)


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


@dataclass(frozen=True, slots=True)
class Discipline:
    """Who is next, as the integers that dispatch reads (columns in shared.dispatch.layout).

    ``policy`` has one row per class (service index x number of segments + segment index), ``house``
    is one row for the branch, ``ratios`` one row per group of each ratio rule. ``hash`` is a
    fingerprint of all three, written into every call.
    """

    policy: tuple[tuple[int, ...], ...]
    house: tuple[int, ...] = NO_GUARANTEES
    ratios: tuple[tuple[int, ...], ...] = ()
    name: str = ""
    hash: str = ""
    has_state: bool = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Whether calls move a state on: ratio rules, or turns in overload."""
        takes_turns = self.house[H_OVERLOAD_RULE] == OVERLOAD_ALTERNATE
        object.__setattr__(self, "has_state", bool(self.ratios) or takes_turns)

    def new_state(self) -> list[int]:
        """The state before the first call of a day."""
        return [0] * (S_GROUPS + len(self.ratios))


@dataclass(frozen=True, slots=True)
class DayRules:
    """What holds on one type of day. ``hours`` None: tickets at any time, without doors."""

    discipline: Discipline
    hours: DayHours | None = None
    is_closed: bool = False


class PoolReach(StrEnum):
    """Who may take a held ticket on again."""

    PERSON = "person"
    COUNTER = "counter"
    BRANCH = "branch"


@dataclass(frozen=True, slots=True)
class HoldPool:
    """A reason to put a visit aside. After ``limit_us`` the ticket waits again by itself."""

    id: str
    reach: PoolReach = PoolReach.PERSON
    limit_us: int | None = None


@dataclass(frozen=True, slots=True)
class VisitRules:
    """What may happen to one customer's visit. Defaults are ours.

    ``needs_max`` is how many needs one ticket takes, ``items_per_turn`` how many transactions are
    done before others get their turn (0: all). ``transfer_credit_us`` None keeps the seniority of
    whoever is sent on, a number credits so much waiting instead. ``release_us`` is how long a
    ticket waits for a person or counter that is not there before anybody may call it.
    """

    needs_max: int = 5
    items_max: int = 99
    items_per_turn: int = 0
    refuses_second_ticket: bool = False
    transfer_credit_us: int | None = None
    return_credit_us: int = 0
    returns_max: int = 1
    defers_max: int = 2
    defer_max_us: int = 60 * MINUTE_US
    release_us: int = 15 * MINUTE_US
    pools: tuple[HoldPool, ...] = (HoldPool("documents"),)
    call_reasons: tuple[str, ...] = ("lead",)

    def pool(self, pool: str) -> HoldPool:
        """The pool with this name, or HoldPoolUnknown."""
        for each in self.pools:
            if each.id == pool:
                return each
        raise HoldPoolUnknown(pool, ", ".join(each.id for each in self.pools))


@dataclass(frozen=True, slots=True)
class AppointmentRules:
    """Appointments of one service. Slots begin every ``slot_us`` from ``from_us`` to ``to_us``.

    ``capacity`` customers a slot. Check-in is possible from ``early_us`` before the booked time to
    ``no_show_us`` after it; whoever is more than ``late_us`` late joins the walk-ins with
    ``late_credit_us`` of waiting. ``ahead_days`` is how far ahead one may book, ``lead_us`` how
    short before.
    """

    slot_us: int
    capacity: int
    from_us: int
    to_us: int
    early_us: int = 15 * MINUTE_US
    late_us: int = 5 * MINUTE_US
    no_show_us: int = 15 * MINUTE_US
    late_credit_us: int = 10 * MINUTE_US
    ahead_days: int = 14
    lead_us: int = 30 * MINUTE_US


class ClockRule(StrEnum):
    """What the standards' clocks do while a service is suspended."""

    STOPS = "stops"
    RUNS = "runs"


@dataclass(frozen=True, slots=True)
class IncidentKind:
    """A reason to suspend services. ``gives_tickets``: people may still queue up meanwhile."""

    id: str
    clock: ClockRule = ClockRule.STOPS
    gives_tickets: bool = False


@dataclass(frozen=True)
class Rules:
    """Everything the core needs to know of a branch.

    ``neutral`` is the row of a counter that serves everybody. ``days`` has the rules of each day
    type; a type that is not there is an ordinary day, which ``discipline`` and ``hours`` describe.
    ``outcomes`` names the usual outcome first. ``serves_inside_at_closing`` tells what happens to
    whoever still waits when the branch closes: they are served, or their tickets expire.
    """

    branch: str
    services: tuple[Service, ...]
    segments: tuple[Segment, ...]
    counters: tuple[CounterSpec, ...]
    discipline: Discipline
    outcomes: tuple[str, ...] = ("done",)
    pause_reasons: tuple[str, ...] = ("break",)
    hours: DayHours | None = None
    days: Mapping[str, DayRules] = field(default_factory=dict)
    calendar: Calendar = field(default_factory=Calendar)
    serves_inside_at_closing: bool = True
    recalls_before_no_show: int = 1
    has_standby: bool = True
    default_segment: str = ""
    visit: VisitRules = VisitRules()
    appointments: Mapping[str, AppointmentRules] = field(default_factory=dict)
    appointment_series: str = ""
    incidents: tuple[IncidentKind, ...] = (IncidentKind("system"),)
    triage: TriageRules | None = None
    cases: CaseRules = USUAL_CASES
    certificates: tuple[CertificateKind, ...] = ()
    courses: tuple[str, ...] = ()
    surveys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    service_index: dict[str, int] = field(init=False, repr=False)
    segment_index: dict[str, int] = field(init=False, repr=False)
    counter_index: dict[str, int] = field(init=False, repr=False)
    shares: tuple[tuple[bool, ...], ...] = field(init=False, repr=False)
    offers: Mapping[tuple[str, str], tuple[Service, Segment]] = field(init=False, repr=False)
    by_preference: tuple[str, ...] = field(init=False, repr=False)
    has_overflow: bool = field(init=False, repr=False)
    neutral: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Fill the look-up tables."""
        if len(self.services) > MASK_BITS or len(self.segments) > MASK_BITS:
            raise ValueError(f"at most {MASK_BITS} services and segments fit a mask")
        set_once = object.__setattr__
        set_once(self, "service_index", {s.id: s.index for s in self.services})
        set_once(self, "segment_index", {s.id: s.index for s in self.segments})
        set_once(self, "counter_index", {c.id: c.index for c in self.counters})
        set_once(self, "shares", _classes_that_share_a_counter(self))
        set_once(self, "neutral", _neutral_counter(self))
        set_once(self, "offers", _offers(self))
        set_once(self, "by_preference", _by_preference(self.counters))
        set_once(self, "has_overflow", any(c.over_services_mask for c in self.counters))

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

    def day(self, day_type: str) -> DayRules:
        """What holds on a type of day; closed days give no tickets whatever else is said."""
        found = self.days.get(day_type)
        if found is not None:
            return found
        return DayRules(self.discipline, self.hours, day_type in self.calendar.closed_types)

    def incident(self, reason: str) -> IncidentKind:
        """The kind of incident with this name, or ReasonMissing."""
        for kind in self.incidents:
            if kind.id == reason:
                return kind
        raise ReasonMissing(", ".join(kind.id for kind in self.incidents))

    def counter(self, counter: str) -> CounterSpec:
        """The counter as the profile describes it, or CounterUnknown."""
        index = self.counter_index.get(counter)
        if index is None:
            raise CounterUnknown(counter, ", ".join(c.id for c in self.counters))
        return self.counters[index]

    def class_of(self, service: Service, segment: Segment) -> int:
        """The row of the policy table for this service and segment."""
        return service.index * len(self.segments) + segment.index

    def offered(self, service: str, segment: str) -> tuple[Service, Segment]:
        """The service and the segment, when some counter serves this combination.

        Raises:
            ServiceUnknown, SegmentUnknown, ServiceNotOffered.
        """
        found = self.offers.get((service, segment))
        if found is None:
            what, who = self.service(service), self.segment(segment)
            if not self.is_offered(what, who):
                raise ServiceNotOffered(what.id, who.id)
            return what, who
        return found

    def is_offered(self, service: Service, segment: Segment) -> bool:
        """Whether any counter of the profile serves this combination."""
        return self.shares[self.class_of(service, segment)][self.class_of(service, segment)]


def _classes_that_share_a_counter(rules: Rules) -> tuple[tuple[bool, ...], ...]:
    """For each pair of classes, whether some counter of the profile serves both."""
    pairs = [(s.index, g.index) for s in rules.services for g in rules.segments]
    serves = [
        sum(1 << counter.index for counter in rules.counters if counter.may_serve(service, segment))
        for service, segment in pairs
    ]
    return tuple(tuple(bool(mine & theirs) for theirs in serves) for mine in serves)


def _by_preference(counters: Sequence[CounterSpec]) -> tuple[str, ...]:
    """The counters in the order in which idle ones are filled."""
    return tuple(c.id for c in sorted(counters, key=lambda c: (c.preference, c.index)))


def _offers(rules: Rules) -> dict[tuple[str, str], tuple[Service, Segment]]:
    """What some counter serves, by the names of service and segment."""
    pairs = ((service, segment) for service in rules.services for segment in rules.segments)
    return {(s.id, g.id): (s, g) for s, g in pairs if rules.is_offered(s, g)}


def _neutral_counter(rules: Rules) -> tuple[int, ...]:
    """The row of a counter that serves everybody at the usual speed: the hall as a whole."""
    everything = (1 << len(rules.services)) - 1
    everybody = (1 << len(rules.segments)) - 1
    return (NOBODY, NOBODY, everything, everybody, 0, 0, 0, 0, *(1000 for _ in rules.services))
