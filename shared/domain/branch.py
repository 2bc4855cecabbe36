"""The branch today: tickets, counters, who waits. Changed by ``apply`` and nothing else."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from shared.domain.appointment import Appointment
from shared.domain.calendar import ORDINARY
from shared.domain.case import Case
from shared.domain.certificate import Certificate, Training
from shared.domain.counter import OPEN, Counter, CounterState
from shared.domain.draft import Draft
from shared.domain.errors import (
    CounterNotOpen,
    CounterUnknown,
    TicketUnknown,
)
from shared.domain.row import counter_row, refresh_counter, refresh_ticket, service_mask
from shared.domain.rules import DayRules, Discipline, Rules
from shared.domain.survey import Campaign
from shared.domain.ticket import AT_COUNTER, Ticket, TicketState


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that keeps services from being offered, while it goes on."""

    id: str
    reason: str
    services: tuple[str, ...]
    since_us: int


class Rush(NamedTuple):
    """Forty people at the door: kiosks give tickets at one touch, until then."""

    until_us: int
    cause: str


class HelpCall(NamedTuple):
    """Somebody at a kiosk asks for a person, and nobody has gone yet."""

    device: str
    screen: str
    at_us: int


class Enquiry(NamedTuple):
    """Somebody in the hall has asked something, and has no answer yet."""

    topic: str
    by: str
    at_us: int


class Wanted(NamedTuple):
    """Who wants somebody at a counter, and since when."""

    by: str
    at_us: int


class Lease(NamedTuple):
    """Ordinals that only its holder gives, in every series and on every day."""

    first: int
    last: int


