"""Triage: which ways lead to a matter's end now (counter, machine, adviser, appointment, later).

Plain data and one pure function, ``offers``. What is measured or forecast comes in from outside as
a ``Situation``; what it does not say is unknown, and what is unknown is not offered. All times are
minutes. Product rules behind it (docs/requirements.md R4, R13): another way than the counter is
offered only with its saving known and large enough; nobody is sent to queue in vain; people with
priority need are never led to a machine.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import isfinite
from typing import Literal

from shared.domain.errors import ServiceUnknown

Kind = Literal["counter", "machine", "adviser", "appointment", "later"]
"""A way to the matter's end. ``adviser`` is a person in the hall who advises without a counter."""

Reason = Literal[
    "usual",
    "saves_time",
    "person_there",
    "possible_without",
    "advice_first",
    "come_prepared",
    "come_back",
    "missing_documents",
    "suspended",
]
"""Why a way stands in the list; plain words in ``shared.services.triage_words``."""

WAY_OUT: dict[Kind, Reason] = {
    "machine": "possible_without",
    "adviser": "advice_first",
    "appointment": "come_prepared",
    "later": "come_back",
}
"""Why a way is offered to somebody for whom the counter would be in vain."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way of a service. Its place in the service's list is the bank's preference.

    ``needs``: documents without which this way is in vain. ``saves_min``: offered only when it
    saves at least so much against the counter; None is 0, but an adviser then need not save
    anything, a talk has its own worth. ``segments`` None means everybody. ``machines`` are those
    that serve it. ``usual_min``: how long the matter takes this way, None: as at the counter.
    """

    kind: Kind
    needs: frozenset[str] = frozenset()
    saves_min: float | None = None
    is_only_when_missing: bool = False
    segments: frozenset[str] | None = None
    machines: tuple[str, ...] = ()
    usual_min: float | None = None


@dataclass(frozen=True, slots=True)
class ServiceTriage:
    """A service: the documents to have ready, its ways by preference, how long it takes."""

    documents: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    usual_min: float = 0.0


@dataclass(frozen=True, slots=True)
class TriageRules:
    """The branch's triage. ``asks_documents``: whether screens ask what the customer has at hand.

    ``later_horizon_min``: another hour is named only when it is at most so far away.
    """

    services: Mapping[str, ServiceTriage]
    priority_segments: frozenset[str] = frozenset()
    later_horizon_min: float = 240.0
    asks_documents: bool = True


