"""What befalls the house at given times of a day: incidents, services that a counter switches off.

Data, like the customers: drawn or given before the day, the same for both engines.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from shared.domain.row import service_mask
from shared.domain.rules import ClockRule, Rules
from shared.rollout import columns as c
from shared.rollout.course import Happens


class Kind(IntEnum):
    """What happens; several at one moment come in this order."""

    RESUMES = 0
    SUSPENDS = 1
    SWITCHES = 2


KERNEL_KINDS = {
    Kind.RESUMES: c.HAPPEN_RESUMES,
    Kind.SUSPENDS: c.HAPPEN_SUSPENDS,
    Kind.SWITCHES: c.HAPPEN_SWITCHES,
}


@dataclass(frozen=True, slots=True)
class Happening:
    """One of them, ``at_us`` microseconds from midnight.

    An incident that begins or ends has a name of its own (``incident``), the same for both, and a
    ``reason`` of the profile. ``counter`` is where exactly these ``services`` are switched off from
    now on.
    """

    at_us: int
    kind: Kind
    services: tuple[str, ...]
    incident: str = ""
    reason: str = ""
    counter: str = ""


class Outage(NamedTuple):
    """These services are suspended from ``from_us`` to before ``to_us`` (None: for the day)."""

    from_us: int
    to_us: int | None
    services: tuple[str, ...]
    reason: str


class SwitchedOff(NamedTuple):
    """A counter does not serve these from ``from_us`` to before ``to_us``."""

    counter: str
    from_us: int
    to_us: int
    services: tuple[str, ...]


def happenings(outages: Iterable[Outage], off: Sequence[SwitchedOff]) -> tuple[Happening, ...]:
    """What happens when, first to last.

    An outage of which everything is suspended already when it begins is nothing new, and is left
    out. Services that several lines switch off at a counter are off as long as one of them says so.
    """
    found = [*_incidents(outages), *_switches(off)]
    return tuple(sorted(found, key=lambda h: (h.at_us, h.kind)))


def _incidents(outages: Iterable[Outage]) -> Iterable[Happening]:
    known: list[Outage] = []
    for outage in sorted(outages, key=lambda each: each.from_us):
        begins_us = outage.from_us
        going_on = [o.services for o in known if o.to_us is None or o.to_us > begins_us]
        if set(outage.services) <= {service for services in going_on for service in services}:
            continue
        to_us = None if outage.to_us is None else max(outage.to_us, begins_us + 1)
        known.append(outage._replace(to_us=to_us))
        name = f"incident-{len(known)}"
        what = (outage.services, name, outage.reason)
        yield Happening(begins_us, Kind.SUSPENDS, *what)
        if to_us is not None:
            yield Happening(to_us, Kind.RESUMES, *what)


def _switches(off: Sequence[SwitchedOff]) -> Iterable[Happening]:
    borders = {(line.counter, at_us) for line in off for at_us in (line.from_us, line.to_us)}
    for counter, at_us in sorted(borders):
        now = {
            service
            for line in off
            if line.counter == counter and line.from_us <= at_us < line.to_us
            for service in line.services
        }
        yield Happening(at_us, Kind.SWITCHES, tuple(sorted(now)), counter=counter)


def to_happens(rules: Rules, happening: Happening) -> Happens:
    """The same for the kernel."""
    refuses = stops = False
    if happening.reason:
        kind = rules.incident(happening.reason)
        refuses, stops = not kind.gives_tickets, kind.clock is ClockRule.STOPS
    return Happens(
        happening.at_us,
        KERNEL_KINDS[happening.kind],
        service_mask(rules, happening.services),
        rules.counter_index[happening.counter] if happening.counter else -1,
        refuses,
        stops,
    )
