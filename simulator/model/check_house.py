"""Contradictions in what befalls the house; each sentence names a way out."""

from collections.abc import Iterator, Sequence

from shared.config.naming import no_such
from shared.config.profile import Profile
from shared.domain.phrase import phrase
from simulator.model.scenario import Scenario

Name = tuple[str, str, str]  # place, what it is, name


def house_problems(scenario: Scenario, profile: Profile) -> Iterator[str]:
    """Every contradiction between these tables and the profile as one sentence."""
    known = {
        "service": [s.id for s in profile.services],
        "counter": [c.id for c in profile.counters],
        "incident": [i.id for i in profile.incidents],
        "reason": [r.id for r in profile.pause_reasons],
    }
    for place, what, name in _names(scenario):
        if name not in known[what]:
            yield no_such(place, name, known[what])
    named = [service for pool in scenario.rooms for service in pool.services]
    for service in sorted({name for name in named if named.count(name) > 1}):
        yield phrase("rooms: “%1” stands there twice. Keep one of them.", service)
    if scenario.lobby_lead and not scenario.kiosk.count:
        yield phrase(
            "lobby_lead: without kiosks a ticket costs no time. Give kiosk.count, or remove it."
        )
    if profile.hours.lasts_min is not None:
        yield from _without_clock(scenario)


def _names(scenario: Scenario) -> Iterator[Name]:
    """Everything that these tables call by its name in the profile."""
    for number, incident in enumerate(scenario.incidents, start=1):
        place = f"incidents.{number}"
        yield f"{place}.reason", "incident", incident.reason
        yield from _each(f"{place}.services", "service", incident.services)
    for number, fault in enumerate(scenario.counter_faults, start=1):
        place = f"counter_faults.{number}"
        yield from _each(f"{place}.counter", "counter", fault.counter and [fault.counter])
        yield from _each(f"{place}.reason", "reason", fault.reason and [fault.reason])
    for number, off in enumerate(scenario.switched_off, start=1):
        place = f"switched_off.{number}"
        yield f"{place}.counter", "counter", off.counter
        yield from _each(f"{place}.services", "service", off.services)
    for number, absence in enumerate(scenario.absences, start=1):
        yield from _each(f"absences.{number}.counters", "counter", absence.counters)
        yield f"absences.{number}.reason", "reason", absence.reason
    for number, pool in enumerate(scenario.rooms, start=1):
        yield from _each(f"rooms.{number}.services", "service", pool.services)
    for number, cash in enumerate(scenario.cash_work, start=1):
        yield from _each(f"cash_work.{number}.counters", "counter", cash.counters)
        yield f"cash_work.{number}.reason", "reason", cash.reason


def _each(place: str, what: str, names: Sequence[str] | str | None) -> Iterator[Name]:
    yield from ((place, what, name) for name in names or ())


def _without_clock(scenario: Scenario) -> Iterator[str]:
    """A run without doors has no clock times."""
    timed = {
        "incidents": scenario.incidents,
        "counter_faults": scenario.counter_faults,
        "switched_off": scenario.switched_off,
        "kiosk.faults": scenario.kiosk.faults,
    }
    if scenario.lobby_lead:
        yield phrase("lobby_lead: a profile without hours (lasts_min) has no clock. Remove it.")
    for table, lines in timed.items():
        for number, line in enumerate(lines, start=1):
            if line.begins is not None:
                yield phrase(
                    "%1: a profile without hours (lasts_min) has no clock. Give per_day and "
                    "duration.",
                    f"{table}.{number}.begins",
                )