@dataclass(frozen=True, slots=True)
class MachineState:
    """A machine now. ``wait_min`` 0 when it is free, None when nobody knows."""

    is_working: bool
    wait_min: float | None = None


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour to come: in so many minutes, and the wait expected then (None: unknown)."""

    in_min: float
    wait_min: float | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """The branch now, as measured and forecast elsewhere. What is missing here is unknown.

    ``counter_wait_min`` until the call, by service. ``machines`` by machine. ``appointment`` (next
    free one) and ``later`` (best hour to come back today) by service. ``adviser_wait_min`` 0 when
    an adviser is free, None when there is none. ``suspended``: services for which the counters
    give no tickets at the moment.
    """

    counter_wait_min: Mapping[str, float] = field(default_factory=dict)
    machines: Mapping[str, MachineState] = field(default_factory=dict)
    appointment: Mapping[str, Hour] = field(default_factory=dict)
    later: Mapping[str, Hour] = field(default_factory=dict)
    adviser_wait_min: float | None = None
    suspended: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Offer:
    """One line for the customer. The first of the list is the recommended one.

    ``machine`` is the machine to go to, ``in_min`` when the other hour or the appointment is
    (minutes from now). ``saves_min`` is the expected saving against the counter, None where there
    is nothing to compare or it is unknown. ``missing``: documents this way needs and which are
    not at hand, in the order of the service's list.
    """

    way: Kind
    reason: Reason
    saves_min: float | None = None
    machine: str | None = None
    in_min: float | None = None
    missing: tuple[str, ...] = ()
    is_recommended: bool = False


def offers(
    rules: TriageRules, service: str, segment: str, missing: frozenset[str], situation: Situation
) -> tuple[Offer, ...]:
    """The ways open to this customer, best first; never empty, the first one is recommended.

    The counter is among them, even where the profile does not list it, unless the service is
    suspended there; then the ways out are what is left. When documents are missing without which
    it can do nothing, the ways out come first (there is always one: coming back with them) and the
    counter last, so that a customer who knows better may still queue.

    Raises:
        ServiceUnknown: there is no such service.
    """
    table = rules.services.get(service)
    if table is None:
        raise ServiceUnknown(service, ", ".join(rules.services))
    ways = [w for w in table.ways if w.segments is None or segment in w.segments]
    if not any(way.kind == "counter" for way in ways):
        ways.append(Way("counter", frozenset(table.documents)))
    case = _Case(rules, table, service, missing, situation)
    counter = next(way for way in ways if way.kind == "counter")
    is_prior = segment in rules.priority_segments
    if service in situation.suspended:
        out = _machines_last(case.ways_out(ways), is_prior)
        is_in_vain = bool(counter.needs & missing)
        found = out if is_in_vain else [replace(offer, reason="suspended") for offer in out]
    elif counter.needs & missing:
        found = [*_machines_last(case.ways_out(ways), is_prior), case.counter_in_vain(counter)]
    else:
        found = _machines_last(case.ways_now(ways), is_prior)
    return (replace(found[0], is_recommended=True), *found[1:])


def _machines_last(found: Iterable[Offer], is_prior: bool) -> list[Offer]:
    """The same offers; for people with priority need the machines come last."""
    return sorted(found, key=lambda offer: is_prior and offer.way == "machine")


@dataclass(frozen=True, slots=True)
class _Found:
    """A way that is there now, as an offer to somebody without documents, and its wait."""

    offer: Offer
    wait_min: float | None


@dataclass(frozen=True, slots=True)
class _Case:
    """One customer's question."""

    rules: TriageRules
    table: ServiceTriage
    service: str
    missing: frozenset[str]
    situation: Situation

    def ways_now(self, ways: Iterable[Way]) -> Iterator[Offer]:
        """Ways for somebody who has what the counter needs."""
        for way in ways:
            if way.kind == "counter":
                yield Offer("counter", "usual")
            elif not way.is_only_when_missing and (found := self._found(way)) is not None:
                saving = self._saving(way, found.wait_min)
                if saving is not None and saving >= (way.saves_min or 0.0):
                    yield replace(found.offer, reason="saves_time", saves_min=saving)
                elif way.kind == "adviser" and way.saves_min is None:
                    yield replace(found.offer, reason="person_there")

    def ways_out(self, ways: Iterable[Way]) -> Iterator[Offer]:
        """Ways for somebody without it. No saving: a queue in vain is no comparison."""
        others = [way for way in ways if way.kind != "counter"]
        for way in others:
            if (found := self._found(way)) is not None:
                yield found.offer
            elif way.kind == "later":
                yield Offer("later", "come_back")
        if not any(way.kind == "later" for way in others):
            yield Offer("later", "come_back")

    def counter_in_vain(self, counter: Way) -> Offer:
        """The counter for those who will queue all the same."""
        lacking = tuple(d for d in self.table.documents if d in counter.needs & self.missing)
        return Offer("counter", "missing_documents", missing=lacking)

    def _found(self, way: Way) -> _Found | None:
        """The way, when it is there now and nothing that it needs is missing."""
        if way.needs & self.missing:
            return None
        reason = WAY_OUT[way.kind]
        if way.kind == "machine":
            return self._machine(way.machines)
        if way.kind == "adviser":
            wait_min = self.situation.adviser_wait_min
            return None if wait_min is None else _Found(Offer("adviser", reason), wait_min)
        hour = self._hour(way.kind)
        if hour is None:
            return None
        return _Found(Offer(way.kind, reason, in_min=hour.in_min), hour.wait_min)

    def _machine(self, machines: Iterable[str]) -> _Found | None:
        """The working machine with the shortest known wait; the first listed of equal ones."""
        states = ((name, self.situation.machines.get(name)) for name in machines)
        found = [
            _Found(Offer("machine", WAY_OUT["machine"], machine=name), state.wait_min)
            for name, state in states
            if state is not None and state.is_working and state.wait_min is not None
        ]
        return min(found, key=lambda each: each.wait_min or 0.0, default=None)

    def _hour(self, kind: Kind) -> Hour | None:
        """The next appointment, or the best hour later today if it is not too far away."""
        if kind == "appointment":
            return self.situation.appointment.get(self.service)
        hour = self.situation.later.get(self.service)
        return hour if hour and hour.in_min <= self.rules.later_horizon_min else None

    def _saving(self, way: Way, wait_min: float | None) -> float | None:
        """Wait and service at the counter less wait and service this way; None when unknown."""
        counter_min = self.situation.counter_wait_min.get(self.service)
        if counter_min is None or wait_min is None:
            return None
        takes_min = self.table.usual_min if way.usual_min is None else way.usual_min
        saving = counter_min + self.table.usual_min - wait_min - takes_min
        return saving if isfinite(saving) else None