class Branch:
    """State of one branch on one business day, rebuilt at any time by replaying its log.

    ``waiting`` and ``rows`` run in parallel: the tickets that may be called, and the lines of
    integers that dispatch reads. Not in them, though waiting, are other tickets of a customer who
    stands at a counter. ``bound`` are those of them that only one counter or person may call,
    ``planned`` the counters with a pause to come. ``state`` is the ratio state of dispatch.
    ``sequence`` is the number of the last event. ``left_us`` tells when each person last left a
    counter, or stopped serving something there, ``resumed_us`` when each service was last resumed.
    ``library`` holds the rules of every published profile by its hash. ``leases`` are the lent
    numbers by holder, ``last_lent`` the last one of today by holder and series; ``holder`` is set
    where this branch itself is led by a server that gives numbers out of a lent block only.
    ``journals`` tells how far each journal was taken. ``help_calls`` are those that nobody answered
    yet, by the number of their event, ``enquiries`` those without an answer; ``wanted`` are the
    counters where somebody is wanted. ``case_numbers`` is the last number of a case by year.
    ``notices`` are those of the profile that were put up today, with the end of each.
    ``certificates`` are those that were given and not withdrawn, by person and kind; where
    ``checks_certificates`` is set (a live branch, whose people are known) nobody serves without.
    ``trainings`` are the courses that each person took, ``surveys`` the campaigns, ``surveyed`` the
    tickets of today that answered one. ``drafts`` are changes to the profile that were handed in.
    Appointments, cases, drafts, leases, journals, campaigns and what is known of people outlive
    the day.
    """

    __slots__ = (
        "appointments",
        "bound",
        "case_due_us",
        "case_numbers",
        "cases",
        "certificates",
        "checks_certificates",
        "counters",
        "customers",
        "day",
        "day_type",
        "drafts",
        "enquiries",
        "held",
        "help_calls",
        "holder",
        "incidents",
        "is_over",
        "issued",
        "journals",
        "last_lent",
        "last_ordinal",
        "last_us",
        "leases",
        "left_us",
        "library",
        "midnight_us",
        "notices",
        "people",
        "planned",
        "resumed_us",
        "rows",
        "rules",
        "rush",
        "rush_off_us",
        "sequence",
        "state",
        "surveyed",
        "surveys",
        "suspended",
        "tickets",
        "today",
        "trainings",
        "waiting",
        "wanted",
    )

    def __init__(self, rules: Rules, library: Mapping[str, Rules] = MappingProxyType({})) -> None:
        """An empty branch before its first day."""
        self.rules = rules
        self.library = library
        self.sequence = 0
        self.last_us = 0
        self.appointments: dict[str, Appointment] = {}
        self.cases: dict[str, Case] = {}
        self.case_numbers: dict[str, int] = {}
        self.drafts: dict[str, Draft] = {}
        self.case_due_us: int | None = None
        self.leases: dict[str, Lease] = {}
        self.journals: dict[str, int] = {}
        self.holder = ""
        self.checks_certificates = False
        self.certificates: dict[tuple[str, str], Certificate] = {}
        self.trainings: dict[str, list[Training]] = {}
        self.surveys: dict[str, Campaign] = {}
        self.start_day("", 0)

    def start_day(self, day: str, midnight_us: int, day_type: str = ORDINARY) -> None:
        """Forget yesterday: no tickets, every counter closed, numbers from 1, nothing suspended."""
        self.day = day
        self.day_type = day_type
        self.midnight_us = midnight_us
        self.today: DayRules = self.rules.day(day_type)
        self.is_over = False
        self.issued = 0
        self.people: dict[str, int] = {}
        self.left_us: dict[str, int] = {}
        self.resumed_us: dict[str, int] = {}
        self.last_ordinal: dict[str, int] = {}
        self.last_lent: dict[tuple[str, str], int] = {}
        self.tickets: dict[str, Ticket] = {}
        self.waiting: list[Ticket] = []
        self.rows: list[list[int]] = []
        self.bound: dict[str, Ticket] = {}
        self.held: dict[str, Ticket] = {}
        self.help_calls: dict[int, HelpCall] = {}
        self.enquiries: dict[int, Enquiry] = {}
        self.wanted: dict[str, Wanted] = {}
        self.planned: dict[str, Counter] = {}
        self.customers: dict[str, list[str]] = {}
        self.incidents: dict[str, Incident] = {}
        self.rush: Rush | None = None
        self.rush_off_us: int | None = None
        self.notices: dict[str, int] = {}
        self.surveyed: set[str] = set()
        self.suspended: dict[str, int] = {}
        self.state = self.discipline.new_state()
        self.counters = {s.id: Counter(s, counter_row(self.rules, s)) for s in self.rules.counters}
        self.appointments = {a.id: a for a in self.appointments.values() if a.due_us >= midnight_us}
        kept_us = midnight_us - self.rules.cases.kept_us
        self.cases = {c.id: c for c in self.cases.values() if (c.closed_us or kept_us) >= kept_us}

    def clone(self) -> "Branch":
        """A branch that lives on by itself from here; rules do not change and stay shared.

        So do cases that are over, hundreds after a year: nothing that is tried out reopens one.
        """
        ended = (case for case in self.cases.values() if not case.is_open)
        shared = (self.rules, self.library, self.today, *self.rules.counters, *ended)
        return deepcopy(self, {id(each): each for each in shared})

    def adopt(self, rules: Rules) -> None:
        """Go on under other rules: who waits keeps number, seniority and overtakes.

        Raises:
            KeyError: a ticket or an open counter of today names what the new rules lack.
        """
        self._refuse_what_lacks(rules)
        before = self.rules
        self.rules = rules
        self.today = rules.day(self.day_type)
        self.state = self.discipline.new_state()
        self._adopt_counters(before)
        for ticket in self.tickets.values():
            refresh_ticket(rules, self.people, ticket)

    def _refuse_what_lacks(self, rules: Rules) -> None:
        """KeyError with the first name of today that these rules do not have."""
        for ticket in self.tickets.values():
            for service in {ticket.service, *ticket.needs} - rules.service_index.keys():
                raise KeyError(service)
            if ticket.segment not in rules.segment_index:
                raise KeyError(ticket.segment)
        for counter in self.counters.values():
            if counter.state is not CounterState.CLOSED and counter.id not in rules.counter_index:
                raise KeyError(counter.id)

    def _adopt_counters(self, before: Rules) -> None:
        """The counters of the new rules; those that are open stay so, with what they served."""
        old = self.counters
        self.counters = {}
        for spec in self.rules.counters:
            counter = old.get(spec.id) or Counter(spec, counter_row(self.rules, spec))
            counter.skills_mask = _moved(counter.skills_mask, before, self.rules)
            counter.services_mask = _moved(counter.services_mask, before, self.rules)
            counter.off_mask = _moved(counter.off_mask, before, self.rules)
            counter.uncertified_mask = _moved(counter.uncertified_mask, before, self.rules)
            counter.spec = spec
            counter.services_mask &= spec.services_mask | spec.over_services_mask
            self.counters[spec.id] = counter
            self.refresh(counter)

    @property
    def discipline(self) -> Discipline:
        """Who is next today."""
        return self.today.discipline

    def refresh(self, counter: Counter) -> None:
        """Bring the counter's row up to what is served there now."""
        suspended = service_mask(self.rules, self.suspended)
        person = self.people.get(counter.staff, -1)
        refresh_counter(self.rules, counter, person, suspended)

    def stamp(self, now_us: int) -> int:
        """The time to record now: never before what was recorded last."""
        return now_us if now_us > self.last_us else self.last_us

    def since_midnight(self, at_us: int) -> int:
        """The time that dispatch reads: microseconds from the branch's midnight."""
        return at_us - self.midnight_us

    def ticket(self, ticket: str) -> Ticket:
        """The ticket with this identifier, or TicketUnknown."""
        found = self.tickets.get(ticket)
        if found is None:
            raise TicketUnknown(ticket)
        return found

    def counter(self, counter: str) -> Counter:
        """The counter, or CounterUnknown."""
        found = self.counters.get(counter)
        if found is None:
            raise CounterUnknown(counter, ", ".join(self.counters))
        return found

    def open_counter(self, counter: str) -> Counter:
        """The counter if somebody works there now; CounterNotOpen otherwise."""
        found = self.counter(counter)
        if found.state is not OPEN:
            raise CounterNotOpen(counter)
        return found

    def open_counters(self) -> list[Counter]:
        """The counters where somebody works and calls now, in the profile's order."""
        return [c for c in self.counters.values() if c.state is OPEN]

    def standby_counters(self) -> list[Counter]:
        """The idle counters that take the next eligible arrival at once, the preferred first."""
        return [c for c in map(self.counters.__getitem__, self.rules.by_preference) if c.is_standby]

    def is_at_work(self, staff: str) -> bool:
        """Whether this person sits at a counter, also on a pause."""
        return any(
            c.staff == staff and c.state is not CounterState.CLOSED for c in self.counters.values()
        )

    def siblings(self, ticket: Ticket) -> Iterable[Ticket]:
        """The other tickets of the same customer today; none where the customer is not known."""
        if not ticket.customer:
            return ()
        others = self.customers.get(ticket.customer, ())
        return (self.tickets[other] for other in others if other != ticket.id)

    def is_elsewhere(self, ticket: Ticket) -> bool:
        """Whether the customer of this ticket stands at a counter with another one."""
        return any(other.state in AT_COUNTER for other in self.siblings(ticket))

    def inside(self) -> int:
        """How many customers with a ticket are still in the branch."""
        states = (TicketState.WAITING, TicketState.HELD, *AT_COUNTER)
        return sum(1 for ticket in self.tickets.values() if ticket.state in states)


def _moved(mask: int, before: Rules, after: Rules) -> int:
    """A mask of services under other rules: the same services by name."""
    kept = [s.id for s in before.services if mask >> s.index & 1 and s.id in after.service_index]
    return service_mask(after, kept)
